using System.Globalization;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class ViDatesTests
{
    [Theory]
    [InlineData("2024-02-05", "ngày 05 tháng 02 năm 2024")]
    [InlineData("2024-01-31", "ngày 31 tháng 01 năm 2024")]
    [InlineData("2024-03-09", "ngày 09 tháng 3 năm 2024")]
    [InlineData("2024-10-10", "ngày 10 tháng 10 năm 2024")]
    [InlineData("2024-12-01", "ngày 01 tháng 12 năm 2024")]
    public void Papers_lead_days_below_10_and_the_first_two_months_with_a_zero(string day, string expected) =>
        Assert.Equal(expected, ViDates.InFull(Iso(day)));

    [Fact]
    public void A_day_is_written_with_two_digits() => Assert.Equal("05/02/2024", ViDates.Day(new DateOnly(2024, 2, 5)));

    [Fact]
    public void An_instant_is_shown_by_the_clock_in_Vietnam()
    {
        var utc = new DateTime(2024, 12, 31, 17, 5, 0, DateTimeKind.Utc);
        Assert.Equal("01/01/2025 00:05", ViDates.Instant(utc));
        Assert.Equal(new DateOnly(2025, 1, 1), ViDates.DayOf(utc));
        Assert.Equal(new DateOnly(2024, 12, 31), ViDates.DayOf(utc.AddMinutes(-6)));
    }

    [Fact]
    public void An_instant_without_a_kind_is_UTC() =>
        Assert.Equal("01/02/2024 07:00", ViDates.Instant(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Unspecified)));

    [Fact]
    public void A_local_time_is_a_bug() => Assert.Throws<ArgumentException>(
        () => ViDates.Instant(new DateTime(2024, 2, 1, 0, 0, 0, DateTimeKind.Local)));

    [Theory]
    [InlineData("2024-05-01", "2024-09-30", "05–09/2024")]
    [InlineData("2024-11-15", "2025-02-01", "11/2024–02/2025")]
    [InlineData("2024-05-01", "2024-05-31", "05/2024")]
    [InlineData("2024-05-01", "2025-05-31", "05/2024–05/2025")]
    [InlineData("2024-05-01", null, "từ 05/2024")]
    [InlineData(null, "2024-09-30", "đến 09/2024")]
    [InlineData(null, null, "")]
    public void Months_name_the_year_once_where_they_can(string? from, string? to, string expected) =>
        Assert.Equal(expected, ViDates.Months(from is null ? null : Iso(from), to is null ? null : Iso(to)));

    [Theory]
    [InlineData("05/02/2024", "2024-02-05")]
    [InlineData("5/2/2024", "2024-02-05")]
    [InlineData("2024-02-05", "2024-02-05")]
    [InlineData(" 29/02/2024 ", "2024-02-29")]
    public void Certain_dates_are_read(string typed, string expected)
    {
        Assert.True(ViDates.TryReadDate(typed, out var day));
        Assert.Equal(Iso(expected), day);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("29/02/2023")]
    [InlineData("31/04/2024")]
    [InlineData("02/13/2024")]
    [InlineData("5/2/24")]
    [InlineData("05-02-2024")]
    [InlineData("05.02.2024")]
    [InlineData("2024/02/05")]
    [InlineData("2024-2-5")]
    [InlineData("05/02/2024 10:00")]
    [InlineData("\uFF10\uFF15/02/2024")]
    [InlineData("05/02/0024")]
    [InlineData("01/01/1899")]
    [InlineData("01/01/2101")]
    [InlineData("hôm nay")]
    public void Anything_else_is_refused(string? typed) => Assert.False(ViDates.TryReadDate(typed, out _));

    private static DateOnly Iso(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
