using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Amounts;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>The words of annexes: header labels, units of money, rows of sums. All compare folded text.</summary>
internal static partial class AnnexLabels
{
    private static readonly HashSet<string> OrdinalLabels = ["stt", "tt", "so tt", "so thu tu"];
    private static readonly HashSet<string> TotalLabels = ["kinh phi", "tong", "cong", "du toan", "kinh phi thuc hien", "du toan kinh phi", "kinh phi du kien"];
    private static readonly HashSet<string> WeakNameLabels = ["noi dung", "de an", "noi dung thuc hien"];
    private static readonly string[] NameWords = ["ten de an", "ten du an", "ten nhiem vu", "ten noi dung", "noi dung de an", "noi dung hoat dong", "danh muc de an", "ten chuong trinh"];
    private static readonly string[] TotalWords = ["tong kinh phi", "tong cong", "tong so", "tong von", "tong muc", "tong du toan", "tong chi phi", "tong nguon"];

    /// <summary>A header's meaning; null when it is none of the known ones.</summary>
    public static AnnexColumn? Column(string? label)
    {
        var text = VietnameseText.Fold(Brackets().Replace(label ?? string.Empty, WithoutUnit));
        if (text.Length is 0 or > 120) return null;
        if (OrdinalLabels.Contains(text)) return AnnexColumn.Ordinal;
        if (text.StartsWith("ghi chu", StringComparison.Ordinal)) return AnnexColumn.Notes;
        if (Has(text, "dia diem") || Has(text, "dia ban")) return AnnexColumn.Area;
        if (Has(text, "thoi gian") || Has(text, "thoi han")) return AnnexColumn.Period;
        if (Has(text, "phoi hop")) return null;
        if (NameWords.Any(w => Has(text, w))) return AnnexColumn.Name;
        if (Has(text, "muc tieu") || Has(text, "quy mo")) return AnnexColumn.Goal;
        if (Has(text, "doi ung") || Has(text, "von tu co") || Has(text, "dong gop")) return AnnexColumn.Counterpart;
        if (text == "khac" || text.EndsWith("nguon khac", StringComparison.Ordinal) || Has(text, "von khac") || Has(text, "kinh phi khac") || Has(text, "long ghep")) return AnnexColumn.Other;
        if (Has(text, "thu huong")) return AnnexColumn.Beneficiary;
        if (WeakNameLabels.Contains(text)) return AnnexColumn.Name;
        if (Has(text, "chu tri") || ((Has(text, "don vi") || Has(text, "co quan")) && Has(text, "thuc hien"))) return AnnexColumn.ImplementingUnit;
        if (Has(text, "kcdp") || Has(text, "kcqg") || Has(text, "khuyen cong") || Has(text, "ngan sach") || (Has(text, "ho tro") && !Has(text, "noi dung"))) return AnnexColumn.Support;
        return TotalLabels.Contains(text) || TotalWords.Any(w => Has(text, w)) ? AnnexColumn.Total : null;
    }

    /// <summary>True for labels that only head other labels ("Trong đó").</summary>
    public static bool HeadsOthers(string? label) =>
        VietnameseText.Fold(label) is var text && (text.StartsWith("trong do", StringComparison.Ordinal) || text is "nguon von" or "nguon kinh phi" or "kinh phi" or "co cau nguon von" || text.StartsWith("kinh phi ", StringComparison.Ordinal));

    /// <summary>The units that a header label states in brackets: "Tổng kinh phí (triệu đồng)".</summary>
    public static IEnumerable<MoneyUnit> UnitsInBrackets(string label) =>
        Brackets().Matches(label).Select(m => VietnameseText.Fold(m.Value).Trim()).Where(SpeaksOfUnit).SelectMany(Units);

    /// <summary>The units of money named in a text that states a unit.</summary>
    public static IEnumerable<MoneyUnit> Units(string folded)
    {
        foreach (Match match in UnitWords().Matches(folded))
        {
            yield return match.Value switch
            {
                "trieu dong" or "trieu" or "trd" or "1 000 000 dong" => MoneyUnit.Million,
                "nghin dong" or "ngan dong" or "1 000 dong" or "1000 dong" or "1000d" or "1 000d" => MoneyUnit.Thousand,
                "ty dong" or "ti dong" => MoneyUnit.Billion,
                _ => MoneyUnit.Dong,
            };
        }
    }

    public static bool SpeaksOfUnit(string folded) =>
        Has(folded, "don vi tinh") || Has(folded, "dvt") || folded.StartsWith("don vi trieu", StringComparison.Ordinal)
        || folded.StartsWith("don vi dong", StringComparison.Ordinal) || folded.StartsWith("don vi nghin", StringComparison.Ordinal)
        || folded.StartsWith("don vi ngan", StringComparison.Ordinal) || folded.StartsWith("don vi ty", StringComparison.Ordinal)
        || OnlyUnit().IsMatch(folded);

    public static bool IsGrandTotal(string folded) => GrandTotal().IsMatch(folded);

    public static bool IsSubtotal(string folded) => Subtotal().IsMatch(folded);

    private static string WithoutUnit(Match bracket) => SpeaksOfUnit(VietnameseText.Fold(bracket.Value).Trim()) ? " " : bracket.Value;

    private static bool Has(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    private const string UnitForms = "trieu dong|nghin dong|ngan dong|ty dong|ti dong|1 000 000 dong|1 000 dong|1000 dong|1 000d|1000d|trd|trieu|dong|vnd";

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex($@"\b(?:{UnitForms})\b|(?<=dvt |don vi tinh )d\b", RegexOptions.None, 1000)]
    private static partial Regex UnitWords();

    [GeneratedRegex($"^(?:{UnitForms})$", RegexOptions.None, 1000)]
    private static partial Regex OnlyUnit();

    [GeneratedRegex(@"^tong(?: cong| so| kinh phi)?(?: (?:so|kinh phi|toan bo|chung|ke hoach))*(?: \d+ de an| i(?: [iv]+)+)*(?: cong)?$", RegexOptions.None, 1000)]
    private static partial Regex GrandTotal();

    [GeneratedRegex(@"^(?:(?:tong )?cong|tong)(?: (?:nhom|muc|phan|noi dung))?(?: (?:[ivxl]+|[a-h]|\d{1,2}))?$|^(?:tong )?cong (?:nhom|muc|phan)\b.*$", RegexOptions.None, 1000)]
    private static partial Regex Subtotal();
}
