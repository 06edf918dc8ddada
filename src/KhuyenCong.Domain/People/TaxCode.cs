namespace KhuyenCong.Domain.People;

/// <summary>A tax code (mã số thuế): ten digits of an establishment, or thirteen of a unit that depends on one.</summary>
public static class TaxCode
{
    private const int Own = 10;
    private const int Dependent = 13;

    // The tenth digit checks the nine before it.
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>The digits of what was typed, spaces and hyphens left out; null when this is no tax code.</summary>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? string.Empty).Where(c => c != '-' && !char.IsWhiteSpace(c)));
        return digits.Length is Own or Dependent && digits.All(char.IsAsciiDigit) && digits[Own - 1] - '0' == CheckDigit(digits) ? digits : null;
    }

    /// <summary>As it is printed: "0123456789-001".</summary>
    public static string? Shown(string? code) => code?.Length == Dependent ? $"{code[..Own]}-{code[Own..]}" : code;

    // Ten when the sum is a multiple of eleven: such a number is never given out.
    private static int CheckDigit(string digits) => 10 - (Weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11);
}
