namespace KhuyenCong.Services.Imports.Periods;

/// <summary>One end of a period as written: "tháng 5", "quý II/2024", "15/5/2024", "2024".</summary>
internal sealed record PeriodPoint(PeriodKind Kind, int Number)
{
    public int? Year { get; init; }

    /// <summary>The day of the month, of a day; the month is its number.</summary>
    public int Day { get; init; }

    public bool IsRoman { get; init; }

    /// <summary>"9-2024", which after "5-" may be the end of a date.</summary>
    public bool YearAfterDash { get; init; }

    /// <summary>"6 tháng": how many, not which.</summary>
    public bool IsDuration { get; init; }

    public int FirstMonth => Kind switch
    {
        PeriodKind.Year => 1,
        PeriodKind.Quarter => (Number * 3) - 2,
        PeriodKind.Unwritten or PeriodKind.Month or PeriodKind.Day => Number,
    };

    public int LastMonth => Kind switch
    {
        PeriodKind.Year => 12,
        PeriodKind.Quarter => Number * 3,
        PeriodKind.Unwritten or PeriodKind.Month or PeriodKind.Day => Number,
    };

    /// <summary>What is wrong with the number by itself; needs the year of a day.</summary>
    public PeriodProblem? Problem
    {
        get
        {
            if (Kind == PeriodKind.Year) return null;
            if (Kind == PeriodKind.Quarter) return Number is >= 1 and <= 4 ? null : PeriodProblem.NoSuchQuarter;
            if (Number is < 1 or > 12) return PeriodProblem.NoSuchMonth;
            return Kind == PeriodKind.Day && (Day < 1 || Day > DateTime.DaysInMonth(Year ?? 2000, Number)) ? PeriodProblem.NoSuchDay : null;
        }
    }
}
