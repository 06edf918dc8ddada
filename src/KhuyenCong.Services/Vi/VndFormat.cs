using System.Globalization;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>
/// Amounts as Vietnamese readers write them: groups by ".", decimals by ",", a true minus sign, and a unit that no line
/// break parts from its amount. Nothing is ever rounded.
/// </summary>
public static class VndFormat
{
    /// <summary>The minus sign; a hyphen is too short to be seen, and a line may break behind it.</summary>
    public const string Minus = "\u2212";

    private const string NoBreak = "\u00A0";

    private const ulong DongPerMillion = 1_000_000;

    /// <summary>"5.089.000.000": đồng, without the unit.</summary>
    public static string Dong(Vnd amount) => Sign(amount) + Grouped(Magnitude(amount));

    /// <summary>"5.089.000.000 đồng", as sentences and papers write it.</summary>
    public static string DongInFull(Vnd amount) => Dong(amount) + NoBreak + "đồng";

    /// <summary>"5.089.000.000 đ", where space is short.</summary>
    public static string DongShort(Vnd amount) => Dong(amount) + NoBreak + "đ";

    /// <summary>The amount in a table's unit, with the unit: "356.300.000 đ", "356,3 triệu đồng".</summary>
    public static string WithUnit(AmountUnit unit, Vnd amount) => unit switch
    {
        AmountUnit.Dong => DongShort(amount),
        AmountUnit.Million => Million(amount) + NoBreak + Label(unit),
    };

    /// <summary>The amount in a table's unit, without the unit: "356.300.000" đồng is "356,3" triệu đồng.</summary>
    public static string In(AmountUnit unit, Vnd amount) => unit switch
    {
        AmountUnit.Dong => Dong(amount),
        AmountUnit.Million => Million(amount),
    };

    /// <summary>"đồng" or "triệu đồng", for «Đơn vị tính: …» and column heads.</summary>
    public static string Label(AmountUnit unit) => unit switch
    {
        AmountUnit.Dong => "đồng",
        AmountUnit.Million => "triệu đồng",
    };

    /// <summary>A count with its groups: "1.234".</summary>
    public static string Count(long count) => Dong(new Vnd(count));

    private static string Million(Vnd amount)
    {
        var (millions, rest) = Math.DivRem(Magnitude(amount), DongPerMillion);
        var decimals = rest.ToString("D6", CultureInfo.InvariantCulture).TrimEnd('0');
        return Sign(amount) + Grouped(millions) + (decimals.Length == 0 ? "" : "," + decimals);
    }

    private static string Sign(Vnd amount) => amount.IsNegative ? Minus : "";

    // Unsigned, because the lowest long has no positive counterpart.
    private static ulong Magnitude(Vnd amount) =>
        amount.IsNegative ? (ulong)-(Int128)amount.Dong : (ulong)amount.Dong;

    private static string Grouped(ulong number) =>
        number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');
}
