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

    public static UnitLevel LevelOf(UnitType type) => type switch
    {
        UnitType.Province => UnitLevel.Province,
        UnitType.District or UnitType.Town or UnitType.City => UnitLevel.District,
        UnitType.Commune or UnitType.Ward or UnitType.Township => UnitLevel.Commune,
    };

    public static List<AreaPart> Parts(string text)
    {
        var parts = new List<AreaPart>();
        UnitType? last = null;
        foreach (var (segment, isApart) in Segments(VietnameseText.Normalize(text, NormalizationForm.FormC)))
        {
            var isFirst = true;
            foreach (var written in Pieces(segment))
            {
                var folded = VietnameseText.Fold(written);
                var leading = Noise().Match(folded).Value;
                var bare = folded[leading.Length..];
                var looksBelow = Below().IsMatch(bare);
                var (type, name) = looksBelow ? (null, bare) : TakeType(bare);
                if (type is not null) last = type;
                if (name.Length == 0 && type is null) continue;
                parts.Add(new AreaPart(type ?? last, type is null && last is not null, name, written)
                {
                    IsListed = Several().IsMatch(leading), IsApart = isApart && isFirst, LooksBelow = looksBelow,
                });
                isFirst = false;
            }
        }

        // "Huyện:" above a list of bare names is its heading; a type without any name is not understood.
        return [.. parts.Where((p, i) => p.Name.Length > 0 || i + 1 == parts.Count || !parts[i + 1].Inherited)];
    }

    private static IEnumerable<(string Segment, bool IsApart)> Segments(string text)
    {
        var at = 0;
        var isApart = false;
        foreach (Match separator in Separators().Matches(text))
        {
            if (VietnameseText.Clean(text[at..separator.Index]) is { } segment)
            {
                yield return (segment, isApart);
                isApart = false;
            }

            // A break of the line may stand anywhere, also before the district of a commune.
            isApart |= separator.Groups["apart"].Success;
            at = separator.Index + separator.Length;
        }

        if (VietnameseText.Clean(text[at..]) is { } rest) yield return (rest, isApart);
    }

    private static IEnumerable<string> Pieces(string segment)
    {
        var words = AreaWord.Of(Joined().Replace(segment, "$0 "));
        var from = 0;
        for (var at = 1; at < words.Count; at++)
        {
            if (!AreaWord.StartsUnit(words, at) || words.Skip(from).Take(at - from).All(w => w.IsLeading)) continue;
            yield return Text(from, at);
            from = at;
        }

        yield return Text(from, words.Count);

        string Text(int first, int end) => string.Join(' ', words.Skip(first).Take(end - first).Select(w => w.Written));
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
        @"(?<apart>[;&+]|\s+(?:và|va)\s+)|[,\n\r()|]|\s[-–—]+|[-–—]+\s|[-–—](?=(?:huyện|huyen|thị xã|thi xa|thành phố|thanh pho|tp|tx)[\s.])|(?<=\p{L})\s*/\s*(?=\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    // "H.Krông Ana", "huyện:Lắk".
    [GeneratedRegex(@"(?<=\p{L})[.:](?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?:(?:tren dia ban|dia ban|cac|tai|thuoc|cua|gom|gom cac|\d{1,3}(?= (?:huyen|xa|thi|phuong|tp|tx|tt|don vi)))(?: |$))+", RegexOptions.None, 1000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\bcac\b|\b(?!0*1\b)\d", RegexOptions.None, 1000)]
    private static partial Regex Several();

    // Hamlets, quarters, streets and house numbers, industrial parks and clusters.
    [GeneratedRegex(
        @"^(?:(?:thon|buon|bon|ap|xom|lang|to dan pho|tdp|khoi|khu|duong|pho|hem|ngo|kcn|ccn|cum|quoc lo|tinh lo|so nha) \S|(?:to|so|km|ql|lo|dt) ?\d|\d+[a-z]? (?:\d+[a-z]? )*[a-z])",
        RegexOptions.None, 1000)]
    private static partial Regex Below();
}
