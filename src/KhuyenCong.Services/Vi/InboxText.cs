using KhuyenCong.Services.Inbox;

namespace KhuyenCong.Services.Vi;

/// <summary>Words of the home page.</summary>
public static class InboxText
{
    /// <summary>The heading of a section.</summary>
    public static string Heading(InboxKind kind) => kind switch
    {
        InboxKind.PlanToApprove => "Chờ tôi phê duyệt",
        InboxKind.AdjustmentToApprove => "Điều chỉnh chờ tôi phê duyệt",
        InboxKind.StepToSign => "Chờ tôi ký",
        InboxKind.PlanToAppraise => "Chờ thẩm định",
        InboxKind.PlanReturned => "Được trả lại, cần chỉnh sửa",
        InboxKind.AdjustmentReturned => "Điều chỉnh được trả lại",
        InboxKind.PlanDraft => "Dự thảo đang lập",
        InboxKind.AdjustmentDraft => "Điều chỉnh đang lập",
        InboxKind.MoneyToValidate => "Đề nghị tiền chờ duyệt",
        InboxKind.MoneyRejected => "Đề nghị tiền bị từ chối",
        InboxKind.UpdateDue => "Cần cập nhật tiến độ",
        InboxKind.OfficerMissing => "Chưa phân công cán bộ",
        InboxKind.ContractMissing => "Chưa ký hợp đồng",
        InboxKind.AccountToConfirm => "Đề nghị về tài khoản chờ tôi xác nhận",
    };

    /// <summary>The button of an item: a verb that says what happens.</summary>
    public static string Action(InboxKind kind) => kind switch
    {
        InboxKind.PlanToApprove => "Xem và phê duyệt",
        InboxKind.AdjustmentToApprove => "Xem điều chỉnh",
        InboxKind.StepToSign => "Xem và ký",
        InboxKind.PlanToAppraise => "Thẩm định",
        InboxKind.PlanReturned => "Chỉnh sửa",
        InboxKind.AdjustmentReturned => "Sửa điều chỉnh",
        InboxKind.PlanDraft => "Mở dự thảo",
        InboxKind.AdjustmentDraft => "Mở điều chỉnh",
        InboxKind.MoneyToValidate => "Xem và duyệt",
        InboxKind.MoneyRejected => "Xem lý do",
        InboxKind.UpdateDue => "Cập nhật",
        InboxKind.OfficerMissing => "Phân công",
        InboxKind.ContractMissing => "Xem danh sách",
        InboxKind.AccountToConfirm => "Xem và xác nhận",
    };

    /// <summary>"hôm nay", "chờ 12 ngày"; for updates "cập nhật cách đây 12 ngày".</summary>
    public static string Since(InboxKind kind, DateOnly since, DateOnly today) => (kind, today.DayNumber - since.DayNumber) switch
    {
        (_, <= 0) => "hôm nay",
        (InboxKind.UpdateDue, var days) => $"lần cập nhật gần nhất, cách đây {days} ngày",
        (InboxKind.MoneyRejected, var days) => $"cách đây {days} ngày",
        (_, var days) => $"chờ {days} ngày",
    };
}
