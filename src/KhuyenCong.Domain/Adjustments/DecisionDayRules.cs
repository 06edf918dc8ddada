using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>
/// Whether a decision may count from its day, which may lie back: the same for plans and for adjustments. Every limit
/// holds on every day from then on.
/// </summary>
public static class DecisionDayRules
{
    /// <summary>Nothing is decided into a year whose account is closed.</summary>
    public static IEnumerable<Refusal> WhyNotYear(DateOnly day, bool isClosed) => isClosed ? [new DecisionRefusals.DatedInClosedYear(day.Year)] : [];

    /// <summary>Places are units of the decision's own day; the terms have been read with their areas and units.</summary>
    public static IEnumerable<Refusal> WhyNotPlaces(DateOnly day, IEnumerable<ProjectTerms> terms) => terms.SelectMany(t => t.Areas
        .Where(a => a.Unit!.ValidFrom > day || a.Unit.ValidTo < day).Select(a => new DecisionRefusals.PlaceNotOnDay(t.Name, a.Unit!.Name, day)));

    /// <summary>On no day more of a budget is allocated than was allotted by that day.</summary>
    /// <param name="day">The day the decision counts from.</param>
    /// <param name="move">What it makes of the budget.</param>
    /// <param name="before">The budget over time without it.</param>
    public static IEnumerable<Refusal> WhyNotBudget(DateOnly day, BudgetMove move, AllotmentTimeline before)
    {
        var after = before with { Allocated = [.. before.Allocated, (day, move.Allocated)], Allotted = [.. before.Allotted, (day, move.Allotted)] };
        if (after.FirstBreach(day) is { } breach) yield return new DecisionRefusals.BreaksAllotmentOnDay(move.Year, move.Source, breach.Day, breach.Allocated, breach.Allotted);
    }

    /// <summary>On no day more of a project is contracted than its support of that day, or disbursed than that, the contracts and the acceptance allow.</summary>
    /// <param name="day">The day the decision counts from.</param>
    /// <param name="effect">What it makes of a project that stands already.</param>
    /// <param name="before">The project over time without it.</param>
    public static IEnumerable<Refusal> WhyNotProject(DateOnly day, AdjustmentEffect effect, ProjectTimeline before)
    {
        var (project, name) = (effect.Of!.Project, effect.Of.Terms.Name);
        var after = before with { Supports = [.. before.Supports, (day, effect.After.Support)] };

        // What the contracts lose they lose on the decision's own day.
        if ((effect.Stops || project.ContractsFollowSupport) && project.Contracted is { } contracted && contracted > effect.After.Support)
        {
            after = after with { Contracts = [.. before.Contracts, (day, effect.After.Support - contracted)] };
        }

        if (after.FirstOverContracted(day) is { } over) yield return new AdjustmentRefusals.ContractsBeyondSupportOnDay(project.Id, name, over.Day, over.Contracted, over.Support);
        if (after.FirstBreach(day) is { } breach) yield return new AdjustmentRefusals.BreaksProjectOnDay(project.Id, name, breach.Day, breach.Posted, breach.Limit);
    }
}
