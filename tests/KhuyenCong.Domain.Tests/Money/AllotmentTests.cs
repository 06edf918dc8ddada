using KhuyenCong.Domain.Money;
using Xunit;

namespace KhuyenCong.Domain.Tests.Money;

public class AllotmentTests
{
    private static readonly DateOnly March = new(2024, 3, 1), April = new(2024, 4, 1), May = new(2024, 5, 1), June = new(2024, 6, 1);

    [Fact]
    public void Allotted_less_allocated_is_unallocated()
    {
        var budget = Budget(100, allocated: 30);
        Assert.Equal((new Vnd(100), new Vnd(30), new Vnd(70), 2), (budget.Allotted, budget.Allocated, budget.Unallocated, budget.Version));
        Assert.Equal(new FreeBudget(FundingSource.Local, new Vnd(100), new Vnd(30)), budget.Free);
    }

    [Fact]
    public void It_is_lowered_to_what_is_allocated_and_not_a_dong_below()
    {
        var budget = Budget(100, allocated: 30);
        var refused = Assert.Throws<RefusedActionException>(() => budget.Add(Paper(-71)));
        Assert.Equal([new MoneyRefusals.AllotmentBelowAllocated(new Vnd(-71), new Vnd(100), new Vnd(30))], refused.Refusals);
        Assert.Equal((new Vnd(100), 1), (budget.Allotted, budget.Papers.Count));
        budget.Add(Paper(-70));
        Assert.Equal((Vnd.Zero, 2), (budget.Unallocated, budget.Papers.Count));
    }

    [Fact]
    public void No_more_is_allocated_than_is_there()
    {
        var budget = Budget(100, allocated: 30);
        Assert.Throws<InvalidOperationException>(() => budget.Allocate(new Vnd(71)));
        Assert.Throws<InvalidOperationException>(() => budget.Allocate(new Vnd(-1)));
        budget.Allocate(new Vnd(70));
        Assert.Equal(new Vnd(100), budget.Allocated);
    }

    [Fact]
    public void No_more_is_given_back_than_was_taken()
    {
        var budget = Budget(100, allocated: 30);
        Assert.Throws<InvalidOperationException>(() => budget.Release(new Vnd(31)));
        Assert.Throws<InvalidOperationException>(() => budget.Release(new Vnd(-1)));
        budget.Release(new Vnd(30));
        Assert.Equal((Vnd.Zero, 3), (budget.Allocated, budget.Version));
    }

    [Fact]
    public void A_lowering_is_asked_of_today_first_and_then_of_every_day()
    {
        var budget = Budget(100, allocated: 30);
        var quiet = new AllotmentTimeline([(March, new Vnd(100))], [(May, new Vnd(30))]);
        Assert.Equal([new MoneyRefusals.AllotmentBelowAllocated(new Vnd(-71), new Vnd(100), new Vnd(30))], AllotmentRules.WhyNotChange(budget, new Vnd(-71), March, quiet));
        Assert.Empty(AllotmentRules.WhyNotChange(budget, new Vnd(-70), March, quiet));

        // Half of it came in June only: a lowering from April on leaves too little in May.
        var late = new AllotmentTimeline([(March, new Vnd(50)), (June, new Vnd(50)), (April, new Vnd(-30))], [(May, new Vnd(30))]);
        Assert.Equal([new AllotmentRefusals.BelowAllocatedOnDay(new Vnd(-30), May, new Vnd(20), new Vnd(30))], AllotmentRules.WhyNotChange(budget, new Vnd(-30), April, late));
    }

    [Fact]
    public void A_raise_is_never_refused_whatever_the_days_say() =>
        Assert.Empty(AllotmentRules.WhyNotChange(Budget(100, allocated: 30), new Vnd(1), March, new AllotmentTimeline([], [(March, new Vnd(9))])));

    [Fact]
    public void The_first_day_of_a_breach_is_named_whatever_the_order_of_the_rows()
    {
        var timeline = new AllotmentTimeline([(March, new Vnd(50))], [(June, new Vnd(40)), (May, new Vnd(20)), (April, new Vnd(40))]);
        Assert.Equal((May, new Vnd(60), new Vnd(50)), timeline.FirstBreach(March));
        Assert.Equal((May, new Vnd(60), new Vnd(50)), timeline.FirstBreach(May));
        Assert.Equal((June, new Vnd(100), new Vnd(50)), timeline.FirstBreach(June));
        Assert.Null((timeline with { Allotted = [(March, new Vnd(100))] }).FirstBreach(March));
    }

    [Fact]
    public void What_was_broken_before_the_day_asked_and_is_mended_by_then_is_no_breach() =>
        Assert.Null(new AllotmentTimeline([(May, new Vnd(50))], [(April, new Vnd(40))]).FirstBreach(May));

    private static Allotment Budget(long allotted, long allocated)
    {
        var budget = new Allotment { Year = 2024, Source = FundingSource.Local };
        budget.Add(Paper(allotted));
        budget.Allocate(new Vnd(allocated));
        return budget;
    }

    private static AllotmentPaper Paper(long amount) => new() { Number = "1", IssuedOn = March, Amount = new Vnd(amount), RecordedById = 1, RecordedAt = DateTime.UnixEpoch };
}
