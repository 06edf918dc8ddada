using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>The list of projects.</summary>
public sealed class ProjectListService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>The projects in the person's scope that the filter finds; eight SQL commands, ten for a past day, whatever their number.</summary>
    public async Task<Result<ProjectList>> ListAsync(Actor actor, ProjectFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.ProjectsRead)) return Failure.Forbidden;
        var today = clock.Today();
        await using var db = await databases.CreateDbContextAsync(stop);
        var choices = await ChoicesAsync(db, actor, today, stop);
        if (filter.Day is { } past && past < today)
        {
            var then = Find(db, actor, filter.OnPastDay(), today, past);
            return PastProjects.Page(await PastProjects.OnAsync(db, then, await RowsAsync(db, Sorted(then, filter), past, stop), past, stop), filter, choices);
        }

        var found = Find(db, actor, filter, today, today);
        var totals = await TotalsAsync(found, stop);
        var pages = Math.Max(1, (totals.Count + ProjectFilter.PageSize - 1) / ProjectFilter.PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await RowsAsync(db, Sorted(found, filter).Skip((page - 1) * ProjectFilter.PageSize).Take(ProjectFilter.PageSize), today, stop);
        return new ProjectList(rows, page, totals, choices);
    }

    private static IQueryable<FoundProject> Find(AppDbContext db, Actor actor, ProjectFilter filter, DateOnly today, DateOnly day)
    {
        var projects = Narrow(db.Projects.AsNoTracking().VisibleTo(actor, today), filter, day);
        var terms = db.TermsAsOf(day).AsNoTracking();
        if (filter.WholeProvince) terms = terms.Where(t => t.AreaScope == AreaScope.WholeProvince);
        else if (filter.UnitId is { } unit) terms = terms.Where(Within(unit));

        var (lateBefore, riskUntil) = (ProjectSchedule.LateBefore(day), ProjectSchedule.RiskUntil(day));
        if (filter.Standing == ScheduleStanding.Late) terms = terms.Where(t => t.EndMonth < lateBefore);
        if (filter.Standing == ScheduleStanding.AtRisk) terms = terms.Where(t => t.EndMonth >= lateBefore && t.EndMonth <= riskUntil);

        var found = projects.Join(terms, p => p.Id, t => t.ProjectId, (p, t) => new FoundProject { Project = p, Terms = t });
        if (VietnameseText.Tokens(filter.Text).Length == 0) return found;
        var code = filter.Text!.Trim().ToUpperInvariant();
        var named = db.ProjectTerms.Matching(filter.Text);
        return found.Where(f => f.Project.Code.Contains(code) || named.Any(t => t.Id == f.Terms.Id));
    }

    private static IQueryable<Project> Narrow(IQueryable<Project> projects, ProjectFilter filter, DateOnly day)
    {
        if (filter.PlanId is { } plan) projects = projects.Where(p => p.PlanId == plan);
        if (filter.Year is { } year) projects = projects.Where(p => p.Plan!.Year == year);
        if (filter.ApprovedOnly) projects = projects.Where(p => p.Plan!.Status == PlanStatus.Approved || p.Plan.Status == PlanStatus.Closed);
        if (filter.CategoryId is { } category) projects = projects.Where(p => p.Group!.CategoryId == category);
        if (filter.Status is { } status) projects = projects.Where(p => p.Status == status);
        if (filter.Lacks is { } need) projects = projects.Lacking(need, day);
        if (filter.OfficerId == 0) projects = projects.Where(p => !p.Assignments.Any(a => a.From <= day && (a.Until == null || a.Until > day)));
        else if (filter.OfficerId is { } officer)
        {
            projects = projects.Where(p => p.Assignments.Any(a => a.OfficerId == officer && a.From <= day && (a.Until == null || a.Until > day)));
        }

        if (filter.Standing is ScheduleStanding.Late or ScheduleStanding.AtRisk)
        {
            projects = projects.Where(p => p.Status == ProjectStatus.Approved || p.Status == ProjectStatus.Contracted || p.Status == ProjectStatus.InProgress);
        }

        return filter.Standing == ScheduleStanding.AtRisk ? projects.Where(p => p.ProgressPercent < ProjectSchedule.RiskPercent) : projects;
    }

    // A district holds the communes that lay in it; a commune holds those it took over.
    private static System.Linq.Expressions.Expression<Func<ProjectTerms, bool>> Within(int unit) => terms => terms.Areas.Any(a =>
        a.UnitId == unit || a.Unit!.FormerDistrictId == unit || (a.Unit.Level == UnitLevel.Commune
            && (a.Unit.ParentId == unit || a.Unit.Successors.Any(s => s.SuccessorId == unit))));

    private static async Task<ProjectTotals> TotalsAsync(IQueryable<FoundProject> found, CancellationToken stop)
    {
        var sums = await found
            .Select(f => new
            {
                Support = f.Terms.Funding.Sum(s => (long)s.Amount), Contracted = (long?)f.Project.Contracted ?? 0,
                Posted = (long)f.Project.Posted, Pending = (long)f.Project.Pending,
            })
            .GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Support = g.Sum(x => x.Support), Contracted = g.Sum(x => x.Contracted), Posted = g.Sum(x => x.Posted), Pending = g.Sum(x => x.Pending) })
            .SingleOrDefaultAsync(stop);
        return sums is null
            ? new(0, Vnd.Zero, Vnd.Zero, Vnd.Zero, Vnd.Zero)
            : new(sums.Count, new(sums.Support), new(sums.Contracted), new(sums.Posted), new(sums.Pending));
    }

    private static IQueryable<FoundProject> Sorted(IQueryable<FoundProject> found, ProjectFilter filter)
    {
        var down = filter.Descending;
        var sorted = filter.Sort switch
        {
            ProjectSort.Annex => By(found, f => f.Project.Plan!.Year, !down).ThenBy(f => f.Project.PlanId).ThenBy(f => f.Project.Group!.Ordinal).ThenBy(f => f.Project.Ordinal),
            ProjectSort.Code => By(found, f => f.Project.Code, down),
            ProjectSort.Name => By(found, f => EF.Property<string>(f.Terms, SearchKeys.SortKey), down),
            ProjectSort.Status => By(found, DeclaredOrder.Of((FoundProject f) => f.Project.Status), down),
            ProjectSort.Support => By(found, f => f.Terms.Funding.Sum(s => (long)s.Amount), down),
            ProjectSort.Posted => By(found, f => (long)f.Project.Posted, down),
            ProjectSort.Percent => By(found, f => f.Project.ProgressPercent, down),
            ProjectSort.End => By(found, f => f.Terms.EndMonth, down),
        };
        return sorted.ThenBy(f => f.Project.Id);
    }

    private static IOrderedQueryable<FoundProject> By<TKey>(IQueryable<FoundProject> found, System.Linq.Expressions.Expression<Func<FoundProject, TKey>> key, bool down) =>
        down ? found.OrderByDescending(key) : found.OrderBy(key);

    private static async Task<IReadOnlyList<ProjectRow>> RowsAsync(AppDbContext db, IQueryable<FoundProject> page, DateOnly day, CancellationToken stop)
    {
        var rows = await page.Select(f => new
        {
            f.Project.Id, f.Project.Code, f.Terms.Name, f.Terms.BeneficiaryText, f.Project.Status, f.Project.PlanId, f.Project.Plan!.Year, f.Project.Plan.Tranche,
            CategoryCode = f.Project.Group!.Category!.Code, f.Terms.AreaScope, f.Terms.StartMonth, f.Terms.EndMonth, TermsId = f.Terms.Id,
            Support = f.Terms.Funding.Sum(s => (long)s.Amount), f.Project.Contracted, f.Project.Posted, f.Project.Pending,
            f.Project.ProgressPercent, f.Project.LastProgressOn,
            Officer = f.Project.Assignments.Where(a => a.From <= day && (a.Until == null || a.Until > day))
                .OrderByDescending(a => a.From)
                .Select(a => db.Users.Where(u => u.Id == a.OfficerId).Select(u => u.FullName).FirstOrDefault())
                .FirstOrDefault(),
        }).ToListAsync(stop);

        var termsIds = rows.Select(r => r.TermsId).ToList();
        var areas = (await db.Set<TermsArea>().AsNoTracking().Where(a => termsIds.Contains(a.TermsId)).Select(a => new { a.TermsId, a.Unit!.Name }).ToListAsync(stop))
            .ToLookup(a => a.TermsId, a => a.Name);
        return [.. rows.Select(r => new ProjectRow
        {
            Id = r.Id, Code = r.Code, Name = r.Name, BeneficiaryText = r.BeneficiaryText, Status = r.Status, PlanId = r.PlanId, Year = r.Year,
            Tranche = r.Tranche, CategoryCode = r.CategoryCode, AreaScope = r.AreaScope,
            Areas = [.. areas[r.TermsId].OrderBy(VietnameseSort.SortKey, StringComparer.Ordinal)],
            StartMonth = r.StartMonth, EndMonth = r.EndMonth, Support = new(r.Support), Contracted = r.Contracted, Posted = r.Posted,
            Pending = r.Pending, Percent = r.ProgressPercent, LastProgressOn = r.LastProgressOn, Officer = r.Officer,
            Schedule = ProjectSchedule.Of(r.Status, r.EndMonth, r.ProgressPercent, day),
        })];
    }

    private static async Task<ProjectChoices> ChoicesAsync(AppDbContext db, Actor actor, DateOnly today, CancellationToken stop)
    {
        var mine = db.Projects.AsNoTracking().VisibleTo(actor, today);
        var plans = await mine.Select(p => new { p.PlanId, p.Plan!.Year, p.Plan.Tranche }).Distinct().ToListAsync(stop);
        var categories = await mine.Select(p => new { p.Group!.Category!.Id, p.Group.Category.Code, p.Group.Category.ShortTitle }).Distinct().ToListAsync(stop);
        var officers = await db.OfficerAssignments.AsNoTracking()
            .Where(a => a.From <= today && (a.Until == null || a.Until > today) && mine.Any(p => p.Id == a.ProjectId))
            .Join(db.Users, a => a.OfficerId, u => u.Id, (_, u) => new { u.Id, u.FullName }).Distinct().ToListAsync(stop);
        var units = await db.TermsAsOf(today).Where(t => mine.Any(p => p.Id == t.ProjectId)).SelectMany(t => t.Areas)
            .Select(a => new
            {
                a.UnitId, a.Unit!.Name, a.Unit.Level, a.Unit.FormerDistrictId, FormerDistrict = a.Unit.FormerDistrict!.Name,
            })
            .Distinct().ToListAsync(stop);
        return new ProjectChoices(
            [.. plans.OrderByDescending(p => p.Year).ThenBy(p => p.Tranche.Code).Select(p => new PlanChoice(p.PlanId, p.Year, p.Tranche))],
            [.. categories.OrderBy(c => c.Code.Length).ThenBy(c => c.Code, StringComparer.Ordinal).Select(c => new NamedChoice(c.Id, $"{c.Code} – {c.ShortTitle}"))],
            ByName(units.Where(u => u.Level == UnitLevel.District).Select(u => new NamedChoice(u.UnitId, u.Name))
                .Concat(units.Where(u => u.FormerDistrictId is not null).Select(u => new NamedChoice(u.FormerDistrictId!.Value, u.FormerDistrict)))),
            ByName(units.Where(u => u.Level == UnitLevel.Commune).Select(u => new NamedChoice(u.UnitId, u.Name))),
            ByName(officers.Select(o => new NamedChoice(o.Id, o.FullName))));
    }

    private static IReadOnlyList<NamedChoice> ByName(IEnumerable<NamedChoice> choices) =>
        [.. choices.DistinctBy(c => c.Id).OrderBy(c => VietnameseSort.SortKey(c.Name), StringComparer.Ordinal)];
}
