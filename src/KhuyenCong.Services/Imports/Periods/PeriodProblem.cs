namespace KhuyenCong.Services.Imports.Periods;

/// <summary>Why a cell gives no months.</summary>
public enum PeriodProblem
{
    Missing,
    Unreadable,
    NoSuchMonth,
    NoSuchQuarter,

    /// <summary>A day that its month does not have.</summary>
    NoSuchDay,
    EndBeforeStart,
    FormulaWithoutValue,

    /// <summary>Months or quarters without a year, and no plan's year to take.</summary>
    YearMissing,

    /// <summary>Months that do not follow each other ("tháng 3, 5, 8"): they are not one period.</summary>
    Gap,

    /// <summary>How long it takes ("06 tháng năm 2024"), and not from when.</summary>
    Duration,

    /// <summary>"5-9", or the date that Excel makes of it: months 5 to 9, or one day.</summary>
    AutoDate,
}
