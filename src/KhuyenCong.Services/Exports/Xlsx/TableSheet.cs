using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>One table on a sheet: official head, title, table, notes; A4 landscape, one page wide.</summary>
internal sealed class TableSheet
{
    private const double LineHeight = 16.5;

    private static readonly CellStyle Centered = new() { Side = CellSide.Center };
    private static readonly CellStyle Heading = new() { Bold = true, Side = CellSide.Center, Border = true, Fill = true };

    private readonly ReportBook book;
    private readonly ReportTable table;
    private readonly SheetGrid grid;

    public TableSheet(ReportBook book, ReportTable table, StyleBook styles)
    {
        this.book = book;
        this.table = table;
        grid = new SheetGrid(styles);
        AddHead();
        AddTitle();
        AddHeading();
        AddRows();
        AddNotes();
    }

    /// <summary>The first row of the table's head, from 1; it is repeated on every printed page.</summary>
    public int FirstHeadingRow { get; private set; }

    public int LastHeadingRow => FirstHeadingRow + (table.HasGroups ? 1 : 0);

    private int Width => table.Columns.Count;

    public Worksheet ToWorksheet() => WorksheetParts.Assemble(grid, table.Columns.Select(c => c.Width), LastHeadingRow);

    // Nghị định 30/2020/NĐ-CP, Phụ lục I: bodies at the left, name and motto of the state at the right.
    private void AddHead()
    {
        var bold = Centered with { Bold = true };
        var underlined = bold with { Underline = true };
        if (book.SuperiorBody is { } superior)
        {
            AddPair(superior, Centered, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold);
            AddPair(book.IssuingBody, underlined, "Độc lập - Tự do - Hạnh phúc", underlined);
        }
        else
        {
            AddPair(book.IssuingBody, underlined, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold);
            AddPair("", Centered, "Độc lập - Tự do - Hạnh phúc", underlined);
        }

        if (book.PlaceAndDate is { } placeAndDate) AddPair("", Centered, placeAndDate, Centered with { Italic = true });
        grid.NextRow();
    }

    private void AddPair(string left, CellStyle leftStyle, string right, CellStyle rightStyle)
    {
        if (Width == 1)
        {
            if (left.Length > 0) AddLine(left, leftStyle);
            AddLine(right, rightStyle);
            return;
        }

        var split = LeftColumns();
        var (leftWidth, rightWidth) = (WidthOf(0, split), WidthOf(split, Width));
        grid.NextRow(Math.Max(HeightOf(left, leftWidth), HeightOf(right, rightWidth)));
        grid.AddText(1, left, leftStyle);
        grid.AddText(split + 1, right, rightStyle);
        grid.Merge(grid.LastRow, 1, grid.LastRow, split);
        grid.Merge(grid.LastRow, split + 1, grid.LastRow, Width);
    }

    private void AddTitle()
    {
        AddLine(book.Title, Centered with { Bold = true, Size = 14 });
        if (table.Title != book.Title) AddLine(table.Title, Centered with { Bold = true, Size = 13 });
        var small = Centered with { Italic = true };
        foreach (var line in table.Subtitles) AddLine(line, small);
        AddLine(book.Filters, small);
        AddLine(book.AsOfText, small);
        if (book.DecisionsText is { } decisions) AddLine(decisions, small);
        if (book.UnitText is { } unit) AddLine(unit, new CellStyle { Italic = true, Side = CellSide.Right });
    }

    private void AddHeading()
    {
        var height = table.Columns.Max(c => HeightOf(c.Header, c.Width));
        grid.NextRow(table.HasGroups ? null : height);
        FirstHeadingRow = grid.LastRow;
        for (var at = 0; at < Width; at++) grid.AddText(at + 1, table.Columns[at].Group ?? table.Columns[at].Header, Heading);
        if (!table.HasGroups) return;

        grid.NextRow(height);
        for (var at = 0; at < Width; at++) grid.AddText(at + 1, table.Columns[at].Group is null ? "" : table.Columns[at].Header, Heading);
        for (var at = 0; at < Width; at++)
        {
            var end = EndOfGroup(at);
            if (table.Columns[at].Group is null) grid.Merge(FirstHeadingRow, at + 1, LastHeadingRow, at + 1);
            else grid.Merge(FirstHeadingRow, at + 1, FirstHeadingRow, end + 1);
            at = end;
        }
    }

    private int EndOfGroup(int at)
    {
        var group = table.Columns[at].Group;
        while (group is not null && at + 1 < Width && table.Columns[at + 1].Group == group) at++;
        return at;
    }

    private void AddRows()
    {
        var first = grid.LastRow + 1;
        foreach (var row in table.Rows)
        {
            grid.NextRow(HeightOf(row));
            var sums = row.Sums.Select(other => first + other).ToList();
            for (var at = 0; at < Width; at++)
            {
                var (column, cell) = (table.Columns[at], row.Cells[at]);
                var formula = column.Adds && cell.Addend is not null ? SumFormula.Of(sums, at + 1) : null;
                grid.AddValue(at + 1, cell, book.Unit, StyleOf(row.Kind, column), formula);
            }
        }
    }

    private void AddNotes()
    {
        if (book.Notes.Count == 0) return;
        grid.NextRow();
        foreach (var note in book.Notes) AddLine(note, new CellStyle { Italic = true });
    }

    private void AddLine(string text, CellStyle style)
    {
        grid.NextRow(HeightOf(text, WidthOf(0, Width)));
        grid.AddText(1, text, style);
        grid.Merge(grid.LastRow, 1, grid.LastRow, Width);
    }

    private static CellStyle StyleOf(RowKind kind, ReportColumn column) => new()
    {
        Border = true,
        Bold = kind != RowKind.Item,
        Fill = kind == RowKind.Total,
        Side = column.IsNumber ? CellSide.Right : column.Kind == CellKind.Date ? CellSide.Center : CellSide.Left,
    };

    // About half of the width, but at least one column at each side.
    private int LeftColumns()
    {
        var half = WidthOf(0, Width) / 2;
        var split = 1;
        while (split < Width - 1 && WidthOf(0, split + 1) <= half) split++;
        return split;
    }

    private double WidthOf(int from, int to) => table.Columns.Take(from..to).Sum(c => c.Width);

    // LibreOffice does not fit rows to wrapped text when it opens a file; rows of one line keep the sheet's own height.
    private double? HeightOf(ReportRow row)
    {
        var height = row.Cells.Zip(table.Columns).Max(pair => pair.First is ReportCell.Text text ? HeightOf(text.Value, pair.Second.Width) : LineHeight);
        return height > LineHeight ? height : null;
    }

    // Spreadsheets fit the height of a row to its text by themselves, but not across merged cells.
    private static double HeightOf(string text, double width) => LineHeight * Math.Max(1, Math.Ceiling(text.Length * 1.15 / width));
}
