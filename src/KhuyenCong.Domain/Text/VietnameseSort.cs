using System.Globalization;
using System.Text;

namespace KhuyenCong.Domain.Text;

/// <summary>
/// The key that sorts text by the Vietnamese alphabet in every database: plain ASCII, to be compared byte by byte.
/// </summary>
/// <remarks>
/// As in a dictionary, syllables are compared one after the other: first their letters, then their tone (ngang,
/// huyen, hoi, nga, sac, nang). A letter with a breve, circumflex, horn or stroke is its base letter and "~"
/// (the second such letter "~~"), which follows every plain letter. A syllable ends with a space and its tone.
/// A number stands before letters and begins with the count of its digits, so that 2 precedes 10.
/// </remarks>
public static class VietnameseSort
{
    /// <summary>The length that no key exceeds; the column's length.</summary>
    public const int MaxLength = 200;

    private const int LongestCount = 8;

    /// <summary>The key of a text; empty for null and for text without letters or digits.</summary>
    public static string SortKey(string? text)
    {
        var key = new StringBuilder();
        foreach (var syllable in Syllables(text))
        {
            AppendSyllable(key, syllable);
            if (key.Length >= MaxLength) return key.ToString(0, MaxLength);
        }

        return key.ToString();
    }

    private static string[] Syllables(string? text)
    {
        if (string.IsNullOrEmpty(text)) return [];
        var plain = new StringBuilder(text.Length);
        foreach (var c in VietnameseText.Normalize(text, NormalizationForm.FormD))
        {
            if (VietnameseText.IsApostrophe(c)) continue;
            var isPart = char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            plain.Append(isPart ? char.ToLowerInvariant(c) : ' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void AppendSyllable(StringBuilder key, string syllable)
    {
        var tone = '0';
        for (var at = 0; at < syllable.Length; at++)
        {
            var c = syllable[at];
            if (char.IsAsciiDigit(c)) at = AppendNumber(key, syllable, at) - 1;
            else if (char.IsLetterOrDigit(c)) AppendLetter(key, c);
            else if (Tone(c) is { } found) tone = found;
            else AppendMark(key, c);
        }

        key.Append(' ').Append(tone);
    }

    private static int AppendNumber(StringBuilder key, string syllable, int start)
    {
        var end = start;
        while (end < syllable.Length && char.IsAsciiDigit(syllable[end])) end++;
        var digits = syllable[start..end].TrimStart('0');
        if (digits.Length == 0) digits = "0";

        var count = digits.Length;
        for (; count > LongestCount; count -= LongestCount) key.Append('9');
        key.Append((char)('0' + count)).Append(digits);
        return end;
    }

    private static void AppendLetter(StringBuilder key, char letter)
    {
        if (char.IsAsciiLetter(letter)) key.Append(letter);
        else if (letter == '\u0111') key.Append("d~");
        else if (letter == '\u0180') key.Append('b');
        else key.Append(CultureInfo.InvariantCulture, $"z~~{(int)letter:x4}");
    }

    private static char? Tone(char mark) => mark switch
    {
        '\u0300' => '1',
        '\u0309' => '2',
        '\u0303' => '3',
        '\u0301' => '4',
        '\u0323' => '5',
        _ => null,
    };

    // Marks of other languages, such as the caron of the highland names, do not part letters.
    private static void AppendMark(StringBuilder key, char mark) =>
        key.Append((key.Length == 0 ? ' ' : key[^1], mark) switch
        {
            ('a', '\u0306') or ('e' or 'o', '\u0302') or ('u', '\u031B') => "~",
            ('a', '\u0302') or ('o', '\u031B') => "~~",
            _ => "",
        });
}
