namespace KhuyenCong.Services.Imports.Periods;

/// <summary>The months of a project, or the reason why there are none.</summary>
public readonly record struct PeriodReading(AnnexMonths? Months, PeriodProblem? Problem)
{
    /// <summary>True when the year is not written but taken from the plan.</summary>
    public bool YearAssumed { get; init; }

    /// <summary>What an <see cref="PeriodProblem.AutoDate"/> may have meant.</summary>
    public DayOrMonths? Either { get; init; }

    public static PeriodReading Of(AnnexMonths months) => new(months, null);

    public static PeriodReading Failed(PeriodProblem problem) => new(null, problem);
}
