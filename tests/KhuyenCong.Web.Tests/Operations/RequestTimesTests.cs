using KhuyenCong.Web.Operations.Watch;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

public sealed class RequestTimesTests
{
    private static readonly DateTime Noon = new(2026, 1, 5, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Percentiles_lie_within_a_fifth_above_the_true_ones_and_the_worst_is_exact()
    {
        var times = new RequestTimes();
        for (var i = 1; i <= 100; i++) times.Add("/a", TimeSpan.FromMilliseconds(i), Noon.AddMinutes(i));
        var page = Assert.Single(times.Slowest(5));
        Assert.Equal((100L, 100d, Noon.AddMinutes(100)), (page.Count, page.Worst, page.WorstAt));
        Assert.InRange(page.Median, 50, 60);
        Assert.InRange(page.Most95, 95, 100);
    }

    [Fact]
    public void Neither_many_addresses_nor_absurd_times_grow_or_break_it()
    {
        var times = new RequestTimes();
        for (var i = 0; i < 5_000; i++) times.Add($"/p{i}", TimeSpan.FromDays(i), Noon);
        times.Add("/p0", TimeSpan.Zero, Noon);
        Assert.Equal(300, times.Slowest(10_000).Count);
    }
}
