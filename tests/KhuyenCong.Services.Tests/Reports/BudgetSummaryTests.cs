using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Reports;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Xunit;

namespace KhuyenCong.Services.Tests.Reports;

public class BudgetSummaryTests
{
    private static readonly DateOnly Decided = new(2024, 2, 5);
    private static readonly Tranche First = Tranche.Numbered(1);

    [Fact]
    public async Task Only_approved_plans_count()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        scene.Plan(2024, First, Decided, "38/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 100, counterpart: 50, other: 7);
        scene.Plan(2024, Tranche.Numbered(2), Decided, "90/QĐ-SCT").NotApproved().Project().In("Huyện Ea Kar").Costing(local: 999);
        scene.Plan(2023, First, new DateOnly(2023, 2, 5), "30/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 888);
        await scene.SaveAsync();

        var summary = await ReadAsync(portal, new() { Year = 2024 });

        Assert.Equal((1, 100L, 50L, 7L, 157L), (summary.Total.Projects, summary.Total.Support.Dong, summary.Total.Counterpart.Dong, summary.Total.Other.Dong, summary.Total.Total.Dong));
        Assert.Equal([2024, 2023], summary.Plans.Select(p => p.Year));
        Assert.Equal("38/QĐ-SCT", Assert.Single(summary.Decisions).Number);
    }

    [Fact]
    public async Task The_day_picks_the_terms_of_the_decision_in_force()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        var raise = plan.Adjustment("97/QĐ-SCT", new DateOnly(2024, 9, 1));
        plan.Project("ND3").In("Huyện Ea Kar").Costing(local: 100, counterpart: 10).AdjustedBy(raise, local: 130, counterpart: 20);
        plan.Project("ND1").In("Huyện Ea Kar").Costing(local: 40);
        await scene.SaveAsync();

        Assert.Equal(0, (await ReadAsync(portal, new() { Year = 2024, AsOf = Decided.AddDays(-1) })).Total.Projects);
        var first = await ReadAsync(portal, new() { Year = 2024, AsOf = new DateOnly(2024, 8, 31) });
        Assert.Equal((140L, 10L, 2), (first.Total.Support.Dong, first.Total.Counterpart.Dong, first.Total.Projects));
        Assert.Equal(["38/QĐ-SCT"], first.Decisions.Select(d => d.Number));
        var second = await ReadAsync(portal, new() { Year = 2024, AsOf = new DateOnly(2024, 9, 1) });
        Assert.Equal((170L, 20L, 2), (second.Total.Support.Dong, second.Total.Counterpart.Dong, second.Total.Projects));
        Assert.Equal(["38/QĐ-SCT", "97/QĐ-SCT"], second.Decisions.Select(d => d.Number));
    }

    [Fact]
    public async Task The_day_picks_contracts_money_acceptances_and_the_status()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        scene.Plan(2024, First, Decided, "38/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 100)
            .Contracted(new(2024, 3, 1), 90).Advanced(new(2024, 4, 1), 50).Reported(new(2024, 5, 1), 40)
            .Paid(new(2024, 6, 1), 35).Recovered(new(2024, 7, 1), 5).Accepted(new(2024, 8, 1), 80);
        await scene.SaveAsync();

        await ExpectAsync(new(2024, 2, 29), 0, 0, 0, ProjectStatus.Approved);
        await ExpectAsync(new(2024, 3, 1), 90, 0, 0, ProjectStatus.Contracted);
        await ExpectAsync(new(2024, 4, 1), 90, 50, 0, ProjectStatus.Contracted);
        await ExpectAsync(new(2024, 5, 1), 90, 50, 0, ProjectStatus.InProgress);
        await ExpectAsync(new(2024, 6, 30), 90, 85, 0, ProjectStatus.InProgress);
        await ExpectAsync(new(2024, 7, 31), 90, 80, 0, ProjectStatus.InProgress);
        await ExpectAsync(new(2024, 8, 1), 90, 80, 80, ProjectStatus.Accepted);
        await ExpectAsync(new(2024, 11, 15), 90, 80, 80, ProjectStatus.Accepted);

        async Task ExpectAsync(DateOnly day, long contracted, long disbursed, long accepted, ProjectStatus status)
        {
            var summary = await ReadAsync(portal, new() { Year = 2024, AsOf = day });
            Assert.Equal((contracted, disbursed, accepted, 100 - disbursed),
                (summary.Total.Contracted.Dong, summary.Total.Disbursed.Dong, summary.Total.Accepted.Dong, summary.Total.Remaining.Dong));
            Assert.Equal(status, Assert.Single(summary.ByStatus).Status);
        }
    }

    [Fact]
    public async Task Pending_and_rejected_money_is_not_disbursed()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var day = new DateOnly(2024, 4, 1);
        scene.Plan(2024, First, Decided, "38/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 100).Advanced(day, 10)
            .Money(MoneyEntryKind.Advance, day, 20, posted: null).Money(MoneyEntryKind.Payment, day, 30, posted: false);
        await scene.SaveAsync();
        Assert.Equal(10, (await ReadAsync(portal, new() { Year = 2024 })).Total.Disbursed.Dong);
    }

    [Fact]
    public async Task A_reversal_takes_its_entry_back_from_its_own_day_on_and_a_clearing_moves_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        scene.Plan(2024, First, Decided, "38/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 100)
            .Advanced(new(2024, 4, 1), 60).Undone(new(2024, 5, 1))
            .Advanced(new(2024, 6, 1), 40).Money(MoneyEntryKind.Clearing, new(2024, 6, 15), 30)
            .Paid(new(2024, 7, 1), 20).Recovered(new(2024, 8, 1), 15).Undone(new(2024, 9, 1)).Money(MoneyEntryKind.Payment, new(2024, 10, 1), 5).Undone(new(2024, 10, 2));
        await scene.SaveAsync();

        await ExpectAsync(new(2024, 4, 30), 60, 0, 0);
        await ExpectAsync(new(2024, 5, 1), 0, 0, 0);
        await ExpectAsync(new(2024, 6, 30), 40, 0, 0);
        await ExpectAsync(new(2024, 8, 31), 40, 20, 15);
        await ExpectAsync(new(2024, 9, 1), 40, 20, 0);
        await ExpectAsync(new(2024, 10, 1), 40, 25, 0);
        await ExpectAsync(new(2024, 11, 15), 40, 20, 0);

        async Task ExpectAsync(DateOnly day, long advanced, long paid, long recovered)
        {
            var total = (await ReadAsync(portal, new() { Year = 2024, AsOf = day })).Total;
            Assert.Equal((advanced, paid, recovered, advanced + paid - recovered), (total.Advanced.Dong, total.Paid.Dong, total.Recovered.Dong, total.Disbursed.Dong));
        }
    }

    [Fact]
    public async Task A_stopped_project_counts_as_it_was_before_the_decision_and_as_stopped_from_its_day_on()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        plan.Project().In("Huyện Ea Kar").Costing(local: 100).Contracted(new(2024, 3, 1), 90).Advanced(new(2024, 4, 1), 50)
            .StoppedBy(plan.Adjustment("97/QĐ-SCT", new(2024, 8, 1))).Recovered(new(2024, 9, 1), 20);
        await scene.SaveAsync();

        await ExpectAsync(new(2024, 7, 31), 100, 90, 50, ProjectStatus.Contracted);
        await ExpectAsync(new(2024, 8, 1), 50, 50, 50, ProjectStatus.Discontinued);
        await ExpectAsync(new(2024, 9, 1), 50, 50, 30, ProjectStatus.Discontinued);
        await ExpectAsync(new(2024, 11, 15), 50, 50, 30, ProjectStatus.Discontinued);

        async Task ExpectAsync(DateOnly day, long support, long contracted, long disbursed, ProjectStatus status)
        {
            var summary = await ReadAsync(portal, new() { Year = 2024, AsOf = day });
            Assert.Equal((support, contracted, disbursed), (summary.Total.Support.Dong, summary.Total.Contracted.Dong, summary.Total.Disbursed.Dong));
            Assert.Equal(status, Assert.Single(summary.ByStatus).Status);
        }
    }

    [Fact]
    public async Task A_stopped_project_counts_as_none_in_its_source_too_while_its_money_stays()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        plan.Project().In("Huyện Ea Kar").Costing(local: 100);
        plan.Project().In("Huyện Ea Kar").Costing(local: 100).Advanced(new(2024, 4, 1), 50).StoppedBy(plan.Adjustment("97/QĐ-SCT", new(2024, 8, 1)));
        var other = scene.Plan(2024, Tranche.Supplement(), Decided, "39/QĐ-SCT");
        other.Project("ND1").InWholeProvince().Costing(national: 100).Advanced(new(2024, 4, 1), 30).StoppedBy(other.Adjustment("98/QĐ-SCT", new(2024, 8, 1)));
        await scene.SaveAsync();

        var summary = await ReadAsync(portal, new() { Year = 2024 });
        Assert.Equal([(FundingSource.Local, 1, 150L), (FundingSource.National, 0, 30L)], summary.BySource.Select(s => (s.Source, s.Projects, s.Support.Dong)));
        Assert.Equal(1, summary.Total.Projects);
        Assert.All([summary.ByCategory, summary.ByArea, summary.ByPlan, summary.ByStatus], table => Assert.Equal(1, table.Sum(l => l.Figures.Projects)));
    }

    [Fact]
    public async Task A_past_day_knows_whether_the_settlement_stood()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        scene.Plan(2024, First, Decided, "38/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 100).Paid(new(2024, 4, 1), 50).Reported(new(2024, 5, 1), 100)
            .AcceptedAtOnce(new(2024, 6, 1), 50).Money(MoneyEntryKind.Settlement, new(2024, 7, 1), 50).Undone(new(2024, 8, 1));
        await scene.SaveAsync();

        Assert.Equal(ProjectStatus.Accepted, await OnAsync(new(2024, 6, 30)));
        Assert.Equal(ProjectStatus.Settled, await OnAsync(new(2024, 7, 1)));
        Assert.Equal(ProjectStatus.Accepted, await OnAsync(new(2024, 8, 1)));

        async Task<ProjectStatus?> OnAsync(DateOnly day) => Assert.Single((await ReadAsync(portal, new() { Year = 2024, AsOf = day })).ByStatus).Status;
    }

    [Fact]
    public async Task Filters_narrow_to_a_plan_a_tranche_or_a_source()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var first = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        first.Project().In("Huyện Ea Kar").Costing(local: 100);
        first.Project().In("Huyện Ea Kar").Costing(local: 20, national: 3);
        scene.Plan(2024, Tranche.Supplement(), Decided, "39/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(national: 1000);
        scene.Allotted(2024, FundingSource.Local, new Vnd(500));
        scene.Allotted(2024, FundingSource.National, new Vnd(2000));
        await scene.SaveAsync();

        Assert.Equal(1123, (await ReadAsync(portal, new() { Year = 2024 })).Total.Support.Dong);
        Assert.Equal(123, (await ReadAsync(portal, new() { Year = 2024, PlanId = first.Id })).Total.Support.Dong);
        Assert.Equal(1000, (await ReadAsync(portal, new() { Year = 2024, Tranche = Tranche.Supplement() })).Total.Support.Dong);
        Assert.Equal(0, (await ReadAsync(portal, new() { Year = 2024, PlanId = first.Id, Tranche = Tranche.Supplement() })).Total.Projects);

        var national = await ReadAsync(portal, new() { Year = 2024, Source = FundingSource.National });
        Assert.Equal((2, 1023L), (national.Total.Projects, national.Total.Support.Dong));
        Assert.Equal([(FundingSource.Local, 1, 20L), (FundingSource.National, 2, 1003L)], national.BySource.Select(s => (s.Source, s.Projects, s.Support.Dong)));
        Assert.Equal((FundingSource.National, 2000L, 1003L, 997L),
            national.Allotments.Select(a => (a.Source, a.Allotted.Dong, a.Approved.Dong, a.Unallocated.Dong)).Single());
    }

    [Fact]
    public async Task An_allotment_counts_its_papers_by_the_day_and_every_plan_of_the_year()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        plan.Project().In("Huyện Ea Kar").Costing(local: 100);
        scene.Plan(2024, Tranche.Numbered(2), new DateOnly(2024, 6, 1), "60/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 200);
        scene.Allotted(2024, FundingSource.Local, new Vnd(500), on: null);
        scene.Allotted(2024, FundingSource.Local, new Vnd(300), new DateOnly(2024, 6, 1));
        await scene.SaveAsync();

        var may = Assert.Single((await ReadAsync(portal, new() { Year = 2024, PlanId = plan.Id, AsOf = new(2024, 5, 31) })).Allotments);
        Assert.Equal((500L, 100L), (may.Allotted.Dong, may.Approved.Dong));
        var june = Assert.Single((await ReadAsync(portal, new() { Year = 2024, PlanId = plan.Id, AsOf = new(2024, 6, 1) })).Allotments);
        Assert.Equal((800L, 300L, 500L), (june.Allotted.Dong, june.Approved.Dong, june.Unallocated.Dong));
    }

    [Fact]
    public async Task Categories_stand_in_the_order_of_the_decree_and_ND10_last()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        foreach (var code in (string[])["ND10", "ND2", "ND9", "ND1"]) plan.Project(code).InWholeProvince().Costing(local: 1);
        await scene.SaveAsync();
        Assert.Equal(["ND1", "ND2", "ND9", "ND10"], (await ReadAsync(portal, new() { Year = 2024 })).ByCategory.Select(l => l.Code));
    }

    [Fact]
    public async Task A_wrong_filter_is_invalid_and_says_what_to_choose()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, First, Decided, "38/QĐ-SCT");
        plan.Project().InWholeProvince().Costing(local: 1);
        await scene.SaveAsync();

        await ExpectAsync(new() { Year = 1999 }, "Chọn năm kế hoạch từ 2000 đến 2100.");
        await ExpectAsync(new() { Year = 2024, AsOf = new DateOnly(2024, 11, 16) }, "Chọn ngày số liệu không sau hôm nay.");
        await ExpectAsync(new() { Year = 2023, PlanId = plan.Id }, "Chọn một kế hoạch đã phê duyệt của năm 2023.");
        await ExpectAsync(new() { Year = 2024, PlanId = -1 }, "Chọn một kế hoạch đã phê duyệt của năm 2024.");
        await ExpectAsync(new() { Year = 2024, Tranche = new Tranche(77) }, "Chọn đợt có trong danh sách.");
        await ExpectAsync(new() { Year = 2024, AreaView = (AreaView)9 }, "Chọn cách tổng hợp địa bàn có trong danh sách.");

        async Task ExpectAsync(BudgetSummaryFilter filter, string message)
        {
            var manager = await portal.PersonAsync("Quản lý", Role.Manager);
            var result = await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(s => s.ReadAsync(manager, filter, CancellationToken.None));
            Assert.Equal(Outcome.Invalid, result.Outcome);
            Assert.Equal(message, Assert.Single(result.Errors).Message);
        }
    }

    [Fact]
    public async Task Without_year_and_day_it_is_this_year_until_today()
    {
        await using var portal = await TestPortal.StartAsync();
        var summary = await ReadAsync(portal, new());
        Assert.Equal((2024, new DateOnly(2024, 11, 15), true, 0), (summary.Year, summary.AsOf, summary.IsCurrent, summary.Total.Projects));
    }

    [Theory]
    [InlineData(Role.Leader, true)]
    [InlineData(Role.DivisionHead, true)]
    [InlineData(Role.Division, true)]
    [InlineData(Role.Accountant, true)]
    [InlineData(Role.CentreManager, true)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.Officer, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Reading_and_exporting_follow_the_permissions(Role role, bool may)
    {
        await using var portal = await TestPortal.StartAsync();
        var person = await portal.PersonAsync("Người xem", role);
        var read = await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(s => s.ReadAsync(person, new(), CancellationToken.None));
        var file = await portal.UseAsync<BudgetSummaryService, Result<Services.Exports.ExportFile>>(
            s => s.ExportAsync(person, new(), Services.Exports.ExportFormat.Csv, CancellationToken.None));
        Assert.Equal(may ? Outcome.Done : Outcome.Forbidden, read.Outcome);
        Assert.Equal(read.Outcome, file.Outcome);
    }

    [Fact]
    public async Task Who_may_only_read_may_not_export()
    {
        await using var portal = await TestPortal.StartAsync();
        var reader = new Actor(null, "Người đọc", new HashSet<string> { Permissions.ReportsRead });
        var file = await portal.UseAsync<BudgetSummaryService, Result<Services.Exports.ExportFile>>(
            s => s.ExportAsync(reader, new(), Services.Exports.ExportFormat.Xlsx, CancellationToken.None));
        Assert.Equal(Outcome.Forbidden, file.Outcome);
    }

    private static async Task<BudgetSummary> ReadAsync(TestPortal portal, BudgetSummaryFilter filter)
    {
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);
        return (await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(s => s.ReadAsync(manager, filter, CancellationToken.None))).Value;
    }
}
