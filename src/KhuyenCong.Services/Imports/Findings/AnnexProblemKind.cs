namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Everything that can be wrong with, or remarkable about, a readable annex.</summary>
public enum AnnexProblemKind
{
    // Faults of the whole table.
    /// <summary>Several sheets hold a table like an annex.</summary>
    SheetUnclear,
    UnitMissing,
    UnitAmbiguous,
    SupportColumnMissing,
    ColumnTwice,

    /// <summary>Texts in TCVN3 or VNI, shown as they were converted.</summary>
    OldText,
    NoProjects,

    /// <summary>The annex of an adjustment, with amounts before and after.</summary>
    IsAdjustment,

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

    /// <summary>The years of the support do not make it up.</summary>
    YearsDiffer,
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

    /// <summary>A period without a year, and no plan's year to take.</summary>
    PeriodYearMissing,

    /// <summary>Months that do not follow each other.</summary>
    PeriodGap,

    /// <summary>A number of months ("06 tháng"), not which.</summary>
    PeriodDuration,

    /// <summary>A day and a month without a year, as Excel makes of "5-9".</summary>
    PeriodAutoDate,
    TextTooLong,

    /// <summary>An error or a formula without a value where words should stand.</summary>
    CellHasNoValue,

    /// <summary>Letters that are lost, or meant in an unknown way.</summary>
    TextUnreadable,

    /// <summary>The parts of a project say more than its goal holds.</summary>
    PartsTooLong,
    CategoryUnknown,

    /// <summary>Projects without a group, each with a category of its own.</summary>
    CategoryPerRow,

    /// <summary>A text between projects that may be a title or a note.</summary>
    RowNotUnderstood,

    // Checks of sums: warnings, or consequences of a faulty cell.
    SubtotalDiffers,

    /// <summary>A line that sums its sub-items states another sum.</summary>
    SubItemsDiffer,
    GrandTotalDiffers,

    // Warnings.
    UnitsPerColumn,

    /// <summary>The paper shows rounded amounts.</summary>
    AmountShownRounded,
    CountDiffers,
    OrdinalGap,
    OrdinalTwice,
    AnotherTranche,
    AnotherYear,
    AnotherSource,
    NameTwice,
    PeriodFarFromPlanYear,

    /// <summary>Periods without a year were read in the plan's; said once for all of them.</summary>
    PeriodYearAssumed,
    HiddenRow,

    /// <summary>A title with an amount and no project below it.</summary>
    GroupReadAsProject,

    /// <summary>Lines kept in the goal of the project above them.</summary>
    PartsKept,

    /// <summary>The parts of a project make another sum.</summary>
    PartsDiffer,
    RowStruck,

    /// <summary>A column of numbers that means nothing known.</summary>
    ColumnNotRead,
    HiddenColumnNotRead,
    HiddenColumnRead,

    /// <summary>Support in a budget year far from the plan's.</summary>
    FundingYearFar,

    /// <summary>The one column of support names another year than the plan's.</summary>
    SupportOfAnotherYear,

    /// <summary>Part of a cell is struck through.</summary>
    StruckPart,

    /// <summary>So little or so much money that the unit may be another.</summary>
    UnlikelyAmounts,

    /// <summary>Another order of magnitude than other plans.</summary>
    UnlikeOtherPlans,

    /// <summary>One project takes most of the support, and far more than any before.</summary>
    UnlikelyProject,

    /// <summary>More support than the year's budget.</summary>
    AboveAllotment,
    RowLeftOut,
    OtherTableBelow,
    OtherSheetHasTable,
    ColumnMissing,
}
