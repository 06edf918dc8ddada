using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>
/// A change of an approved plan on its way to a decision: lines, each of one kind. Nothing of the plan moves before
/// the decision; then its lines become terms.
/// </summary>
public class Adjustment : IVersioned
{
    public int Id { get; init; }
    public required int PlanId { get; init; }
    public Plan? Plan { get; init; }

    /// <summary>Counts the plan's adjustments, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Why the plan is adjusted, as the submission says.</summary>
    public required string Reason { get; set; }

    public AdjustmentStatus Status { get; private set; } = AdjustmentStatus.Draft;
    public int Version { get; private set; }

    /// <summary>Counts submissions.</summary>
    public int Round { get; private set; }

    /// <summary>Who submitted the current round; may not sign it.</summary>
    public int? SubmittedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    public required int CreatedById { get; init; }

    /// <summary>The decision that put it into force.</summary>
    public int? DecisionId { get; private set; }

    public Decision? Decision { get; private set; }

    public ICollection<AdjustmentLine> Lines { get; init; } = [];

    /// <summary>Papers that support it.</summary>
    public ICollection<Document> Documents { get; init; } = [];

    public ICollection<AdjustmentStatusChange> History { get; init; } = [];

    /// <summary>True while lines may be added, changed or removed.</summary>
    public bool IsEditable => AdjustmentWorkflow.Next(Status, AdjustmentAction.Edit) is not null;

    public void Touch() => Version++;

    /// <summary>Carries out a transition and writes it into the history: the only place that assigns the status.</summary>
    /// <exception cref="RefusedActionException">The table has no such transition.</exception>
    public void Move(AdjustmentAction action, Actor by, DateTime at, string? reason = null)
    {
        RefusedActionException.ThrowIfAny(AdjustmentRules.WhyNotMove(this, action));
        var to = AdjustmentWorkflow.Next(Status, action)!.Value;
        History.Add(new AdjustmentStatusChange
        {
            Action = action, From = Status, To = to, ById = by.UserId, ByName = by.Name, At = at, Reason = reason,
        });
        if (action == AdjustmentAction.Submit)
        {
            Round++;
            SubmittedById = by.UserId;
            SubmittedAt = at;
        }

        Status = to;
        Touch();
    }

    /// <summary>Puts it into force under its decision.</summary>
    public void Approve(Decision decision, Actor by, DateTime at)
    {
        Move(AdjustmentAction.Approve, by, at);
        Decision = decision;
    }
}
