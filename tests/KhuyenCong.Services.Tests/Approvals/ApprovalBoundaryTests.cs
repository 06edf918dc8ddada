using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>The exact amount and the exact day at which a rule of approval turns.</summary>
public sealed class ApprovalBoundaryTests
{
    [Theory]
    [InlineData("99.999.999", 1)]
    [InlineData("100.000.000", 2)]
    [InlineData("100.000.001", 2)]
    public async Task A_plans_step_is_needed_from_exactly_its_threshold_on(string support, int steps)
    {
        await using var desk = await PlanDesk.OpenAsync();
        await ThresholdAsync(desk, 100);
        var plan = await desk.DraftAsync(PlanDesk.Project(support: support));
        Expect.Done(await desk.SubmitAsync(plan));
        Assert.Equal(steps, await desk.LookAsync(db => db.Submissions.SelectMany(s => s.Steps).CountAsync()));
    }

    [Theory]
    [InlineData("149.999.999", 1)]
    [InlineData("150.000.000", 2)]
    public async Task An_adjustments_step_is_needed_from_exactly_its_threshold_on(string support, int steps)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await ThresholdAsync(desk.Plans, 50);
        await NeedsAsync(desk, steps, AdjustmentDesk.Raise(desk.First, support));
    }

    [Fact]
    public async Task Raises_and_lowerings_that_cancel_out_are_at_stake_together()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await ThresholdAsync(desk.Plans, 60);
        await NeedsAsync(desk, 2, AdjustmentDesk.Raise(desk.First, "130.000.000"), AdjustmentDesk.Lower(desk.Second, "70.000.000"));
        await NeedsAsync(desk, 1, AdjustmentDesk.Raise(desk.First, "130.000.000"), AdjustmentDesk.Lower(desk.Second, "70.000.001"));
        await NeedsAsync(desk, 2, AdjustmentDesk.Lower(desk.Second, "40.000.000"));
    }

    [Theory]
    [InlineData(100, 2)]
    [InlineData(101, 1)]
    public async Task What_moves_to_another_source_or_year_is_at_stake_though_no_sum_changes(long threshold, int steps)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await ThresholdAsync(desk.Plans, threshold);
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("500.000.000", "02/QĐ-UBND") with { Source = FundingSource.National }));
        await NeedsAsync(desk, steps, new AdjustmentLineRequest { Kind = AdjustmentKind.MoveSource, ProjectId = desk.First, Source = FundingSource.National, Reason = "Nguồn trung ương" });
        await NeedsAsync(desk, steps, new AdjustmentLineRequest { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.Second, EndMonth = "03/2025", Reason = "Máy về muộn" });
    }

    [Fact]
    public async Task A_plan_is_not_approved_before_the_day_its_budget_was_allotted()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.Done(await desk.RecordAsync(desk.Allotment("60.000.000", "01/QĐ-UBND", "02/01/2024")));
        Expect.Done(await desk.RecordAsync(desk.Allotment("90.000.000", "02/QĐ-UBND", "10/06/2024")));
        var plan = await desk.AppraisedAsync();
        var breach = Expect.RefusedOnlyBy<DecisionRefusals.BreaksAllotmentOnDay>(await desk.ApproveAsync(plan, r => r with { IssuedOn = "09/06/2024" }));
        Assert.Equal((2024, FundingSource.Local, new DateOnly(2024, 6, 9), Vnd.Million(100), Vnd.Million(60)), (breach.Year, breach.Source, breach.Day, breach.Allocated, breach.Allotted));
        Assert.Equal(0, await desk.LookAsync(db => db.Decisions.CountAsync(d => d.PlanId == plan)));
        Expect.Done(await desk.ApproveAsync(plan, r => r with { IssuedOn = "10/06/2024" }));
    }

    [Fact]
    public async Task A_decision_on_a_plan_is_not_dated_into_a_closed_year()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        await CloseAsync(desk, 2023);
        Assert.Equal(2023, Expect.RefusedOnlyBy<DecisionRefusals.DatedInClosedYear>(await desk.ApproveAsync(plan, r => r with { IssuedOn = "31/12/2023", StatedTotal = null })).Year);
        Expect.Done(await desk.ApproveAsync(plan));
    }

    [Fact]
    public async Task A_step_that_is_switched_off_is_not_needed_and_one_without_a_threshold_always_is()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await NeedsAsync(desk, 2, AdjustmentDesk.Replace(desk.First, "HTX Ea Tu"));
        await using (var db = desk.Plans.Portal.Db())
        {
            await db.ApprovalSteps.ForEachAsync(s => s.Enabled = false);
            await db.SaveAsync(desk.Plans.Leader, null, default);
        }

        await NeedsAsync(desk, 1, AdjustmentDesk.Replace(desk.Second, "HTX Ea Tu"));
    }

    [Fact]
    public async Task A_plan_of_a_closed_year_is_not_approved_and_the_page_says_so()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        await CloseAsync(desk, 2024);
        Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.ApproveAsync(plan)).Year);
        Assert.Contains(new MoneyRefusals.YearClosed(2024), (await desk.PageAsync(plan)).WhyNotApprove);
        Assert.Equal((PlanStatus.Appraised, Vnd.Zero), await desk.LookAsync(async db => ((await db.Plans.SingleAsync()).Status, (await db.Allotments.SingleAsync()).Allocated)));
    }

    [Fact]
    public async Task An_adjustment_that_moves_no_money_is_not_dated_into_a_closed_year_either()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Replace(desk.First, "HTX Ea Tu"));
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 1, 10, 2, 0, 0, TimeSpan.Zero));
        await CloseAsync(desk.Plans, 2024);
        Assert.Equal(2024, Expect.RefusedOnlyBy<DecisionRefusals.DatedInClosedYear>(await desk.ApproveAsync(adjustment, "31/12/2024")).Year);
        Expect.Done(await desk.ApproveAsync(adjustment, "01/01/2025"));
    }

    [Fact]
    public async Task The_first_day_that_a_decision_dated_back_breaks_is_the_one_named()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "50.000.000", "10/04/2024", contract: "50.000.000");
        await desk.ApprovedAsync("01/05/2024", AdjustmentDesk.Replace(desk.Second, "HTX Ea Tu"));
        await using (var db = desk.Plans.Portal.Db())
        {
            // The money came back since, so that today's rules let the support fall to 20.
            var recovery = await desk.ProposeAsync(desk.First, "50.000.000", "20/05/2024", MoneyEntryKind.Recovery);
            Expect.Done(await desk.DoAsync((Services.Money.MoneyService s) => s.ValidateAsync(desk.Plans.Accountant, recovery.Value, default)));
        }

        var stop = await desk.EndorsedAsync(AdjustmentDesk.Stop(desk.First));
        foreach (var (day, first) in new[] { ("20/03/2024", new DateOnly(2024, 4, 10)), ("10/04/2024", new DateOnly(2024, 4, 10)), ("15/05/2024", new DateOnly(2024, 5, 15)) })
        {
            Assert.Equal(first, Assert.IsType<AdjustmentRefusals.BreaksProjectOnDay>(Assert.Single((await desk.ApproveAsync(stop, day)).Refusals)).Day);
        }

        Expect.Done(await desk.ApproveAsync(stop, "20/05/2024"));
    }

    private static async Task NeedsAsync(AdjustmentDesk desk, int steps, params AdjustmentLineRequest[] lines)
    {
        var submission = await desk.SubmissionAsync(await desk.SubmittedAsync(lines));
        Assert.Equal(steps, await desk.Plans.LookAsync(db => db.Submissions.Where(s => s.Id == submission.Id).SelectMany(s => s.Steps).CountAsync()));
    }

    private static async Task ThresholdAsync(PlanDesk desk, long million)
    {
        await using var db = desk.Portal.Db();
        await db.ApprovalSteps.ForEachAsync(s => (s.Threshold, s.Enabled) = (Vnd.Million(million), true));
        await db.SaveAsync(desk.Leader, null, default);
    }

    private static async Task CloseAsync(PlanDesk desk, int year)
    {
        await using var db = desk.Portal.Db();
        db.YearClosings.Add(new YearClosing { Year = year, ClosedById = desk.Accountant.UserId!.Value, ClosedByName = "Kế toán", ClosedAt = DateTime.UnixEpoch });
        await db.SaveAsync(desk.Accountant, null, default);
    }
}
