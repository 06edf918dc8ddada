using System.Globalization;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>A part of a whole, which knows its numerator and denominator as every printed percentage must.</summary>
public readonly record struct Share(Vnd Part, Vnd Whole)
{
    /// <summary>What stands where there is nothing to divide by.</summary>
    public const string None = "–";

    public static Share Of(Vnd part, Vnd whole) => new(part, whole);

    /// <summary>The percentage with at most one decimal, halves away from zero; null when the whole is 0.</summary>
    public decimal? Percent => Whole.IsZero
        ? null
        : Math.Round(Part.Dong * 100m / Whole.Dong, 1, MidpointRounding.AwayFromZero);

    /// <summary>"44 % của hỗ trợ"; nothing where there is nothing to divide by.</summary>
    public string Worded(string whole) => Percent is null ? "" : $"{this} của {whole}";

    /// <summary>"44 %", "33,3 %", "−5 %", or "–".</summary>
    public override string ToString() => Percent is { } percent
        ? percent.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',').Replace("-", VndFormat.Minus, StringComparison.Ordinal) + " %"
        : None;
}
