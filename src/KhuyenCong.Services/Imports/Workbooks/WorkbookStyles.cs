using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>What a cell's style number says: how a number is shown, and how its text looks.</summary>
internal sealed partial class WorkbookStyles
{
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYdDmM");

    // The formats that files name by number only (ECMA-376 part 1, 18.8.30), as far as they round or scale.
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [14] = "m/d/yyyy", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy",
        [37] = "#,##0_);(#,##0)", [38] = "#,##0_);[Red](#,##0)", [39] = "#,##0.00_);(#,##0.00)", [40] = "#,##0.00_);[Red](#,##0.00)",
    };

    private readonly List<CellStyle> _styles = [];

    public WorkbookStyles(WorkbookStylesPart? part)
    {
        if (part?.Stylesheet is not { } sheet) return;
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var format in sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format is { NumberFormatId.InnerText: { } id, FormatCode.InnerText: { } code }) codes[id] = code;
        }

        var fonts = (sheet.Fonts?.Elements<Font>() ?? []).Select(FontOf).ToList();
        foreach (var format in sheet.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var number = format.NumberFormatId?.InnerText ?? "0";
            var style = Number(format.FontId?.InnerText) is { } i && i < fonts.Count ? fonts[i] : CellStyle.Plain;
            var code = codes.TryGetValue(number, out var own) ? own : BuiltIn.GetValueOrDefault(Number(number) ?? 0);
            _styles.Add(style with { IsDate = ShowsDate(own) || IsBuiltInDate(Number(number)), Format = code });
        }
    }

    public CellStyle Of(string? styleIndex) => (Number(styleIndex) ?? 0) is var i && i < _styles.Count ? _styles[i] : CellStyle.Plain;

    private static CellStyle FontOf(Font font) => new(
        false, null, font.FontName?.Val?.InnerText, font.Bold is { } bold && IsOn(bold.Val?.InnerText), font.Strike is { } strike && IsOn(strike.Val?.InnerText), IsWhite(font.Color));

    /// <summary>Theme colour 0 is the window's background.</summary>
    public static bool IsWhite(ColorType? color) => color is not null
        && (color.Rgb?.InnerText is { } rgb ? rgb.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase) : color is { Theme.InnerText: "0", Tint: null } || color.Indexed?.InnerText is "1" or "9");

    public static bool IsOn(string? value) => value is null or "1" or "true" or "on";

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsBuiltInDate(int? id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool ShowsDate(string? code) =>
        code is not null
        && !code.Equals("General", StringComparison.OrdinalIgnoreCase)
        && NotFormat().Replace(code, string.Empty).AsSpan().ContainsAny(DateLetters);

    // Quoted text, escaped letters and colour or currency brackets are not part of the number's form.
    [GeneratedRegex("""\"[^"]*\"|\\.|\[[^\]]*\]|_.""", RegexOptions.None, 1000)]
    private static partial Regex NotFormat();
}

/// <summary>The style of a cell, as far as it says what its value means.</summary>
/// <param name="IsDate">A number is shown as a date.</param>
/// <param name="Format">The code of the number's format; null for a general one.</param>
/// <param name="Font">The font's name.</param>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="Struck">Whether it is struck through.</param>
/// <param name="White">Whether it is white on white.</param>
internal sealed record CellStyle(bool IsDate, string? Format, string? Font, bool Bold, bool Struck, bool White)
{
    public static readonly CellStyle Plain = new(false, null, null, false, false, false);
}
