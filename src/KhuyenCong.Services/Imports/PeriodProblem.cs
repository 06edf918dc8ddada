namespace KhuyenCong.Services.Imports;

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
