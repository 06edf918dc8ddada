using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Exports.Xlsx;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>The styles of a workbook of values, as far as they say what a value means.</summary>
internal sealed class ValueStyles
{
    private const uint FirstOwnFormat = 164;
    private const uint ShortDate = 14;

    private readonly Dictionary<(string? Format, string? Font, bool Bold, bool Struck, bool White), uint> _known = [];
    private readonly List<NumberingFormat> _formats = [];
    private readonly List<Font> _fonts = [new(new FontSize { Val = 12 }, new FontName { Val = "Times New Roman" })];
    private readonly List<CellFormat> _cells = [new() { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }];

    public uint Of(SheetCell cell)
    {
        var key = (cell.Kind == Workbooks.CellKind.Date ? cell.Format ?? string.Empty : cell.Format, cell.FontName, cell.Bold, cell.IsStruck, cell.IsWhite);
        if (key is (null, null, false, false, false)) return 0;
        if (_known.TryGetValue(key, out var known)) return known;
        _fonts.Add(FontOf(cell));
        _cells.Add(new CellFormat
        {
            NumberFormatId = FormatOf(key.Item1), FontId = (uint)_fonts.Count - 1, FillId = 0, BorderId = 0, ApplyNumberFormat = true, ApplyFont = true,
        });
        return _known[key] = (uint)_cells.Count - 1;
    }

    public Stylesheet ToStylesheet()
    {
        var sheet = new Stylesheet();
        if (_formats.Count > 0) sheet.Append(new NumberingFormats(_formats));
        sheet.Append(new Fonts(_fonts), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })), new Borders(new Border()));
        sheet.Append(new CellFormats(_cells));
        return sheet;
    }

    private uint FormatOf(string? code)
    {
        if (code is null) return 0;
        if (code.Length == 0) return ShortDate;
        if (_formats.Find(f => f.FormatCode?.Value == code) is { } known) return known.NumberFormatId!;
        _formats.Add(new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)_formats.Count, FormatCode = CellText.Legal(code) });
        return _formats[^1].NumberFormatId!;
    }

    // The schema has the parts of a font in this order.
    private static Font FontOf(SheetCell cell)
    {
        var parts = new List<OpenXmlElement>();
        if (cell.Bold) parts.Add(new Bold());
        if (cell.IsStruck) parts.Add(new Strike());
        parts.Add(new FontSize { Val = 12 });
        if (cell.IsWhite) parts.Add(new Color { Rgb = "FFFFFFFF" });
        parts.Add(new FontName { Val = cell.FontName is { Length: > 0 } name ? CellText.Legal(name) : "Times New Roman" });
        return new Font(parts);
    }
}
