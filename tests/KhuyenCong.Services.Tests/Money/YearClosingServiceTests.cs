using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Money;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Money;

public sealed class YearClosingServiceTests
{
    [Fact]
    public async Task Closing_splits_the_budget_and_carries_over_into_the_next_year()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        Expect.Done(await scene.CloseAsync("600.000.000"));

        var line = await scene.LookAsync(db => db.YearClosings.SelectMany(c => c.Lines).SingleAsync());
        Assert.Equal((1000L, 150L, 600L, 250L), (M(line.Allotted), M(line.Disbursed), M(line.CarriedOver), M(line.Cancelled)));
        var paper = await scene.LookAsync(db => db.AllotmentPapers.SingleAsync(p => p.DecisionId == null && p.Number.StartsWith("Chuyển")));
        Assert.Equal(("Chuyển nguồn năm 2024", new DateOnly(2025, 1, 1), Vnd.Million(600)), (paper.Number, paper.IssuedOn!.Value, paper.Amount));
        Assert.Equal(Vnd.Million(600), (await scene.LookAsync(db => db.Allotments.SingleAsync(a => a.Year == 2025))).Unallocated);
        var page = (await scene.ReadAsync()).Value;
        Assert.Equal(("Hoàng Thị Lan", "Cuối năm"), (page.Closing!.ClosedByName, page.Closing.Note));
        Assert.Equal(PlanStatus.Approved, await scene.LookAsync(db => db.Plans.Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_plan_without_any_project_under_way_is_closed()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        await scene.EditAsync(async db => (await db.Projects.SingleAsync()).Stop(scene.Accountant, DateTime.UnixEpoch, "Dừng"));
        Expect.Done(await scene.CloseAsync());
        var plan = await scene.LookAsync(db => db.Plans.Include(p => p.History).SingleAsync());
        Assert.Equal((PlanStatus.Closed, "Khóa sổ năm ngân sách 2024"), (plan.Status, plan.History.MaxBy(h => h.Id)!.Reason));
        Assert.Equal((0L, 850L), await scene.LookAsync(db => db.YearClosings.SelectMany(c => c.Lines).Select(l => new ValueTuple<long, long>((long)l.CarriedOver / 1_000_000, (long)l.Cancelled / 1_000_000)).SingleAsync()));
    }

    [Fact]
    public async Task Each_project_with_something_left_of_its_share_is_named_with_the_amounts()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(100);
        var left = Expect.RefusedOnlyBy<YearClosingRefusals.ShareRemains>(await scene.CloseAsync());
        Assert.Equal((scene.ProjectId, Vnd.Million(150), Vnd.Million(100)), (left.ProjectId, left.Share, left.Disbursed));
        Assert.Equal(Vnd.Million(50), Assert.Single((await scene.ReadAsync()).Value.Account.Projects).Remaining);
    }

    [Fact]
    public async Task What_a_decision_moved_into_the_next_year_stands_no_longer_in_the_way()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(100);
        await scene.DecideAsync((terms, project) => terms.CarryOver(project.Posted));
        var project = (await scene.ReadAsync()).Value.Account.Projects.Single();
        Assert.Equal((Vnd.Million(50), Vnd.Zero), (project.MovedOn, project.Remaining));
        Expect.Done(await scene.CloseAsync("50.000.000"));
        var line = await scene.LookAsync(db => db.YearClosings.SelectMany(c => c.Lines).SingleAsync());
        Assert.Equal((950L, 100L, 50L, 800L), (M(line.Allotted), M(line.Disbursed), M(line.CarriedOver), M(line.Cancelled)));

        // Paid later, the money fills the next year's share; the closed year's stays as it was.
        await scene.PayAsync(20);
        Assert.Equal([(2024, 100L), (2025, 20L)], await Task.WhenAll(new[] { 2024, 2025 }.Select(async y => (y, M((await scene.ReadAsync(y)).Value.Account.Disbursed(FundingSource.Local))))));
        Assert.Equal(Vnd.Million(100), (await scene.LookAsync(db => db.Allotments.SingleAsync(a => a.Year == 2025))).Allotted);
    }

    [Fact]
    public async Task What_a_decision_cancelled_stands_no_longer_in_the_way()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(100);
        await scene.DecideAsync((terms, _) => terms.ShiftSupport(Vnd.Million(-50)));
        Expect.Done(await scene.CloseAsync());
        Assert.Equal(900L, await scene.LookAsync(db => db.YearClosings.SelectMany(c => c.Lines).Select(l => (long)l.Cancelled / 1_000_000).SingleAsync()));
    }

    [Fact]
    public async Task Money_that_waits_open_plans_and_open_adjustments_are_all_named_at_once()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150, posted: false);
        await scene.EditAsync(async db =>
        {
            var by = scene.Accountant.UserId!.Value;
            db.Plans.Add(new Plan { Year = 2024, Tranche = Tranche.Numbered(2), Source = FundingSource.Local, Title = "Đợt II", CreatedById = by });
            db.Adjustments.Add(new Adjustment { PlanId = await db.Plans.Select(p => p.Id).SingleAsync(), Ordinal = 3, Reason = "Đổi", CreatedById = by });
        });
        var refusals = (await scene.CloseAsync()).Refusals;
        Assert.Equal(["PlanNotDecided", "AdjustmentOpen", "MoneyWaiting", "ShareRemains"], refusals.Select(r => r.GetType().Name));
        Assert.Equal(("Đợt II", PlanStatus.Draft), (((YearClosingRefusals.PlanNotDecided)refusals[0]).Title, ((YearClosingRefusals.PlanNotDecided)refusals[0]).Status));
        Assert.Equal(3, ((YearClosingRefusals.AdjustmentOpen)refusals[1]).Ordinal);
        Assert.Equal(Vnd.Million(150), ((YearClosingRefusals.MoneyWaiting)refusals[2]).Pending);
        Assert.Equal(0, await scene.LookAsync(db => db.YearClosings.CountAsync()));
    }

    [Fact]
    public async Task A_year_is_closed_only_after_its_last_day_and_after_the_years_before_it()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        await scene.AllotAsync(2025, 10);
        Assert.Equal(["YearNotOver", "EarlierYearOpen"], (await scene.CloseAsync(year: 2025)).Refusals.Select(r => r.GetType().Name));
        scene.Portal.Clock.AdjustTime(new DateTimeOffset(2024, 12, 31, 16, 59, 0, TimeSpan.Zero));
        Expect.RefusedOnlyBy<YearClosingRefusals.YearNotOver>(await scene.CloseAsync());
        scene.Portal.Clock.AdjustTime(new DateTimeOffset(2024, 12, 31, 17, 0, 0, TimeSpan.Zero));
        Expect.Done(await scene.CloseAsync());
    }

    [Fact]
    public async Task A_year_is_closed_once()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        Expect.Done(await scene.CloseAsync());
        Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await scene.CloseAsync()).Year);
    }

    [Fact]
    public async Task More_than_the_unallocated_is_not_carried_over()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        var over = Expect.RefusedOnlyBy<YearClosingRefusals.CarriedBeyondUnallocated>(await scene.CloseAsync("850.000.001"));
        Assert.Equal(Vnd.Million(850), over.Unallocated);
        Expect.InvalidIn(await scene.CloseAsync("nhiều"), "Carried[0].Amount");
        Expect.InvalidIn(await scene.CloseAsync(" "), "Carried[0].Amount");
    }

    [Fact]
    public async Task An_unallocated_amount_that_moved_since_it_was_shown_is_shown_again()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        var stale = await scene.CloseAsync("100.000.000", shown: 900_000_000);
        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Equal(("900.000.000\u00A0đ", "850.000.000\u00A0đ"), (stale.Stale!.Rows.Single().Yours, stale.Stale.Rows.Single().Current));
    }

    [Fact]
    public async Task Of_two_who_close_at_once_one_closes_and_the_other_is_told()
    {
        await using var scene = await YearScene.OpenAsync(onFile: true);
        await scene.PayAsync(150);
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scene.CloseAsync("600.000.000"))));
        Assert.Single(results, r => r.IsDone);
        Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(results.Single(r => !r.IsDone));
        Assert.Equal(Vnd.Million(600), (await scene.LookAsync(db => db.Allotments.SingleAsync(a => a.Year == 2025))).Allotted);
    }

    [Fact]
    public async Task A_posting_prepared_before_the_closing_collides_with_it()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        await using var late = scene.Portal.Db();
        var project = await late.Projects.SingleAsync();
        var allotment = await late.Allotments.SingleAsync();
        Expect.Done(await scene.CloseAsync());
        project.Touch();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveAsync(scene.Accountant, null, default));
        late.Entry(project).State = EntityState.Detached;
        allotment.Allocate(Vnd.Million(1));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late.SaveAsync(scene.Accountant, null, default));
    }

    [Fact]
    public async Task Only_the_accountant_closes_and_only_years_that_are_known()
    {
        await using var scene = await YearScene.OpenAsync();
        var leader = await scene.Portal.PersonAsync("Nguyễn Minh Tâm", Role.Leader);
        Assert.Equal(Outcome.Forbidden, (await scene.ReadAsync(by: leader)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await scene.CloseAsync(by: leader)).Outcome);
        Assert.Equal(Outcome.NotFound, (await scene.ReadAsync(2019)).Outcome);
        Assert.Equal(Outcome.NotFound, (await scene.CloseAsync(year: 2019)).Outcome);
    }

    [Fact]
    public async Task Plans_and_adjustments_of_other_years_and_decided_ones_stand_in_nobodys_way_and_stay_open()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        var by = scene.Accountant.UserId!.Value;
        await scene.EditAsync(async db =>
        {
            var plan = await db.Plans.SingleAsync();
            var later = new Plan { Year = 2025, Tranche = Tranche.Numbered(1), Source = FundingSource.Local, Title = "Năm sau", CreatedById = by };
            var earlier = new Plan { Year = 2023, Tranche = Tranche.Numbered(1), Source = FundingSource.Local, Title = "Năm trước", CreatedById = by };
            db.Plans.AddRange(later, earlier);
            foreach (var other in new[] { later, earlier }) db.Entry(other).Property(p => p.Status).CurrentValue = PlanStatus.Approved;
            await db.SaveAsync(scene.Accountant, null, default);
            foreach (var (of, ordinal, status) in new[] { (plan, 1, AdjustmentStatus.Approved), (plan, 2, AdjustmentStatus.Rejected), (later, 1, AdjustmentStatus.Draft) })
            {
                var adjustment = new Adjustment { PlanId = of.Id, Ordinal = ordinal, Reason = "Đổi", CreatedById = by };
                db.Adjustments.Add(adjustment);
                db.Entry(adjustment).Property(a => a.Status).CurrentValue = status;
            }
        });
        Expect.Done(await scene.CloseAsync());
        Assert.Equal(
            [(2023, PlanStatus.Closed), (2024, PlanStatus.Approved), (2025, PlanStatus.Approved)],
            await scene.LookAsync(db => db.Plans.OrderBy(p => p.Year).Select(p => new ValueTuple<int, PlanStatus>(p.Year, p.Status)).ToListAsync()));
    }

    [Fact]
    public async Task A_plan_with_one_project_ended_and_one_under_way_stays_open()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        var second = await SomeProject.Supported(0).InAsync(scene.Portal);
        await scene.EditAsync(async db => (await db.Projects.SingleAsync(p => p.Id == second)).Stop(scene.Accountant, DateTime.UnixEpoch, "Dừng"));
        Expect.Done(await scene.CloseAsync());
        Assert.Equal(PlanStatus.Approved, await scene.LookAsync(db => db.Plans.Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_closed_years_position_stays_what_its_closing_says_when_money_comes_back_later()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        Assert.Equal(Vnd.Million(150), (await PositionAsync(null)).Disbursed);
        Expect.Done(await scene.CloseAsync());
        scene.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 2, 10, 2, 0, 0, TimeSpan.Zero));
        await scene.PayAsync(40, kind: MoneyEntryKind.Recovery);
        Assert.Equal((Vnd.Million(1000), Vnd.Million(150), Vnd.Million(150)), await TellAsync(null));
        Assert.Equal((Vnd.Million(1000), Vnd.Million(150), Vnd.Million(150)), await TellAsync(new DateOnly(2025, 2, 1)));

        async Task<BudgetPosition> PositionAsync(DateOnly? day) => (await scene.Portal.UseAsync((AllotmentService s) => s.ReadAsync(scene.Accountant, day, default))).Value.Positions.Single(p => p.Year == 2024);
        async Task<(Vnd Allotted, Vnd Approved, Vnd Disbursed)> TellAsync(DateOnly? day) => await PositionAsync(day) is var position ? (position.Allotted, position.Approved, position.Disbursed) : default;
    }

    [Fact]
    public async Task A_year_of_plans_without_a_budget_is_shown_and_the_first_of_the_open_years_is_named()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        foreach (var year in new[] { 2023, 2022 }) await scene.AllotAsync(year, 10);
        await scene.EditAsync(db =>
        {
            db.Plans.Add(new Plan { Year = 2021, Tranche = Tranche.Numbered(1), Source = FundingSource.Local, Title = "Chưa có dự toán", CreatedById = scene.Accountant.UserId!.Value });
            return Task.CompletedTask;
        });
        Assert.Equal("Chưa có dự toán", Assert.Single((await scene.ReadAsync(2021)).Value.Account.Plans).Title);
        Assert.Equal(2022, Expect.RefusedOnlyBy<YearClosingRefusals.EarlierYearOpen>(await scene.CloseAsync()).Year);
        Expect.Done(await scene.CloseAsync(year: 2022));
        Expect.Done(await scene.CloseAsync(year: 2023));
        Expect.Done(await scene.CloseAsync());
    }

    [Fact]
    public async Task What_is_carried_in_two_lines_is_added_and_a_budget_that_was_not_shown_is_shown_first()
    {
        await using var scene = await YearScene.OpenAsync();
        await scene.PayAsync(150);
        Expect.InvalidIn(await SendAsync(new CarryOverRequest { Source = null, Amount = "0" }), "Carried[0].Source", "Note");
        Assert.Equal(Outcome.Stale, (await SendAsync()).Outcome);
        var line = new CarryOverRequest { Source = FundingSource.Local, Amount = "300.000.000", Shown = 850_000_000 };
        Expect.Done(await SendAsync(line, line));
        Assert.Equal(Vnd.Million(600), (await scene.LookAsync(db => db.Allotments.SingleAsync(a => a.Year == 2025))).Allotted);

        Task<Result> SendAsync(params CarryOverRequest[] carried) => scene.Portal.UseAsync((YearClosingService s) => s.CloseAsync(
            scene.Accountant, 2024, new CloseYearRequest { Carried = [.. carried], Note = carried is [{ Source: null }] ? new string('x', 2001) : null }, default));
    }

    private static long M(Vnd amount) => amount.Dong / 1_000_000;
}
