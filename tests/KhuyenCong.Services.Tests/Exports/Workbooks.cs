using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KhuyenCong.Services.Exports;
using Xunit;

namespace KhuyenCong.Services.Tests.Exports;

/// <summary>Opens written workbooks the way a spreadsheet does.</summary>
internal sealed class Workbooks : IDisposable
{
    private readonly SpreadsheetDocument document;

    public Workbooks(ReportBook book)
        : this(Write(book))
    {
    }

    public Workbooks(byte[] bytes)
    {
        Bytes = bytes;
        document = SpreadsheetDocument.Open(new MemoryStream(Bytes), false);
    }

    public byte[] Bytes { get; }

    public Workbook Workbook => document.WorkbookPart!.Workbook!;

    public IReadOnlyList<string> SheetNames => [.. Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public static byte[] Write(ReportBook book)
    {
        using var to = new MemoryStream();
        XlsxWriter.Write(book, to);
        return to.ToArray();
    }

    public Worksheet Sheet(int position)
    {
        var id = Workbook.Sheets!.Elements<Sheet>().ElementAt(position).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart!.GetPartById(id)).Worksheet!;
    }

    /// <summary>Rows of cells from the row after the one that begins with the given text.</summary>
    public List<List<Cell>> RowsAfter(int position, string firstCell, int skip = 0) => [.. Sheet(position).Descendants<Row>()
        .SkipWhile(r => TextOf(r.Elements<Cell>().FirstOrDefault()) != firstCell).Skip(1 + skip).Select(r => r.Elements<Cell>().ToList())];

    public IEnumerable<string> Texts(int position) => Sheet(position).Descendants<Cell>().Select(TextOf).Where(t => t.Length > 0);

    public static string TextOf(Cell? cell) => cell?.InlineString?.InnerText ?? "";

    public static decimal NumberOf(Cell cell)
    {
        Assert.Null(cell.DataType);
        return decimal.Parse(cell.CellValue!.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public CellFormat Format(Cell cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    public string? NumberFormat(Cell cell) => document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!
        .Elements<NumberingFormat>().FirstOrDefault(f => f.NumberFormatId!.Value == Format(cell).NumberFormatId!.Value)?.FormatCode?.Value;

    public void RequireValid() => Assert.Empty(
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));

    public void Dispose() => document.Dispose();
}
