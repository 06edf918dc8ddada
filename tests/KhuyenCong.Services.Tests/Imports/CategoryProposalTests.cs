using KhuyenCong.Services.Imports.Categories;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class CategoryProposalTests
{
    [Theory]
    [InlineData("Khảo sát học tập kinh nghiệm công tác khuyến công và quản lý công nghiệp", "ND9")]
    [InlineData("Tập huấn nghiệp vụ khuyến công", "ND9")]
    [InlineData("Quản lý chung chương trình khuyến công", "ND9")]
    [InlineData("Chi phí quản lý", "ND9")]
    [InlineData("Chi phí quản lý chương trình khuyến công địa phương", "ND9")]
    [InlineData("Tập huấn sản xuất sạch hơn trong công nghiệp và phổ biến chính sách khuyến công tại huyện Krông Búk", "ND2")]
    [InlineData("Tập huấn sản xuất sạch hơn trong công nghiệp và phổ biến chính sách khuyến công tại huyện M'Đrắk", "ND2")]
    [InlineData("Đào tạo khởi sự doanh nghiệp", "ND2")]
    [InlineData("Hỗ trợ thành lập doanh nghiệp công nghiệp nông thôn", "ND2")]
    [InlineData("Hỗ trợ ứng dụng máy rang, xay cà phê", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy sấy mắc ca", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy cắt CNC", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong rang, xay cà phê bột", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong sấy và đóng gói hạt mắc ca", "ND3")]
    [InlineData("Hỗ trợ ứng dụng dây chuyền tách vỏ, phân loại hạt điều", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy cắt CNC trong sản xuất, sửa chữa máy cơ khí nông nghiệp", "ND3")]
    [InlineData("Hỗ trợ ứng dụng thiết bị sấy lạnh trong chế biến trái cây sấy", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy tách màu trong xay xát, chế biến gạo", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy móc thiết bị trong sản xuất gạch không nung", "ND3")]
    [InlineData("Hỗ trợ ứng dụng máy in bao bì", "ND3")]
    [InlineData("Xây dựng mô hình thí điểm áp dụng sản xuất sạch hơn trong chế biến cà phê ướt", "ND3")]
    [InlineData("Xây dựng mô hình trình diễn kỹ thuật sản xuất cửa nhựa lõi thép", "ND3")]
    [InlineData("Hỗ trợ cơ sở công nghiệp nông thôn tham gia hội chợ, triển lãm trong nước", "ND4")]
    [InlineData("Tổ chức hội chợ công thương khu vực Tây Nguyên", "ND4")]
    [InlineData("Hỗ trợ thiết kế mẫu mã bao bì, đăng ký nhãn hiệu cho sản phẩm công nghiệp nông thôn", "ND4")]
    [InlineData("Lớp đào tạo nghề may công nghiệp", "ND1")]
    [InlineData("Truyền nghề đan lát mây tre", "ND1")]
    [InlineData("Xây dựng chuyên mục truyền hình về công nghiệp nông thôn và khuyến công", "ND6")]
    [InlineData("Biên tập bản tin, ấn phẩm và cập nhật trang thông tin điện tử về khuyến công", "ND6")]
    [InlineData("Bản tin khuyến công năm 2024", "ND6")]
    [InlineData("Lập quy hoạch chi tiết cụm công nghiệp Ea Lê", "ND7")]
    public void A_name_speaks_for_one_category(string name, string code)
    {
        var proposal = Assert.Single(AnnexFixture.Categories.Propose(name));
        Assert.Equal(code, proposal.Code);
        Assert.NotEmpty(proposal.Because);
    }

    [Theory]
    [InlineData("Đề án 7")]
    [InlineData("Hỗ trợ Hộ kinh doanh Thử Nghiệm 01")]
    [InlineData("Phát triển làng nghề truyền thống")]
    [InlineData("Mua xe của Trung tâm Khuyến công và Tư vấn phát triển công nghiệp")]
    [InlineData("hội chợt")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_that_says_nothing_gets_no_proposal(string? name) => Assert.Empty(AnnexFixture.Categories.Propose(name));

    [Fact]
    public void Of_several_the_one_with_most_words_comes_first_and_says_them()
    {
        var proposals = AnnexFixture.Categories.Propose("Tuyên truyền, bình chọn sản phẩm công nghiệp nông thôn tiêu biểu");
        Assert.Equal(["ND4", "ND6"], proposals.Select(p => p.Code));
        Assert.Equal(["bình chọn sản phẩm, sản phẩm công nghiệp nông thôn tiêu biểu", "tuyên truyền"], proposals.Select(p => p.Because));
    }

    [Fact]
    public void Of_equals_the_one_named_first_comes_first() =>
        Assert.Equal(["ND4", "ND1"], AnnexFixture.Categories.Propose("Hội chợ và dạy nghề").Select(p => p.Code));

    [Fact]
    public void A_category_that_is_not_in_force_is_not_proposed() =>
        Assert.Empty(new CategoryMatcher([new("ND1", "Đào tạo nghề", CategoryPhrases.Of("ND1"))]).Propose("Chuyển đổi số"));
}
