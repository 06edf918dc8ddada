using System.Data;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using KhuyenCong.Services.Exports.Xlsx;
using KhuyenCong.Services.Imports.Amounts;

namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>Reads an .xls of Excel 97–2003 as <see cref="WorkbookReader"/> reads an .xlsx; what else a compound file may be is told.</summary>
internal static class XlsReader
{
    private static readonly Dictionary<int, string> Errors = new()
    {
        [0x00] = "#NULL!", [0x07] = "#DIV/0!", [0x0F] = "#VALUE!", [0x17] = "#REF!", [0x1D] = "#NAME?", [0x24] = "#NUM!", [0x2A] = "#N/A",
    };

    // Texts of Excel 95 are in the code page of the machine that wrote them.
    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static WorkbookReading Read(byte[] file, CancellationToken stop)
    {
        try
        {
            var container = new OleFile(file);
            if (container.Has("EncryptedPackage")) return WorkbookReading.Failed(WorkbookProblem.Encrypted);
            if ((container.Read("Workbook") ?? container.Read("Book")) is not { } stream) return WorkbookReading.Failed(WorkbookProblem.NotAWorkbook);
            var book = XlsBook.Of(stream);
            if (book.Problem is { } problem) return WorkbookReading.Failed(problem);
            return container.Has("_VBA_PROJECT_CUR") ? WorkbookReading.Failed(WorkbookProblem.Macros) : WorkbookReading.Of(Content(book, stream, stop));
        }
        catch (Exception e) when (e is ExcelReaderException or IOException or InvalidDataException or ArgumentException or FormatException or InvalidOperationException
            or KeyNotFoundException or NotSupportedException or OverflowException or IndexOutOfRangeException or NullReferenceException or InvalidCastException)
        {
            return WorkbookReading.Failed(WorkbookProblem.Damaged);
        }
    }

    private static WorkbookContent Content(XlsBook book, byte[] stream, CancellationToken stop)
    {
        using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(stream, writable: false));
        var sheets = new List<WorkbookSheet>();
        foreach (var sheet in book.Sheets)
        {
            sheets.Add(Sheet(reader, book, sheet, stop) with { IsActive = sheets.Count == book.Active });
            if (!reader.NextResult()) break;
        }

        return sheets.Count == book.Sheets.Count ? new WorkbookContent(sheets) : throw new InvalidDataException();
    }

    private static WorkbookSheet Sheet(IExcelDataReader reader, XlsBook book, XlsSheet sheet, CancellationToken stop)
    {
        var rows = new List<SheetRow>();
        var name = CellText.Legal(reader.Name);
        for (var number = 1; reader.Read(); number++)
        {
            if (!sheet.Rows.Contains(number)) continue;
            stop.ThrowIfCancellationRequested();
            var cells = new List<SheetCell>();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var address = new CellAddress(number, column + 1);
                if (sheet.Cells.TryGetValue(address, out var cell) && Cell(reader, column, address, cell, book) is { } read) cells.Add(read);
            }

            if (cells.Count > 0) rows.Add(new SheetRow(number, sheet.HiddenRows.Contains(number), cells));
        }

        var merges = reader.MergeCells ?? [];
        return new WorkbookSheet(
            name, reader.VisibleState != "visible", rows,
            [.. merges.Where(m => m.FromRow <= m.ToRow && m.FromColumn <= m.ToColumn).Select(m => new MergedRange(new(m.FromRow + 1, m.FromColumn + 1), new(m.ToRow + 1, m.ToColumn + 1)))])
        {
            HiddenColumns = [.. Enumerable.Range(0, reader.FieldCount).Where(c => reader.GetColumnWidth(c) == 0).Select(c => (c + 1, c + 1))],
        };
    }

    private static SheetCell? Cell(IExcelDataReader reader, int column, CellAddress address, XlsCell cell, XlsBook book)
    {
        var look = book.StyleOf(cell);
        var format = reader.GetNumberFormatString(column);
        SheetCell Of(CellKind kind, string raw) => new(address, kind, raw, FontName: look.Font, Bold: look.Bold)
        {
            Format = format is null or "General" ? null : format, IsStruck = look.Struck, IsWhite = look.White || NumberFormat.ShowsNothing(format),
        };

        if (cell.Error >= 0) return Of(CellKind.Error, Errors.GetValueOrDefault(cell.Error, "#N/A"));
        if (cell.IsDue) return Of(CellKind.FormulaWithoutValue, "=");
        return reader.GetValue(column) switch
        {
            null => cell.IsFormula ? Of(CellKind.FormulaWithoutValue, "=") : null,
            string text => text.Length == 0 ? null : Written(Of(CellKind.Text, text), book.PartsOf(cell, text)),
            bool yes => Of(CellKind.Bool, yes ? "1" : "0"),
            DateTime day => Dated(Of, day.ToOADate()),
            TimeSpan time => Numbered(Of, time.TotalDays),
            IConvertible number => Numbered(Of, number.ToDouble(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static SheetCell Written(SheetCell cell, (string Plain, string? Struck, string? LegacyFont) parts) => cell with
    {
        Raw = parts.Plain.Length > 0 ? parts.Plain : parts.Struck!,
        IsStruck = cell.IsStruck || parts.Plain.Length == 0,
        StruckPart = parts.Plain.Length > 0 ? parts.Struck : null,
        FontName = parts.LegacyFont ?? cell.FontName,
    };

    // Before March 1900 the library moves days by one, since Excel counts a 29th of February in that year.
    private static SheetCell Dated(Func<CellKind, string, SheetCell> of, double serial) => serial >= 61
        ? of(CellKind.Date, Text(serial)) with { Date = DateOnly.FromDateTime(DateTime.FromOADate(serial)) }
        : Numbered(of, serial < 60 ? serial - 1 : serial);

    private static SheetCell Numbered(Func<CellKind, string, SheetCell> of, double number) =>
        decimal.TryParse(Text(number), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? of(CellKind.Number, Text(number)) with { Number = exact }
            : of(CellKind.Text, Text(number));

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
