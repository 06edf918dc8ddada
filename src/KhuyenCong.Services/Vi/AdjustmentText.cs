using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;

namespace KhuyenCong.Services.Vi;

/// <summary>Words of adjustments.</summary>
public static class AdjustmentText
{
    public static string Of(AdjustmentStatus status) => status switch
    {
        AdjustmentStatus.Draft => "Dự thảo",
        AdjustmentStatus.Submitted => "Đã trình",
        AdjustmentStatus.Returned => "Trả lại",
        AdjustmentStatus.Approved => "Đã phê duyệt",
        AdjustmentStatus.Rejected => "Không phê duyệt",
    };

    /// <summary>An action as a verb, lower case: "trình".</summary>
    public static string Of(AdjustmentAction action) => action switch
    {
        AdjustmentAction.Edit => "sửa",
        AdjustmentAction.Submit => "trình",
        AdjustmentAction.Return => "trả lại",
        AdjustmentAction.Reject => "không phê duyệt",
        AdjustmentAction.Approve => "phê duyệt",
    };

    public static string Of(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.RaiseSupport => "Tăng kinh phí",
        AdjustmentKind.LowerSupport => "Giảm kinh phí",
        AdjustmentKind.ReplaceBeneficiary => "Thay đơn vị thụ hưởng",
        AdjustmentKind.ChangePlace => "Đổi địa bàn",
        AdjustmentKind.ChangeDates => "Đổi thời gian",
        AdjustmentKind.ChangeContent => "Đổi nội dung",
        AdjustmentKind.AddProject => "Bổ sung đề án",
        AdjustmentKind.StopProject => "Ngừng thực hiện",
        AdjustmentKind.MoveSource => "Chuyển nguồn kinh phí",
        AdjustmentKind.MoveToNextYear => "Chuyển sang năm sau",
    };

    public static string Of(AdjustmentDecider decider) => decider switch
    {
        AdjustmentDecider.PlanBody => "Cơ quan đã phê duyệt kế hoạch",
        AdjustmentDecider.Director => "Giám đốc Sở",
    };

    /// <summary>What a submission is about.</summary>
    public static string Of(ApprovalSubject subject) => subject switch
    {
        ApprovalSubject.Plan => "Kế hoạch",
        ApprovalSubject.Adjustment => "Điều chỉnh kế hoạch",
    };
}
