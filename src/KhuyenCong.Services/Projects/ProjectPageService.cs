using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>Reads a project's page: the head of every tab, and the tabs of progress and history.</summary>
public sealed class ProjectPageService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>The head, facts and money of a project; five SQL commands, nine for a past day.</summary>
    /// <param name="actor">Who reads; a project out of scope is not found.</param>
    /// <param name="id">The project.</param>
    /// <param name="day">The day whose terms are told; today when null.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<ProjectPage>> ReadAsync(Actor actor, int id, DateOnly? day, CancellationToken stop)
    {
        if (!actor.May(Permissions.ProjectsRead)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        var project = await db.Projects.AsNoTracking().VisibleTo(actor, today)
            .Include(p => p.Plan).Include(p => p.Group!.Category)
            .SingleOrDefaultAsync(p => p.Id == id, stop);
        if (project is null) return Failure.NotFound;

        var asked = day ?? today;
        var terms = await TermsAsync(db.TermsAsOf(asked), id, stop);
        var present = asked == today ? terms : await TermsAsync(db.TermsAsOf(today), id, stop);
        var named = terms ?? present ?? await TermsAsync(db.ProjectTerms.OrderBy(t => t.Id), id, stop);
        var assignments = await AssignmentsAsync(db, id, today, stop);
        var then = asked < today
            ? (await BudgetRows.ReadAsync(db, project.Plan!.Year, asked, isCurrent: false, stop)).SingleOrDefault(r => r.ProjectId == id)
            : null;
        var category = project.Group!.Category!;
        var underContract = category.ContractRequired || project.Contracted is not null;
        return new ProjectPage
        {
            Id = id, Code = project.Code, Version = project.Version, Name = named?.Name ?? project.Code, Status = then?.Status ?? project.Status,
            PlanId = project.PlanId, Year = project.Plan!.Year, Tranche = project.Plan.Tranche, IsIllustrative = project.Plan.IsIllustrative,
            CategoryCode = category.Code, CategoryTitle = category.Title, UnderContract = underContract, Day = asked, Today = today, Facts = terms is null ? null : FactsOf(terms),
            Money = then is null ? MoneyTable.Of(project) : MoneyTable.Of(then.Figures),
            KindsTaken = MoneyRules.KindsTaken(project),
            Schedule = ProjectSchedule.Of(project.Status, present?.EndMonth, project.ProgressPercent, today),
            LastProgressOn = project.LastProgressOn, AcceptedOn = project.AcceptedOn, Assignments = assignments,
            Steps = WorkTimeline.Of(project.Status, underContract, await ReachedAsync(db, project, stop)),
            Actions = ActionsOf(actor, project),
        };
    }

    /// <summary>The progress of a project, the newest first; two SQL commands.</summary>
    public async Task<Result<IReadOnlyList<ProgressRow>>> ProgressAsync(Actor actor, int id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.Projects.VisibleTo(actor, clock.Today()).AnyAsync(p => p.Id == id, stop)) return Failure.NotFound;
        return await db.ProgressUpdates.AsNoTracking().Where(u => u.ProjectId == id).OrderByDescending(u => u.Date)
            .Select(u => new ProgressRow(u.Date, u.Percent, u.Done, u.Difficulties, u.Proposals, u.Next, u.LowerReason, u.ByName, u.At))
            .ToListAsync(stop);
    }

    /// <summary>The steps, opinions and contracts of a project; four SQL commands.</summary>
    public async Task<Result<ProjectStory>> HistoryAsync(Actor actor, int id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.Projects.VisibleTo(actor, clock.Today()).AnyAsync(p => p.Id == id, stop)) return Failure.NotFound;
        var steps = await db.ProjectHistory.AsNoTracking().Where(h => h.ProjectId == id).OrderByDescending(h => h.Id)
            .Select(h => new StepRow(h.Action, h.From, h.To, h.ByName, h.At, h.Reason)).ToListAsync(stop);
        var opinions = await db.Opinions.AsNoTracking().Where(o => o.ProjectId == id).OrderByDescending(o => o.Round)
            .Select(o => new OpinionRow(o.Round, o.Verdict, o.Note, o.ByName, o.At)).ToListAsync(stop);
        return new ProjectStory(steps, opinions);
    }

    private static Task<ProjectTerms?> TermsAsync(IQueryable<ProjectTerms> terms, int projectId, CancellationToken stop) => terms
        .Where(t => t.ProjectId == projectId).AsNoTracking()
        .Include(t => t.Funding).Include(t => t.Areas).ThenInclude(a => a.Unit).Include(t => t.Decision)
        .AsSingleQuery().FirstOrDefaultAsync(stop);

    private static ProjectFacts FactsOf(ProjectTerms terms) => new(
        terms.Name, terms.BeneficiaryText, terms.ImplementingUnit, terms.Objectives, terms.AreaScope,
        [.. terms.Areas.Select(a => a.Unit!.Name).OrderBy(VietnameseSort.SortKey, StringComparer.Ordinal)],
        terms.StartMonth, terms.EndMonth, [.. terms.Funding.OrderBy(f => f.Year).ThenBy(f => f.Source).Select(f => new SupportShare(f.Source, f.Year, f.Amount))],
        terms.Counterpart, terms.Other, terms.Note, terms.DecisionId, terms.Decision?.Number, terms.EffectiveFrom);

    private static async Task<IReadOnlyList<AssignmentRow>> AssignmentsAsync(AppDbContext db, int id, DateOnly today, CancellationToken stop)
    {
        var rows = await db.OfficerAssignments.AsNoTracking().Where(a => a.ProjectId == id && a.From != a.Until)
            .Join(db.Users, a => a.OfficerId, u => u.Id, (a, u) => new { a.Id, a.OfficerId, u.FullName, a.From, a.Until })
            .OrderByDescending(a => a.From).ThenByDescending(a => a.Id).ToListAsync(stop);
        return [.. rows.Select(a => new AssignmentRow(
            a.Id, a.OfficerId, a.FullName, a.From, a.Until, a.From <= today && (a.Until is null || a.Until > today)))];
    }

    private static async Task<IReadOnlyDictionary<ProjectStatus, DateOnly>> ReachedAsync(AppDbContext db, Project project, CancellationToken stop)
    {
        var moves = await db.ProjectHistory.AsNoTracking().Where(h => h.ProjectId == project.Id).OrderBy(h => h.Id)
            .Select(h => new { h.From, h.To, h.At }).ToListAsync(stop);
        var reached = new Dictionary<ProjectStatus, DateOnly>();
        foreach (var move in moves.Where(m => m.From != m.To)) reached.TryAdd(move.To, ViDates.DayOf(move.At));

        // Papers and reports carry their own dates; the day of recording is later.
        var dated = await db.Projects.Where(p => p.Id == project.Id).Select(p => new
        {
            Decided = p.Terms.Min(t => t.EffectiveFrom),
            Signed = p.Contracts.Min(c => (DateOnly?)c.SignedOn),
            Reported = p.ProgressUpdates.Min(u => (DateOnly?)u.Date),
            Settled = p.MoneyEntries.Where(e => e.Kind == MoneyEntryKind.Settlement && e.Verdict!.Posted).Max(e => (DateOnly?)e.Date),
            Stopped = p.Terms.Where(t => t.IsStopped).Min(t => t.EffectiveFrom),
        }).SingleAsync(stop);
        Correct(ProjectStatus.Approved, dated.Decided);
        Correct(ProjectStatus.Contracted, dated.Signed);
        Correct(ProjectStatus.InProgress, reached.TryGetValue(ProjectStatus.InProgress, out var started) && dated.Reported < started ? dated.Reported : null);
        Correct(ProjectStatus.Settled, dated.Settled);
        Correct(ProjectStatus.Discontinued, dated.Stopped);
        if (project.AcceptedOn is { } accepted) reached[ProjectStatus.Accepted] = accepted;

        // A settlement that was reopened lies ahead again.
        if (project.Settled is null) reached.Remove(ProjectStatus.Settled);
        return reached;

        void Correct(ProjectStatus status, DateOnly? day)
        {
            if (day is { } its && reached.ContainsKey(status)) reached[status] = its;
        }
    }

    private static ProjectActions ActionsOf(Actor actor, Project project)
    {
        var category = project.Group!.Category!;
        var ahead = ProjectWorkflow.Ahead(project.Status);
        bool MayCome(ProjectAction action) => ahead.Any(status => ProjectWorkflow.Next(status, action) is not null);
        return new ProjectActions(
            Report: new(actor.May(Permissions.ProgressUpdate) && ahead.Any(s => s.TakesProgress()), ProjectRules.WhyNotReport(project.Status)),
            Contract: new(actor.May(Permissions.ContractsRecord) && MayCome(ProjectAction.Contract), ProjectRules.WhyNotMove(project.Status, ProjectAction.Contract)),
            Appendix: new(actor.May(Permissions.ContractsRecord), ProjectRules.WhyNotAppendix(project)),
            Start: new(actor.May(Permissions.ProjectsStart) && MayCome(ProjectAction.Start), ProjectRules.WhyNotStart(project, category.ContractRequired, category.Code)),
            Accept: new(actor.May(Permissions.AcceptancesRecord) && MayCome(ProjectAction.Accept), ProjectRules.WhyNotMove(project.Status, ProjectAction.Accept)),
            Propose: new(actor.May(Permissions.MoneyPropose) && ahead.Any(s => s.TakesMoney()), MoneyRules.WhyNotPropose(project)),
            Assign: new(actor.May(Permissions.OfficersAssign), ProjectRules.WhyNotFollow(project)));
    }
}
