using System.Linq.Expressions;
using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>The list of plans: filtered, sorted, paged, with the totals of everything found.</summary>
public sealed class PlanListService(AppDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    private static readonly Expression<Func<Plan, string>> Alphabet = p => EF.Property<string>(p, SearchKeys.SortKey);

    // States are stored by name; this is the order of a plan's life.
    private static readonly Expression<Func<Plan, int>> Stage = p =>
        p.Status == PlanStatus.Draft ? 0
        : p.Status == PlanStatus.Returned ? 1
        : p.Status == PlanStatus.Submitted ? 2
        : p.Status == PlanStatus.Appraised ? 3
        : p.Status == PlanStatus.Approved ? 4 : 5;

    public async Task<Result<PlanList>> ReadAsync(Actor actor, PlanListFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        var today = clock.Today();
        var day = filter.AsOf is { } past && past < today ? past : today;
        var plans = Narrow(db.Plans.AsNoTracking(), filter);
        if (day < today) plans = plans.Where(p => db.Decisions.Any(d => d.PlanId == p.Id && d.EffectiveFrom <= day));
        var terms = db.TermsAsOf(day);
        var endOfDay = VietnamTime.StartOf(day.AddDays(1));
        var found = await plans.CountAsync(stop);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page ?? 1, 1, pages);

        var heads = await Sorted(plans, filter).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(p => new
            {
                p.Id, p.Title, p.Year, p.Tranche, p.Source, p.IsIllustrative, p.SubmittedAt,

                // Plans approved by a past day were approved then, or closed already.
                Status = day == today || p.History.Any(h => h.Action == PlanAction.Close && h.At < endOfDay) ? p.Status : PlanStatus.Approved,
                Decision = db.Decisions.Where(d => d.PlanId == p.Id).OrderBy(d => d.Id).Select(d => d.Number).FirstOrDefault(),
            })
            .ToListAsync(stop);
        var ids = heads.ConvertAll(h => h.Id);
        var onPage = await PlanFiguresQuery.ByPlanAsync(terms.Where(t => ids.Contains(t.Project!.PlanId)), stop);
        var planIds = plans.Select(p => p.Id);
        var all = await PlanFiguresQuery.ByPlanAsync(terms.Where(t => planIds.Contains(t.Project!.PlanId)), stop);
        var years = await db.Plans.Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(stop);

        return new PlanList(
            [.. heads.Select(h => new PlanListRow(
                h.Id, h.Title, h.Year, h.Tranche, h.Source, h.Status, h.IsIllustrative, h.SubmittedAt, h.Decision, onPage.GetValueOrDefault(h.Id) ?? PlanFigures.None))],
            all.Values.Aggregate(PlanFigures.None, (sum, next) => sum + next), years, found, page, pages);
    }

    private static IQueryable<Plan> Narrow(IQueryable<Plan> plans, PlanListFilter filter)
    {
        if (filter.Year is { } year) plans = plans.Where(p => p.Year == year);
        if (filter.Tranche is { } code)
        {
            var tranche = new Tranche(code);
            plans = plans.Where(p => p.Tranche == tranche);
        }

        if (filter.Source is { } source) plans = plans.Where(p => p.Source == source);
        if (filter.Status is { } status) plans = plans.Where(p => p.Status == status);
        return plans.Matching(filter.Text);
    }

    private static IQueryable<Plan> Sorted(IQueryable<Plan> plans, PlanListFilter filter)
    {
        var down = filter.Sort is null || filter.Descending;
        var sorted = (filter.Sort ?? PlanListSort.Year) switch
        {
            PlanListSort.Year => down ? plans.OrderByDescending(p => p.Year) : plans.OrderBy(p => p.Year),
            PlanListSort.Title => down ? plans.OrderByDescending(Alphabet) : plans.OrderBy(Alphabet),
            PlanListSort.Status => (down ? plans.OrderByDescending(Stage) : plans.OrderBy(Stage)).ThenByDescending(p => p.Year),
        };
        return down ? sorted.ThenByDescending(p => p.Tranche) : sorted.ThenBy(p => p.Tranche);
    }
}
