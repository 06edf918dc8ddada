using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Reports;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Reports;

public class BudgetSummaryTotalsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_table_of_every_filter_adds_up_to_the_same_totals_to_the_dong(int seed)
    {
        await using var portal = await TestPortal.StartAsync();
        var random = new RandomBudget(await BudgetScene.OpenAsync(portal), seed);
        await random.SaveAsync(60);
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);

        foreach (var filter in Filters(random))
        {
            var summary = (await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(s => s.ReadAsync(manager, filter, CancellationToken.None))).Value;
            Assert.Empty(summary.Check());
            Assert.Equal(await ExpectedAsync(portal, summary), summary.Total);
            Assert.Equal(summary.Total.Support, summary.BySource.Sum(s => s.Support));
            foreach (var table in new[] { summary.ByCategory, summary.ByArea, summary.ByPlan, summary.ByStatus })
            {
                Assert.Equal(summary.Total, table.Aggregate(default(BudgetFigures), (sum, line) => sum + line.Figures));
                Assert.Equal(table.Count, table.Select(l => (l.Label, l.Code, l.UnitId)).Distinct().Count());
            }
        }
    }

    [Fact]
    public void A_table_that_disagrees_is_named()
    {
        var figures = new BudgetFigures { Projects = 1, Support = new Vnd(10) };
        var line = new BudgetLine("x", figures);
        var summary = new BudgetSummary
        {
            Usual = new BudgetSummaryFilter(),
            Filter = new(), Year = 2024, AsOf = new(2024, 1, 1), IsCurrent = true, Plans = [], Counted = [], Decisions = [], Allotments = [],
            Total = figures, ByCategory = [line], ByArea = [line], ByPlan = [line], ByStatus = [line], BySource = [new(FundingSource.Local, 1, new Vnd(10))],
        };
        Assert.Empty(summary.Check());
        Assert.StartsWith("ByArea", Assert.Single((summary with { ByArea = [] }).Check()), StringComparison.Ordinal);
        Assert.StartsWith("ByStatus", Assert.Single((summary with { ByStatus = [line, line] }).Check()), StringComparison.Ordinal);
        Assert.StartsWith("BySource", Assert.Single((summary with { BySource = [] }).Check()), StringComparison.Ordinal);
    }

    internal static IEnumerable<BudgetSummaryFilter> Filters(RandomBudget random)
    {
        yield return new() { Year = 2024 };
        yield return new() { Year = 2023, AreaView = AreaView.Commune };
        yield return new() { Year = 2022 };
        foreach (var source in Enum.GetValues<FundingSource>()) yield return new() { Year = 2024, Source = source, AsOf = random.Day(2024) };
        foreach (var plan in random.Plans) yield return new() { Year = 2024, PlanId = plan, AreaView = AreaView.Commune, AsOf = random.Day(2024) };
        for (var month = 1; month <= 10; month += 3)
            yield return new() { Year = 2024, Tranche = Tranche.Numbered(1 + (month % 2)), AsOf = new DateOnly(2024, month, 28), AreaView = (AreaView)(month % 2) };
    }

    // The same figures from the entities, added up one by one, with terms picked by a plain loop.
    private static async Task<BudgetFigures> ExpectedAsync(TestPortal portal, BudgetSummary summary)
    {
        await using var db = portal.Db();
        var (filter, day) = (summary.Filter, summary.AsOf);
        var projects = await db.Projects.AsNoTracking().AsSplitQuery().Include(p => p.Plan).Include(p => p.Terms).ThenInclude(t => t.Funding)
            .Include(p => p.Contracts).Include(p => p.MoneyEntries).ThenInclude(e => e.Verdict).ToListAsync();
        var acceptances = await db.Acceptances.AsNoTracking().ToListAsync();
        var total = default(BudgetFigures);
        foreach (var project in projects)
        {
            var plan = project.Plan!;
            if (plan.Year != summary.Year || (filter.PlanId ?? plan.Id) != plan.Id || (filter.Tranche ?? plan.Tranche) != plan.Tranche) continue;
            ProjectTerms? terms = null;
            foreach (var candidate in project.Terms.OrderBy(t => t.EffectiveFrom).ThenBy(t => t.DecisionId))
            {
                if (candidate.EffectiveFrom <= day) terms = candidate;
            }

            if (terms is null || (filter.Source is { } source && terms.Funding.All(f => f.Source != source))) continue;
            var posted = project.MoneyEntries.Where(e => e.Verdict is { Posted: true } && e.Date <= day).ToList();
            total += new BudgetFigures
            {
                Projects = 1,
                Support = terms.Support,
                Counterpart = terms.Counterpart,
                Other = terms.Other,
                Contracted = project.Contracts.Where(c => c.SignedOn <= day).Sum(c => c.Value),
                Advanced = posted.Where(e => e.Kind == MoneyEntryKind.Advance).Sum(e => e.Amount),
                Paid = posted.Where(e => e.Kind == MoneyEntryKind.Payment).Sum(e => e.Amount),
                Recovered = posted.Where(e => e.Kind == MoneyEntryKind.Recovery).Sum(e => e.Amount),
                Accepted = acceptances.Where(a => a.ProjectId == project.Id && a.Date <= day).Sum(a => a.AcceptedSupport),
            };
        }

        return total;
    }
}
