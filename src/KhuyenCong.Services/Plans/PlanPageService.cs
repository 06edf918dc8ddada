using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Reports;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads one plan for its pages, with a number of SQL commands that does not depend on the number of projects.</summary>
public sealed class PlanPageService(AppDbContext db, TimeProvider clock)
{
    /// <summary>The plan of a day, by every decision in the register.</summary>
    public Task<Result<PlanPage>> ReadAsync(Actor actor, int id, DateOnly? asOf, CancellationToken stop) => ReadAsync(actor, id, asOf, null, stop);

    /// <param name="actor">Who reads.</param>
    /// <param name="id">The plan.</param>
    /// <param name="asOf">The day whose terms are shown; today when null.</param>
    /// <param name="recordedBy">The day by whose end a decision had been entered in the register to count; every decision when null.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<PlanPage>> ReadAsync(Actor actor, int id, DateOnly? asOf, DateOnly? recordedBy, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var found = await db.Plans.AsNoTracking().Where(p => p.Id == id).Select(p => new { Plan = p, IsYearClosed = db.YearClosings.Any(c => c.Year == p.Year) }).SingleOrDefaultAsync(stop);
        if (found is null) return Failure.NotFound;
        var plan = found.Plan;

        var today = clock.Today();
        var day = asOf ?? today;
        var history = await db.PlanHistory.AsNoTracking().Where(h => h.PlanId == id).OrderByDescending(h => h.Id).ToListAsync(stop);
        var heads = await db.PlanGroups.AsNoTracking().Where(g => g.PlanId == id).OrderBy(g => g.Ordinal)
            .Select(g => new { g.Id, g.Ordinal, g.Title, g.Category!.Code }).ToListAsync(stop);
        var terms = recordedBy is { } entered ? db.TermsAsOf(day, VietnamTime.StartOf(entered.AddDays(1))) : db.TermsAsOf(day);
        var then = day < today || recordedBy is not null ? await BudgetRows.ReadAsync(db, db.Projects.Where(p => p.PlanId == id), terms, day, isCurrent: false, stop) : [];
        var isDecided = plan.Status is PlanStatus.Approved or PlanStatus.Closed;
        var lines = isDecided ? [] : await db.PlanLinesAsync(plan, day, stop);
        var others = isDecided ? await OtherSharesAsync(plan, terms, stop) : lines.SelectMany(l => l.Funding.Where(f => !f.Amount.IsZero && (f.Source != plan.Source || f.Year != plan.Year)).Select(f => (l.ProjectId, Share: f))).ToLookup(o => o.ProjectId, o => o.Share);
        var projects = await ReadProjectsAsync(plan, terms, then.ToDictionary(r => r.ProjectId), others, stop);
        var groups = heads.ConvertAll(g => new PlanPageGroup(g.Id, g.Ordinal, g.Title, g.Code, [.. projects[g.Id].OrderBy(p => p.Ordinal)]));
        int[] otherYears = [.. lines.SelectMany(l => l.Funding).Where(f => !f.Amount.IsZero && f.Year != plan.Year).Select(f => f.Year).Distinct()];
        var budgets = await db.BudgetPositionsAsync(otherYears.Length == 0 ? plan.Year : null, today, stop);

        var submission = plan.Round == 0 ? null : await db.Submissions.AsNoTracking().NewestAsync(ApprovalSubject.Plan, plan.Id, stop);
        var view = submission is null ? null : await SubmissionView.OfAsync(db, submission, actor, today, stop);
        var whyNotYear = plan.Status == PlanStatus.Appraised ? [.. PlanYears.WhyNot(plan.Year, found.IsYearClosed), .. otherYears.Length == 0 ? [] : await db.WhyNotYearsAsync(otherYears, stop)] : Array.Empty<Domain.Refusal>();
        return new PlanPage(
            plan.Id, plan.Version, plan.Title, plan.Year, plan.Tranche, plan.Source, plan.Status, plan.Round, plan.IsIllustrative,
            plan.IsEditable, plan.SubmittedById, plan.SubmittedAt, day, groups,
            groups.Aggregate(PlanFigures.None, (sum, g) => sum + g.Figures),
            isDecided ? await ReadDecisionAsync(plan.Id, stop) : null,
            budgets.SingleOrDefault(b => b.Year == plan.Year && b.Source == plan.Source), history)
        {
            Submission = view,
            Today = today,
            RecordedBy = recordedBy,
            Budgets = isDecided ? [] : [.. BudgetsOf(plan, lines, budgets)],
            WhyNotSubmit = PlanRules.WhyNotSubmit(plan, lines),
            WhyNotOpine = PlanRules.WhyNotOpine(plan, actor),
            WhyNotApprove = [.. PlanRules.WhyNotApprove(plan, lines, [.. budgets.Select(b => (b.Year, b.Free))], actor), .. WhyNotSign(plan, view), .. whyNotYear],
            WhyNotReturn = PlanRules.WhyNotMove(plan, PlanAction.Return),
            WhyNotDiscard = PlanRules.WhyNotDiscard(plan),
        };
    }

    private static IEnumerable<BudgetChange> BudgetsOf(Plan plan, IReadOnlyList<PlanLine> lines, IReadOnlyList<BudgetPosition> budgets)
    {
        var moves = BudgetMove.Sum(lines.SelectMany(l => l.Funding).Select(f => new BudgetMove(f.Year, f.Source, f.Amount, Vnd.Zero)));
        var own = moves.FirstOrDefault(m => (m.Year, m.Source) == (plan.Year, plan.Source)) ?? new BudgetMove(plan.Year, plan.Source, Vnd.Zero, Vnd.Zero);
        return moves.Where(m => m != own).Prepend(own)
            .Select(m => new BudgetChange(budgets.SingleOrDefault(b => (b.Year, b.Source) == (m.Year, m.Source)) ?? BudgetPosition.None(m.Year, m.Source), m));
    }

    // The submitter is told once, by the plan's own rule.
    private static IEnumerable<Domain.Refusal> WhyNotSign(Plan plan, SubmissionView? view)
    {
        if (plan.Status != PlanStatus.Appraised || view is null) return [];
        return view.Waiting is { IsDecision: false } earlier
            ? [new ApprovalRefusals.StepWaits(earlier.Position)]
            : view.WhyNotSign.Where(r => r is not ApprovalRefusals.SubmitterMayNotSign);
    }

    private static async Task<ILookup<int, BudgetShare>> OtherSharesAsync(Plan plan, IQueryable<ProjectTerms> terms, CancellationToken stop) =>
        (await terms.AsNoTracking().Where(t => t.Project!.PlanId == plan.Id)
            .SelectMany(t => t.Funding.Where(f => (long)f.Amount != 0 && (f.Source != plan.Source || f.Year != plan.Year)), (t, f) => new { t.ProjectId, f.Source, f.Year, f.Amount }).ToListAsync(stop))
        .ToLookup(o => o.ProjectId, o => new BudgetShare(o.Source, o.Year, o.Amount));

    private async Task<ILookup<int, PlanPageProject>> ReadProjectsAsync(Plan plan, IQueryable<ProjectTerms> terms, Dictionary<int, BudgetRow> then, ILookup<int, BudgetShare> others, CancellationToken stop)
    {
        var rows = await terms.AsNoTracking().Where(t => t.Project!.PlanId == plan.Id)
            .Select(t => new
            {
                t.ProjectId, t.Project!.Version, t.Project.Code, t.Project.GroupId, t.Project.Ordinal, t.Project.Status, t.Project.ProgressPercent, t.Project.Contracted, t.Project.Posted,
                t.Name, t.ImplementingUnit, t.BeneficiaryText, t.Objectives, t.StartMonth, t.EndMonth, t.Counterpart, t.Other, t.Note, t.AreaScope, t.IsStopped,
                Support = t.Funding.Sum(f => (long)f.Amount),
                Areas = t.Areas.Select(a => new AreaName(a.Unit!.Name, a.Unit.Level, a.Unit.Parent!.Name, (Domain.Territory.UnitLevel?)a.Unit.Parent.Level)).ToList(),
                Opinion = db.Opinions.Where(o => o.ProjectId == t.ProjectId && o.Round == plan.Round)
                    .Select(o => new { Verdict = (AppraisalVerdict?)o.Verdict, o.Note, o.ByName }).FirstOrDefault(),
            })
            .ToListAsync(stop);
        return rows.ToLookup(r => r.GroupId, r => Then(then.GetValueOrDefault(r.ProjectId), new PlanPageProject(
            r.ProjectId, r.Version, r.Code, r.Ordinal, r.Name, r.ImplementingUnit, r.BeneficiaryText, AreaNames.Of(r.AreaScope, r.Areas),
            r.Objectives, r.StartMonth, r.EndMonth, PlanFigures.Of(r.IsStopped, new Vnd(r.Support), r.Counterpart, r.Other), r.Note,
            r.Status, r.ProgressPercent, r.Contracted ?? Vnd.Zero, r.Posted, r.Opinion?.Verdict, r.Opinion?.Note, r.Opinion?.ByName)
        { OtherShares = [.. others[r.ProjectId]] }));
    }

    // The work and money of a past day are those that the budget summary of that day counts.
    private static PlanPageProject Then(BudgetRow? then, PlanPageProject now) => then is null
        ? now
        : now with { Status = then.Status, ProgressPercent = null, Contracted = then.Figures.Contracted, Posted = then.Figures.Disbursed };

    private async Task<PlanPageDecision?> ReadDecisionAsync(int planId, CancellationToken stop) =>
        await db.Decisions.AsNoTracking().Where(d => d.PlanId == planId).OrderBy(d => d.Id)
            .Select(d => new PlanPageDecision(
                d.Id, d.Number, d.IssuedOn, d.EffectiveFrom, d.IssuingBody!.Name, d.Signatory, d.SignatoryTitle,
                d.StatedTotal, d.StatedBasis, d.StatedCount, d.ComputedTotal, d.ComputedCount, d.DifferenceReason,
                d.Document!.FileName, (long?)d.Document.Length))
            .FirstOrDefaultAsync(stop);
}
