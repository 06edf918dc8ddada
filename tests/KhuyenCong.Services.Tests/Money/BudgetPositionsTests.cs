using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Money;

public sealed class BudgetPositionsTests
{
    [Theory]
    [InlineData("carry")]
    [InlineData("stop")]
    [InlineData("source")]
    public async Task What_a_decision_is_said_to_leave_of_the_budgets_is_what_it_leaves(string what)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "40.000.000", contract: "100.000.000");
        if (what == "source") await desk.SignAsync(desk.Second, "50.000.000", "05/03/2024");
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("500.000.000", "09/QĐ-UBND", "10/01/2024") with { Source = FundingSource.National }));
        var line = what switch
        {
            "carry" => new AdjustmentLineRequest { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.First, EndMonth = "03/2025", Reason = "Chậm máy" },
            "stop" => AdjustmentDesk.Stop(desk.First, "0"),
            _ => new AdjustmentLineRequest { Kind = AdjustmentKind.MoveSource, ProjectId = desk.Second, Source = FundingSource.National, Reason = "Có vốn quốc gia" },
        };
        var adjustment = await desk.EndorsedAsync(line);
        var (own, signed, bulk) = (
            (await desk.PageAsync(adjustment)).Budgets,
            (await desk.DoAsync(async (SubmissionService s) => await s.ReadAsync(desk.Plans.Leader, (await desk.SubmissionAsync(adjustment)).Id, default))).Value.Budgets,
            (await desk.DoAsync((BulkApprovalService s) => s.ReadAsync(desk.Plans.Leader, default))).Value.Budgets);
        Expect.Done(await desk.ApproveAsync(adjustment));
        var now = (await desk.DoAsync((AllotmentService s) => s.ReadAsync(desk.Plans.Leader, null, default))).Value.Positions.ToDictionary(p => (p.Year, p.Source));
        foreach (var told in new[] { own, signed, bulk })
        {
            Assert.NotEmpty(told);
            Assert.All(told, b => Assert.Equal(now[(b.Position.Year, b.Position.Source)], b.After));
        }
    }

    [Fact]
    public async Task What_a_carried_over_project_contracted_and_disbursed_counts_in_the_budgets_that_pay_it()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "100.000.000");
        await desk.ApprovedAsync("01/06/2024", Carry(desk.First));
        Assert.Equal([(2025, 40L, 40L, 40L, 0L, 40L), (2024, 260L, 160L, 60L, 60L, 0L)], await MillionsAsync(desk));

        // Money fills the earlier year's share first.
        await desk.SpendAsync(desk.First, "10.000.000", "01/06/2024");
        Assert.Equal([(2025, 40L, 40L, 40L, 10L, 30L), (2024, 260L, 160L, 60L, 60L, 0L)], await MillionsAsync(desk));

        // The bars of a plan's page, of the budgets' page and the table of the summary tell the same.
        var summary = (await desk.DoAsync((BudgetSummaryService s) => s.ReadAsync(desk.Plans.Leader, new BudgetSummaryFilter { Year = 2024 }, default))).Value;
        Assert.Equal((Vnd.Million(260), Vnd.Million(160)), (Assert.Single(summary.Allotments).Allotted, summary.Allotments[0].Approved));
        Assert.Equal(Vnd.Million(160), (await desk.Plans.PageAsync(desk.Plan)).Budget!.Approved);
    }

    [Fact]
    public async Task The_summary_sets_against_the_allotment_what_the_positions_of_its_year_disbursed()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "100.000.000");
        await desk.ApprovedAsync("01/06/2024", Carry(desk.First));
        await desk.SpendAsync(desk.First, "10.000.000", "01/06/2024");
        desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(10));

        foreach (var day in new DateOnly?[] { null, new(2024, 6, 10), new(2024, 6, 1), new(2024, 5, 31), new(2024, 4, 14), new(2024, 2, 29) })
        {
            var positions = (await desk.DoAsync((AllotmentService s) => s.ReadAsync(desk.Plans.Leader, day, default))).Value.Positions;
            foreach (var year in (int[])[2024, 2025])
            {
                var summary = await SummaryAsync(year, day);
                Assert.Equal(
                    positions.Where(p => p.Year == year).Select(p => (p.Source, p.Allotted, p.Approved, p.Disbursed)), summary.Allotments.Select(a => (a.Source, a.Allotted, a.Approved, a.Disbursed)));
                Assert.Equal(positions.Where(p => p.Year == year).Sum(p => p.Disbursed), summary.DisbursedOfAllotted);
            }
        }

        // The table by source counts the project of two years once.
        Assert.Equal([(FundingSource.Local, 2)], (await SummaryAsync(2024, null)).BySource.Select(s => (s.Source, s.Projects)));
        Assert.Equal((Vnd.Million(60), Vnd.Million(10)), ((await SummaryAsync(2024, null)).DisbursedOfAllotted, (await SummaryAsync(2025, null)).DisbursedOfAllotted));

        async Task<BudgetSummary> SummaryAsync(int year, DateOnly? day) =>
            (await desk.DoAsync((BudgetSummaryService s) => s.ReadAsync(desk.Plans.Leader, new BudgetSummaryFilter { Year = year, AsOf = day }, default))).Value;
    }

    [Fact]
    public async Task A_stopped_project_counts_with_what_is_out_and_a_moved_one_in_its_new_source()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("500.000.000", "02/QĐ-UBND", "02/01/2024") with { Source = FundingSource.National }));
        await desk.SpendAsync(desk.First, "60.000.000", contract: "90.000.000");
        await desk.ApprovedAsync(
            "01/06/2024", AdjustmentDesk.Stop(desk.First, "0"), new() { Kind = AdjustmentKind.MoveSource, ProjectId = desk.Second, Source = FundingSource.National, Reason = "Được giao nguồn khác" });
        Assert.Equal([(2024, 300L, 60L, 60L, 60L, 0L), (2024, 500L, 100L, 0L, 0L, 0L)], await MillionsAsync(desk));
    }

    [Fact]
    public async Task A_past_day_reads_as_it_was_read_then()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", "15/04/2024", contract: "90.000.000");
        var then = await MillionsAsync(desk);
        desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(10));
        await desk.ApprovedAsync("05/06/2024", AdjustmentDesk.Raise(desk.Second, "150.000.000"), Carry(desk.First));
        await desk.SpendAsync(desk.First, "5.000.000", "06/06/2024");
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("70.000.000", "03/QĐ-UBND", "07/06/2024")));

        Assert.NotEqual(then, await MillionsAsync(desk));
        Assert.Equal(then, await MillionsAsync(desk, new DateOnly(2024, 6, 1)));
        Assert.Equal(await MillionsAsync(desk), await MillionsAsync(desk, new DateOnly(2024, 6, 10)));
        Assert.Equal([(2024, 300L, 200L, 90L, 0L, 90L)], await MillionsAsync(desk, new DateOnly(2024, 4, 14)));
        Assert.Equal([(2024, 300L, 0L, 0L, 0L, 0L)], await MillionsAsync(desk, new DateOnly(2024, 2, 29)));
        Assert.Empty(await MillionsAsync(desk, new DateOnly(2023, 12, 31)));
    }

    [Fact]
    public async Task The_day_itself_counts_and_contracts_and_entries_add_up()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.Plans.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Chưa duyệt", "70.000.000"));
        await desk.SpendAsync(desk.First, "60.000.000", "15/04/2024", contract: "80.000.000");
        await desk.RecoverAsync(desk.First, "10.000.000", "20/04/2024");
        await using (var db = desk.Plans.Portal.Db())
        {
            var contract = await db.Contracts.SingleAsync();
            db.Contracts.Add(new Contract
            {
                ProjectId = desk.First, Kind = ContractKind.Appendix, Number = "01/PLHĐ", SignedOn = new(2024, 3, 10), Value = Vnd.Million(5), BeneficiaryId = contract.BeneficiaryId, Beneficiary = null,
                RecordedById = contract.RecordedById, RecordedAt = contract.RecordedAt,
            });
            await db.SaveAsync(desk.Centre, null, default);
        }

        (int, int)[] days = [(1, 1), (1, 2), (2, 29), (3, 1), (3, 5), (3, 10), (4, 14), (4, 15), (4, 20)];
        var read = new List<(long, long, long, long)>();
        foreach (var (month, day) in days) read.AddRange((await MillionsAsync(desk, new DateOnly(2024, month, day))).Select(p => (p.Allotted, p.Approved, p.Contracted, p.Disbursed)));
        Assert.Equal(
            [(300L, 0L, 0L, 0L), (300L, 0L, 0L, 0L), (300L, 200L, 0L, 0L), (300L, 200L, 80L, 0L), (300L, 200L, 85L, 0L), (300L, 200L, 85L, 0L), (300L, 200L, 85L, 60L), (300L, 200L, 85L, 50L)], read);
    }

    [Fact]
    public async Task What_a_decision_would_move_is_told_beside_the_budget_of_its_own_year_and_source()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("500.000.000", "02/QĐ-UBND") with { Source = FundingSource.National }));
        await desk.SpendAsync(desk.First, "60.000.000", contract: "100.000.000");
        var adjustment = await desk.EndorsedAsync(Carry(desk.First));
        var submission = await desk.SubmissionAsync(adjustment);
        var budgets = (await desk.DoAsync((SubmissionService s) => s.ReadAsync(desk.Plans.Leader, submission.Id, default))).Value.Budgets;
        Assert.Equal(
            [(2024, 300L, 260L, 200L, 160L), (2025, 0L, 40L, 0L, 40L)],
            budgets.OrderBy(b => b.Position.Year).Select(b => (b.Position.Year, M(b.Position.Allotted), M(b.After.Allotted), M(b.Position.Approved), M(b.After.Approved))));
        Assert.All(budgets, b => Assert.Equal(FundingSource.Local, b.Position.Source));
    }

    [Fact]
    public async Task A_lowering_meets_each_decision_on_its_own_day()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(10));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("500.000.000", "02/QĐ-UBND", "10/06/2024")));
        var breach = Expect.RefusedOnlyBy<AllotmentRefusals.BelowAllocatedOnDay>(await desk.Plans.RecordAsync(desk.Plans.Allotment("60.000.000", "03/QĐ-UBND", "05/01/2024") with { Lowers = true }));
        Assert.Equal((new DateOnly(2024, 6, 1), Vnd.Million(240), Vnd.Million(250)), (breach.Day, breach.Allotted, breach.Allocated));
    }

    [Fact]
    public async Task The_list_of_plans_on_a_past_day_holds_what_was_approved_by_then()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var draft = await desk.Plans.DraftAsync(Tranche.Numbered(2));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Stop(desk.First), AdjustmentDesk.Add());

        var (now, before, earlier) = (await ListAsync(desk, null), await ListAsync(desk, new DateOnly(2024, 5, 31)), await ListAsync(desk, new DateOnly(2024, 2, 29)));
        Assert.Equal([desk.Plan, draft], now.Rows.Select(r => r.Id).Order());
        Assert.Equal((desk.Plan, PlanStatus.Approved, 2, Vnd.Million(200)), before.Rows.Select(r => (r.Id, r.Status, r.Figures.Count, r.Figures.Support)).Single());
        Assert.Equal((2, Vnd.Million(180)), now.Rows.Where(r => r.Id == desk.Plan).Select(r => (r.Figures.Count, r.Figures.Support)).Single());
        Assert.Equal(before.Rows[0].Figures, before.Totals);
        Assert.Empty(earlier.Rows);
    }

    private static AdjustmentLineRequest Carry(int project) => new() { Kind = AdjustmentKind.MoveToNextYear, ProjectId = project, EndMonth = "03/2025", Reason = "Máy về muộn" };

    private static async Task<PlanList> ListAsync(AdjustmentDesk desk, DateOnly? day) =>
        (await desk.DoAsync((PlanListService s) => s.ReadAsync(desk.Plans.Leader, new PlanListFilter { AsOf = day }, default))).Value;

    private static async Task<IEnumerable<(int Year, long Allotted, long Approved, long Contracted, long Disbursed, long Committed)>> MillionsAsync(AdjustmentDesk desk, DateOnly? day = null)
    {
        var overview = (await desk.DoAsync((AllotmentService s) => s.ReadAsync(desk.Plans.Leader, day, default))).Value;
        Assert.All(overview.Positions, p => Assert.Equal(p.Allotted, overview.Papers.Where(x => x.Year == p.Year && x.Source == p.Source).Sum(x => x.Amount)));
        return [.. overview.Positions.Select(p => (p.Year, M(p.Allotted), M(p.Approved), M(p.Contracted), M(p.Disbursed), M(p.Committed)))];
    }

    private static long M(Vnd amount) => amount.Dong / 1_000_000;
}
