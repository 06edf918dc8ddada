using System.Text;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Domain.Money;

/// <summary>
/// A voucher number taken in one unit and year. The key is what makes it unique; a rejected entry gives its number back.
/// </summary>
public class VoucherUse
{
    public required int UnitId { get; init; }
    public required int Year { get; init; }

    /// <summary>The number folded, so that «PC 01» and «pc-01» are one.</summary>
    public required string VoucherKey { get; init; }

    public int EntryId { get; init; }
    public MoneyEntry? Entry { get; init; }

    /// <summary>
    /// The key of a number as written: letters and digits of the folded text. Only between two digits does a mark
    /// tell numbers apart («1/1» is not «11»), and leading zeros are kept. Empty when nothing is left.
    /// </summary>
    public static string KeyOf(string? voucher)
    {
        var key = new StringBuilder();
        var isParted = false;
        foreach (var c in VietnameseText.Fold(voucher))
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                isParted = true;
                continue;
            }

            if (isParted && char.IsAsciiDigit(c) && key.Length > 0 && char.IsAsciiDigit(key[^1])) key.Append('-');
            key.Append(c);
            isParted = false;
        }

        return key.ToString();
    }
}
