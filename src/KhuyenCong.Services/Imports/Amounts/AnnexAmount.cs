using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>
/// The strict reader of amount cells. Numbers are scaled by the unit in decimal arithmetic; text is read in Vietnamese
/// notation ("1.234,5") only, and refused where another notation would give another amount. Nothing is guessed.
/// </summary>
public static partial class AnnexAmount
{
    /// <summary>Ten thousand tỷ đồng: far above any such budget, and small enough that sums of all rows never overflow.</summary>
    public static readonly Vnd Most = new(10_000_000_000_000);

    // A double carries about 16 digits; sums of doubles lose a few more. Anything above is a real fraction.
    private const decimal Noise = 1e-12m;

    public static AmountReading Read(SheetCell? cell, MoneyUnit unit) => cell switch
    {
        null => AmountReading.Failed(AmountProblem.Missing),
        { Kind: CellKind.Number, Number: { } number } => OfNumber(number, cell.Format, unit),
        { Kind: CellKind.Text } => ReadText(cell.Raw, unit),
        { Kind: CellKind.FormulaWithoutValue } => AmountReading.Failed(AmountProblem.FormulaWithoutValue),
        { Kind: CellKind.Error } => AmountReading.Failed(AmountProblem.ErrorValue),
        _ => AmountReading.Failed(AmountProblem.Unreadable),
    };

    // What is read is what the paper shows: «360» of 360000000 under #,##0,, is 360 of the unit.
    private static AmountReading OfNumber(decimal number, string? format, MoneyUnit unit)
    {
        if (NumberFormat.IsPercent(format) || NumberFormat.ShowsNothing(format)) return AmountReading.Failed(AmountProblem.Unreadable);
        return Scale(number / NumberFormat.Divisor(format), NumberFormat.Unit(format) ?? unit, tolerateNoise: true) with { ShownAs = NumberFormat.Rounded(number, format) };
    }

    public static AmountReading ReadText(string? typed, MoneyUnit unit)
    {
        // Two lines are two numbers, whatever their digits make together.
        if (typed?.Trim().AsSpan().ContainsAny('\n', '\r') == true) return AmountReading.Failed(AmountProblem.Unreadable);
        var text = VietnameseText.Clean(typed)?.Replace('\u2212', '-').Replace('\u2013', '-').Replace('\u2014', '-');
        if (text is null || text.All(c => c == '-')) return AmountReading.Failed(AmountProblem.Missing);
        if (text.Length > 30) return AmountReading.Failed(AmountProblem.Unreadable);
        var match = Vietnamese().Match(text);
        if (!match.Success) return AmountReading.Failed(AmountProblem.Unreadable);
        var whole = match.Groups["whole"].Value;
        var fraction = match.Groups["fraction"].Value;
        if (match.Groups["unit"] is { Success: true } written)
        {
            // «150 triệu» says what it is, whatever the table's unit; «150 đ» in a table of triệu may be a slip, «150.000.000 đ» is none.
            if (UnitText.Read(written.Value) is not { } own || (own == MoneyUnit.Dong && unit != own && whole.Count(c => c == '.') < 2)) return AmountReading.Failed(AmountProblem.Unreadable);
            unit = own;
        }

        if (IsAmbiguous(whole, fraction, unit)) return AmountReading.Failed(AmountProblem.Ambiguous);
        if (whole.Contains('.', StringComparison.Ordinal) && whole[0] == '0') return AmountReading.Failed(AmountProblem.Unreadable);

        var plain = match.Groups["sign"].Value + whole.Replace(".", string.Empty, StringComparison.Ordinal)
            + (fraction.Length > 0 ? "." + fraction : string.Empty);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Scale(number, unit, tolerateNoise: false)
            : AmountReading.Failed(AmountProblem.Unreadable);
    }

    /// <summary>
    /// One dot before three digits groups thousands on paper, but some papers print "4.899 tỷ" for 4,899; a comma
    /// before three digits is the official decimal comma, but groups thousands in workbooks made in English.
    /// </summary>
    private static bool IsAmbiguous(string whole, string fraction, MoneyUnit unit)
    {
        var groups = whole.Count(c => c == '.');
        if (groups == 1 && fraction.Length == 0) return unit != MoneyUnit.Dong;
        return groups == 0 && fraction.Length == 3 && whole.Length <= 3 && whole[0] != '0' && unit != MoneyUnit.Billion;
    }

    /// <summary>The amounts that an ambiguous text may mean: its mark groups thousands, or begins a fraction.</summary>
    public static IEnumerable<Vnd> Readings(string? text, MoneyUnit unit)
    {
        var number = new string([.. (text ?? string.Empty).Where(c => char.IsAsciiDigit(c) || c is '.' or ',')]);
        string[] readings = [number.Replace(".", string.Empty, StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal), number.Replace(',', '.')];
        return readings.Select(r => decimal.TryParse(r, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Scale(value, unit, tolerateNoise: false).Amount : null)
            .OfType<Vnd>().Distinct();
    }

    private static AmountReading Scale(decimal number, MoneyUnit unit, bool tolerateNoise)
    {
        var factor = (decimal)(int)unit;
        if (Math.Abs(number) > Most.Dong / factor) return AmountReading.Failed(AmountProblem.TooLarge);
        var scaled = number * factor;
        var dong = Math.Round(scaled, MidpointRounding.ToEven);
        var allowed = tolerateNoise ? Noise * Math.Max(Math.Abs(scaled), factor) : 0m;
        if (Math.Abs(scaled - dong) > allowed) return AmountReading.Failed(AmountProblem.NotWhole);
        return dong < 0 ? AmountReading.Failed(AmountProblem.Negative) : AmountReading.Of(new Vnd((long)dong));
    }

    [GeneratedRegex(@"^(?<sign>-?)\s?(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<fraction>\d+))?(?<unit>\s?(?:đ|đồng|(?:nghìn|ngàn|triệu|tr|tỷ|tỉ)\.?(?:\s?(?:đ|đồng))?))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vietnamese();
}
