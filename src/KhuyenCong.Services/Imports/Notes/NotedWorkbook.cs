using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Exports.Xlsx;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Imports.Workbooks.Xls;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>Writes findings into a copy of a workbook: comments at the cells, and a sheet that lists them all.</summary>
internal static class NotedWorkbook
{
    /// <summary>Of an .xlsx everything stays; what cannot be written to (an .xls, a strict package) is written anew with the values read.</summary>
    public static byte[] Of(byte[] file, string sheet, IReadOnlyList<AnnexNote> notes, CancellationToken stop)
    {
        if (OleFile.IsOne(file)) return Anew(file, sheet, notes, stop);
        return Write(PartNames.Repaired(file), sheet, notes) ?? Anew(file, sheet, notes, stop);
    }

    private static byte[] Anew(byte[] file, string sheet, IReadOnlyList<AnnexNote> notes, CancellationToken stop)
    {
        var content = WorkbookReader.Read(file, stop).Content ?? throw new InvalidOperationException("A workbook that was previewed is read.");
        return Write(ValuesWorkbook.Of(content), sheet, notes) ?? throw new InvalidOperationException("A workbook written here can be written to.");
    }

    private static byte[]? Write(byte[] file, string sheetName, IReadOnlyList<AnnexNote> notes)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var document = SpreadsheetDocument.Open(copy, isEditable: true))
        {
            if (document.StrictRelationshipFound || document.WorkbookPart is not { Workbook.Sheets: { } sheets } book) return null;
            var sheet = sheets.Elements<Sheet>().FirstOrDefault(s => s.Name?.Value == sheetName);
            if (sheet?.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) return null;
            SheetComments.Write(part, notes);
            List(book, sheets, notes);
        }

        return copy.ToArray();
    }

    // One that was written before is replaced, so that a file that goes round keeps one.
    private static void List(WorkbookPart book, Sheets sheets, IReadOnlyList<AnnexNote> notes)
    {
        foreach (var old in sheets.Elements<Sheet>().Where(s => s.Name?.Value == AnnexNoteTexts.Sheet && s.Id?.Value is { } id && IsOurs(book.GetPartById(id))).ToList())
        {
            book.DeletePart(old.Id!.Value!);
            old.Remove();
        }

        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = FindingsSheet.Of(notes);
        var names = new TabNames();
        foreach (var taken in sheets.Elements<Sheet>()) names.Take(taken.Name?.Value ?? string.Empty);
        var number = sheets.Elements<Sheet>().Max(s => s.SheetId?.Value ?? 0);
        sheets.Append(new Sheet { Name = names.Take(AnnexNoteTexts.Sheet), SheetId = number + 1, Id = book.GetIdOfPart(part) });
    }

    private static bool IsOurs(OpenXmlPart part) => part is WorksheetPart { Worksheet: { } sheet }
        && sheet.Descendants<Cell>().FirstOrDefault()?.InlineString?.InnerText == AnnexNoteTexts.Title;
}
