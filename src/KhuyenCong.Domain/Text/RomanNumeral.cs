using System.Text;

namespace KhuyenCong.Domain.Text;

/// <summary>Roman numerals as annexes number their groups and tranches.</summary>
public static class RomanNumeral
{
    private static readonly (int Value, string Sign)[] Signs =
    [
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The numeral of 1 to 399.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 399);
        var result = new StringBuilder();
        foreach (var (value, sign) in Signs)
        {
            for (; number >= value; number -= value) result.Append(sign);
        }

        return result.ToString();
    }

    /// <summary>The number of a well-formed numeral (either case), or null.</summary>
    public static int? Parse(string? text)
    {
        var wanted = text?.Trim().ToUpperInvariant();
        if (string.IsNullOrEmpty(wanted) || wanted.Length > 12) return null;
        for (var number = 1; number <= 399; number++)
        {
            if (Of(number) == wanted) return number;
        }

        return null;
    }
}
