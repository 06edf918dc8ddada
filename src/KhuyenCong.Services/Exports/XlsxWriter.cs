using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Exports.Xlsx;

namespace KhuyenCong.Services.Exports;

/// <summary>
/// Reports as Excel workbooks: a sheet for each table, as an official paper to be printed, and «Thông tin xuất».
/// Amounts are numbers in the report's unit; sums are formulas that carry their value.
/// </summary>
public static class XlsxWriter
{
    /// <summary>Writes the workbook; the same report always gives the same bytes.</summary>
    public static void Write(ReportBook book, Stream to)
    {
        using var draft = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(draft, SpreadsheetDocumentType.Workbook))
        {
            // Ids are given, here and below, because the library's own are random.
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "workbook");
            WriteWorkbook(workbook, book);
        }

        FixedZip.Copy(draft, to, book.PreparedAt);
    }

    private static void WriteWorkbook(WorkbookPart workbook, ReportBook book)
    {
        var (styles, names) = (new StyleBook(), new TabNames());
        var provenance = names.Take(ProvenanceSheet.Name);
        var (sheets, titles) = (new Sheets(), new DefinedNames());
        foreach (var table in book.Tables)
        {
            var sheet = new TableSheet(book, table, styles);
            var name = names.Take(table.ShortTitle ?? table.Title);
            titles.Append(PrintTitles(name, (uint)sheets.ChildElements.Count, sheet));
            sheets.Append(AddSheet(workbook, name, sheets.ChildElements.Count + 1, sheet.ToWorksheet()));
        }

        sheets.Append(AddSheet(workbook, provenance, sheets.ChildElements.Count + 1, ProvenanceSheet.Of(book, styles)));
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = styles.ToStylesheet();

        workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets);
        if (titles.HasChildren) workbook.Workbook.Append(titles);
    }

    private static Sheet AddSheet(WorkbookPart workbook, string name, int number, Worksheet content)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
        workbook.AddNewPart<WorksheetPart>(id).Worksheet = content;
        return new Sheet { Name = name, SheetId = (uint)number, Id = id };
    }

    private static DefinedName PrintTitles(string name, uint position, TableSheet sheet)
    {
        var quoted = name.Replace("'", "''", StringComparison.Ordinal);
        var rows = string.Create(CultureInfo.InvariantCulture, $"${sheet.FirstHeadingRow}:${sheet.LastHeadingRow}");
        return new DefinedName($"'{quoted}'!{rows}") { Name = "_xlnm.Print_Titles", LocalSheetId = position };
    }
}
