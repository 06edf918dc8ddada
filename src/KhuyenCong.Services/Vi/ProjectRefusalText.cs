using System.Globalization;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Projects;
using static KhuyenCong.Domain.Projects.ProjectRefusals;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="ProjectRefusals"/>.</summary>
internal static class ProjectRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of a project's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        WrongStatus r => WrongStatusText(r),
        ContractNeeded r => $"Đề án thuộc nội dung {r.CategoryCode} phải có hợp đồng trước khi thực hiện. Ghi hợp đồng trước.",
        TakesNoProgress r => $"Không thể cập nhật tiến độ cho đề án ở tình trạng «{StatusText.Of(r.Status)}»; chỉ cập nhật khi đã ký hợp đồng hoặc đang thực hiện.",
        ProgressInFuture r => $"Ngày báo cáo tiến độ {ViDates.Day(r.Date)} ở sau hôm nay. Chọn hôm nay hoặc ngày trước đó.",
        ProgressBeforeDecision r => $"Ngày báo cáo tiến độ {ViDates.Day(r.Date)} ở trước ngày quyết định có hiệu lực {ViDates.Day(r.EffectiveFrom)}. Chọn ngày từ {ViDates.Day(r.EffectiveFrom)} trở đi.",
        ProgressTwiceADay r => $"Ngày {ViDates.Day(r.Date)} đã có báo cáo tiến độ của {r.ByName}. Mỗi ngày chỉ ghi một lần, chọn ngày khác.",
        LowerPercentNeedsReason r => string.Create(CultureInfo.InvariantCulture, $"Tiến độ {r.Percent} % thấp hơn lần trước ({r.Before} %). Ghi lý do giảm hoặc nhập lại tỷ lệ."),
        PercentAboveLater r => string.Create(CultureInfo.InvariantCulture, $"Tiến độ {r.Percent} % cao hơn báo cáo sau đó ngày {ViDates.Day(r.AfterDate)} ({r.After} %). Nhập tỷ lệ không quá {r.After} %."),
        DateInFuture r => $"Ngày {ViDates.Day(r.Date)} ở sau hôm nay. Nhập hôm nay hoặc ngày trước đó.",
        DateBeforeDecision r => $"Ngày {ViDates.Day(r.Date)} ở trước ngày quyết định có hiệu lực {ViDates.Day(r.EffectiveFrom)}. Nhập ngày từ {ViDates.Day(r.EffectiveFrom)} trở đi.",
        NotApprovedYet r => $"Đề án {r.ProjectCode} chưa được phê duyệt; chỉ phân công cán bộ cho đề án đã phê duyệt.",
        NothingToFollow r => $"Đề án {r.ProjectCode} ở tình trạng «{StatusText.Of(r.Status)}», không còn gì để theo dõi; bỏ đề án này khỏi danh sách phân công.",
        NotAnOfficer r => $"{r.Name} không phải cán bộ Trung tâm đang làm việc. Chọn cán bộ khác.",
        FollowedBeforeDecision r => $"Ngày {ViDates.Day(r.From)} ở trước ngày {ViDates.Day(r.EffectiveFrom)}, ngày quyết định phê duyệt đề án {r.ProjectCode} có hiệu lực. Nhập ngày theo dõi từ {ViDates.Day(r.EffectiveFrom)} trở đi.",
        AssignmentEndsTooEarly r => $"Ngày thôi theo dõi {ViDates.Day(r.Until)} ở trước ngày bắt đầu theo dõi {ViDates.Day(r.From)}. Nhập ngày từ {ViDates.Day(r.From)} trở đi.",
        AssignmentOver r => $"Phân công này đã kết thúc ngày {ViDates.Day(r.Until)}, không thay đổi được nữa.",
        NothingChosen => "Chưa chọn đề án nào. Đánh dấu ít nhất một đề án.",
        _ => null,
    };

    private static string WrongStatusText(WrongStatus r)
    {
        var from = ProjectWorkflow.Transitions.Keys.Where(key => key.Action == r.Action)
            .Select(key => $"«{StatusText.Of(key.From)}»");
        return $"Không thể {StatusText.Of(r.Action)} đề án đang ở tình trạng «{StatusText.Of(r.Status)}»; chỉ thực hiện được khi đề án ở tình trạng {string.Join(" hoặc ", from)}.";
    }
}
