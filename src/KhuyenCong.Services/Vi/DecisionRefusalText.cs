using System.Globalization;
using KhuyenCong.Domain;
using static KhuyenCong.Domain.Decisions.DecisionRefusals;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="Domain.Decisions.DecisionRefusals"/>.</summary>
internal static class DecisionRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of decisions'.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        NothingCorrected => "Chưa có mục nào khác với sổ quyết định. Sửa mục bị ghi sai rồi gửi lại.",
        DateOutsideYear r => string.Create(CultureInfo.InvariantCulture, $"Ngày ban hành {ViDates.Day(r.IssuedOn)} không thuộc năm {r.Year} là năm của số quyết định. Nhập ngày trong năm {r.Year}."),
        _ => null,
    };
}
