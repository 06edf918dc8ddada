using System.Globalization;

namespace KhuyenCong.Services.Vi;

/// <summary>Dates and times as Vietnamese readers write them, and the strict reader of typed dates.</summary>
public static class ViDates
{
    // No zone database is asked: Vietnam has been at UTC+7, without summer time, since 1975.
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>The first day that can be typed.</summary>
    public static DateOnly First { get; } = new(1900, 1, 1);

    /// <summary>The last day that can be typed.</summary>
    public static DateOnly Last { get; } = new(2100, 12, 31);

    private static readonly string[] TypedFormats = ["d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>"05/02/2024".</summary>
    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>"05/02/2024 14:30", the Vietnamese clock time of a UTC instant.</summary>
    public static string Instant(DateTime utc) =>
        InVietnam(utc).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>The day that a UTC instant falls on in Vietnam.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(InVietnam(utc));

    /// <summary>
    /// "ngày 05 tháng 02 năm 2024": a leading 0 for days below 10 and for the months 1 and 2 only
    /// (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    /// </summary>
    public static string InFull(DateOnly day)
    {
        var month = day.ToString(day.Month <= 2 ? "MM" : "%M", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"ngày {day:dd} tháng {month} năm {day:yyyy}");
    }

    /// <summary>"05/2024".</summary>
    public static string Month(DateOnly day) => day.ToString("MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>
    /// The months of a period: "05–09/2024", "11/2024–02/2025", "05/2024"; "từ 05/2024" or "đến 09/2024" when one
    /// end is open, and nothing when both are.
    /// </summary>
    public static string Months(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } start, null) => "từ " + Month(start),
        (null, { } end) => "đến " + Month(end),
        ({ } start, { } end) when Month(start) == Month(end) => Month(start),
        ({ } start, { } end) when start.Year == end.Year => start.ToString("MM", CultureInfo.InvariantCulture) + "–" + Month(end),
        ({ } start, { } end) => Month(start) + "–" + Month(end),
    };

    /// <summary>
    /// Reads "05/02/2024", "5/2/2024" or "2024-02-05" (what a date field posts), of the years 1900 to 2100;
    /// false for anything else.
    /// </summary>
    public static bool TryReadDate(string? typed, out DateOnly day) =>
        IsDay(typed, out day) && day >= First && day <= Last;

    /// <summary>A day of the calendar, rightly written, but none of those that can be typed.</summary>
    public static bool IsBeyond(string? typed) => IsDay(typed, out var day) && (day < First || day > Last);

    private static bool IsDay(string? typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed?.Trim(), TypedFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    // Databases hand instants back without a kind; they are UTC by convention.
    private static DateTime InVietnam(DateTime utc) => utc.Kind == DateTimeKind.Local
        ? throw new ArgumentException("An instant must be UTC.", nameof(utc))
        : utc + VietnamOffset;
}
