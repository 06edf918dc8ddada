namespace KhuyenCong.Services.Imports.Periods;

/// <summary>The months of a project, or the reason why there are none.</summary>
public readonly record struct PeriodReading(AnnexMonths? Months, PeriodProblem? Problem)
{
    public static PeriodReading Of(AnnexMonths months) => new(months, null);

    public static PeriodReading Failed(PeriodProblem problem) => new(null, problem);
}
