using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Where a table's header stands and what its columns mean.</summary>
internal sealed record AnnexLayout(
    int HeaderRow, int Depth, IReadOnlyList<AnnexColumnFound> Found, IReadOnlyList<AnnexColumnFound> Twice, IReadOnlyList<(int Column, string Label)> AmountLabels)
{
    /// <summary>Columns with a value below the header that mean nothing known, or are not seen.</summary>
    public IReadOnlyList<AnnexUnreadColumn> Unread { get; init; } = [];

    /// <summary>Columns of support by budget year.</summary>
    public IReadOnlyList<AnnexYearColumn> Years { get; init; } = [];

    /// <summary>Headers that name a year, before it was settled which of them are read.</summary>
    public IReadOnlyList<AnnexYearHeader> YearHeaders { get; init; } = [];

    /// <summary>The columns of an adjustment; null for a plan's annex.</summary>
    public AnnexAdjustmentColumns? Adjustment { get; init; }

    /// <summary>How many headers are understood.</summary>
    public int Count => Found.Count + YearHeaders.Count + (Adjustment?.All.Count ?? 0);

    /// <summary>Every column that is read.</summary>
    public IEnumerable<(CellAddress Header, string Label)> Read => Found.Select(f => (f.Header, f.Label)).Concat(Years.Select(y => (y.Header, y.Label)));

    /// <summary>The columns of money.</summary>
    public IEnumerable<int> Money => Found.Where(f => IsAmount(f.Column)).Select(f => f.Header.Column).Concat(Years.Select(y => y.Header.Column)).Concat(Adjustment?.All.Select(a => a.Column) ?? []);

    /// <summary>Both sources have columns of their own.</summary>
    public bool IsSplit => Has(AnnexColumn.NationalSupport) || Years.Any(y => y.Part == AnnexColumn.NationalSupport);

    private readonly Dictionary<AnnexColumn, int> _columns = Found.ToDictionary(f => f.Column, f => f.Header.Column);

    /// <summary>"Tên đề án, địa điểm": the place stands in the name.</summary>
    public bool NameHoldsPlace => !Has(AnnexColumn.Area) && Found.First(f => f.Column == AnnexColumn.Name) is var name && VietnameseText.Fold(name.Label) is var label
        && (label.Contains("dia diem", StringComparison.Ordinal) || label.Contains("dia ban", StringComparison.Ordinal));

    public int LastHeaderRow => HeaderRow + Depth - 1;

    public int? Column(AnnexColumn column) => _columns.TryGetValue(column, out var index) ? index : null;

    public bool Has(AnnexColumn column) => _columns.ContainsKey(column);

    public CellAddress Address => new(HeaderRow, Found.Min(f => f.Header.Column));

    public static bool IsAmount(AnnexColumn column) =>
        column is AnnexColumn.Total or AnnexColumn.Support or AnnexColumn.NationalSupport or AnnexColumn.Counterpart or AnnexColumn.Other;
}
