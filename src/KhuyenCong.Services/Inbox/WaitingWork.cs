using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Inbox;

/// <summary>What waits for a person: the one definition behind the home page and the figure in the menu.</summary>
internal sealed class WaitingWork(AppDbContext db, Actor actor, DateTime now)
{
    private const int DaysWithoutUpdate = 30;
    private const int Notices = -1;
    private const int Alarms = -2;

    private readonly DateOnly _today = Vi.ViDates.DayOf(now);

    public bool Validates => actor.May(Permissions.MoneyValidate);

    // Who submitted may neither appraise nor approve: a person's own plans do not wait for that person.
    public IQueryable<Plan> Plans()
    {
        List<PlanStatus> statuses = [];
        if (actor.May(Permissions.PlansApprove)) statuses.Add(PlanStatus.Appraised);
        if (actor.May(Permissions.PlansAppraise)) statuses.Add(PlanStatus.Submitted);
        if (actor.May(Permissions.PlansEdit)) statuses.AddRange([PlanStatus.Returned, PlanStatus.Draft]);
        return db.Plans.AsNoTracking()
            .Where(p => statuses.Contains(p.Status) && (p.Status != PlanStatus.Submitted || p.SubmittedById != actor.UserId)
                && (p.Status != PlanStatus.Appraised || (p.SubmittedById != actor.UserId
                    && Submissions(true).Any(s => s.Subject == ApprovalSubject.Plan && s.SubjectId == p.Id && s.Round == p.Round))));
    }

    /// <summary>Adjustments that the person writes: drafts, and what came back.</summary>
    public IQueryable<Adjustment> Adjustments() => db.Adjustments.AsNoTracking()
        .Where(a => a.Status == AdjustmentStatus.Draft || a.Status == AdjustmentStatus.Returned);

    /// <summary>What waits for the person's signature: of a step before the decision, or the decision of an adjustment.</summary>
    public IQueryable<Submission> Signatures(bool isDecision) =>
        Live(Submissions(isDecision)).Where(s => s.Subject == ApprovalSubject.Adjustment || !isDecision);

    /// <summary>Every step that waits for the person, decisions of plans too.</summary>
    public IQueryable<Submission> ToSign() => Live(Submissions(null));

    private IQueryable<Submission> Live(IQueryable<Submission> submissions) => submissions
        .Where(s => s.SubmittedById != actor.UserId && !s.Signatures.Any(x => x.ById == actor.UserId))
        .Where(s => s.Subject == ApprovalSubject.Adjustment
            ? db.Adjustments.Any(a => a.Id == s.SubjectId && a.Status == AdjustmentStatus.Submitted && a.Round == s.Round)
            : db.Plans.Any(p => p.Id == s.SubjectId && p.Status == PlanStatus.Appraised && p.Round == s.Round));

    public bool MayHaveAdjustments => actor.May(Permissions.AdjustmentsEdit);

    public bool MayHaveSteps => actor.May(Permissions.PlansEndorse) || actor.May(Permissions.PlansApprove);

    public bool MayHaveDecisions => actor.May(Permissions.PlansApprove);

    // Steps are signed in their order: the one that waits comes after as many signatures.
    private IQueryable<Submission> Submissions(bool? isDecision)
    {
        var mine = new[] { Permissions.PlansEndorse, Permissions.PlansApprove }.Where(actor.May).ToList();
        return db.Submissions.AsNoTracking().Where(s => s.Steps.Any(step =>
            step.Ordinal == s.Signatures.Count + 1 && (isDecision == null || step.IsDecision == isDecision) && mine.Contains(step.Permission)));
    }

    /// <summary>The accountant's queue; for others their own proposals that were rejected lately.</summary>
    public IQueryable<MoneyEntry> Money()
    {
        var since = now.AddDays(-DaysWithoutUpdate);
        return Validates
            ? db.MoneyEntries.AsNoTracking().Where(e => e.Verdict == null)
            : db.MoneyEntries.AsNoTracking().Where(e => e.ProposedById == actor.UserId && e.Verdict != null && !e.Verdict.Posted && e.Verdict.At >= since);
    }

    /// <summary>Officers see their own projects that have had no update for a month; the Centre's leader sees the late list.</summary>
    public IQueryable<Project> Updates()
    {
        var before = _today.AddDays(-DaysWithoutUpdate);
        return db.Projects.AsNoTracking().VisibleTo(actor, _today)
            .Where(p => p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress)
            .Where(p => p.LastProgressOn == null || p.LastProgressOn < before);
    }

    public bool MayHavePlans => actor.May(Permissions.PlansApprove) || actor.May(Permissions.PlansAppraise) || actor.May(Permissions.PlansEdit);

    public bool MayHaveMoney => Validates || actor.May(Permissions.MoneyPropose);

    public bool MayHaveUpdates => actor.May(Permissions.ProgressUpdate) && !actor.SeesAllProjects;

    public bool MayHaveNeeds => actor.May(Permissions.OfficersAssign);

    public IQueryable<Project> Lacking(ProjectNeed need) => db.Projects.AsNoTracking().VisibleTo(actor, _today).Lacking(need, _today);

    public bool MayHaveAccounts => actor.Holds(Permissions.AccountsConfirm);

    /// <summary>Requests about accounts that wait for somebody like the person: neither the own ones nor those about the own account.</summary>
    private IQueryable<AccountRequest> Accounts() =>
        db.AccountRequests.AsNoTracking().WaitingAt(now).Where(r => r.RequestedById != actor.UserId && r.UserId != actor.UserId);

    /// <summary>Notices that the person has not read; no work, but counted by the same command.</summary>
    private IQueryable<Notice> NewNotices() => db.Notices.Where(n => n.UserId == actor.UserId && n.ReadAt == null);

    /// <summary>How many things of each kind wait, the projects that lack something as one thing, how many notices are new and how many alarms nobody has taken note of. One SQL command, and one more where requests about accounts wait.</summary>
    public async Task<WaitingCount> CountAsync(CancellationToken stop)
    {
        List<IQueryable<int>> parts = [NewNotices().Select(_ => Notices)];
        if (actor.May(Permissions.AuditRead)) parts.Add(db.IntegrityAlarms.Where(a => a.SeenAt == null).Select(_ => Alarms));
        if (MayHavePlans)
        {
            parts.Add(Plans().Select(p => p.Status == PlanStatus.Appraised ? (int)InboxKind.PlanToApprove
                : p.Status == PlanStatus.Submitted ? (int)InboxKind.PlanToAppraise
                : p.Status == PlanStatus.Returned ? (int)InboxKind.PlanReturned : (int)InboxKind.PlanDraft));
        }

        if (MayHaveAdjustments) parts.Add(Adjustments().Select(a => a.Status == AdjustmentStatus.Returned ? (int)InboxKind.AdjustmentReturned : (int)InboxKind.AdjustmentDraft));
        if (MayHaveSteps) parts.Add(Signatures(isDecision: false).Select(_ => (int)InboxKind.StepToSign));
        if (MayHaveDecisions) parts.Add(Signatures(isDecision: true).Select(_ => (int)InboxKind.AdjustmentToApprove));
        var money = (int)(Validates ? InboxKind.MoneyToValidate : InboxKind.MoneyRejected);
        if (MayHaveMoney) parts.Add(Money().Select(_ => money));
        if (MayHaveUpdates) parts.Add(Updates().Select(_ => (int)InboxKind.UpdateDue));
        if (MayHaveNeeds)
        {
            parts.Add(Lacking(ProjectNeed.Officer).Select(_ => (int)InboxKind.OfficerMissing).Distinct());
            parts.Add(Lacking(ProjectNeed.Contract).Select(_ => (int)InboxKind.ContractMissing).Distinct());
        }

        if (MayHaveAccounts) parts.Add(Accounts().Select(_ => (int)InboxKind.AccountToConfirm));
        var counts = await parts.Aggregate(Queryable.Concat).GroupBy(kind => kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var kinds = counts.Where(c => c.Key >= 0).ToDictionary(c => (InboxKind)c.Key, c => c.Count);

        // Whether an account is still as it was when the request was made is not told by the database.
        var requests = kinds.Remove(InboxKind.AccountToConfirm) ? await db.OpenAsync(Accounts(), now, stop) : [];
        if (requests.Count > 0) kinds[InboxKind.AccountToConfirm] = requests.Count;
        return new WaitingCount(
            kinds, requests,
            counts.Where(c => c.Key == Notices).Sum(c => c.Count), counts.Where(c => c.Key == Alarms).Sum(c => c.Count));
    }
}
