using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>Text as a workbook can hold it.</summary>
internal static partial class CellText
{
    private const int Longest = 32_767;

    /// <summary>Without the characters that XML forbids, line ends as LF, cut where Excel would refuse to open the file.</summary>
    public static string Legal(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)) continue;
            if (result.Length + rune.Utf16SequenceLength > Longest) break;
            result.Append(rune);
        }

        return result.ToString();
    }

    /// <summary>As written into the file: spreadsheets read "_x0041_" as an escape, so its underscore is escaped.</summary>
    public static string Escaped(string text) => Escape().Replace(Legal(text), "_x005F$0");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex Escape();
}
