using KhuyenCong.Domain.Money;
using Xunit;

namespace KhuyenCong.Domain.Tests.Money;

public class ProjectTimelineTests
{
    private static readonly DateOnly March = new(2024, 3, 1), April = new(2024, 4, 1), May = new(2024, 5, 1), June = new(2024, 6, 1), July = new(2024, 7, 1);

    [Fact]
    public void The_first_breach_of_a_decision_dated_back_is_the_day_named()
    {
        // Supported with 100, lowered to 60 from April on; 50 paid in March, 20 in May, 20 in June, 60 back in July.
        var timeline = new ProjectTimeline(
            [(March, new Vnd(100)), (April, new Vnd(60))], [], [(July, new Vnd(-60)), (June, new Vnd(20)), (March, new Vnd(50)), (May, new Vnd(20))]);
        Assert.Equal((May, new Vnd(70), new Vnd(60)), timeline.FirstBreach(April));
        Assert.Equal((May, new Vnd(70), new Vnd(60)), timeline.FirstOver(April));
        Assert.Equal((June, new Vnd(90), new Vnd(60)), timeline.FirstBreach(June));
        Assert.Null(timeline.FirstBreach(July));
    }

    [Fact]
    public void The_day_itself_is_asked_though_nothing_happened_on_it() =>
        Assert.Equal((April, new Vnd(50), new Vnd(40)), new ProjectTimeline([(March, new Vnd(40))], [], [(March, new Vnd(50))]).FirstBreach(April));

    [Fact]
    public void Exactly_the_limit_is_no_breach() => Assert.Null(new ProjectTimeline([(March, new Vnd(50))], [], [(March, new Vnd(50))]).FirstBreach(March));

    [Fact]
    public void What_came_back_before_it_went_out_is_a_breach_of_another_kind()
    {
        var timeline = new ProjectTimeline([(March, new Vnd(100))], [], [(April, new Vnd(-10)), (May, new Vnd(30))]);
        Assert.Equal((April, new Vnd(-10), new Vnd(100)), timeline.FirstBreach(March));
        Assert.Equal((April, new Vnd(-10), new Vnd(100)), timeline.FirstBelowZero(March));
        Assert.Null(timeline.FirstOver(March));
        Assert.Null(new ProjectTimeline([(March, new Vnd(100))], [], [(April, new Vnd(-10)), (April, new Vnd(10))]).FirstBelowZero(March));
    }

    [Fact]
    public void From_its_first_day_on_the_contract_is_the_limit_and_before_it_the_support()
    {
        var timeline = new ProjectTimeline([(March, new Vnd(100))], [(May, new Vnd(60))], [(March, new Vnd(80)), (June, new Vnd(1))]);
        Assert.Equal((May, new Vnd(80), new Vnd(60)), timeline.FirstOver(March));
        Assert.Null((timeline with { Contracts = [] }).FirstOver(March));
    }

    [Fact]
    public void A_contract_above_the_support_of_its_day_limits_nothing_and_is_itself_a_breach()
    {
        var timeline = new ProjectTimeline([(March, new Vnd(50)), (June, new Vnd(100))], [(May, new Vnd(60))], [(May, new Vnd(55))]);
        Assert.Equal((May, new Vnd(55), new Vnd(50)), timeline.FirstOver(March));
        Assert.Equal((May, new Vnd(60), new Vnd(50)), timeline.FirstOverContracted(March));
        Assert.Null(timeline.FirstOverContracted(June));
        Assert.Null((timeline with { Contracts = [(May, new Vnd(50))] }).FirstOverContracted(March));
    }

    [Fact]
    public void Of_two_decisions_of_one_day_the_later_in_the_register_counts()
    {
        var timeline = new ProjectTimeline([(April, new Vnd(70)), (March, new Vnd(50)), (April, new Vnd(40))], [], []);
        Assert.Equal((Vnd.Zero, new Vnd(50), new Vnd(40), new Vnd(40)), (timeline.SupportOn(March.AddDays(-1)), timeline.SupportOn(March), timeline.SupportOn(April), timeline.SupportOn(July)));
    }
}
