using KhuyenCong.Services.Imports.Categories;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class CategoryPhrasesTests
{
    public static TheoryData<string> Codes => [.. AnnexFixture.Categories.All.Select(c => c.Code)];

    // The fifteen titles of r19-ten-nhom-that.xlsx.
    [Theory]
    [InlineData("Hỗ trợ xây dựng mô hình trình diễn kỹ thuật", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy móc tiên tiến vào sản xuất công nghiệp - tiểu thủ công nghiệp", "ND3")]
    [InlineData("Hỗ trợ xây dựng, đăng ký thương hiệu, phòng trưng bày để giới thiệu quảng bá sản phẩm", "ND4")]
    [InlineData("Xây dựng các chương trình truyền hình, các hình thức thông tin đại chúng khác", "ND6")]
    [InlineData("Nâng cao năng lực quản lý và tổ chức thực hiện hoạt động khuyến công", "ND9")]
    [InlineData("Hoạt động tư vấn phát triển công nghiệp", "ND5")]
    [InlineData("Tổ chức đào tạo nghề", "ND1")]
    [InlineData("Tham gia hội chợ triển lãm", "ND4")]
    [InlineData("Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu", "ND4")]
    [InlineData("Hỗ trợ phát triển cụm công nghiệp", "ND7")]
    [InlineData("Hợp tác quốc tế", "ND8")]
    [InlineData("Chi quản lý chương trình, đề án", "ND9")]
    [InlineData("Nâng cao năng lực quản lý doanh nghiệp", "ND2")]
    [InlineData("Phát triển sản phẩm, thị trường", "ND4")]
    [InlineData("Áp dụng sản xuất sạch hơn", null)]
    public void A_title_as_offices_write_it_is_matched_or_asked(string title, string? code) => Assert.Equal(code, AnnexFixture.Categories.Match(title));

    [Theory]
    [InlineData("ĐÀO TẠO NGHỀ CHO LAO ĐỘNG NÔNG THÔN", "ND1")]
    [InlineData("to chuc dao tao nghe", "ND1")]
    [InlineData("Trình diễn kĩ thuật", "ND3")]
    [InlineData("Quản lí chung", "ND9")]
    [InlineData("Hỗ trợ sản xuất và tiêu dùng bền vững", "ND10")]
    [InlineData("Chuyển đổi số trong sản xuất công nghiệp", "ND10")]
    [InlineData("Xây dựng mô hình thí điểm áp dụng sản xuất sạch hơn", "ND3")]
    [InlineData("Tập huấn áp dụng sản xuất sạch hơn", "ND2")]
    [InlineData("Di dời cơ sở gây ô nhiễm", "ND7")]
    [InlineData("Thành lập hiệp hội ngành nghề", "ND7")]
    [InlineData("Xử lý ô nhiễm tại cụm công nghiệp", "ND7")]
    [InlineData("Ứng dụng máy móc tại cụm công nghiệp Ea Đar", "ND3")]
    [InlineData("Tập huấn nghiệp vụ khuyến công", "ND9")]
    public void Phrases_are_read_whatever_their_case_or_spelling(string title, string code) => Assert.Equal(code, AnnexFixture.Categories.Match(title));

    [Theory]
    [InlineData("Phát triển làng nghề truyền thống")]
    [InlineData("Phát triển công nghiệp nông thôn")]
    [InlineData("Sản xuất")]
    [InlineData("Các đề án khác")]
    [InlineData("Chi khác")]
    [InlineData("Nâng cao năng lực quản lý")]
    [InlineData("Ứng dụng công nghệ thông tin")]
    [InlineData("Hỗ trợ may mặc")]
    [InlineData("Trung tâm Khuyến công và Tư vấn phát triển công nghiệp")]
    [InlineData("Huyện Ea Kar")]
    [InlineData("Đào tạo nghề và tham gia hội chợ")]
    [InlineData("Tuyên truyền, tư vấn khuyến công")]
    [InlineData("Tư vấn xây dựng thương hiệu")]
    [InlineData("Thông tin, tuyên truyền; Tư vấn, trợ giúp")]
    public void What_means_none_or_two_is_asked(string title) => Assert.Null(AnnexFixture.Categories.Match(title));

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_official_title_and_every_phrase_mean_their_own_category_or_none(string code)
    {
        var categories = AnnexFixture.Categories;
        Assert.Equal(code, categories.Match(categories.All.Single(c => c.Code == code).Title));
        Assert.NotEmpty(CategoryPhrases.Of(code));
        Assert.All(CategoryPhrases.Of(code), phrase => Assert.True(categories.Match(phrase) is null || categories.Match(phrase) == code, phrase));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Where_phrases_of_two_categories_meet_neither_is_taken_in_silence(string code)
    {
        var categories = AnnexFixture.Categories;
        foreach (var other in categories.All.Where(c => c.Code != code))
        {
            foreach (var mine in CategoryPhrases.Of(code))
            {
                // The whole of an official title settles it, whatever stands beside.
                Assert.Equal(other.Code, categories.Match($"{other.Title}, {mine}"));
                foreach (var theirs in other.KeyPhrases) Assert.Null(categories.Match($"{mine} – {theirs}"));
            }
        }
    }

    [Fact]
    public void A_category_that_nobody_described_has_no_phrases() => Assert.Empty(CategoryPhrases.Of("ND99"));
}
