using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>A sheet by address, with merged blocks resolved.</summary>
internal sealed class AnnexGrid
{
    private const int MostMergedCells = 500_000;

    private readonly Dictionary<CellAddress, SheetCell> _cells = [];
    private readonly Dictionary<CellAddress, MergedRange> _merges = [];
    private readonly Dictionary<int, int> _lastCell = [];
    private readonly Dictionary<int, int> _lastSeen = [];

    public AnnexGrid(OldTexts texts)
    {
        Texts = texts;
        var sheet = texts.Sheet;
        foreach (var cell in sheet.Rows.SelectMany(r => r.Cells))
        {
            _cells[cell.Address] = cell;
            _lastCell[cell.Address.Column] = cell.Address.Row;
            if (!cell.IsWhite) _lastSeen[cell.Address.Column] = cell.Address.Row;
        }

        foreach (var merge in sheet.Merges)
        {
            var size = ((long)merge.Last.Row - merge.First.Row + 1) * (merge.Last.Column - merge.First.Column + 1L);
            if (size < 2 || _merges.Count + size > MostMergedCells) continue;
            for (var row = merge.First.Row; row <= merge.Last.Row; row++)
            {
                for (var column = merge.First.Column; column <= merge.Last.Column; column++) _merges[new(row, column)] = merge;
            }
        }
    }

    public WorkbookSheet Sheet => Texts.Sheet;

    /// <summary>The sheet with what was converted in it.</summary>
    public OldTexts Texts { get; }

    /// <summary>True for a column that nobody sees: hidden, without width, or all white below its header.</summary>
    public bool IsUnseen(int column, int headerRow)
    {
        if (Sheet.IsHiddenColumn(column)) return true;
        return _lastCell.TryGetValue(column, out var last) && last > headerRow && _lastSeen.GetValueOrDefault(column) <= headerRow;
    }

    public SheetCell? At(int row, int column) => _cells.GetValueOrDefault(new CellAddress(row, column));

    /// <summary>NFC text with single spaces, or null for a blank cell.</summary>
    public string? Text(int row, int column) => At(row, column) is { } cell ? VietnameseText.Clean(cell.Shown) : null;

    /// <summary>NFC text with its line breaks, or null for a blank cell.</summary>
    public string? Lines(int row, int column) => At(row, column) is { } cell ? VietnameseText.CleanLines(cell.Shown) : null;

    public MergedRange? Merge(int row, int column) =>
        _merges.TryGetValue(new CellAddress(row, column), out var merge) ? merge : null;

    /// <summary>The cell whose value is seen at this place: the first of its merged block.</summary>
    public CellAddress SeenFrom(int row, int column) => Merge(row, column)?.First ?? new CellAddress(row, column);
}
