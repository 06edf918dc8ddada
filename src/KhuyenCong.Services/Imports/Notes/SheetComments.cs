using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Exports.Xlsx;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>Writes notes as the comments of a sheet: those of people stay, and get ours below.</summary>
internal static class SheetComments
{
    public static void Write(WorksheetPart sheet, IReadOnlyList<AnnexNote> notes)
    {
        var part = sheet.WorksheetCommentsPart ?? sheet.AddNewPart<WorksheetCommentsPart>();
        part.Comments ??= new Comments(new Authors(), new CommentList());
        var (authors, list) = (part.Comments.Authors ??= new Authors(), part.Comments.CommentList ??= new CommentList());
        var author = AuthorIn(authors);
        foreach (var old in list.Elements<Comment>().Where(c => c.AuthorId?.Value == author).ToList()) old.Remove();

        var known = list.Elements<Comment>().Where(c => c.Reference?.Value is not null).GroupBy(c => c.Reference!.Value!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(c => c.Key, c => c.First(), StringComparer.OrdinalIgnoreCase);
        foreach (var cell in notes.Where(n => n.Cell is not null).GroupBy(n => n.Cell!.Value).OrderBy(c => c.Key))
        {
            var texts = cell.Select(n => AnnexNoteTexts.Comment(n.Kind, n.Sentence, cell.Key)).Distinct(StringComparer.Ordinal).ToList();
            if (known.TryGetValue(cell.Key.ToString(), out var comment)) Append(comment, texts);
            else list.Append(new Comment(new CommentText(Run(string.Join('\n', texts)))) { Reference = cell.Key.ToString(), AuthorId = author, ShapeId = 0 });
        }

        SheetDrawings.Show(sheet, [.. list.Elements<Comment>().Select(c => CellAddress.Parse(c.Reference?.Value)).OfType<CellAddress>()]);
    }

    private static uint AuthorIn(Authors authors)
    {
        var at = authors.Elements<Author>().ToList().FindIndex(a => a.Text == AnnexNoteTexts.Author);
        if (at >= 0) return (uint)at;
        authors.Append(new Author(AnnexNoteTexts.Author));
        return (uint)authors.ChildElements.Count - 1;
    }

    // A file that went round has them already.
    private static void Append(Comment comment, List<string> texts)
    {
        var text = comment.CommentText ??= new CommentText();
        var written = text.InnerText;
        if (text.GetFirstChild<Text>() is { } plain) text.ReplaceChild(new Run(new Text(plain.Text) { Space = SpaceProcessingModeValues.Preserve }), plain);
        foreach (var more in texts.Where(t => !written.Contains(CellText.Escaped(t), StringComparison.Ordinal))) text.Append(Run("\n" + AnnexNoteTexts.Author + ": " + more));
    }

    private static Run Run(string text) => new(new Text(CellText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve });
}
