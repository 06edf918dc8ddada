namespace KhuyenCong.Services.Imports.Periods;

/// <summary>The two readings of "5-9": the day, and the months; no months where one of the numbers is none ("15-9").</summary>
public readonly record struct DayOrMonths(DateOnly Day, AnnexMonths? Months)
{
    /// <summary>
    /// Of a day, in a year. Excel writes day and month in the order of the machine's country, so that "5-9" may be stored
    /// as 5 September or as 9 May: the months run from the smaller to the larger number either way.
    /// </summary>
    public static DayOrMonths Of(DateOnly day, int year)
    {
        var (first, last) = (Math.Min(day.Day, day.Month), Math.Max(day.Day, day.Month));
        var inYear = day.Day <= DateTime.DaysInMonth(year, day.Month) ? new DateOnly(year, day.Month, day.Day) : day;
        return new(inYear, last <= 12 && first < last ? AnnexMonths.Between(year, first, year, last) : null);
    }
}
