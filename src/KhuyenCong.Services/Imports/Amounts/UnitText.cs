using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>
/// A text that states a unit of money, such as "ĐVT: Tr.đồng" or "1.000 VNĐ": understood as a whole or not at all, since
/// the last word alone ("10.000 đồng") says another thing.
/// </summary>
internal static partial class UnitText
{
    private const int Longest = 200;

    /// <summary>True when the text is about a unit, whether or not it can be understood.</summary>
    public static bool IsAboutUnit(string? text) =>
        Plain(text) is { Length: > 0 and <= Longest } plain && (Lead().IsMatch(plain) || (!char.IsDigit(plain[0]) && Understood(plain) is not null) || Read(text) is not null);

    /// <summary>The unit that the text states, null when it states none of those in use.</summary>
    public static MoneyUnit? Read(string? text)
    {
        if (Plain(text) is not { Length: > 0 and <= Longest } plain) return null;
        return Understood(Lead().Match(plain) is { Success: true } lead ? plain[(lead.Index + lead.Length)..].Trim() : plain);
    }

    private static MoneyUnit? Understood(string text)
    {
        if (Whole().Match(text) is not { Success: true } match) return null;
        var (digits, scale, currency) = (match.Groups["count"].Value.Replace(" ", string.Empty, StringComparison.Ordinal), match.Groups["scale"].Value, match.Groups["currency"].Value);
        if (scale.Length == 0 && currency.Length == 0) return null;
        long count = 1;
        if (digits.Length > 0 && !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count)) return null;
        var factor = scale switch
        {
            "trieu" or "tr" => MoneyUnit.Million,
            "nghin" or "ngan" => MoneyUnit.Thousand,
            "ty" or "ti" => MoneyUnit.Billion,
            _ => MoneyUnit.Dong,
        };
        return count <= (long)MoneyUnit.Billion && Enum.IsDefined((MoneyUnit)Math.Min((long)MoneyUnit.Billion + 1, count * (long)factor)) ? (MoneyUnit)(count * (long)factor) : null;
    }

    // Powers of ten are written out before the folding drops the raised digit.
    private static string Plain(string? text) => text is not { Length: <= 2 * Longest } ? string.Empty
        : VietnameseText.Fold(Millions().Replace(Thousands().Replace(text, "1000 "), "1000000 ")).Trim();

    [GeneratedRegex(@"\b(?:don vi(?: tinh| tien te| tien)|dvt|don vi(?= (?:\d|trieu|tr|nghin|ngan|ty|ti|dong|vnd)\b)) ?(?:la )?", RegexOptions.None, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?<count>\d[\d ]*)? ?(?<scale>trieu|tr|nghin|ngan|ty|ti)? ?(?<currency>(?:dong|vnd|vn dong|viet nam|d)(?: (?:dong|vnd|viet nam))*)?$", RegexOptions.None, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b10\s?\^?(?:\s?⁶|\^6)\s?", RegexOptions.None, 1000)]
    private static partial Regex Millions();

    [GeneratedRegex(@"\b10\s?\^?(?:\s?³|\^3)\s?", RegexOptions.None, 1000)]
    private static partial Regex Thousands();
}
