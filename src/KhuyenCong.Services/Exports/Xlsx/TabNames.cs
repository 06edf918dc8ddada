using System.Globalization;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>Names of sheets as Excel allows them: at most 31 characters, some forbidden, no two alike.</summary>
internal sealed class TabNames
{
    private const int Longest = 31;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string Take(string wanted)
    {
        var plain = new string([.. CellText.Legal(wanted).Select(c => char.IsControl(c) || "[]:*?/\\".Contains(c) ? ' ' : c)]);
        plain = plain.Trim(' ', '\'');
        if (plain.Length == 0) plain = "Bảng";

        var name = Cut(plain, Longest);
        for (var number = 2; !taken.Add(name); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            name = Cut(plain, Longest - ending.Length) + ending;
        }

        return name;
    }

    // An apostrophe may not end a name, and half a surrogate pair may not end any text.
    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        if (char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd(' ', '\'');
    }
}
