using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Domain.Projects;

/// <summary>Why a project cannot be contracted, started, reported on or accepted: all reasons at once.</summary>
public static class ProjectRules
{
    public static IReadOnlyList<Refusal> WhyNotMove(ProjectStatus status, ProjectAction action) =>
        ProjectWorkflow.Next(status, action) is null ? [new ProjectRefusals.WrongStatus(action, status)] : [];

    /// <summary>Officers follow approved projects, and stopped ones while money may still come back.</summary>
    public static IReadOnlyList<Refusal> WhyNotFollow(Project project) => project.Status switch
    {
        ProjectStatus.Rejected or ProjectStatus.Withdrawn => [new ProjectRefusals.NothingToFollow(project.Code, project.Status)],
        ProjectStatus.Discontinued when project.Support.IsZero => [new ProjectRefusals.NothingToFollow(project.Code, project.Status)],
        ProjectStatus.Registered or ProjectStatus.Surveyed or ProjectStatus.Drafted or ProjectStatus.Appraised => [new ProjectRefusals.NotApprovedYet(project.Code)],
        _ => [],
    };

    /// <summary>Nobody follows a project before its decision takes effect, and an assignment is no plan for a day to come.</summary>
    /// <param name="from">The first day assigned.</param>
    /// <param name="decided">The projects' codes and the effective days of their decisions.</param>
    /// <param name="today">Today in Vietnam.</param>
    public static IReadOnlyList<Refusal> WhyNotFollowFrom(DateOnly from, IEnumerable<(string Code, DateOnly On)> decided, DateOnly today)
    {
        var last = decided.OrderBy(d => d.On).LastOrDefault();
        if (from < last.On) return [new ProjectRefusals.FollowedBeforeDecision(last.Code, from, last.On)];
        return from > today ? [new ProjectRefusals.DateInFuture(from)] : [];
    }

    /// <summary>An assignment that was dated ahead, when that was still possible, can be ended at once.</summary>
    public static IReadOnlyList<Refusal> WhyNotEnd(OfficerAssignment assignment, DateOnly until, DateOnly today)
    {
        if (assignment.Until is { } over) return [new ProjectRefusals.AssignmentOver(over)];
        if (until > today) return [new ProjectRefusals.DateInFuture(until)];
        return until < assignment.From && assignment.From <= today ? [new ProjectRefusals.AssignmentEndsTooEarly(until, assignment.From)] : [];
    }

    /// <summary>Contracted ≤ current support, and not below what is already posted or pending.</summary>
    public static IReadOnlyList<Refusal> WhyNotContract(Project project, Vnd value, DateOnly signedOn, DateOnly decidedOn, DateOnly today) =>
        WhyNotContract(project, ContractKind.Contract, value, signedOn, decidedOn, today);

    /// <summary>The same for an appendix, whose value may be below zero.</summary>
    public static IReadOnlyList<Refusal> WhyNotContract(Project project, ContractKind kind, Vnd value, DateOnly signedOn, DateOnly decidedOn, DateOnly today) =>
    [
        .. WhyNotMove(project.Status, ProjectAction.Contract),
        .. WhyNotDate(signedOn, decidedOn, today),
        .. WhyNotContractValue(project, kind, value),
    ];

    /// <summary>Whether an appendix can be recorded at all: what the page's action asks.</summary>
    public static IReadOnlyList<Refusal> WhyNotAppendix(Project project) =>
        project.Contracted is null ? [new MoneyRefusals.AppendixNeedsContract()] : WhyNotMove(project.Status, ProjectAction.Contract);

    /// <summary>What the amounts alone refuse.</summary>
    internal static IReadOnlyList<Refusal> WhyNotContractValue(Project project, ContractKind kind, Vnd value)
    {
        var before = project.Contracted ?? Vnd.Zero;
        if (kind == ContractKind.Appendix && project.Contracted is null) return [new MoneyRefusals.AppendixNeedsContract()];
        if (value.IsZero || (value.IsNegative && kind == ContractKind.Contract)) return [new MoneyRefusals.AmountNotPositive()];
        if (before + value > project.Support) return [new MoneyRefusals.ContractBeyondSupport(value, before, project.Support)];
        if (before + value < project.Posted + project.Pending) return [new MoneyRefusals.ContractBelowPosted(value, before, project.Posted, project.Pending)];
        return [];
    }

    /// <summary>A contract's number stands once in a project.</summary>
    public static IReadOnlyList<Refusal> WhyNotContractNumber(string number, IEnumerable<string> recorded) =>
        recorded.Any(r => VietnameseText.Fold(r) == VietnameseText.Fold(number)) ? [new MoneyRefusals.ContractNumberTaken(number)] : [];

    /// <summary>Only projects that need no contract start without one.</summary>
    public static IReadOnlyList<Refusal> WhyNotStart(Project project, bool contractRequired, string categoryCode)
    {
        List<Refusal> refusals = [.. WhyNotMove(project.Status, ProjectAction.Start)];
        if (contractRequired && project.Contracted is null) refusals.Add(new ProjectRefusals.ContractNeeded(categoryCode));
        return refusals;
    }

    /// <summary>Whether progress can be reported at all: what the page's primary action asks.</summary>
    public static IReadOnlyList<Refusal> WhyNotReport(ProjectStatus status) =>
        status.TakesProgress() ? [] : [new ProjectRefusals.TakesNoProgress(status)];

    /// <summary>At most one update a day, never in the future; a percent below the one before it needs a reason.</summary>
    /// <param name="project">The project.</param>
    /// <param name="date">The day reported on.</param>
    /// <param name="percent">Percent of the work done, 0 to 100.</param>
    /// <param name="lowerReason">Why the percent is lower than before.</param>
    /// <param name="sameDay">The update of that day, if any.</param>
    /// <param name="before">The latest update before that day, if any.</param>
    /// <param name="after">The first update after that day, if any.</param>
    /// <param name="decidedOn">The effective day of the project's decision.</param>
    /// <param name="today">Today in Vietnam.</param>
    public static IReadOnlyList<Refusal> WhyNotReport(
        Project project, DateOnly date, int percent, string? lowerReason,
        ProgressUpdate? sameDay, ProgressUpdate? before, ProgressUpdate? after, DateOnly decidedOn, DateOnly today)
    {
        List<Refusal> refusals = [.. WhyNotReport(project.Status)];
        if (date > today) refusals.Add(new ProjectRefusals.ProgressInFuture(date));
        if (date < decidedOn) refusals.Add(new ProjectRefusals.ProgressBeforeDecision(date, decidedOn));
        if (sameDay is not null) refusals.Add(new ProjectRefusals.ProgressTwiceADay(date, sameDay.ByName));
        if (before is not null && percent < before.Percent && string.IsNullOrWhiteSpace(lowerReason))
        {
            refusals.Add(new ProjectRefusals.LowerPercentNeedsReason(percent, before.Percent));
        }

        if (after is not null && percent > after.Percent && string.IsNullOrWhiteSpace(after.LowerReason))
        {
            refusals.Add(new ProjectRefusals.PercentAboveLater(percent, after.Percent, after.Date));
        }

        return refusals;
    }

    /// <summary>Net disbursed ≤ accepted support ≤ current support: what is not found due comes back first.</summary>
    public static IReadOnlyList<Refusal> WhyNotAccept(Project project, DateOnly date, Vnd accepted, DateOnly decidedOn, DateOnly today)
    {
        List<Refusal> refusals = [.. WhyNotMove(project.Status, ProjectAction.Accept), .. WhyNotDate(date, decidedOn, today)];
        refusals.AddRange(WhyNotAcceptedSupport(project, accepted));
        return refusals;
    }

    /// <summary>What the amounts alone refuse.</summary>
    internal static IReadOnlyList<Refusal> WhyNotAcceptedSupport(Project project, Vnd accepted)
    {
        if (accepted.IsNegative || accepted > project.Support) return [new MoneyRefusals.AcceptedBeyondSupport(accepted, project.Support)];
        return accepted < project.Posted + project.Pending ? [new MoneyRefusals.AcceptedBelowSpent(accepted, project.Posted, project.Pending)] : [];
    }

    private static IEnumerable<Refusal> WhyNotDate(DateOnly date, DateOnly decidedOn, DateOnly today)
    {
        if (date > today) yield return new ProjectRefusals.DateInFuture(date);
        if (date < decidedOn) yield return new ProjectRefusals.DateBeforeDecision(date, decidedOn);
    }
}
