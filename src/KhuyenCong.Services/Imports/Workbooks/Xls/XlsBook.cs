using System.Text;

namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>
/// The stream of an .xls, walked once before the library reads it, because a file that is made to may send the library
/// round and round; the walk ends, whatever stands in the file.
/// </summary>
internal sealed class XlsBook
{
    private readonly List<CellStyle> _fonts = [];
    private readonly List<int> _styles = [];
    private readonly List<XlsRecord> _strings = [];
    private readonly List<(long Offset, int Tab)> _worksheets = [];
    private Dictionary<int, List<(int From, int Font)>> _changes = [];
    private int _tabs;

    public WorkbookProblem? Problem { get; private set; }

    /// <summary>Worksheets in order, as the library goes through them.</summary>
    public List<XlsSheet> Sheets { get; } = [];

    /// <summary>Which of <see cref="Sheets"/> is shown when the file is opened; another number when none is.</summary>
    public int Active { get; private set; }

    /// <exception cref="InvalidDataException">The stream is cut short, or a record lies about what it holds.</exception>
    public static XlsBook Of(byte[] stream)
    {
        var book = new XlsBook();
        foreach (var record in XlsRecords.PartAt(stream, 0))
        {
            if (book.Problem is not null) return book;
            book.Walk(record);
        }

        book._changes = XlsStrings.FontsOf(book._strings);
        if (book._worksheets.DistinctBy(w => w.Offset).Count() < book._worksheets.Count) throw new InvalidDataException();
        book.Active = book._worksheets.FindIndex(w => w.Tab == book.Active);
        book.WalkSheets(stream);
        return book;
    }

    /// <summary>The look of a cell's text.</summary>
    public CellStyle StyleOf(XlsCell cell) => cell.Style < _styles.Count ? FontOf(_styles[cell.Style]) : CellStyle.Plain;

    /// <summary>A shared text without what is struck through in it, that, and an old font that part of it has.</summary>
    public (string Plain, string? Struck, string? LegacyFont) PartsOf(XlsCell cell, string text)
    {
        if (!_changes.TryGetValue(cell.Text, out var changes)) return (text, null, null);
        var (plain, struck, legacy) = (new StringBuilder(), new StringBuilder(), (string?)null);
        var (from, font) = (0, StyleOf(cell));
        foreach (var (to, next) in changes.Append((text.Length, -1)))
        {
            var end = Math.Clamp(to, from, text.Length);
            if (end > from)
            {
                (font.Struck ? struck : plain).Append(text, from, end - from);
                if (SheetCell.IsLegacyFont(font.Font)) legacy ??= font.Font;
            }

            (from, font) = (end, FontOf(next));
        }

        return (plain.ToString(), struck.Length == 0 ? null : struck.ToString(), legacy);
    }

    private void Walk(XlsRecord record)
    {
        switch (record.Id)
        {
            case XlsRecord.FilePass:
                Problem = WorkbookProblem.Encrypted;
                break;
            case XlsRecord.Window:
                Active = record.U16(10);
                break;
            case XlsRecord.Sheet:
                AddSheet(record);
                break;
            case XlsRecord.Font:
                _fonts.Add(Look(record));
                break;
            case XlsRecord.Style:
                _styles.Add(record.U16(0));
                break;
            case XlsRecord.Strings when _strings.Count == 0:
                _strings.Add(record);
                break;
            case XlsRecord.Strings:
                throw new InvalidDataException();
            case XlsRecord.Continue when _strings.Count > 0 && _strings[^1] is var last && last.Offset + 4 + last.Data.Count == record.Offset:
                _strings.Add(record);
                break;
        }
    }

    private void AddSheet(XlsRecord record)
    {
        // A sheet of Excel 4 macros runs as other macros do.
        if (record.U8(5) == 1) Problem = WorkbookProblem.Macros;
        if (record.U8(5) == 0 && _worksheets.Count < WorkbookLimits.Sheets) _worksheets.Add((record.U32(0), _tabs));
        _tabs++;
    }

    private void WalkSheets(byte[] stream)
    {
        long cells = 0, rows = 0;
        foreach (var (offset, _) in _worksheets)
        {
            var sheet = XlsSheet.At(stream, offset);
            (cells, rows) = (cells + sheet.Cells.Count, rows + sheet.Rows.Count);
            if (cells > WorkbookLimits.Cells || rows > WorkbookLimits.Rows || sheet.Merges > WorkbookLimits.MergedRanges) Problem = WorkbookProblem.TooManyCells;
            if (Problem is not null) return;
            Sheets.Add(sheet);
        }
    }

    // There is no font number 4: those after it are counted as if there were.
    private CellStyle FontOf(int number) => (number > 4 ? number - 1 : number) is var at && number != 4 && at >= 0 && at < _fonts.Count ? _fonts[at] : CellStyle.Plain;

    private static CellStyle Look(XlsRecord font)
    {
        var (length, isNew) = (font.U8(14), font.Data.Count > 15 && font.U8(15) is 0 or 1);
        var name = font.Data.AsSpan(Math.Min(isNew ? 16 : 15, font.Data.Count));
        var wide = isNew && font.U8(15) == 1;
        return new CellStyle(
            false, null, (wide ? Encoding.Unicode : Encoding.Latin1).GetString(name[..Math.Min(length * (wide ? 2 : 1), name.Length)]),
            font.U16(6) >= 600, (font.U16(2) & 8) != 0, font.U16(4) is 1 or 9 or 65);
    }
}
