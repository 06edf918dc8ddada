using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Plans;

/// <summary>What the page of approval shows: the plan, how it came here, and who may issue the decision.</summary>
public sealed record PlanApprovalForm(
    PlanPage Plan, PlanStatusChange? Submitted, PlanStatusChange? Appraised, IReadOnlyList<DraftChoice> Bodies, string? DefaultBody);
