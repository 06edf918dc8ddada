using System.Text;
using KhuyenCong.Domain.Text.Legacy;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Domain.Tests.Text.Legacy;

/// <summary>Names and words to write in the old tables: the units, the categories, and words of annexes.</summary>
internal static class LegacySample
{
    private const string Marked = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ";

    private static readonly Dictionary<char, string> Tcvn3 = Table(LegacyEncoding.Tcvn3, Seen());
    private static readonly Dictionary<char, string> Vni = Table(LegacyEncoding.Vni, Seen().Concat(Pairs()));

    public static readonly IReadOnlyList<string> Units =
        [.. File.ReadLines(Repository.At("src/KhuyenCong.Data/Reference/units.csv")).Skip(1).Select(l => l.Split(',')[1].Trim('"')).Distinct(StringComparer.Ordinal)];

    public static readonly IReadOnlyList<string> Words =
        ("công ty cổ phần trách nhiệm hữu hạn hợp tác xã hộ kinh doanh doanh nghiệp tư nhân cơ sở sản xuất huyện thị trấn phường thành phố tỉnh đề án hỗ trợ ứng dụng máy móc thiết bị tiên tiến "
        + "trong chế biến cà phê hồ tiêu hạt điều mắc ca gỗ ghép thanh gạch không nung cơ khí nông nghiệp trái cây sấy lạnh bún phở khô trà túi lọc tổ chức hội chợ triển lãm bình chọn sản phẩm "
        + "tiêu biểu đào tạo nghề may truyền thông bản tin trang điện tử quản lý chung chương trình khảo sát học tập kinh nghiệm nước mắm yến sào đũa mây tre đan dệt thổ cẩm rượu ghè mật ong "
        + "nguyễn trần lê phạm hoàng huỳnh võ đặng bùi đỗ ngô dương lý thị văn hữu đức minh tuấn dũng hùng phượng thủy yến nguyệt quỳnh khuê loan oanh").Split(' ');

    public static IEnumerable<char> Letters => Marked;

    /// <summary>The text as one reads it from Windows-1252; null where the table lacks one of its letters.</summary>
    public static string? Encode(string text, LegacyEncoding encoding)
    {
        var table = encoding == LegacyEncoding.Tcvn3 ? Tcvn3 : Vni;
        var seen = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsAscii(c) || !char.IsLetter(c)) seen.Append(c);
            else if (table.TryGetValue(c, out var written)) seen.Append(written);
            else return null;
        }

        return seen.ToString();
    }

    // Found by asking what each character, or pair, means: what several mean the same is written by the first.
    private static Dictionary<char, string> Table(LegacyEncoding encoding, IEnumerable<string> seen)
    {
        var table = new Dictionary<char, string>();
        foreach (var written in seen)
        {
            var meant = LegacyText.Convert(written, encoding);
            if (meant.Length == 1 && Marked.Contains(char.ToLowerInvariant(meant[0]), StringComparison.Ordinal) && (meant != written || !IsTold(encoding, meant[0]))) table.TryAdd(meant[0], written);
        }

        return table;
    }

    // A character that the table does not know comes out as it went in; those that mean themselves are known by name.
    private static bool IsTold(LegacyEncoding encoding, char c) => encoding == LegacyEncoding.Tcvn3 ? c != 'ý' : !"ìíÌÍ".Contains(c, StringComparison.Ordinal);

    private static IEnumerable<string> Seen() => Enumerable.Range(0xA1, 0x5F).Select(c => ((char)c).ToString());

    private static IEnumerable<string> Pairs() => "aeouyôöAEOUYÔÖ".SelectMany(letter => "øùûõïâàáåãäêèéúüë".Select(mark => $"{letter}{(char.IsUpper(letter) ? char.ToUpperInvariant(mark) : mark)}"));
}
