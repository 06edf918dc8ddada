using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>
/// Tells the texts that mean the whole province: "toàn tỉnh", "các huyện, thị xã, thành phố"; with the number of units only
/// where it is that of all of them.
/// </summary>
internal sealed partial class WholeProvince
{
    private const int Longest = 300;

    private static readonly HashSet<string> All = ["toan", "tren", "dia", "ban", "cac", "trong", "pham", "vi", "tai", "khap", "ca"];

    private static readonly HashSet<string> Kinds = ["tinh", "huyen", "thi", "xa", "thanh", "pho", "phuong", "tran", "va", "tx", "tp"];

    private readonly string? _province;
    private readonly int _rural;
    private readonly int _districts;
    private readonly int _communes;

    /// <param name="units">The units of the day.</param>
    /// <param name="province">The folded name of the home province, without its type.</param>
    public WholeProvince(IReadOnlyCollection<UnitName> units, string? province)
    {
        _province = province;
        _rural = units.Count(u => u.Level == UnitLevel.District && AreaText.TakeType(VietnameseText.Fold(u.Name)).Type == UnitType.District);
        _districts = units.Count(u => u.Level == UnitLevel.District);
        _communes = units.Count(u => u.Level == UnitLevel.Commune);
    }

    public bool IsMeant(string text)
    {
        var folded = VietnameseText.Fold(text);
        if (_province is { Length: > 0 } && folded.EndsWith("tinh " + _province, StringComparison.Ordinal)) folded = folded[..^(_province.Length + 1)];
        var words = folded.Split(' ');
        var counts = words.Where(w => w.Length is > 0 and <= 3 && w.All(char.IsAsciiDigit)).Select(w => int.Parse(w, CultureInfo.InvariantCulture)).ToList();
        if (counts.Count == words.Length || words.Length - counts.Count != words.Count(w => All.Contains(w) || Kinds.Contains(w))) return false;

        var (town, city) = (Town().IsMatch(folded), City().IsMatch(folded));
        var allKinds = town && city && words.Contains("huyen");
        if (counts.Count == 0) return words.Any(All.Contains) && (words[^1] == "tinh" || (allKinds && words.Contains("cac")));
        if (words.Contains("huyen") || town || city) return _districts > 0 && (counts.Sum() >= _districts || (counts.Count == 1 && allKinds && counts[0] == _rural));
        return _communes > 0 && counts.Sum() >= _communes;
    }

    /// <summary>"Toàn tỉnh (ưu tiên xã nghèo)": what is said besides; null where the text does not begin with the whole province.</summary>
    public string? NoteAfter(string text)
    {
        if (text.Length > Longest) return null;
        return NoteMarks().Matches(text).Reverse()
            .Where(m => IsMeant(text[..m.Index]))
            .Select(m => VietnameseText.Clean(text[(m.Index + m.Length)..].Trim(' ', '(', ')', '.', '\n', '\r')))
            .FirstOrDefault(n => n is not null && !Limits().IsMatch(VietnameseText.Fold(n)));
    }

    [GeneratedRegex(@"\b(?:thi xa|tx)\b", RegexOptions.None, 1000)]
    private static partial Regex Town();

    [GeneratedRegex(@"\b(?:thanh pho|tp)\b", RegexOptions.None, 1000)]
    private static partial Regex City();

    [GeneratedRegex(@"[,;:(\n\r]|\s[-–—]", RegexOptions.None, 1000)]
    private static partial Regex NoteMarks();

    // What makes the province smaller or larger is not a note.
    [GeneratedRegex(@"\b(?:tru|ngoai|khong|chi|rieng)\b", RegexOptions.None, 1000)]
    private static partial Regex Limits();
}
