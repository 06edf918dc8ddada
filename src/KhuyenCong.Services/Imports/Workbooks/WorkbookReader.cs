using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Imports.Workbooks.Xls;
using KhuyenCong.Services.Imports.Amounts;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>
/// Reads an uploaded .xlsx or .xls cell by cell. The file is not trusted: whatever is wrong with it comes back as a
/// <see cref="WorkbookProblem"/>; only a failing input stream or a cancellation throws. Formulas are not computed.
/// </summary>
public static class WorkbookReader
{
    public static async Task<WorkbookReading> ReadAsync(Stream file, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, stop)) > 0)
        {
            if (copy.Length + read > WorkbookLimits.FileBytes) return WorkbookReading.Failed(WorkbookProblem.TooLarge);
            copy.Write(buffer, 0, read);
        }

        return Read(copy.ToArray(), stop);
    }

    public static WorkbookReading Read(byte[] file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > WorkbookLimits.FileBytes) return WorkbookReading.Failed(WorkbookProblem.TooLarge);
        if (OleFile.IsOne(file)) return XlsReader.Read(file, stop);
        if (WorkbookGuard.Check(file) is { } failed) return failed;
        try
        {
            file = PartNames.Repaired(file);
            using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            return ReadDocument(document, stop);
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or InvalidDataException or IOException
            or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException
            or NotSupportedException or OverflowException)
        {
            return WorkbookReading.Failed(WorkbookProblem.Damaged);
        }
    }

    private static WorkbookReading ReadDocument(SpreadsheetDocument document, CancellationToken stop)
    {
        if (document.WorkbookPart is not { Workbook: { } workbook } part) return WorkbookReading.Failed(WorkbookProblem.Damaged);
        var rest = new Remaining();
        var source = new Source(
            SharedStrings(part, stop),
            new WorkbookStyles(part.WorkbookStylesPart),
            workbook.WorkbookProperties?.Date1904?.InnerText is "1" or "true");
        var sheets = new List<WorkbookSheet>();
        var active = Number(workbook.BookViews?.Elements<WorkbookView>().FirstOrDefault()?.ActiveTab?.InnerText) ?? 0;
        foreach (var (sheet, index) in (workbook.Sheets?.Elements<Sheet>() ?? []).Take(WorkbookLimits.Sheets).Select((s, i) => (s, i)))
        {
            if (sheet.Id?.Value is not { } id || !part.TryGetPartById(id, out var target)) continue;
            if (target is not WorksheetPart worksheet) continue;
            var hidden = sheet.State?.InnerText is "hidden" or "veryHidden";
            if (ReadSheet(worksheet, sheet.Name?.Value ?? string.Empty, hidden, source, rest, stop) is not { } content)
            {
                return WorkbookReading.Failed(WorkbookProblem.TooManyCells);
            }

            sheets.Add(content with { IsActive = index == active });
        }

        return WorkbookReading.Of(new WorkbookContent(sheets));
    }

    private static List<RichText> SharedStrings(WorkbookPart part, CancellationToken stop)
    {
        var texts = new List<RichText>();
        if (part.SharedStringTablePart is not { } table) return texts;
        using var reader = OpenXmlReader.Create(table);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(SharedStringItem) || !reader.IsStartElement) continue;
            stop.ThrowIfCancellationRequested();
            texts.Add(reader.LoadCurrentElement() is SharedStringItem item ? TextOf(item) : RichText.Empty);
        }

        return texts;
    }

    private static WorkbookSheet? ReadSheet(
        WorksheetPart part, string name, bool hidden, Source source, Remaining rest, CancellationToken stop)
    {
        var rows = new SortedDictionary<int, (bool Hidden, SortedDictionary<int, SheetCell> Cells)>();
        var merges = new List<MergedRange>();
        var hiddenColumns = new List<(int First, int Last)>();
        int row = 0, column = 0;
        var rowHidden = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row))
            {
                stop.ThrowIfCancellationRequested();
                row = Number(Attribute(reader, "r")) ?? row + 1;
                rowHidden = Attribute(reader, "hidden") is "1" or "true" || (Attribute(reader, "ht") is { } height && IsZero(height));
                column = 0;
            }
            else if (reader.ElementType == typeof(Column) && HiddenColumns(reader) is { } columns && hiddenColumns.Count < WorkbookLimits.MergedRanges) hiddenColumns.Add(columns);
            else if (reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell cell)
            {
                var address = CellAddress.Parse(cell.CellReference?.InnerText) ?? new CellAddress(Math.Max(row, 1), column + 1);
                column = address.Column;
                if (ReadCell(cell, address, source) is not { } value) continue;
                if (--rest.Cells < 0) return null;
                if (!rows.TryGetValue(address.Row, out var line))
                {
                    if (--rest.Rows < 0) return null;
                    rows[address.Row] = line = (rowHidden, []);
                }

                line.Cells[address.Column] = value;
            }
            else if (reader.ElementType == typeof(MergeCell) && Merge(Attribute(reader, "ref")) is { } merge)
            {
                if (merges.Count >= WorkbookLimits.MergedRanges) return null;
                merges.Add(merge);
            }
        }

        return new WorkbookSheet(
            name, hidden, [.. rows.Select(r => new SheetRow(r.Key, r.Value.Hidden, [.. r.Value.Cells.Values]))], merges)
        { HiddenColumns = hiddenColumns };
    }

    private static SheetCell? ReadCell(Cell cell, CellAddress address, Source source)
    {
        var style = source.Styles.Of(cell.StyleIndex?.InnerText);
        var type = cell.DataType?.InnerText;
        var value = cell.CellValue?.Text;
        SheetCell Of(CellKind kind, string raw) =>
            new(address, kind, raw, FontName: style.Font, Bold: style.Bold) { Format = style.Format, IsStruck = style.Struck, IsWhite = style.White || NumberFormat.ShowsNothing(style.Format) };
        SheetCell? Written(RichText text) => text.Length == 0 ? null
            : Of(CellKind.Text, text.Plain.Length > 0 ? text.Plain : text.Struck!) with
            {
                IsStruck = style.Struck || text.Plain.Length == 0,
                StruckPart = text.Plain.Length > 0 ? text.Struck : null,
                FontName = text.LegacyFont ?? style.Font,
            };

        if (type == "inlineStr") return cell.InlineString is { } inline ? Written(TextOf(inline)) : null;
        if (string.IsNullOrEmpty(value))
        {
            // A formula that yields an empty text is stored as t="str" with an empty value.
            return cell.CellFormula is null || type == "str" ? null : Of(CellKind.FormulaWithoutValue, "=" + cell.CellFormula.Text);
        }

        return type switch
        {
            "s" => Number(value) is { } i && i < source.Shared.Count ? Written(source.Shared[i]) : null,
            "str" => Of(CellKind.Text, value),
            "b" => Of(CellKind.Bool, value),
            "e" => Of(CellKind.Error, value),
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Of(CellKind.Date, value) with { Date = DateOnly.FromDateTime(day) }
                : Of(CellKind.Text, value),
            _ => Numeric(Of(CellKind.Number, value), style.IsDate, source.From1904),
        };
    }

    private static SheetCell Numeric(SheetCell cell, bool isDate, bool from1904)
    {
        if (!decimal.TryParse(cell.Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return cell with { Kind = CellKind.Text };
        }

        var serial = number + (from1904 ? 1462 : 0);
        return isDate && serial is >= 61 and < 2_958_466
            ? cell with { Kind = CellKind.Date, Date = DateOnly.FromDateTime(DateTime.FromOADate((double)serial)) }
            : cell with { Number = number };
    }

    // Phonetic runs are a reading aid of East Asian workbooks, not part of the text.
    private static RichText TextOf(OpenXmlElement item)
    {
        var (plain, struck, font) = (new StringBuilder(), new StringBuilder(), (string?)null);
        foreach (var text in item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun))
        {
            var look = (text.Parent as Run)?.RunProperties;
            var isStruck = look?.GetFirstChild<Strike>() is { } strike && WorkbookStyles.IsOn(strike.Val?.InnerText);
            (isStruck ? struck : plain).Append(text.Text);
            if (look?.GetFirstChild<RunFont>()?.Val?.Value is { } name && SheetCell.IsLegacyFont(name)) font ??= name;
        }

        return new RichText(plain.ToString(), struck.Length == 0 ? null : struck.ToString(), font);
    }

    private static string? Attribute(OpenXmlReader reader, string name) =>
        reader.Attributes.FirstOrDefault(a => a.LocalName == name && a.NamespaceUri.Length == 0).Value;

    private static bool IsZero(string measure) => decimal.TryParse(measure, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points == 0;

    private static (int First, int Last)? HiddenColumns(OpenXmlReader reader) =>
        (Attribute(reader, "hidden") is "1" or "true" || (Attribute(reader, "width") is { } width && IsZero(width)))
        && Number(Attribute(reader, "min")) is { } first && Number(Attribute(reader, "max")) is { } last ? (first, last) : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static MergedRange? Merge(string? reference)
    {
        var ends = reference?.Split(':');
        return ends is { Length: 2 } && CellAddress.Parse(ends[0]) is { } first && CellAddress.Parse(ends[1]) is { } last
            ? new MergedRange(first, last)
            : null;
    }

    /// <summary>A text with its runs: what stands, what is struck through, and an old font that one of them names.</summary>
    private sealed record RichText(string Plain, string? Struck, string? LegacyFont)
    {
        public static readonly RichText Empty = new(string.Empty, null, null);

        public int Length => Plain.Length + (Struck?.Length ?? 0);
    }

    private sealed record Source(List<RichText> Shared, WorkbookStyles Styles, bool From1904);

    private sealed class Remaining
    {
        public int Cells { get; set; } = WorkbookLimits.Cells;

        public int Rows { get; set; } = WorkbookLimits.Rows;
    }
}
