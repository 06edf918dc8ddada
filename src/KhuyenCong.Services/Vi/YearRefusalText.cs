using System.Globalization;
using KhuyenCong.Domain;
using static KhuyenCong.Domain.Money.AllotmentRefusals;
using static KhuyenCong.Domain.Money.YearClosingRefusals;
using static KhuyenCong.Services.Vi.VndFormat;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of budgets over time and of closing a year.</summary>
internal static class YearRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of these.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        LaterYearClosed r => string.Create(CultureInfo.InvariantCulture, $"Năm ngân sách {r.Closed} đã khóa sổ nên không giao thêm dự toán cho năm {r.Year}: số còn lại không chuyển sang năm nào được."),
        YearFarFromPaper r => string.Create(CultureInfo.InvariantCulture, $"Quyết định ngày {ViDates.Day(r.IssuedOn)} chỉ giao dự toán cho năm {r.IssuedOn.Year - 1}, {r.IssuedOn.Year} hoặc {r.IssuedOn.Year + 1}, không phải năm {r.Year}."),
        CarriedIntoClosedYear r => string.Create(CultureInfo.InvariantCulture, $"Năm ngân sách {r.Year} đã khóa sổ nên không chuyển nguồn sang năm đó được; ghi 0 ở số chuyển sang."),
        BelowAllocatedOnDay r => $"Không thể giảm dự toán {DongShort(r.Change.Magnitude())}: đến ngày {ViDates.Day(r.Day)} đã phân bổ {DongShort(r.Allocated)}, dự toán được giao chỉ còn {DongShort(r.Allotted)}. Kiểm tra lại số tiền và ngày quyết định.",
        YearNotOver r => string.Create(CultureInfo.InvariantCulture, $"Năm ngân sách {r.Year} chưa kết thúc; khóa sổ được từ sau ngày {ViDates.Day(r.LastDay)}."),
        EarlierYearOpen r => string.Create(CultureInfo.InvariantCulture, $"Năm ngân sách {r.Year} chưa khóa sổ. Khóa sổ lần lượt từng năm, bắt đầu từ năm {r.Year}."),
        PlanNotDecided r => $"«{r.Title}» còn ở tình trạng «{StatusText.Of(r.Status)}». Phê duyệt kế hoạch hoặc bỏ dự thảo trước khi khóa sổ.",
        AdjustmentOpen r => string.Create(CultureInfo.InvariantCulture, $"Điều chỉnh lần {r.Ordinal} của «{r.PlanTitle}» còn ở tình trạng «{AdjustmentText.Of(r.Status)}». Quyết định hoặc bỏ điều chỉnh đó trước."),
        MoneyWaiting r => $"«{r.Name}» còn khoản chờ kế toán (chi {DongShort(r.Pending)}, thu hồi {DongShort(r.PendingRecovery)}, thanh toán tạm ứng {DongShort(r.PendingClearing)}). Duyệt hoặc từ chối rồi khóa sổ.",
        ShareRemains r => $"«{r.Name}» còn {DongShort(r.Share - r.Disbursed)} của nguồn {StatusText.Short(r.Source)} chưa giải ngân (phần của năm {DongShort(r.Share)}, đã giải ngân {DongShort(r.Disbursed)}). Lập điều chỉnh chuyển sang năm sau hoặc giảm kinh phí.",
        CarriedBeyondUnallocated r => $"Không thể chuyển nguồn {DongShort(r.Asked)} của nguồn {StatusText.Short(r.Source)}: chỉ còn {DongShort(r.Unallocated)} chưa phân bổ.",
        _ => null,
    };
}
