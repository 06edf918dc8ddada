using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>Collects the styles that cells ask for and writes them as the workbook's style sheet.</summary>
internal sealed class StyleBook
{
    private const uint FirstOwnFormat = 164;
    private const uint LightFill = 2;

    private readonly List<CellStyle> styles = [new()];

    /// <summary>The number that a cell refers to its style by.</summary>
    public uint IdOf(CellStyle style)
    {
        var at = styles.IndexOf(style);
        if (at >= 0) return (uint)at;
        styles.Add(style);
        return (uint)styles.Count - 1;
    }

    public Stylesheet ToStylesheet()
    {
        var formats = styles.Select(s => s.Format).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var sheet = new Stylesheet();
        if (formats.Count > 0)
        {
            sheet.Append(new NumberingFormats(formats.Select((code, at) => new NumberingFormat
            {
                NumberFormatId = FirstOwnFormat + (uint)at,
                FormatCode = code,
            })));
        }

        sheet.Append(
            new Fonts(styles.Select(FontOf)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF2F2F2" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), ThinBorder()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(styles.Select((style, at) => FormatOf(style, (uint)at, formats))));
        return sheet;
    }

    private static Font FontOf(CellStyle style)
    {
        var font = new Font();
        if (style.Bold) font.Append(new Bold());
        if (style.Italic) font.Append(new Italic());
        if (style.Underline) font.Append(new Underline());
        font.Append(new FontSize { Val = style.Size }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static CellFormat FormatOf(CellStyle style, uint font, List<string> formats) => new(new Alignment
    {
        Horizontal = style.Side switch
        {
            CellSide.Left => HorizontalAlignmentValues.Left,
            CellSide.Center => HorizontalAlignmentValues.Center,
            CellSide.Right => HorizontalAlignmentValues.Right,
        },
        Vertical = VerticalAlignmentValues.Center,
        WrapText = true,
    })
    {
        NumberFormatId = style.Format is null ? 0 : FirstOwnFormat + (uint)formats.IndexOf(style.Format),
        FontId = font,
        FillId = style.Fill ? LightFill : 0,
        BorderId = style.Border ? 1u : 0,
        FormatId = 0,
        QuotePrefix = style.QuotePrefix ? true : null,
        ApplyNumberFormat = style.Format is not null,
        ApplyFont = true,
        ApplyFill = style.Fill,
        ApplyBorder = style.Border,
        ApplyAlignment = true,
    };

    private static Border ThinBorder() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });
}
