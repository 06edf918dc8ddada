namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>What can be no text, whatever table it is read by.</summary>
internal static class Unreadable
{
    public static bool IsIn(string text) => text.Any(IsLost) || MisreadUtf8.IsIn(text);

    /// <summary>A sign between two letters, other than those that words are joined by.</summary>
    public static bool HasSignInside(string word)
    {
        for (var at = 1; at < word.Length - 1; at++)
        {
            if (Tcvn3.IsSign(word[at]) && word[at] is not ('\u00AD' or '\u00B7' or '\u00D7' or '\u00F7' or '\u00AE')) return true;
        }

        return false;
    }

    // The replacement character, controls of Windows-1252's gaps, and private characters; those of symbol fonts are bullets from Word.
    private static bool IsLost(char c) =>
        c is '\uFFFD' or (>= '\u0080' and <= '\u009F' and not '\u0085') or (>= '\uE000' and <= '\uF8FF' and not (>= '\uF020' and <= '\uF0FF'));
}
