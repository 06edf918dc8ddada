using System.Globalization;
using System.Text;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// Text as a log may hold it: what would begin a line, move the cursor, turn the direction of reading or hide is written
/// as an escape, whoever sent it. The escape is JSON's own, so that it holds inside a JSON string too.
/// </summary>
public static class LogText
{
    /// <summary>Escapes control, format, separator, private and unpaired characters.</summary>
    public static string Escape(string text)
    {
        if (text.All(IsPlain)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text.EnumerateRunes())
        {
            // An unpaired half of a character is read as U+FFFD, which is shown.
            if (IsHarmless(letter)) escaped.Append(letter);
            else foreach (var unit in letter.ToString()) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~';

    private static bool IsHarmless(Rune letter) => Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned);
}
