using KhuyenCong.Services.Imports.Categories;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class CategoryMatcherTests
{
    [Theory]
    [InlineData("Nâng cao năng lực quản lý và tổ chức thực hiện hoạt động khuyến công", "ND9")]
    [InlineData("Nâng cao năng lực quản lý, năng lực áp dụng sản xuất sạch hơn trong sản xuất công nghiệp", "ND2")]
    [InlineData("Mô hình trình diễn kỹ thuật; chuyển giao công nghệ, ứng dụng máy móc thiết bị tiên tiến; mô hình thí điểm sản xuất sạch hơn", "ND3")]
    [InlineData("Phát triển sản phẩm công nghiệp nông thôn tiêu biểu", "ND4")]
    [InlineData("Cung cấp thông tin, tuyên truyền chính sách phát triển công nghiệp, khuyến công", "ND6")]
    [InlineData("ĐÀO TẠO NGHỀ, TRUYỀN NGHỀ", "ND1")]
    [InlineData("tu van tro giup", "ND5")]
    [InlineData("Nâng cao năng lực quản lý", null)]
    [InlineData("Các đề án khác", null)]
    [InlineData("Khuyến công", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_a_clear_title_is_matched(string? title, string? code) => Assert.Equal(code, AnnexFixture.Categories.Match(title));

    [Theory]
    [InlineData("Hội chợ quốc tế", "A")]
    [InlineData("Tham gia hội chợ", "A")]
    [InlineData("Dự hội chợ và tập huấn", null)]
    [InlineData("Hội chợt", null)]
    public void A_key_phrase_settles_it_where_only_one_category_has_it(string title, string? code) =>
        Assert.Equal(code, new CategoryMatcher([new("A", "Một", ["hội chợ", " "]), new("B", "Hai", ["tập huấn"])]).Match(title));

    [Theory]
    [InlineData("một hai ba bốn năm", "A")]
    [InlineData("một", null)]
    [InlineData("một hai", "A")]
    [InlineData("không có gì", null)]
    public void A_title_that_begins_with_the_category_or_begins_it_is_that_one(string title, string? code) =>
        Assert.Equal(code, new CategoryMatcher([new("A", "một hai ba"), new("B", "bốn năm sáu")]).Match(title));

    // Word pairs in common, as the mean of both shares: «x b c d e» shares three of four pairs with the first.
    [Theory]
    [InlineData("x b c d e", "A")]
    [InlineData("x y c d e", "A")]
    [InlineData("x y z d e", null)]
    [InlineData("x", null)]
    public void A_title_is_matched_by_its_word_pairs_from_forty_five_per_cent_on(string title, string? code) =>
        Assert.Equal(code, new CategoryMatcher([new("A", "a b c d e"), new("B", "p q r s t")]).Match(title));

    [Fact]
    public void The_same_title_twice_and_a_lead_that_is_too_small_are_left_to_a_person()
    {
        Assert.Null(new CategoryMatcher([new("A", "a b c"), new("B", "a b c")]).Match("a b c"));
        Assert.Null(new CategoryMatcher([new("A", "k a b c d"), new("B", "m a b c e")]).Match("a b c"));
        Assert.Null(new CategoryMatcher([]).Match("a b c"));
        Assert.Equal("A", new CategoryMatcher([new("A", "k a b c")]).Match("a b c"));
        Assert.True(new CategoryMatcher([new("A", "a b")]).Knows("A"));
        Assert.False(new CategoryMatcher([new("A", "a b")]).Knows("B"));
    }
}
