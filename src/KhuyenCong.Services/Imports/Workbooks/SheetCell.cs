using System.Globalization;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>
/// A cell with a value, as the file holds it. Raw is the stored text: a string as typed (not normalised), a number
/// in the file's own notation. By the font TCVN3 text (.VnTime, .VnTimeH) can be told.
/// </summary>
public sealed record SheetCell(
    CellAddress Address,
    CellKind Kind,
    string Raw,
    decimal? Number = null,
    DateOnly? Date = null,
    string? FontName = null,
    bool Bold = false)
{
    /// <summary>True when the text was typed in a pre-Unicode Vietnamese font, so that its letters are not what they seem.</summary>
    public bool IsInLegacyFont => FontName?.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What a reader sees: numbers with a decimal comma, dates dd/MM/yyyy.</summary>
    public string Shown => Kind switch
    {
        CellKind.Number when Number is { } number =>
            number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ','),
        CellKind.Date when Date is { } date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => Raw,
    };
}
