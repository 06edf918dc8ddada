using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>
/// Amounts in words, as decisions and vouchers write them: "Năm tỷ không trăm tám mươi chín triệu đồng".
/// Groups after the first are read in full ("không trăm linh năm"), empty groups are left out.
/// </summary>
public static class AmountInWords
{
    private const ulong Billion = 1_000_000_000;

    private static readonly string[] Digits =
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    private static readonly (ulong Value, string Name)[] Groups = [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")];

    /// <summary>The amount in words, with a capital at the start and "đồng" at the end.</summary>
    public static string Of(Vnd amount)
    {
        var words = new List<string>();
        if (amount.IsNegative) words.Add("âm");
        if (amount.IsZero) words.Add(Digits[0]);
        AddNumber(words, (ulong)Int128.Abs(amount.Dong), isFirst: true);
        words.Add("đồng");

        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    // Above a tỷ the reading repeats itself: so many tỷ, then the rest ("chín tỷ … triệu … tỷ").
    private static void AddNumber(List<string> words, ulong number, bool isFirst)
    {
        var (billions, rest) = Math.DivRem(number, Billion);
        if (billions > 0)
        {
            AddNumber(words, billions, isFirst);
            words.Add("tỷ");
            isFirst = false;
        }

        foreach (var (value, name) in Groups)
        {
            var group = (int)(rest / value % 1_000);
            if (group == 0) continue;
            AddGroup(words, group, isFirst);
            if (name.Length > 0) words.Add(name);
            isFirst = false;
        }
    }

    private static void AddGroup(List<string> words, int group, bool isFirst)
    {
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        if (hundreds > 0 || !isFirst)
        {
            words.Add(Digits[hundreds]);
            words.Add("trăm");
            if (tens == 0 && ones > 0) words.Add("linh");
        }

        if (tens == 1) words.Add("mười");
        if (tens > 1) words.AddRange([Digits[tens], "mươi"]);
        if (ones > 0) words.Add(One(tens, ones));
    }

    private static string One(int tens, int ones) => (tens, ones) switch
    {
        ( > 1, 1) => "mốt",
        ( > 1, 4) => "tư",
        ( > 0, 5) => "lăm",
        _ => Digits[ones],
    };
}
