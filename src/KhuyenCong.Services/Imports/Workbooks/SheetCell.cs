using System.Globalization;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>
/// A cell with a value, as the file holds it. Raw is the stored text: a string as typed (not normalised) without what is
/// struck through in it, a number in the file's own notation. By the font TCVN3 text (.VnTime, .VnTimeH) can be told.
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
    /// <summary>The code of the number's format, such as "#,##0.0"; null for a general one.</summary>
    public string? Format { get; init; }

    /// <summary>All of it is struck through: it stands there and no longer counts.</summary>
    public bool IsStruck { get; init; }

    /// <summary>What of a text is struck through beside what is not; null for nothing.</summary>
    public string? StruckPart { get; init; }

    /// <summary>What stands in the file, when a person typed something else; empty for a blank cell.</summary>
    public string? InFile { get; init; }

    /// <summary>Written in white, as on white paper, so that nobody sees it.</summary>
    public bool IsWhite { get; init; }

    /// <summary>True when the text was typed in a pre-Unicode Vietnamese font, so that its letters are not what they seem.</summary>
    public bool IsInLegacyFont => IsLegacyFont(FontName);

    /// <summary>Fonts whose letters are TCVN3 (.VnTime) or VNI (VNI-Times).</summary>
    public static bool IsLegacyFont(string? name) =>
        name?.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) == true || name?.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What a reader sees: numbers with a decimal comma, dates dd/MM/yyyy.</summary>
    public string Shown => Kind switch
    {
        CellKind.Number when Number is { } number =>
            number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ','),
        CellKind.Date when Date is { } date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => Raw,
    };
}
