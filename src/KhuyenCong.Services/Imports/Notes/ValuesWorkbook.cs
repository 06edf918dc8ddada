using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Exports.Xlsx;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>A new .xlsx with the values that were read of another file, and with what says how they are read: formats, fonts, what is struck or hidden, merges.</summary>
internal static class ValuesWorkbook
{
    public static byte[] Of(WorkbookContent content)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var (sheets, styles) = (new Sheets(), new ValueStyles());
            foreach (var sheet in content.Sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                Write(part, sheet, styles);
                sheets.Append(new Sheet
                {
                    Name = sheet.Name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part), State = sheet.Hidden ? SheetStateValues.Hidden : null,
                });
            }

            book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.ToStylesheet();
            var active = content.Sheets.ToList().FindIndex(s => s.IsActive);
            book.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = (uint)Math.Max(0, active) }), sheets);
        }

        return file.ToArray();
    }

    private static void Write(WorksheetPart part, WorkbookSheet sheet, ValueStyles styles)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        if (sheet.HiddenColumns.Count > 0)
        {
            writer.WriteElement(new Columns(sheet.HiddenColumns.Select(h => new Column { Min = (uint)h.First, Max = (uint)h.Last, Width = 0, Hidden = true, CustomWidth = true })));
        }

        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows) writer.WriteElement(new Row(row.Cells.Select(c => CellOf(c, styles))) { RowIndex = (uint)row.Number, Hidden = row.Hidden ? true : null });
        writer.WriteEndElement();
        if (sheet.Merges.Count > 0) writer.WriteElement(new MergeCells(sheet.Merges.Select(m => new MergeCell { Reference = $"{m.First}:{m.Last}" })));
        writer.WriteEndElement();
    }

    // A formula whose result is missing stays without one: Excel then shows that it is to be filled in.
    private static Cell CellOf(SheetCell cell, ValueStyles styles)
    {
        var written = new Cell { CellReference = cell.Address.ToString(), StyleIndex = styles.Of(cell) };
        switch (cell.Kind)
        {
            case Workbooks.CellKind.Text:
                written.DataType = CellValues.InlineString;
                written.InlineString = new InlineString(Runs(cell));
                break;
            case Workbooks.CellKind.Bool:
                (written.DataType, written.CellValue) = (CellValues.Boolean, new CellValue(cell.Raw));
                break;
            case Workbooks.CellKind.Error:
                (written.DataType, written.CellValue) = (CellValues.Error, new CellValue(cell.Raw));
                break;
            case Workbooks.CellKind.FormulaWithoutValue:
                written.CellFormula = new CellFormula("NA()");
                break;
            // A date is written as a day of the 1900 system, whatever the file counts in.
            case Workbooks.CellKind.Date when cell.Date is { } day:
                written.CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture));
                break;
            default:
                written.CellValue = new CellValue((cell.Number ?? decimal.Parse(cell.Raw, NumberStyles.Float, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));
                break;
        }

        return written;
    }

    private static IEnumerable<OpenXmlElement> Runs(SheetCell cell)
    {
        if (cell.StruckPart is not { } struck) return [Letters(cell.Raw)];
        return [new Run(Letters(cell.Raw)), new Run(new RunProperties(new Strike()), Letters(struck))];
    }

    private static Text Letters(string text) => new(CellText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve };
}
