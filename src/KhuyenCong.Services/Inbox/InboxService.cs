using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Inbox;

/// <summary>Gathers what waits for a person. At most ten SQL commands, whatever the role and the number of rows.</summary>
public sealed class InboxService(AppDbContext db, TimeProvider clock)
{
    /// <summary>The most items of one kind that are shown.</summary>
    public const int Most = 10;

    private const int DaysWithoutUpdate = 30;

    public async Task<Result<InboxPage>> ReadAsync(Actor actor, CancellationToken stop)
    {
        var today = clock.Today();
        List<InboxItem> items =
        [
            .. await PlansAsync(actor, today, stop),
            .. await MoneyAsync(actor, today, stop),
            .. await UpdatesAsync(actor, today, stop),
            .. await CentreAsync(actor, today, stop),
        ];
        var (late, lateCount, atRiskCount) = await LateAsync(actor, today, stop);
        var budgets = actor.May(Permissions.PlansRead) ? await db.BudgetPositionsAsync(null, stop) : [];
        return new InboxPage(
            today, [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Since)], late, lateCount, atRiskCount,
            [.. budgets.Where(b => b.Year == budgets.Max(x => x.Year))]);
    }

    /// <summary>How many decisions wait for the person: the figure beside «Việc của tôi». One SQL command, or none.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        var statuses = WaitingPlans(actor);
        IQueryable<int>? waiting = null;
        if (statuses.Count > 0) waiting = PlansIn(statuses, actor).Select(p => p.Id);
        if (actor.May(Permissions.MoneyValidate))
        {
            var entries = db.MoneyEntries.Where(e => e.Verdict == null).Select(e => e.Id);
            waiting = waiting is null ? entries : waiting.Concat(entries);
        }

        return waiting is null ? 0 : await waiting.CountAsync(stop);
    }

    private static List<PlanStatus> WaitingPlans(Actor actor)
    {
        List<PlanStatus> statuses = [];
        if (actor.May(Permissions.PlansApprove)) statuses.Add(PlanStatus.Appraised);
        if (actor.May(Permissions.PlansAppraise)) statuses.Add(PlanStatus.Submitted);
        if (actor.May(Permissions.PlansEdit)) statuses.Add(PlanStatus.Returned);
        return statuses;
    }

    // Who submitted may not approve, so an approver's own plans do not wait for that approver.
    private IQueryable<Plan> PlansIn(List<PlanStatus> statuses, Actor actor) => db.Plans.AsNoTracking()
        .Where(p => statuses.Contains(p.Status) && (p.Status != PlanStatus.Appraised || p.SubmittedById != actor.UserId));

    private async Task<IEnumerable<InboxItem>> PlansAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        var statuses = WaitingPlans(actor);
        if (actor.May(Permissions.PlansEdit)) statuses.Add(PlanStatus.Draft);
        if (statuses.Count == 0) return [];
        var plans = await PlansIn(statuses, actor).OrderBy(p => p.Status == PlanStatus.Draft).ThenBy(p => p.SubmittedAt).Take(Most)
            .Select(p => new
            {
                p.Id, p.Title, p.Status,
                Last = p.History.OrderByDescending(h => h.Id).Select(h => new { h.At, h.ByName, h.Reason }).FirstOrDefault(),
            })
            .ToListAsync(stop);
        var ids = plans.ConvertAll(p => p.Id);
        var figures = await PlanFiguresQuery.ByPlanAsync(db.TermsAsOf(today).Where(t => ids.Contains(t.Project!.PlanId)), stop);
        return plans.Select(p => new InboxItem(
            KindOf(p.Status), p.Id, p.Title, (figures.GetValueOrDefault(p.Id) ?? PlanFigures.None).Support,
            p.Last is null ? null : Vi.ViDates.DayOf(p.Last.At), p.Last?.ByName, p.Last?.Reason));
    }

    private static InboxKind KindOf(PlanStatus status) => status switch
    {
        PlanStatus.Appraised => InboxKind.PlanToApprove,
        PlanStatus.Submitted => InboxKind.PlanToAppraise,
        PlanStatus.Returned => InboxKind.PlanReturned,
        PlanStatus.Draft or PlanStatus.Approved or PlanStatus.Closed => InboxKind.PlanDraft,
    };

    private async Task<IEnumerable<InboxItem>> MoneyAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        var validates = actor.May(Permissions.MoneyValidate);
        if (!validates && !actor.May(Permissions.MoneyPropose)) return [];
        var since = clock.NowUtc().AddDays(-DaysWithoutUpdate);
        var entries = db.MoneyEntries.AsNoTracking();
        entries = validates
            ? entries.Where(e => e.Verdict == null)
            : entries.Where(e => e.ProposedById == actor.UserId && e.Verdict != null && !e.Verdict.Posted && e.Verdict.At >= since);
        var rows = await entries.OrderBy(e => e.ProposedAt).Take(Most)
            .Join(db.TermsAsOf(today), e => e.ProjectId, t => t.ProjectId, (e, t) => new { e.ProjectId, t.Name, e.Kind, e.Amount, e.ProposedAt, e.ProposedByName, e.Verdict!.Reason })
            .ToListAsync(stop);
        return rows.Select(r => new InboxItem(
            validates ? InboxKind.MoneyToValidate : InboxKind.MoneyRejected, r.ProjectId, $"{Vi.StatusText.Of(r.Kind)}: {r.Name}", r.Amount,
            Vi.ViDates.DayOf(r.ProposedAt), r.ProposedByName, r.Reason));
    }

    // Officers see their own projects that have had no update for a month; the Centre's leader sees the late list.
    private async Task<IEnumerable<InboxItem>> UpdatesAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        if (!actor.May(Permissions.ProgressUpdate) || actor.SeesAllProjects) return [];
        var before = today.AddDays(-DaysWithoutUpdate);
        var rows = await db.Projects.AsNoTracking().VisibleTo(actor, today)
            .Where(p => p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress)
            .Where(p => p.LastProgressOn == null || p.LastProgressOn < before)
            .OrderBy(p => p.LastProgressOn).Take(Most)
            .Join(db.TermsAsOf(today), p => p.Id, t => t.ProjectId, (p, t) => new { p.Id, t.Name, p.LastProgressOn, p.Support })
            .ToListAsync(stop);
        return rows.Select(r => new InboxItem(InboxKind.UpdateDue, r.Id, r.Name, r.Support, r.LastProgressOn, null, null));
    }

    private async Task<IEnumerable<InboxItem>> CentreAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        if (!actor.May(Permissions.OfficersAssign)) return [];
        var underWay = db.Projects.AsNoTracking()
            .Where(p => p.Status == ProjectStatus.Approved || p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress);
        var missing = await underWay
            .Select(p => new
            {
                NoOfficer = !p.Assignments.Any(a => a.From <= today && (a.Until == null || a.Until > today)),
                NoContract = p.Status == ProjectStatus.Approved && p.Group!.Category!.ContractRequired, p.Support,
            })
            .Where(p => p.NoOfficer || p.NoContract)
            .GroupBy(p => new { p.NoOfficer, p.NoContract })
            .Select(g => new { g.Key.NoOfficer, g.Key.NoContract, Count = g.Count(), Support = g.Sum(p => (long)p.Support) })
            .ToListAsync(stop);
        List<InboxItem> items = [];
        var (officers, contracts) = (missing.Where(m => m.NoOfficer).ToList(), missing.Where(m => m.NoContract).ToList());
        if (officers.Count > 0) items.Add(new(InboxKind.OfficerMissing, 0, $"{officers.Sum(m => m.Count)} đề án chưa phân công cán bộ", new Vnd(officers.Sum(m => m.Support)), null, null, null));
        if (contracts.Count > 0) items.Add(new(InboxKind.ContractMissing, 0, $"{contracts.Sum(m => m.Count)} đề án chưa ký hợp đồng", new Vnd(contracts.Sum(m => m.Support)), null, null, null));
        return items;
    }

    private async Task<(IReadOnlyList<LateProject> Late, int LateCount, int AtRiskCount)> LateAsync(Actor actor, DateOnly today, CancellationToken stop)
    {
        if (!actor.May(Permissions.ProjectsRead)) return ([], 0, 0);
        var (lateBefore, riskUntil) = (ProjectSchedule.LateBefore(today), ProjectSchedule.RiskUntil(today));
        var behind = db.Projects.AsNoTracking().VisibleTo(actor, today)
            .Where(p => p.Status == ProjectStatus.Approved || p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress)
            .Join(db.TermsAsOf(today), p => p.Id, t => t.ProjectId, (p, t) => new { p.Id, t.Name, p.Status, t.EndMonth, p.ProgressPercent })
            .Where(r => r.EndMonth < lateBefore || (r.EndMonth <= riskUntil && r.ProgressPercent < ProjectSchedule.RiskPercent));
        var counts = await behind.GroupBy(r => r.EndMonth < lateBefore).Select(g => new { IsLate = g.Key, Count = g.Count() }).ToListAsync(stop);
        var rows = await behind.OrderBy(r => r.EndMonth).ThenBy(r => r.ProgressPercent).Take(Most).ToListAsync(stop);
        return (
            rows.ConvertAll(r => new LateProject(r.Id, r.Name, ProjectSchedule.Of(r.Status, r.EndMonth, r.ProgressPercent, today))),
            counts.Where(c => c.IsLate).Sum(c => c.Count), counts.Where(c => !c.IsLate).Sum(c => c.Count));
    }
}
