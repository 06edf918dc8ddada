using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>What a cell's style number says: is it a date, which font, is it bold.</summary>
internal sealed partial class WorkbookStyles
{
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYdDmM");

    private readonly List<(bool IsDate, string? Font, bool Bold)> _styles = [];

    public WorkbookStyles(WorkbookStylesPart? part)
    {
        if (part?.Stylesheet is not { } sheet) return;
        var dateFormats = new HashSet<string>(StringComparer.Ordinal);
        foreach (var format in sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.InnerText is { } id && ShowsDate(format.FormatCode?.InnerText)) dateFormats.Add(id);
        }

        var fonts = (sheet.Fonts?.Elements<Font>() ?? []).Select(f =>
            (Name: f.FontName?.Val?.InnerText, Bold: f.Bold is { } b && IsOn(b.Val?.InnerText))).ToList();
        foreach (var format in sheet.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var number = format.NumberFormatId?.InnerText ?? "0";
            var font = Number(format.FontId?.InnerText) is { } i && i < fonts.Count ? fonts[i] : default;
            _styles.Add((dateFormats.Contains(number) || IsBuiltInDate(Number(number)), font.Name, font.Bold));
        }
    }

    public (bool IsDate, string? Font, bool Bold) Of(string? styleIndex) =>
        (Number(styleIndex) ?? 0) is var i && i < _styles.Count ? _styles[i] : default;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsOn(string? value) => value is null or "1" or "true" or "on";

    private static bool IsBuiltInDate(int? id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool ShowsDate(string? code) =>
        code is not null
        && !code.Equals("General", StringComparison.OrdinalIgnoreCase)
        && NotFormat().Replace(code, string.Empty).AsSpan().ContainsAny(DateLetters);

    // Quoted text, escaped letters and colour or currency brackets are not part of the number's form.
    [GeneratedRegex("""\"[^"]*\"|\\.|\[[^\]]*\]|_.""", RegexOptions.None, 1000)]
    private static partial Regex NotFormat();
}
