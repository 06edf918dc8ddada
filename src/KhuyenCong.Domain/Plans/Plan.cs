using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Domain.Plans;

/// <summary>
/// A tranche of the yearly industrial-extension plan. Its content is its projects; after approval only
/// decisions change it.
/// </summary>
public class Plan : IVersioned, ISearchable
{
    public int Id { get; init; }

    public required int Year { get; init; }

    public required Tranche Tranche { get; init; }

    /// <summary>The budget that the plan's own support column names.</summary>
    public required FundingSource Source { get; init; }

    public required string Title { get; set; }

    public PlanStatus Status { get; private set; } = PlanStatus.Draft;

    public int Version { get; private set; }

    /// <summary>Counts submissions: opinions belong to the round they were given in.</summary>
    public int Round { get; private set; }

    /// <summary>Who submitted the current round; may not approve it.</summary>
    public int? SubmittedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Made-up content for demonstrations; shown as «Dữ liệu minh họa» wherever the plan appears.</summary>
    public bool IsIllustrative { get; init; }

    public int CreatedById { get; init; }

    public ICollection<PlanGroup> Groups { get; init; } = [];

    public ICollection<PlanStatusChange> History { get; init; } = [];

    public string SearchSource => $"{Title} {Year}";

    public string SortSource => Title;

    public void Touch() => Version++;

    /// <summary>True while projects may be added, changed, moved or removed.</summary>
    public bool IsEditable => PlanWorkflow.Next(Status, PlanAction.Edit) is not null;

    /// <summary>Carries out a transition and writes it into the history: the only place that assigns the status.</summary>
    /// <exception cref="RefusedActionException">The table has no such transition.</exception>
    public void Move(PlanAction action, Actor by, DateTime at, string? reason = null)
    {
        RefusedActionException.ThrowIfAny(PlanRules.WhyNotMove(this, action));
        var to = PlanWorkflow.Next(Status, action)!.Value;
        History.Add(new PlanStatusChange
        {
            Action = action, From = Status, To = to, ById = by.UserId, ByName = by.Name, At = at, Reason = reason,
        });
        if (action == PlanAction.Submit)
        {
            Round++;
            SubmittedById = by.UserId;
            SubmittedAt = at;
        }

        Status = to;
        Touch();
    }
}
