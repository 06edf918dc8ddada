namespace KhuyenCong.Domain.Projects;

/// <summary>Where a project stands against its time.</summary>
/// <param name="Standing">Late, at risk, or neither.</param>
/// <param name="EndsOn">The last day of its last month; null while its time is not known.</param>
/// <param name="Days">Days past the end when late, days left when at risk; 0 otherwise.</param>
/// <param name="Percent">The latest reported percent of work.</param>
public readonly record struct ProjectSchedule(ScheduleStanding Standing, DateOnly? EndsOn, int Days, int Percent)
{
    /// <summary>A project that ends within so many days …</summary>
    public const int RiskDays = 30;

    /// <summary>… with less than this percent done is at risk.</summary>
    public const int RiskPercent = 70;

    /// <summary>A project is late while it is under way after the last day of its last month.</summary>
    public static ProjectSchedule Of(ProjectStatus status, DateOnly? endMonth, int percent, DateOnly today)
    {
        var endsOn = endMonth?.AddMonths(1).AddDays(-1);
        if (endsOn is not { } end || !status.IsUnderWay()) return new(ScheduleStanding.OnTime, endsOn, 0, percent);
        var left = end.DayNumber - today.DayNumber;
        if (left < 0) return new(ScheduleStanding.Late, end, -left, percent);
        return left <= RiskDays && percent < RiskPercent
            ? new(ScheduleStanding.AtRisk, end, left, percent)
            : new(ScheduleStanding.OnTime, end, 0, percent);
    }

    /// <summary>Projects whose last month begins before this day are past their end.</summary>
    public static DateOnly LateBefore(DateOnly today) => new(today.Year, today.Month, 1);

    /// <summary>Projects whose last month begins on or before this day, and not before <see cref="LateBefore"/>, end within the days of risk.</summary>
    public static DateOnly RiskUntil(DateOnly today)
    {
        var after = today.AddDays(RiskDays + 1);
        return new DateOnly(after.Year, after.Month, 1).AddMonths(-1);
    }
}
