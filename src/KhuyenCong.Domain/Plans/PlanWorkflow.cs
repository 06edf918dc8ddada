using static KhuyenCong.Domain.Plans.PlanAction;
using static KhuyenCong.Domain.Plans.PlanStatus;

namespace KhuyenCong.Domain.Plans;

/// <summary>The one table of a plan's transitions. The diagram in docs/workflow.md is generated from it.</summary>
public static class PlanWorkflow
{
    public static IReadOnlyDictionary<(PlanStatus From, PlanAction Action), PlanStatus> Transitions { get; } =
        new Dictionary<(PlanStatus, PlanAction), PlanStatus>
        {
            [(Draft, Edit)] = Draft,
            [(Returned, Edit)] = Returned,
            [(Draft, Submit)] = Submitted,
            [(Returned, Submit)] = Submitted,
            [(Submitted, Appraise)] = Appraised,
            [(Submitted, Return)] = Returned,
            [(Appraised, Return)] = Returned,
            [(Appraised, Approve)] = Approved,
            [(Approved, Close)] = Closed,
        };

    /// <summary>The state an action leads to, or null when the action does not exist in that state.</summary>
    public static PlanStatus? Next(PlanStatus from, PlanAction action) =>
        Transitions.TryGetValue((from, action), out var to) ? to : null;
}
