namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Words that are right as they stand.</summary>
internal static class Proper
{
    /// <summary>A letter that Windows-1252 does not have: no old table can have written it.</summary>
    public static bool IsOnlyUnicode(LegacyWord word) =>
        word.Text.Any(c => c > '\u00FF' && c is not ('\u0152' or '\u0153' or '\u0160' or '\u0161' or '\u017D' or '\u017E' or '\u0178' or '\u0192'));

    /// <summary>Vietnamese, or a name of the highlands; quotes and the number of a note at its ends aside.</summary>
    public static bool Is(LegacyWord word)
    {
        // Many type the Icelandic letter, which looks the same, for the Vietnamese one.
        var text = word.Text.TrimStart('\u00AB').TrimEnd('\u00BB', '\u00B9', '\u00AE', '\u00A9');
        if (text is ['\u00D0' or '\u00F0', ..]) text = (text[0] == '\u00D0' ? '\u0110' : '\u0111') + text[1..];
        if (text.All(char.IsAscii)) return true;
        return IsCased(text) && Syllable.Of(text) is { } syllable && (Spelling.IsVietnamese(syllable) || Spelling.IsHighland(syllable, strictly: false));
    }

    // The accented letters as their neighbours: in the old tables most small letters look like capitals.
    private static bool IsCased(string text)
    {
        var hasSmall = text.Any(char.IsAsciiLetterLower);
        if (hasSmall) return !text.Skip(1).Any(c => !char.IsAscii(c) && char.IsUpper(c));
        return text.Count(char.IsAsciiLetterUpper) < 2 || !text.Any(c => !char.IsAscii(c) && char.IsLower(c));
    }
}
