namespace KhuyenCong.Services.Inbox;

/// <summary>What somebody waits for; also the order of the sections.</summary>
public enum InboxKind
{
    PlanToApprove,
    AdjustmentToApprove,
    StepToSign,
    PlanToAppraise,
    PlanReturned,
    AdjustmentReturned,
    PlanDraft,
    AdjustmentDraft,
    MoneyToValidate,
    MoneyRejected,
    UpdateDue,
    OfficerMissing,
    ContractMissing,
    AccountToConfirm,
}
