using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Periods;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>
/// A problem with the cell it stands at (null: the whole table) and its facts: the text that stands there, the
/// amounts stated and computed, the text expected, the column, the group (from 0; null: the whole annex).
/// </summary>
public sealed record AnnexProblem(AnnexProblemKind Kind, CellAddress? Cell)
{
    public string? Text { get; init; }

    public string? Expected { get; init; }

    public Vnd? Stated { get; init; }

    public Vnd? Computed { get; init; }

    /// <summary>What an amount is a part of, where that is told.</summary>
    public Vnd? Whole { get; init; }

    public AnnexColumn? Column { get; init; }

    /// <summary>The budget year, for support by year.</summary>
    public int? Year { get; init; }

    /// <summary>How many cells it speaks of, the first of them named.</summary>
    public int Count { get; init; } = 1;

    public int? Group { get; init; }

    /// <summary>The group's numeral and title, for sentences about it.</summary>
    public string? GroupTitle { get; init; }

    /// <summary>Units to choose from, or near misses.</summary>
    public IReadOnlyList<UnitName> Candidates { get; init; } = [];

    /// <summary>True when it is removed by typing the cell anew.</summary>
    public bool IsTypedAnew => Kind is AnnexProblemKind.NameMissing or AnnexProblemKind.NameIsFormulaWithoutValue or AnnexProblemKind.CellHasNoValue or AnnexProblemKind.TextUnreadable or AnnexProblemKind.TextTooLong
        or AnnexProblemKind.RowTotalDiffers or AnnexProblemKind.YearsDiffer || (Kind >= AnnexProblemKind.AmountMissing && Kind <= AnnexProblemKind.AmountErrorValue)
        || (Kind >= AnnexProblemKind.PeriodMissing && Kind <= AnnexProblemKind.PeriodAutoDate);

    /// <summary>True when the same text in another cell of the column is the same question; an error or a blank cell is another one each time.</summary>
    public bool MeansTheSame => Text is not null and not ['#' or '=', ..] && Kind is not (AnnexProblemKind.NameIsFormulaWithoutValue or AnnexProblemKind.CellHasNoValue or AnnexProblemKind.AmountErrorValue
        or AnnexProblemKind.AmountFormulaWithoutValue or AnnexProblemKind.PeriodFormulaWithoutValue);

    /// <summary>The two readings of a day and a month without a year.</summary>
    public DayOrMonths? Either { get; init; }

    /// <summary>
    /// Two figures differ by a tenth or more of what the lines sum up to: a person says which of them stands, whatever the reason is.
    /// </summary>
    public bool NeedsStanding => IsOfSums && Stated is { } stated && Computed is { } computed
        && Math.Abs((decimal)stated.Dong - computed.Dong) * 10 >= Math.Abs((decimal)computed.Dong);

    private bool IsOfSums => Kind is AnnexProblemKind.GrandTotalDiffers or AnnexProblemKind.SubtotalDiffers or AnnexProblemKind.SubItemsDiffer or AnnexProblemKind.PartsDiffer;

    /// <summary>True when a choice in the preview removes it; otherwise the workbook has to be corrected.</summary>
    public bool IsQuestion => Kind is AnnexProblemKind.SheetUnclear or AnnexProblemKind.OldText or AnnexProblemKind.UnitMissing or AnnexProblemKind.UnitAmbiguous
        or AnnexProblemKind.AreaMissing or AnnexProblemKind.AreaUnknown or AnnexProblemKind.AreaDoubtful
        or AnnexProblemKind.CategoryUnknown or AnnexProblemKind.CategoryPerRow or AnnexProblemKind.RowNotUnderstood;
}
