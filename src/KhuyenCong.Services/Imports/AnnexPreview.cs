using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports;

/// <summary>
/// An annex as understood. Faults block; warnings are accepted with a reason; consequences are sums that disagree only
/// because of a faulty cell.
/// </summary>
public sealed record AnnexPreview(
    string Sheet,
    CellAddress Header,
    AnnexUnits Units,
    FundingSource? Source,
    AnnexHeading Heading,
    IReadOnlyList<AnnexColumnFound> Columns,
    IReadOnlyList<AnnexGroup> Groups,
    IReadOnlyList<AnnexStatedSum> Sums,
    IReadOnlyList<AnnexProblem> Faults,
    IReadOnlyList<AnnexProblem> Warnings,
    IReadOnlyList<AnnexProblem> Consequences)
{
    /// <summary>The unit of the whole table; null when it is not known, or when columns have units of their own.</summary>
    public MoneyUnit? Unit => Units.All is [var one] ? one : null;

    /// <summary>What became of everything on the sheet.</summary>
    public required AnnexAccount Account { get; init; }

    /// <summary>What it adjusts; null for a plan's annex.</summary>
    public AnnexAdjustment? Adjustment { get; init; }

    /// <summary>Columns of support by budget year.</summary>
    public required IReadOnlyList<AnnexYearColumn> Years { get; init; }

    /// <summary>Every sheet that holds a table like an annex, the one that is read first.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>What the file has in the cells that were typed anew; empty for a blank one.</summary>
    public required IReadOnlyDictionary<CellAddress, string> InFile { get; init; }

    public string? InFileOf(CellAddress cell) => InFile.GetValueOrDefault(cell);

    public IEnumerable<AnnexRow> Rows => Groups.SelectMany(g => g.Rows);

    public int Count => Groups.Sum(g => g.Rows.Count);

    public bool CanBeAccepted => Faults.Count == 0;

    /// <summary>Support of every source.</summary>
    public Vnd SumOfSupport => SumOf(AnnexColumn.Support) + SumOf(AnnexColumn.NationalSupport);

    /// <summary>The sum of a column over the rows whose amount could be read.</summary>
    public Vnd SumOf(AnnexColumn column) => Rows.Select(r => r.AmountOf(column) ?? Vnd.Zero).Sum();
}
