using static KhuyenCong.Domain.Adjustments.AdjustmentAction;
using static KhuyenCong.Domain.Adjustments.AdjustmentStatus;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>The one table of an adjustment's transitions. The diagram in docs/workflow.md is generated from it.</summary>
public static class AdjustmentWorkflow
{
    public static IReadOnlyDictionary<(AdjustmentStatus From, AdjustmentAction Action), AdjustmentStatus> Transitions { get; } =
        new Dictionary<(AdjustmentStatus, AdjustmentAction), AdjustmentStatus>
        {
            [(Draft, Edit)] = Draft,
            [(Returned, Edit)] = Returned,
            [(Draft, Submit)] = Submitted,
            [(Returned, Submit)] = Submitted,
            [(Submitted, Return)] = Returned,
            [(Submitted, Reject)] = Rejected,
            [(Submitted, Approve)] = Approved,
        };

    /// <summary>The state an action leads to, or null when the action does not exist in that state.</summary>
    public static AdjustmentStatus? Next(AdjustmentStatus from, AdjustmentAction action) =>
        Transitions.TryGetValue((from, action), out var to) ? to : null;
}
