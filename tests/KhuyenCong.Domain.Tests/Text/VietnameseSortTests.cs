using System.Text;
using CsCheck;
using KhuyenCong.Domain.Text;
using Xunit;

namespace KhuyenCong.Domain.Tests.Text;

public class VietnameseSortTests
{
    [Theory]
    [InlineData("a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z")]
    [InlineData("ba bà bả bã bá bạ")]
    [InlineData("ca cạ can cạn căn cân câu che cho chua")]
    [InlineData("ma mạ mai màn mát măng mậu me mê mi mo mô mơ mu mư my")]
    public void Words_follow_the_alphabet_then_the_tones(string ordered) => AssertOrder(ordered.Split(' '));

    [Fact]
    public void Syllables_are_compared_one_after_the_other() =>
        AssertOrder("Ba", "Ba Ba", "Ba Vì", "Bà", "Bà Rịa", "Bá", "Ban", "Bàn");

    [Fact]
    public void Districts_come_in_the_order_of_the_alphabet() => AssertOrder(
        "Buôn Đôn", "Buôn Hồ", "Buôn Ma Thuột", "Cư Kuin", "Cư M'gar", "Ea H'leo", "Ea Kar", "Ea Súp", "Krông Ana",
        "Krông Bông", "Krông Búk", "Krông Năng", "Krông Pắc", "Lắk", "M'Đrắk");

    [Fact]
    public void Numbers_go_by_their_value() => AssertOrder(
        "Minh Họa", "Minh Họa 0", "Minh Họa 2", "Minh Họa 9a", "Minh Họa 10", "Minh Họa 99999999", "Minh Họa 100000000",
        "Minh Họa 12345678901234567890", "Minh Họa A");

    [Theory]
    [InlineData("Đắk Lắk", "đắk lắk")]
    [InlineData("M'Đrắk", "M\u2019Đrắk")]
    [InlineData("M'Đrắk", "MĐrắk")]
    [InlineData("  Krông   Búk ", "Krông-Búk")]
    [InlineData("Đợt 02", "Đợt 2")]
    [InlineData("hòa", "hoà")]
    [InlineData("Čư \u0180", "Cư b")]
    public void Spellings_of_one_name_share_a_key(string one, string other) =>
        Assert.Equal(VietnameseSort.SortKey(one), VietnameseSort.SortKey(other));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" ' – ", "")]
    [InlineData("\u0301", " 4")]
    [InlineData("Đắk Lắk 10", "d~a~k 4la~k 4210 0")]
    [InlineData("\u4E2D", "z~~4e2d 0")]
    public void Keys_are_plain_and_readable(string? text, string expected) =>
        Assert.Equal(expected, VietnameseSort.SortKey(text));

    [Fact]
    public void Any_text_gives_a_short_ASCII_key_whatever_its_form() => Gen.String.Sample(text =>
    {
        var key = VietnameseSort.SortKey(text);
        Assert.True(key.Length <= VietnameseSort.MaxLength);
        Assert.All(key, c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is ' ' or '~'));
    });

    [Fact]
    public void Loose_and_composed_diacritics_give_the_same_key() =>
        Gen.Char["aàảãáạăằẳẵắặâầẩẫấậđeèêệioòôộơợuùưựyỳ bckmnt'09"].Array[0, 30].Sample(letters =>
        {
            var text = new string(letters);
            Assert.Equal(VietnameseSort.SortKey(text), VietnameseSort.SortKey(text.Normalize(NormalizationForm.FormD)));
        });

    [Fact]
    public void A_long_text_is_cut() => Assert.Equal(200, VietnameseSort.SortKey(new string('ấ', 5_000)).Length);

    private static void AssertOrder(params string[] ordered)
    {
        var keys = ordered.Select(VietnameseSort.SortKey).ToList();
        Assert.All(keys.Zip(keys.Skip(1)), pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0));
    }
}
