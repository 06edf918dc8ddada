using System.Globalization;
using System.Text;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Documents;

/// <summary>The name under which a file is handed out again: what it was called, readable, and ending as its content does.</summary>
internal static class StoredName
{
    private const int Longest = 200;

    private static readonly Dictionary<string, string[]> Endings = new(StringComparer.Ordinal)
    {
        [DocumentIntake.Pdf] = [".pdf"], [DocumentIntake.Jpeg] = [".jpg", ".jpeg"], [DocumentIntake.Png] = [".png"], [DocumentIntake.Workbook] = [".xlsx"], [DocumentIntake.OldWorkbook] = [".xls"],
    };

    /// <param name="given">The name as sent; no part of it is trusted.</param>
    /// <param name="contentType">What the content was found to be.</param>
    /// <exception cref="ArgumentException">A type that is not taken.</exception>
    public static string Of(string given, string contentType)
    {
        if (!Endings.TryGetValue(contentType, out var endings)) throw new ArgumentException("No such type is taken.", nameof(contentType));
        var clean = Clean(given).TrimEnd('.', ' ');
        var ending = endings.FirstOrDefault(e => clean.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = (ending is null ? clean : clean[..^ending.Length]).Trim(' ', '.');
        if (stem.Length == 0) stem = "tep";
        return Shortened(stem) + (ending?.ToLowerInvariant() ?? endings[0]);
    }

    /// <summary>The name as it was given, fit to be shown again to who gave it.</summary>
    public static string Shown(string given) => Clean(given) is { Length: > 0 } name ? Shortened(name) : "không tên";

    // Cleaning takes the marks that turn the direction of writing: a turned «fdp.exe» would be read as «exe.pdf».
    private static string Clean(string given)
    {
        var last = given.Replace('\\', '/').Split('/')[^1];
        var letters = last.Where(c => !Path.GetInvalidFileNameChars().Contains(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?' or ';' or '%'));
        return VietnameseText.Clean(new string([.. letters])) ?? string.Empty;
    }

    // By characters as people see them: half a letter is none.
    private static string Shortened(string stem)
    {
        if (stem.Length <= Longest) return stem;
        var shortened = new StringBuilder(Longest);
        var letters = StringInfo.GetTextElementEnumerator(stem);
        while (letters.MoveNext() && shortened.Length + letters.GetTextElement().Length <= Longest) shortened.Append(letters.GetTextElement());
        return shortened.ToString().TrimEnd();
    }
}
