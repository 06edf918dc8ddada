using System.Globalization;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Parts a text into words.</summary>
internal static class LegacyWords
{
    public static List<LegacyWord> Of(string text)
    {
        List<LegacyWord> words = [];
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isPart = at < text.Length && IsPart(text[at]);
            if (isPart && start < 0) start = at;
            if (isPart || start < 0) continue;
            words.Add(new LegacyWord(start, text[start..at]));
            start = -1;
        }

        return words;
    }

    private static bool IsPart(char c) => char.IsLetter(c) || Tcvn3.IsSign(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
