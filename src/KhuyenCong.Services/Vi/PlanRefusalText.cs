using System.Globalization;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Plans;
using static KhuyenCong.Domain.Plans.PlanRefusals;
using static KhuyenCong.Services.Vi.VndFormat;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="PlanRefusals"/>.</summary>
internal static class PlanRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of a plan's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        WrongStatus r => WrongStatusText(r),
        TrancheTaken r => Text($"Năm {r.Year} đã có kế hoạch {TrancheText.Of(r.Tranche)}. Chọn đợt khác hoặc mở kế hoạch đã có."),
        WasSubmitted => "Kế hoạch đã được trình nên phải giữ lại, không xóa được. Sửa nội dung rồi trình lại.",
        NoProjects => "Kế hoạch chưa có đề án nào. Thêm ít nhất một đề án.",
        AreaNotSet r => $"Đề án «{r.ProjectName}» chưa có địa bàn. Chọn địa bàn hoặc «Toàn tỉnh».",
        NoSupport r => $"Đề án «{r.ProjectName}» chưa có kinh phí hỗ trợ. Nhập số tiền lớn hơn 0\u00A0đ.",
        NoParties r => $"Đề án «{r.ProjectName}» chưa ghi đủ đơn vị thực hiện và đơn vị thụ hưởng. Mở đề án để nhập.",
        NoPeriod r => $"Đề án «{r.ProjectName}» chưa có thời gian thực hiện. Nhập tháng bắt đầu và tháng kết thúc.",
        NoOpinion r => $"Đề án «{r.ProjectName}» chưa có ý kiến thẩm định. Ghi ý kiến cho đề án này.",
        OpinionBlocks r => $"Đề án «{r.ProjectName}» có ý kiến thẩm định «{StatusText.Of(r.Verdict)}». Trả lại kế hoạch để chỉnh sửa hoặc bỏ đề án này.",
        SubmitterMayNotAppraise => "Người trình kế hoạch không được thẩm định chính kế hoạch đó. Chuyên viên khác thẩm định.",
        SubmitterMayNotApprove => "Người trình kế hoạch không được phê duyệt chính kế hoạch đó. Người có thẩm quyền khác phê duyệt.",
        NoAllotment r => Text($"Năm {r.Year} chưa có dự toán được giao của nguồn {StatusText.Short(r.Source)}. Kế toán nhập dự toán được giao trước."),
        OverAllotment r => Text($"Không thể phê duyệt {DongShort(r.Asked)} từ nguồn {StatusText.Short(r.Source)}: chưa phân bổ năm {r.Year} chỉ còn {DongShort(r.Unallocated)} (được giao {DongShort(r.Allotted)}, đã phân bổ {DongShort(r.Allocated)})."),
        StatedTotalDiffers r => $"Tổng nêu trong quyết định là {DongShort(r.Stated)}, tổng các đề án là {DongShort(r.Computed)}, lệch {DongShort(r.Stated - r.Computed)}. Sửa số đã nhập hoặc ghi lý do chênh lệch.",
        StatedCountDiffers r => Text($"Quyết định nêu {r.Stated} đề án, kế hoạch có {r.Computed} đề án. Sửa số đã nhập hoặc ghi lý do chênh lệch."),
        DecisionNumberTaken r => Text($"Quyết định số {r.Number} năm {r.Year} đã có. Kiểm tra lại số và ngày của quyết định."),
        DecisionDateMissing => "Quyết định chưa có ngày ban hành. Nhập ngày ghi trên quyết định.",
        DecisionDateInFuture r => $"Ngày quyết định {ViDates.Day(r.IssuedOn)} ở sau hôm nay. Nhập ngày đã ban hành.",
        DecisionFileMissing => "Chưa có tệp PDF của quyết định đã ký. Chọn tệp để đính kèm.",
        ReasonMissing => "Chưa có lý do. Ghi lý do rồi thực hiện lại.",
        _ => null,
    };

    private static string WrongStatusText(WrongStatus r)
    {
        var from = PlanWorkflow.Transitions.Keys.Where(key => key.Action == r.Action)
            .Select(key => $"«{StatusText.Of(key.From)}»");
        return $"Không thể {StatusText.Of(r.Action)} kế hoạch đang ở tình trạng «{StatusText.Of(r.Status)}»; chỉ {StatusText.Of(r.Action)} được khi kế hoạch ở tình trạng {string.Join(" hoặc ", from)}.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
