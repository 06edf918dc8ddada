using System.Globalization;
using System.Text;

namespace KhuyenCong.Domain.Text;

/// <summary>Folding of Vietnamese text for search. Stored text itself is always NFC.</summary>
public static class VietnameseText
{
    /// <summary>NFC, with runs of white space made one space and the ends trimmed; null for null or nothing.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var result = new StringBuilder(text.Length);
        foreach (var c in Normalize(text, NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
            }
            else if (!char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                result.Append(c);
            }
        }

        var cleaned = result.ToString().TrimEnd(' ');
        return cleaned.Length == 0 ? null : cleaned;
    }

    /// <summary>
    /// As <see cref="Clean"/>, for texts of several lines: each line is cleaned, their breaks are kept as "\n", and empty
    /// lines that follow each other become one; null for null or nothing.
    /// </summary>
    public static string? CleanLines(string? text)
    {
        var result = new StringBuilder();
        var breaks = 0;
        foreach (var line in (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n').Select(Clean))
        {
            if (line is not null)
            {
                if (result.Length > 0) result.Append('\n', Math.Min(breaks, 2));
                result.Append(line);
                breaks = 0;
            }

            breaks++;
        }

        return result.Length == 0 ? null : result.ToString();
    }

    /// <summary>
    /// The search key: no diacritics, lower case, single spaces; đ and the barred letters of the highland
    /// languages become their plain letter; apostrophes of every shape vanish, so "m'drak" finds M'Đrắk.
    /// </summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var result = new StringBuilder(text.Length);
        foreach (var c in Normalize(text, NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (IsApostrophe(c)) continue;
            if (char.IsLetterOrDigit(c)) result.Append(char.ToLowerInvariant(PlainLetter(c)));
            else if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>The folded words a user typed; each must be contained in a search key.</summary>
    public static string[] Tokens(string? typed) => Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The tokens without those that another one contains: whoever contains that one contains them too.</summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyCollection<string> tokens)
    {
        List<string> kept = [];
        foreach (var token in tokens.Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length))
        {
            if (!kept.Exists(longer => longer.Contains(token, StringComparison.Ordinal))) kept.Add(token);
        }

        return kept;
    }

    /// <summary>
    /// A normal form of any text: halves of surrogate pairs and U+FFFE, on which the framework's own method throws and which a
    /// browser can well send, become U+FFFD.
    /// </summary>
    public static string Normalize(string text, NormalizationForm form)
    {
        var isSound = !text.Any(c => char.IsSurrogate(c) || c == '\uFFFE');
        var sound = isSound ? text : string.Concat(text.EnumerateRunes()).Replace('\uFFFE', '\uFFFD');
#pragma warning disable RS0030 // The one place that may.
        return sound.Normalize(form);
#pragma warning restore RS0030
    }

    internal static bool IsApostrophe(char c) =>
        c is '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u02B9' or '\u02BB' or '\u2032';

    // đ and ƀ have no Unicode decomposition.
    private static char PlainLetter(char c) => c switch
    {
        '\u0111' => 'd',
        '\u0110' => 'D',
        '\u0180' => 'b',
        '\u0243' => 'B',
        _ => c,
    };
}
