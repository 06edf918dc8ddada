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
}
