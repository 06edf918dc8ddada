namespace KhuyenCong.Services.Inbox;

/// <summary>What somebody waits for; also the order of the sections.</summary>
public enum InboxKind
{
    PlanToApprove,
    PlanToAppraise,
    PlanReturned,
    PlanDraft,
    MoneyToValidate,
    MoneyRejected,
    UpdateDue,
    OfficerMissing,
    ContractMissing,
}
