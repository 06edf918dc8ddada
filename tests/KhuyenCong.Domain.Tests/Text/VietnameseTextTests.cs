using System.Text;
using CsCheck;
using KhuyenCong.Domain.Text;
using Xunit;

namespace KhuyenCong.Domain.Tests.Text;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("Đắk Lắk", "dak lak")]
    [InlineData("M'Đrắk", "mdrak")]
    [InlineData("M\u2019ĐRẮK", "mdrak")]
    [InlineData("Cư M`gar", "cu mgar")]
    [InlineData("hoà – hòa", "hoa hoa")]
    [InlineData("\u0243uôn \u010Cư", "buon cu")]
    [InlineData("  Số: 38/QĐ-SCT ", "so 38 qd sct")]
    [InlineData("Trước\u00A0sau\u200B", "truoc sau")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData(" –!", "")]
    public void Fold_gives_the_search_key(string? text, string expected) => Assert.Equal(expected, VietnameseText.Fold(text));

    [Fact]
    public void Fold_reads_loose_diacritics_as_composed_ones() =>
        Assert.Equal("buon ma thuot", VietnameseText.Fold("Buôn Ma Thuột".Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Folding_twice_changes_nothing() => Gen.String.Sample(text =>
    {
        var once = VietnameseText.Fold(text);
        Assert.Equal(once, VietnameseText.Fold(once));
    });

    [Fact]
    public void Tokens_are_the_folded_words() => Assert.Equal(["may", "moc", "2024"], VietnameseText.Tokens(" Máy  móc, 2024 "));

    [Fact]
    public void No_tokens_come_from_nothing() => Assert.Empty(VietnameseText.Tokens(" ' "));

    [Theory]
    [InlineData("  Hỗ trợ \t máy\u00A0móc\r\n", "Hỗ trợ máy móc")]
    [InlineData("một\0hai\u200B", "mộthai")]
    [InlineData("a", "a")]
    public void Clean_keeps_words_and_single_spaces(string text, string expected) =>
        Assert.Equal(expected, VietnameseText.Clean(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00A0")]
    [InlineData("\u200B\0")]
    public void Clean_makes_nothing_of_nothing(string? text) => Assert.Null(VietnameseText.Clean(text));

    [Theory]
    [InlineData("một\r\nhai\nba\rbốn", "một\nhai\nba\nbốn")]
    [InlineData("  một  hai \t\r\n  ba\u00A0 \r\n", "một hai\nba")]
    [InlineData("một\r\n\r\nhai", "một\n\nhai")]
    [InlineData("một\n\n \n\t\n\nhai", "một\n\nhai")]
    [InlineData("\r\n\r\n một \r\n\r\n", "một")]
    [InlineData("- a\u200B\0\n- b", "- a\n- b")]
    public void CleanLines_keeps_line_breaks_and_at_most_one_empty_line(string text, string expected) =>
        Assert.Equal(expected, VietnameseText.CleanLines(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void CleanLines_makes_nothing_of_nothing(string? text) => Assert.Null(VietnameseText.CleanLines(text));

    [Fact]
    public void CleanLines_makes_NFC_of_each_line_and_changes_nothing_the_second_time()
    {
        var cleaned = VietnameseText.CleanLines("Đã đặt máy\r\nChờ nghiệm thu".Normalize(NormalizationForm.FormD));
        Assert.Equal("Đã đặt máy\nChờ nghiệm thu", cleaned);
        Assert.Equal(cleaned, VietnameseText.CleanLines(cleaned));
    }

    [Fact]
    public void Clean_text_is_NFC()
    {
        var cleaned = VietnameseText.Clean("Đắk Lắk".Normalize(NormalizationForm.FormD));
        Assert.Equal("Đắk Lắk", cleaned);
        Assert.True(cleaned!.IsNormalized(NormalizationForm.FormC));
    }

    [Theory]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    [InlineData('\uFFFE')]
    public void Broken_characters_do_not_throw(char broken)
    {
        Assert.Equal("a\uFFFDb", VietnameseText.Clean($"a{broken}b"));
        Assert.Equal("a b", VietnameseText.Fold($"a{broken}b"));
        Assert.Equal("a 0b 0", VietnameseSort.SortKey($"a{broken}b"));
    }
}
