using System.Globalization;
using KhuyenCong.Domain;
using static KhuyenCong.Domain.Decisions.DecisionRefusals;
using static KhuyenCong.Services.Vi.VndFormat;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="Domain.Decisions.DecisionRefusals"/>.</summary>
internal static class DecisionRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of decisions'.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        DatedInClosedYear r => string.Create(CultureInfo.InvariantCulture, $"Năm ngân sách {r.Year} đã khóa sổ; quyết định phải có hiệu lực sau năm đó."),
        BreaksAllotmentOnDay r => string.Create(CultureInfo.InvariantCulture, $"Ngày {ViDates.Day(r.Day)} dự toán năm {r.Year} nguồn {StatusText.Of(r.Source)} mới được giao {DongShort(r.Allotted)}, thấp hơn số phân bổ {DongShort(r.Allocated)} nếu quyết định có hiệu lực từ ngày đã nhập."),
        PlaceNotOnDay r => $"«{r.Name}»: «{r.Place}» không phải đơn vị hành chính vào ngày quyết định có hiệu lực {ViDates.Day(r.Day)}. Ghi lại địa bàn theo đơn vị của ngày đó.",
        NothingCorrected => "Chưa có mục nào khác với sổ quyết định. Sửa mục bị ghi sai rồi gửi lại.",
        IssuedAfterEffect r => $"Quyết định được tính từ ngày {ViDates.Day(r.EffectiveFrom)} nên ngày ban hành không thể là {ViDates.Day(r.IssuedOn)}, sau ngày đó.",
        DateOutsideYear r => string.Create(CultureInfo.InvariantCulture, $"Ngày ban hành {ViDates.Day(r.IssuedOn)} không thuộc năm {r.Year} là năm của số quyết định. Nhập ngày trong năm {r.Year}."),
        _ => null,
    };
}
