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
}
