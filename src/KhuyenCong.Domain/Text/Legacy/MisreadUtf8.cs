using System.Buffers;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Unicode that was read as Windows-1252: two or three characters where one letter was.</summary>
internal static class MisreadUtf8
{
    // What Windows-1252 has at 80 to 9F; 81, 8D, 8F, 90 and 9D stay themselves.
    private static readonly char[] Upper =
    [
        '\u20AC', '\u0081', '\u201A', '\u0192', '\u201E', '\u2026', '\u2020', '\u2021', '\u02C6', '\u2030', '\u0160', '\u2039', '\u0152', '\u008D', '\u017D', '\u008F',
        '\u0090', '\u2018', '\u2019', '\u201C', '\u201D', '\u2022', '\u2013', '\u2014', '\u02DC', '\u2122', '\u0161', '\u203A', '\u0153', '\u009D', '\u017E', '\u0178',
    ];

    private static readonly SearchValues<char> Afterwards =
        SearchValues.Create(['\u00AB', '\u00BB', '\u2018', '\u2019', '\u201C', '\u201D', '\u2026', '\u2013', '\u2014', '\u2039', '\u203A', '\u00B9', '\u00B2', '\u00B3']);

    public static bool IsIn(string text)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] is < '\u00C2' or > '\u00EF') continue;
            var length = text[at] < '\u00E0' ? 2 : 3;
            if (at + length <= text.Length && Read(text.AsSpan(at, length)) is { } meant && IsMeant(meant) && !IsQuoted(text, at, length)) return true;
        }

        return false;
    }

    private static int? Read(ReadOnlySpan<char> seen)
    {
        var code = seen[0] & (seen.Length == 2 ? 0x1F : 0x0F);
        foreach (var c in seen[1..])
        {
            // A hard space is far oftener itself than the end of a letter.
            if (c == '\u00A0' || Byte(c) is not { } b || b is < 0x80 or > 0xBF) return null;
            code = (code << 6) | (b & 0x3F);
        }

        return code;
    }

    private static int? Byte(char c)
    {
        if (c <= 0xFF && c is < '\u0080' or > '\u009F') return c;
        var at = Array.IndexOf(Upper, c);
        if (at >= 0) return 0x80 + at;
        return c <= 0xFF ? c : null;
    }

    // Letters and marks of Vietnamese, and the punctuation of word processors.
    private static bool IsMeant(int code) =>
        code is 0x0300 or 0x0301 or 0x0303 or 0x0309 or 0x0323 or 0x0302 or 0x0306 or 0x031B or (>= 0x2010 and <= 0x2026)
        || (code > 0x7F && Syllable.IsLetter((char)code));

    // A capital before a quote or a number of a note looks like such a pair; a letter follows only where it is one.
    private static bool IsQuoted(string text, int at, int length) =>
        Afterwards.Contains(text[at + length - 1])
        && (at + length >= text.Length || !char.IsAsciiLetter(text[at + length]));
}
