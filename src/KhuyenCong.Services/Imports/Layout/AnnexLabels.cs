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
        var text = VietnameseText.Fold(WithoutUnits(label));
        if (text.Length is 0 or > 120) return null;
        if (OrdinalLabels.Contains(text)) return AnnexColumn.Ordinal;
        if (text.StartsWith("ghi chu", StringComparison.Ordinal)) return AnnexColumn.Notes;
        if (label!.Contains('%', StringComparison.Ordinal) || Has(text, "ty le") || Has(text, "ti le")) return null;
        if (Has(text, "phoi hop")) return null;
        return OfPlaceOrTime(text) ?? OfMoney(text) ?? OfWords(text);
    }

    private static AnnexColumn? OfPlaceOrTime(string text)
    {
        // «Tên đề án, địa điểm» is the name, with a place in it.
        if (NameWords.Any(w => Has(text, w)) && !AboutProject().IsMatch(text)) return AnnexColumn.Name;
        if (CommuneLabel().IsMatch(text)) return AnnexColumn.Commune;
        if (Has(text, "dia diem") || Has(text, "dia ban") || DistrictLabel().IsMatch(text)) return AnnexColumn.Area;
        if (EndLabel().IsMatch(text)) return AnnexColumn.PeriodEnd;
        return Has(text, "thoi gian") || Has(text, "thoi han") || StartLabel().IsMatch(text) ? AnnexColumn.Period : null;
    }

    // A label of money begins with a word of money; «Đơn vị được hỗ trợ» is somebody.
    private static AnnexColumn? OfMoney(string text)
    {
        var isSomebody = Somebody().IsMatch(text);
        if (isSomebody && (Has(text, "thu huong") || Has(text, "ho tro"))) return AnnexColumn.Beneficiary;
        if (Has(text, "muc tieu") || Has(text, "quy mo")) return AnnexColumn.Goal;
        if (Has(text, "doi ung") || Has(text, "von tu co") || Has(text, "dong gop") || (!isSomebody && !Has(text, "ho tro") && OwnMoney().IsMatch(text))) return AnnexColumn.Counterpart;
        if (text == "khac" || text.EndsWith("nguon khac", StringComparison.Ordinal) || Has(text, "von khac") || Has(text, "kinh phi khac") || Has(text, "long ghep")) return AnnexColumn.Other;
        return null;
    }

    private static AnnexColumn? OfWords(string text)
    {
        if (Has(text, "thu huong")) return AnnexColumn.Beneficiary;
        if (WeakNameLabels.Contains(text)) return AnnexColumn.Name;
        if (Has(text, "chu tri") || ((Has(text, "don vi") || Has(text, "co quan")) && Has(text, "thuc hien"))) return AnnexColumn.ImplementingUnit;
        if (Has(text, "kcdp") || Has(text, "kcqg") || Has(text, "khuyen cong") || Has(text, "ngan sach") || (Has(text, "ho tro") && !Has(text, "noi dung"))) return AnnexColumn.Support;
        return TotalLabels.Contains(text) || TotalWords.Any(w => Has(text, w)) ? AnnexColumn.Total : null;
    }

    /// <summary>True for labels that only head other labels ("Trong đó").</summary>
    public static bool HeadsOthers(string? label) =>
        VietnameseText.Fold(label) is var text && (text.StartsWith("trong do", StringComparison.Ordinal) || text is "nguon von" or "nguon kinh phi" or "kinh phi" or "co cau nguon von" || text.StartsWith("kinh phi ", StringComparison.Ordinal));

    public static string WithoutUnits(string? label) => Brackets().Replace(label ?? string.Empty, WithoutUnit);

    /// <summary>What a header label states in brackets about its unit: "Tổng kinh phí (triệu đồng)".</summary>
    public static IEnumerable<string> UnitsInBrackets(string label) => Brackets().Matches(label).Select(m => m.Value.Trim('(', ')')).Where(UnitText.IsAboutUnit);

    public static bool IsGrandTotal(string folded) => GrandTotal().IsMatch(folded);

    /// <summary>"Mang sang", "Cộng chuyển trang sau": sums of a page.</summary>
    public static bool IsCarriedForward(string folded) => CarriedForward().IsMatch(folded);

    /// <summary>"Trong đó: …", "Bao gồm: …": says again what stands above.</summary>
    public static bool IsBreakdown(string folded) => Breakdown().IsMatch(folded);

    /// <summary>"BIỂU 2. …", "Danh mục các đề án …": the title of a table.</summary>
    public static bool IsTableTitle(string folded) => TableTitle().IsMatch(folded);

    public static bool IsSubtotal(string folded) => Subtotal().IsMatch(folded);

    private static string WithoutUnit(Match bracket) => UnitText.IsAboutUnit(bracket.Value.Trim('(', ')')) ? " " : bracket.Value;

    private static bool Has(string text, string words) => $" {text} ".Contains($" {words} ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:thoi gian|thoi han|dia diem|dia ban|kinh phi|tong|muc tieu|don vi|co quan|ket qua|tien do)\b", RegexOptions.None, 1000)]
    private static partial Regex AboutProject();

    [GeneratedRegex(@"^(?:don vi|co so|doi tuong|to chuc|doanh nghiep|cac don vi|chu dau tu)\b", RegexOptions.None, 1000)]
    private static partial Regex Somebody();

    [GeneratedRegex(@"^(?:von|kinh phi|so tien|phan von|nguon von)\b.*\b(?:co so|doanh nghiep|don vi|chu dau tu|thu huong)\b|^doanh nghiep$|^co so$", RegexOptions.None, 1000)]
    private static partial Regex OwnMoney();

    [GeneratedRegex(@"^(?:ten )?(?:xa|phuong|thi tran)(?: (?:xa|phuong|thi tran))*$|^cap xa$", RegexOptions.None, 1000)]
    private static partial Regex CommuneLabel();

    [GeneratedRegex(@"^(?:ten )?(?:huyen|thi xa|thanh pho|tx|tp)(?: (?:huyen|thi xa|thanh pho|tx|tp))*$|^cap huyen$", RegexOptions.None, 1000)]
    private static partial Regex DistrictLabel();

    [GeneratedRegex(@"^(?:(?:thang|ngay|thoi diem|thoi gian) )?(?:bat dau|khoi cong|khoi dau)$", RegexOptions.None, 1000)]
    private static partial Regex StartLabel();

    [GeneratedRegex(@"^(?:(?:thang|ngay|thoi diem|thoi gian) )?(?:ket thuc|hoan thanh)$", RegexOptions.None, 1000)]
    private static partial Regex EndLabel();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^tong(?: cong| so| kinh phi)?(?: (?:so|kinh phi|toan bo|chung|ke hoach))*(?: \d+ de an| i(?: [iv]+)+| a(?: [b-h])+)*(?: cong)?$", RegexOptions.None, 1000)]
    private static partial Regex GrandTotal();

    [GeneratedRegex(@"^(?:cong )?(?:mang|chuyen) (?:sang|trang)\b", RegexOptions.None, 1000)]
    private static partial Regex CarriedForward();

    [GeneratedRegex(@"^(?:bieu|phu luc|phu bieu|danh muc|bang)\b", RegexOptions.None, 1000)]
    private static partial Regex TableTitle();

    [GeneratedRegex(@"^(?:trong do|bao gom|gom co)\b", RegexOptions.None, 1000)]
    private static partial Regex Breakdown();

    [GeneratedRegex(@"^(?:(?:tong )?cong|tong)(?: (?:nhom|muc|phan|noi dung))?(?: (?:[ivxl]+|[a-h]|\d{1,2}))?$|^(?:tong )?cong (?:nhom|muc|phan)\b.*$", RegexOptions.None, 1000)]
    private static partial Regex Subtotal();
}
