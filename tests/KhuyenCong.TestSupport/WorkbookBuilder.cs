using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.TestSupport;

/// <summary>Builds small workbooks cell by cell, in the ways offices and attackers do.</summary>
public sealed class WorkbookBuilder
{
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> _cells = [];
    private readonly HashSet<int> _hidden = [];
    private readonly List<string> _merges = [];
    private readonly List<(string Name, WorkbookBuilder Content)> _others = [];

    public const uint Bold = 1;
    public const uint Date = 2;
    public const uint Legacy = 3;

    public WorkbookBuilder Text(string address, string text, uint style = 0) => Put(address, new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = style,
    });

    public WorkbookBuilder Number(string address, string invariant, uint style = 0) =>
        Put(address, new Cell { CellValue = new CellValue(invariant), StyleIndex = style });

    public WorkbookBuilder Number(string address, decimal number, uint style = 0) =>
        Number(address, number.ToString(CultureInfo.InvariantCulture), style);

    public WorkbookBuilder Day(string address, DateOnly day) =>
        Number(address, (decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate(), Date);

    public WorkbookBuilder Formula(string address, string formula, string? cached) => Put(address, new Cell
    {
        CellFormula = new CellFormula(formula),
        CellValue = cached is null ? null : new CellValue(cached),
    });

    public WorkbookBuilder Error(string address, string error) =>
        Put(address, new Cell { DataType = CellValues.Error, CellValue = new CellValue(error) });

    /// <summary>Writes texts and numbers side by side; null leaves a cell out.</summary>
    public WorkbookBuilder Line(int row, int firstColumn, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var address = Letters(firstColumn + i) + row.ToString(CultureInfo.InvariantCulture);
            switch (values[i])
            {
                case null: break;
                case string text: Text(address, text); break;
                case DateOnly day: Day(address, day); break;
                default: Number(address, Convert.ToDecimal(values[i], CultureInfo.InvariantCulture)); break;
            }
        }

        return this;
    }

    public WorkbookBuilder Merge(string range)
    {
        _merges.Add(range);
        return this;
    }

    public WorkbookBuilder Hide(int row)
    {
        _hidden.Add(row);
        return this;
    }

    public WorkbookBuilder Sheet(string name, WorkbookBuilder content)
    {
        _others.Add((name, content));
        return this;
    }

    public byte[] Build(SpreadsheetDocumentType type = SpreadsheetDocumentType.Workbook)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, type))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            AddSheet(book, "Phụ lục", this, 1);
            for (var i = 0; i < _others.Count; i++) AddSheet(book, _others[i].Name, _others[i].Content, (uint)i + 2);
        }

        return stream.ToArray();
    }

    private static void AddSheet(WorkbookPart book, string name, WorkbookBuilder content, uint id)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var (number, cells) in content._cells)
        {
            var row = new Row { RowIndex = (uint)number, Hidden = content._hidden.Contains(number) ? true : null };
            foreach (var cell in cells.Values) row.Append(cell.CloneNode(true));
            data.Append(row);
        }

        part.Worksheet = new Worksheet(data);
        if (content._merges.Count > 0) part.Worksheet.Append(new MergeCells(content._merges.Select(m => new MergeCell { Reference = m })));
        book.Workbook!.Sheets!.Append(new Sheet { Name = name, SheetId = id, Id = book.GetIdOfPart(part) });
    }

    private static Stylesheet Styles() => new(
        new Fonts(
            new Font(new FontName { Val = "Times New Roman" }),
            new Font(new Bold(), new FontName { Val = "Times New Roman" }),
            new Font(new FontName { Val = ".VnTime" })),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat { FontId = 0 },
            new CellFormat { FontId = 1 },
            new CellFormat { FontId = 0, NumberFormatId = 14 },
            new CellFormat { FontId = 2 }));

    private WorkbookBuilder Put(string address, Cell cell)
    {
        var letters = address.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var row = int.Parse(address.AsSpan(letters.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        if (!_cells.TryGetValue(row, out var line)) _cells[row] = line = [];
        cell.CellReference = address;
        line[letters.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1)] = cell;
        return this;
    }

    private static string Letters(int column)
    {
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
