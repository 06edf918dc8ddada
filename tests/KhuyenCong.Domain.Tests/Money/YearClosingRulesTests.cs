using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using Xunit;
using static KhuyenCong.Domain.Money.YearClosingRefusals;

namespace KhuyenCong.Domain.Tests.Money;

public class YearClosingRulesTests
{
    private static readonly DateOnly After = new(2025, 1, 1);

    [Fact]
    public void A_year_of_which_nothing_is_left_is_closed_after_its_last_day()
    {
        Assert.Empty(YearClosingRules.WhyNotClose(new YearAccount(2024), After));
        Assert.Equal([new YearNotOver(2024, new(2024, 12, 31))], YearClosingRules.WhyNotClose(new YearAccount(2024), new(2024, 12, 31)));
    }

    [Fact]
    public void A_closed_year_is_not_closed_again_whatever_else_stands_in_the_way() =>
        Assert.Equal([new MoneyRefusals.YearClosed(2024)], YearClosingRules.WhyNotClose(new YearAccount(2024) { IsClosed = true, EarlierOpen = 2023 }, After));

    [Fact]
    public void Everything_that_stands_in_the_way_is_told()
    {
        var account = new YearAccount(2024)
        {
            EarlierOpen = 2023,
            Plans = [new(1, 2024, "I", PlanStatus.Draft), new(2, 2024, "II", PlanStatus.Approved), new(3, 2024, "III", PlanStatus.Appraised), new(4, 2024, "IV", PlanStatus.Closed)],
            OpenAdjustments = [new(4, 1, "Kế hoạch", 2, AdjustmentStatus.Submitted)],
            Projects = [Project(1, share: 50, posted: 49), Project(2, share: 50, posted: 50) with { PendingRecovery = new Vnd(1) }, Project(2, share: 0, posted: 50) with { PendingRecovery = new Vnd(1) }],
        };
        Assert.Equal(
            [
                new EarlierYearOpen(2023), new PlanNotDecided(1, "I", PlanStatus.Draft), new PlanNotDecided(3, "III", PlanStatus.Appraised),
                new AdjustmentOpen(4, 1, "Kế hoạch", 2, AdjustmentStatus.Submitted), new MoneyWaiting(2, "Đề án", Vnd.Zero, new Vnd(1), Vnd.Zero),
                new ShareRemains(1, "Đề án", FundingSource.Local, new Vnd(50), new Vnd(49)),
            ],
            YearClosingRules.WhyNotClose(account, After));
    }

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(1, 0, 0, true)]
    [InlineData(0, 1, 0, true)]
    [InlineData(0, 0, 1, true)]
    public void Whatever_waits_waits(long pending, long recovery, long clearing, bool waits) =>
        Assert.Equal(waits, (Project(1, 1, 1) with { Pending = new Vnd(pending), PendingRecovery = new Vnd(recovery), PendingClearing = new Vnd(clearing) }).Waits);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    [InlineData(100, 40)]
    [InlineData(101, 40)]
    public void Money_fills_the_shares_in_their_order(long amount, long falls) => Assert.Equal(new Vnd(falls), ShareFilling.On(new Vnd(amount), new Vnd(60), new Vnd(40)));

    [Fact]
    public void A_source_is_added_up_over_its_own_projects()
    {
        var account = new YearAccount(2024) { Projects = [Project(1, 50, 20), Project(2, 50, 30), Project(3, 50, 40) with { Source = FundingSource.National }] };
        Assert.Equal((new Vnd(50), new Vnd(40), new Vnd(30)), (account.Disbursed(FundingSource.Local), account.Disbursed(FundingSource.National), account.Projects[0].Remaining));
    }

    [Fact]
    public void No_more_is_carried_over_than_no_project_takes()
    {
        var budget = new FreeBudget(FundingSource.Local, new Vnd(100), new Vnd(60));
        Assert.Empty(YearClosingRules.WhyNotCarry(new YearAccount(2024), budget, new Vnd(40)));
        Assert.Equal([new CarriedBeyondUnallocated(FundingSource.Local, new Vnd(41), new Vnd(40))], YearClosingRules.WhyNotCarry(new YearAccount(2024), budget, new Vnd(41)));
        Assert.Equal([new CarriedIntoClosedYear(2025)], YearClosingRules.WhyNotCarry(new YearAccount(2024) { IsNextClosed = true }, budget, new Vnd(1)));
        Assert.Empty(YearClosingRules.WhyNotCarry(new YearAccount(2024) { IsNextClosed = true }, budget, Vnd.Zero));
    }

    [Fact]
    public void Nothing_more_is_done_or_paid_for_what_has_ended() => Assert.Equal(
        [ProjectStatus.Settled, ProjectStatus.Archived, ProjectStatus.Rejected, ProjectStatus.Withdrawn, ProjectStatus.Discontinued],
        Enum.GetValues<ProjectStatus>().Where(s => s.HasEnded()));

    private static YearProject Project(int id, long share, long posted) => new(id, 1, "KC", "Đề án", FundingSource.Local, Vnd.Zero, new Vnd(share), Vnd.Zero, new Vnd(posted));
}
