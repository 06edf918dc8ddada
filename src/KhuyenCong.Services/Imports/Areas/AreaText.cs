using System.Text;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>Splits the text of an area cell into named parts, and makes the keys by which names are compared.</summary>
internal static partial class AreaText
{
    // Longer forms first, so that "thi tran" is not read as "thi …".
    private static readonly (string Words, UnitType Type)[] Prefixes =
    [
        ("thi tran", UnitType.Township), ("thi xa", UnitType.Town), ("thanh pho", UnitType.City), ("huyen", UnitType.District),
        ("phuong", UnitType.Ward), ("tinh", UnitType.Province), ("xa", UnitType.Commune), ("tx", UnitType.Town),
        ("tp", UnitType.City), ("tt", UnitType.Township), ("h", UnitType.District), ("x", UnitType.Commune), ("p", UnitType.Ward),
    ];

    private static readonly HashSet<string> WholeWords =
    [
        "toan", "tinh", "tren", "dia", "ban", "cac", "huyen", "thi", "xa", "thanh", "pho", "phuong", "va", "trong", "pham", "vi", "tai", "khap",
    ];

    /// <summary>A part of the text: the type written in front (or inherited from the part before) and the folded name.</summary>
    public readonly record struct Part(UnitType? Type, bool Inherited, string Name, string Written);

    public static UnitLevel LevelOf(UnitType type) => type switch
    {
        UnitType.Province => UnitLevel.Province,
        UnitType.District or UnitType.Town or UnitType.City => UnitLevel.District,
        UnitType.Commune or UnitType.Ward or UnitType.Township => UnitLevel.Commune,
    };

    /// <summary>"Toàn tỉnh", "Các huyện, thị xã, thành phố trên địa bàn tỉnh …"; the province's name may follow.</summary>
    public static bool MeansWholeProvince(string text, string? province)
    {
        var folded = VietnameseText.Fold(text);
        if (province is { Length: > 0 } && folded.EndsWith("tinh " + province, StringComparison.Ordinal))
        {
            folded = folded[..^(province.Length + 1)];
        }

        return folded.EndsWith("tinh", StringComparison.Ordinal)
            && folded != "tinh"
            && folded.Split(' ').All(WholeWords.Contains);
    }

    public static List<Part> Parts(string text)
    {
        var parts = new List<Part>();
        UnitType? last = null;
        foreach (var segment in Separators().Split(VietnameseText.Normalize(text, NormalizationForm.FormC)))
        {
            var written = VietnameseText.Clean(segment) ?? string.Empty;
            var (type, name) = TakeType(Noise().Replace(VietnameseText.Fold(written), string.Empty));
            if (type is not null) last = type;
            if (name.Length > 0) parts.Add(new Part(type ?? last, type is null, name, written));
        }

        return parts;
    }

    /// <summary>The folded name without the words of its type.</summary>
    public static (UnitType? Type, string Name) TakeType(string folded)
    {
        foreach (var (words, type) in Prefixes)
        {
            if (folded == words) return (type, string.Empty);
            if (!folded.StartsWith(words + " ", StringComparison.Ordinal)) continue;
            return (type, folded[(words.Length + 1)..]);
        }

        return (null, folded);
    }

    /// <summary>Names are compared without spaces: Krông Ana is Krông A Na.</summary>
    public static string Key(string foldedName) => foldedName.Replace(" ", string.Empty, StringComparison.Ordinal);

    /// <summary>Letters and marks of the last words, wherever in the syllable the tone is written (hoà, hòa).</summary>
    public static string MarkedKey(string text, int lastWords)
    {
        var letters = new StringBuilder();
        var marks = new List<char>();
        var name = string.Concat(text.Split(' ').TakeLast(lastWords));
        foreach (var c in VietnameseText.Normalize(name, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c)) letters.Append(c);
            else if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) marks.Add(c);
        }

        marks.Sort();
        return letters.Append('|').Append(marks.ToArray()).ToString();
    }

    [GeneratedRegex(
        @"[,;\n\r&+()|]|\s+(?:và|va)\s+|\s[-–—]\s|(?<=\S)\s*[-–—]?\s+(?=(?:huyện|huyen|thị xã|thi xa|thành phố|thanh pho|tỉnh|tinh|thuộc|thuoc|tp|tx)[\s.])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:(?:tren dia ban|dia ban|cac|tai|thuoc|cua|gom|gom cac|\d{1,3}(?= (?:huyen|xa|thi|phuong|don vi)))(?: |$))+", RegexOptions.None, 1000)]
    private static partial Regex Noise();
}
