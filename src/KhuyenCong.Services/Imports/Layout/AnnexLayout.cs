using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Where a table's header stands and what its columns mean.</summary>
internal sealed record AnnexLayout(
    int HeaderRow, int Depth, IReadOnlyList<AnnexColumnFound> Found, IReadOnlyList<AnnexColumnFound> Twice, IReadOnlyList<(int Column, string Label)> AmountLabels)
{
    /// <summary>Columns with a value below the header that mean nothing known, or are not seen.</summary>
    public IReadOnlyList<AnnexUnreadColumn> Unread { get; init; } = [];

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
