using System.Globalization;
using System.Text.RegularExpressions;

namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>
/// What a number's format makes of it on paper (ECMA-376 part 1, 18.8.31), as far as it changes what the number says:
/// trailing commas that divide by thousands, decimals that are rounded away, a percent sign, a unit in quotes.
/// </summary>
internal static partial class NumberFormat
{
    /// <summary>What the number is divided by when shown: 1.000 for each comma after the last digit.</summary>
    public static decimal Divisor(string? format) => Positive(format) is { } code && Scaling().Match(code) is { Success: true } match
        ? Enumerable.Repeat(1_000m, Math.Min(match.Groups["commas"].Length, 3)).Aggregate(1m, (a, b) => a * b)
        : 1;

    /// <summary>";;;": the number is there and nobody sees it.</summary>
    public static bool ShowsNothing(string? format) => format?.Contains(';', StringComparison.Ordinal) == true && string.IsNullOrWhiteSpace(format.Split(';')[0]);

    public static bool IsPercent(string? format) => Positive(format)?.Contains('%', StringComparison.Ordinal) == true;

    /// <summary>The unit that the format writes beside the number, such as #,##0" triệu đồng".</summary>
    public static MoneyUnit? Unit(string? format)
    {
        var literal = string.Concat(Quoted().Matches(format?.Split(';')[0] ?? string.Empty).Select(m => m.Groups["text"].Value));
        return UnitText.Read(literal) is { } unit && unit != MoneyUnit.Dong ? unit : null;
    }

    /// <summary>The number as the paper shows it when that is another number; null when both are the same.</summary>
    public static decimal? Rounded(decimal number, string? format)
    {
        if (Positive(format) is not { } code || !code.AsSpan().ContainsAny('0', '#')) return null;
        var decimals = Decimals().Match(code) is { Success: true } match ? match.Groups["digits"].Length : 0;
        if (decimals > 15) return null;
        var exact = number / Divisor(format);
        var shown = Math.Round(exact, decimals, MidpointRounding.AwayFromZero);

        // Sums of doubles carry noise that no paper shows.
        return Math.Abs(shown - exact) <= 1e-9m * Math.Max(1, Math.Abs(exact)) ? null : shown;
    }

    /// <summary>A number in Vietnamese notation, with as many decimals as it has.</summary>
    public static string Text(decimal number) => number.ToString("#,##0.############", CultureInfo.GetCultureInfo("vi-VN"));

    // The section for positive numbers without quoted text, escaped signs, colours and currencies; null for a general format.
    private static string? Positive(string? format) => format is null || format.Equals("General", StringComparison.OrdinalIgnoreCase) ? null : NotNumber().Replace(format.Split(';')[0], string.Empty);

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", RegexOptions.None, 1000)]
    private static partial Regex NotNumber();

    [GeneratedRegex("\"(?<text>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[0#?](?<commas>,+)(?:\.|[^0#?,.]|$)", RegexOptions.None, 1000)]
    private static partial Regex Scaling();

    [GeneratedRegex(@"\.(?<digits>[0#?]+)", RegexOptions.None, 1000)]
    private static partial Regex Decimals();
}
