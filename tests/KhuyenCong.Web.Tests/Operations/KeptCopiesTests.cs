using KhuyenCong.Web.Operations;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

public sealed class KeptCopiesTests
{
    private static readonly DateTime Newest = new(2026, 3, 18, 2, 0, 0, DateTimeKind.Utc); // a Wednesday

    [Fact]
    public void The_newest_of_seven_days_and_of_four_weeks_is_kept()
    {
        var names = Enumerable.Range(0, 60).SelectMany(day => new[] { Newest.AddDays(-day), Newest.AddDays(-day).AddHours(-1) }).Select(KeptCopies.NameOf).ToList();
        var kept = names.Except(KeptCopies.NotKept(names, 7, 4), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "2026-03-01-020000", "2026-03-08-020000", "2026-03-12-020000", "2026-03-13-020000", "2026-03-14-020000",
                "2026-03-15-020000", "2026-03-16-020000", "2026-03-17-020000", "2026-03-18-020000",
            ],
            kept);
    }

    [Fact]
    public void The_newest_stays_even_when_none_is_to_be_kept_and_strangers_are_left_alone()
    {
        string[] names = ["2026-03-18-020000", "2026-03-17-020000", "2026-03-16-020000.khong-dat", "anh", ".dang-sao-luu-2026-03-15-020000"];
        Assert.Equal(["2026-03-17-020000"], KeptCopies.NotKept(names, 0, 0));
    }
}
