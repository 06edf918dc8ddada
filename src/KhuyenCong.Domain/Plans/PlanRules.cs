using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Plans;

/// <summary>Why a plan cannot be edited, submitted, appraised, approved or returned: all reasons at once.</summary>
public static class PlanRules
{
    public static IReadOnlyList<Refusal> WhyNotMove(Plan plan, PlanAction action) =>
        PlanWorkflow.Next(plan.Status, action) is null ? [new PlanRefusals.WrongStatus(action, plan.Status)] : [];

    /// <summary>Only a draft that was never submitted is discarded.</summary>
    public static IReadOnlyList<Refusal> WhyNotDiscard(Plan plan) =>
        plan.Round > 0 ? [new PlanRefusals.WasSubmitted()] : WhyNotMove(plan, PlanAction.Edit);

    /// <summary>A plan is submitted only when complete: projects, and for each an area, a period and an amount of support.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lines">Its projects with their current terms.</param>
    public static IReadOnlyList<Refusal> WhyNotSubmit(Plan plan, IReadOnlyCollection<PlanLine> lines)
    {
        List<Refusal> refusals = [.. WhyNotMove(plan, PlanAction.Submit)];
        if (lines.Count == 0) refusals.Add(new PlanRefusals.NoProjects());
        foreach (var line in lines)
        {
            if (line.AreaScope == AreaScope.Unset) refusals.Add(new PlanRefusals.AreaNotSet(line.ProjectId, line.Name));
            if (line.Support <= Vnd.Zero) refusals.Add(new PlanRefusals.NoSupport(line.ProjectId, line.Name));
            if (!line.HasParties) refusals.Add(new PlanRefusals.NoParties(line.ProjectId, line.Name));
            if (!line.HasPeriod) refusals.Add(new PlanRefusals.NoPeriod(line.ProjectId, line.Name));
        }

        return [.. refusals, .. OverNorm(lines)];
    }

    /// <summary>Separation of duties: who submitted gives no opinion on it, whatever the roles; somebody else appraises.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="appraiser">Who would give opinions.</param>
    public static IReadOnlyList<Refusal> WhyNotOpine(Plan plan, Actor appraiser) =>
    [
        .. WhyNotMove(plan, PlanAction.Appraise),
        .. IsSubmitter(plan, appraiser) ? [new PlanRefusals.SubmitterMayNotAppraise()] : Array.Empty<Refusal>(),
    ];

    /// <summary>The appraisal ends when every project has an opinion of this round, given by somebody else than who submitted.</summary>
    public static IReadOnlyList<Refusal> WhyNotAppraise(Plan plan, IReadOnlyCollection<PlanLine> lines, Actor appraiser) =>
    [
        .. WhyNotOpine(plan, appraiser),
        .. lines.Where(l => l.Verdict is null).Select(l => new PlanRefusals.NoOpinion(l.ProjectId, l.Name)),
    ];

    /// <summary>What blocks approval whatever the decision says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lines">Its projects with terms and opinions of the current round.</param>
    /// <param name="budgets">The budgets of the years that its support is paid in, one for each source.</param>
    /// <param name="approver">Who would approve.</param>
    public static IReadOnlyList<Refusal> WhyNotApprove(
        Plan plan, IReadOnlyCollection<PlanLine> lines, IReadOnlyCollection<(int Year, FreeBudget Budget)> budgets, Actor approver)
    {
        List<Refusal> refusals = [.. WhyNotMove(plan, PlanAction.Approve)];
        if (IsSubmitter(plan, approver)) refusals.Add(new PlanRefusals.SubmitterMayNotApprove());
        if (lines.Count == 0) refusals.Add(new PlanRefusals.NoProjects());
        foreach (var line in lines)
        {
            if (line.Verdict is null) refusals.Add(new PlanRefusals.NoOpinion(line.ProjectId, line.Name));
            else if (line.Verdict != AppraisalVerdict.Passed) refusals.Add(new PlanRefusals.OpinionBlocks(line.ProjectId, line.Name, line.Verdict.Value));
        }

        refusals.AddRange(OverNorm(lines));
        foreach (var share in lines.SelectMany(l => l.Funding).GroupBy(f => (f.Year, f.Source)).OrderBy(g => g.Key))
        {
            var (year, source) = share.Key;
            var asked = share.Sum(f => f.Amount);
            if (asked.IsZero) continue;
            var matching = budgets.Where(b => b.Year == year && b.Budget.Source == source).Select(b => b.Budget).ToList();
            if (matching.Count == 0) refusals.Add(new PlanRefusals.NoAllotment(year, source));
            else if (asked > matching[0].Unallocated) refusals.Add(new PlanRefusals.OverAllotment(year, source, asked, matching[0].Unallocated, matching[0].Allotted, matching[0].Allocated));
        }

        return refusals;
    }

    private static bool IsSubmitter(Plan plan, Actor actor) => plan.SubmittedById is { } submitter && submitter == actor.UserId;

    // Over the norm needs a reason that the approver sees (DOMAIN §2.4).
    private static IEnumerable<Refusal> OverNorm(IEnumerable<PlanLine> lines) => lines
        .Where(l => l.Norm.Verdict == NormVerdict.Over && string.IsNullOrWhiteSpace(l.OverNormReason))
        .Select(l => new ApprovalRefusals.OverNorm(l.ProjectId, l.Name, l.Support, l.Norm.Limit!.Value));
}
