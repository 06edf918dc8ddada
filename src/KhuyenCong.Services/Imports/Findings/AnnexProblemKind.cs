namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Everything that can be wrong with, or remarkable about, a readable annex.</summary>
public enum AnnexProblemKind
{
    // Faults of the whole table.
    UnitMissing,
    UnitAmbiguous,
    SupportColumnMissing,
    ColumnTwice,
    LegacyFont,
    NoProjects,

    // Faults of one cell.
    NameMissing,
    NameIsFormulaWithoutValue,
    AmountMissing,
    AmountUnreadable,
    AmountAmbiguous,
    AmountNegative,
    AmountNotWhole,
    AmountTooLarge,
    AmountFormulaWithoutValue,
    AmountErrorValue,
    RowTotalDiffers,
    AreaMissing,
    AreaUnknown,
    AreaDoubtful,
    PeriodMissing,
    PeriodUnreadable,
    PeriodNoSuchMonth,
    PeriodNoSuchQuarter,
    PeriodNoSuchDay,
    PeriodEndBeforeStart,
    PeriodFormulaWithoutValue,
    TextTooLong,
    CategoryUnknown,

    // Checks of sums: warnings, or consequences of a faulty cell.
    SubtotalDiffers,

    /// <summary>A line that sums its sub-items states another sum.</summary>
    SubItemsDiffer,
    GrandTotalDiffers,

    // Warnings.
    CountDiffers,
    OrdinalGap,
    OrdinalTwice,
    AnotherTranche,
    AnotherYear,
    AnotherSource,
    NameTwice,
    PeriodFarFromPlanYear,
    HiddenRow,
    RowNotUnderstood,
    OtherSheetHasTable,
    ColumnMissing,
}
