using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Inbox;

/// <summary>Gathers what waits for a person. At most eleven SQL commands, whatever the role and the number of rows.</summary>
public sealed class InboxService(AppDbContext db, TimeProvider clock)
{
    // A page and the frame around it ask within one request.
    private (int? UserId, WaitingCount Count)? _counted;

    /// <summary>The most items of one kind that are shown.</summary>
    public const int Most = 10;

    public async Task<Result<InboxPage>> ReadAsync(Actor actor, CancellationToken stop)
    {
        var today = clock.Today();
        var work = new WaitingWork(db, actor, clock.NowUtc());
        var count = await CountAsync(actor, stop);
        List<InboxItem> items =
        [
            .. await PlansAsync(work, today, stop),
            .. await AdjustmentsAsync(work, stop),
            .. await SignaturesAsync(work, stop),
            .. await MoneyAsync(work, today, stop),
            .. await UpdatesAsync(work, today, stop),
            .. await NeedsAsync(work, stop),
            .. Accounts(count),
        ];
        var (late, lateCount, atRiskCount) = await LateAsync(actor, today, stop);
        var budgets = actor.May(Permissions.PlansRead) ? await db.BudgetPositionsAsync(null, today, stop) : [];
        return new InboxPage(
            today, [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Since)], count.Kinds, late, lateCount, atRiskCount,
            YearShown(budgets, today.Year));
    }

    // This year's; where nothing was allotted to it yet, the newest before it.
    private static IReadOnlyList<BudgetPosition> YearShown(IReadOnlyList<BudgetPosition> budgets, int year) =>
        [.. budgets.Where(b => b.Year == budgets.Where(x => x.Year <= year).Max(x => (int?)x.Year))];

    /// <summary>How many things wait for the person, as the home page lists them: the figure beside «Việc của tôi»; and new notices. One SQL command.</summary>
    public async Task<WaitingCount> CountAsync(Actor actor, CancellationToken stop)
    {
        if (_counted is not { } known || known.UserId != actor.UserId) _counted = known = (actor.UserId, await new WaitingWork(db, actor, clock.NowUtc()).CountAsync(stop));
        return known.Count;
    }

    private async Task<IEnumerable<InboxItem>> PlansAsync(WaitingWork work, DateOnly today, CancellationToken stop)
    {
        if (!work.MayHavePlans) return [];

        // A year has a handful of plans, so the four kinds are read together and cut one by one.
        var plans = await work.Plans().OrderBy(p => p.Status == PlanStatus.Draft).ThenBy(p => p.SubmittedAt).ThenBy(p => p.Id).Take(4 * Most)
            .Select(p => new
            {
                p.Id, p.Title, p.Status,
                Last = p.History.OrderByDescending(h => h.Id).Select(h => new { h.At, h.ByName, h.Reason }).FirstOrDefault(),
            })
            .ToListAsync(stop);
        plans = [.. plans.GroupBy(p => p.Status).SelectMany(g => g.Take(Most))];
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

    private static async Task<IEnumerable<InboxItem>> AdjustmentsAsync(WaitingWork work, CancellationToken stop)
    {
        if (!work.MayHaveAdjustments) return [];
        var rows = await work.Adjustments().OrderBy(a => a.Id).Take(2 * Most)
            .Select(a => new { a.Id, a.Ordinal, a.Plan!.Title, a.Status, Last = a.History.OrderByDescending(h => h.Id).Select(h => new { h.At, h.ByName, h.Reason }).FirstOrDefault() })
            .ToListAsync(stop);
        return rows.GroupBy(r => r.Status).SelectMany(g => g.Take(Most)).Select(r => new InboxItem(
            r.Status == AdjustmentStatus.Returned ? InboxKind.AdjustmentReturned : InboxKind.AdjustmentDraft, r.Id, $"Điều chỉnh lần {r.Ordinal} – {r.Title}", null,
            r.Last is null ? null : Vi.ViDates.DayOf(r.Last.At), r.Last?.ByName, r.Last?.Reason));
    }

    private async Task<IEnumerable<InboxItem>> SignaturesAsync(WaitingWork work, CancellationToken stop)
    {
        if (!work.MayHaveSteps) return [];
        var ids = await work.Signatures(isDecision: false).OrderBy(s => s.Id).Select(s => new { s.Id, IsDecision = false }).Take(Most).ToListAsync(stop);
        if (work.MayHaveDecisions) ids.AddRange(await work.Signatures(isDecision: true).OrderBy(s => s.Id).Select(s => new { s.Id, IsDecision = true }).Take(Most).ToListAsync(stop));
        if (ids.Count == 0) return [];
        var chosen = ids.ConvertAll(i => i.Id);
        var rows = await db.Submissions.AsNoTracking().Where(s => chosen.Contains(s.Id))
            .Select(s => new
            {
                s.Id, s.Subject, s.SubjectId, s.Canonical, s.SubmittedAt, s.SubmittedByName, Plan = db.Plans.Where(p => p.Id == s.PlanId).Select(p => p.Title).First(),
                Ordinal = s.Subject == ApprovalSubject.Adjustment ? db.Adjustments.Where(a => a.Id == s.SubjectId).Select(a => a.Ordinal).First() : 0,
            })
            .ToListAsync(stop);
        return rows.Select(r =>
        {
            var isDecision = ids.Single(i => i.Id == r.Id).IsDecision;
            return new InboxItem(
                isDecision ? InboxKind.AdjustmentToApprove : InboxKind.StepToSign, isDecision ? r.SubjectId : r.Id,
                r.Ordinal == 0 ? r.Plan : $"Điều chỉnh lần {r.Ordinal} – {r.Plan}", Approvals.CanonicalText.SupportOf(r.Canonical), Vi.ViDates.DayOf(r.SubmittedAt), r.SubmittedByName, null);
        });
    }

    private async Task<IEnumerable<InboxItem>> MoneyAsync(WaitingWork work, DateOnly today, CancellationToken stop)
    {
        if (!work.MayHaveMoney) return [];
        var rows = await work.Money().OrderBy(e => e.ProposedAt).Take(Most)
            .Join(db.TermsAsOf(today), e => e.ProjectId, t => t.ProjectId, (e, t) => new { e.ProjectId, t.Name, e.Kind, e.Amount, e.ProposedAt, e.ProposedByName, e.Verdict!.Reason })
            .ToListAsync(stop);
        return rows.Select(r => new InboxItem(
            work.Validates ? InboxKind.MoneyToValidate : InboxKind.MoneyRejected, r.ProjectId, $"{Vi.StatusText.Of(r.Kind)}: {r.Name}", r.Amount,
            Vi.ViDates.DayOf(r.ProposedAt), r.ProposedByName, r.Reason));
    }

    private async Task<IEnumerable<InboxItem>> UpdatesAsync(WaitingWork work, DateOnly today, CancellationToken stop)
    {
        if (!work.MayHaveUpdates) return [];
        var rows = await work.Updates().OrderBy(p => p.LastProgressOn).Take(Most)
            .Join(db.TermsAsOf(today), p => p.Id, t => t.ProjectId, (p, t) => new { p.Id, t.Name, p.LastProgressOn, p.Support })
            .ToListAsync(stop);
        return rows.Select(r => new InboxItem(InboxKind.UpdateDue, r.Id, r.Name, r.Support, r.LastProgressOn, null, null));
    }

    private static async Task<IEnumerable<InboxItem>> NeedsAsync(WaitingWork work, CancellationToken stop)
    {
        if (!work.MayHaveNeeds) return [];
        List<InboxItem> items = [];
        foreach (var (need, kind, words) in new[]
        {
            (ProjectNeed.Officer, InboxKind.OfficerMissing, "đề án chưa phân công cán bộ"), (ProjectNeed.Contract, InboxKind.ContractMissing, "đề án chưa ký hợp đồng"),
        })
        {
            var sums = await work.Lacking(need).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Support = g.Sum(p => (long)p.Support) }).SingleOrDefaultAsync(stop);
            if (sums is not null) items.Add(new(kind, 0, $"{Vi.VndFormat.Count(sums.Count)} {words}", new Vnd(sums.Support), null, null, null));
        }

        return items;
    }

    private static IEnumerable<InboxItem> Accounts(WaitingCount count) => count.Requests.Take(Most).Select(r => new InboxItem(
        InboxKind.AccountToConfirm, r.Request.Id, $"{Vi.PeopleText.Of(r.Request.Kind)}: {r.Name}", null, Vi.ViDates.DayOf(r.Request.RequestedAt),
        r.Request.RequestedByName, r.Request.Reason));

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
