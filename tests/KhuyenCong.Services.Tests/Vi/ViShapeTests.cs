using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class ViShapeTests
{
    [Theory]
    [InlineData("0", ViShape.ZeroMessage)]
    [InlineData("0 đ", ViShape.ZeroMessage)]
    [InlineData("1.000.000.000.000.000", "Nhập số tiền không quá 999.999.999.999.999\u00A0đồng.")]
    [InlineData("1,5", ViShape.AmountMessage)]
    [InlineData("-5", ViShape.AmountMessage)]
    [InlineData("năm triệu", ViShape.AmountMessage)]
    public void An_amount_that_is_not_taken_is_told_its_own_reason(string typed, string message) => Assert.Equal(message, ViShape.AmountMessageOf(typed));

    [Theory]
    [InlineData("31/12/9999", "Ngày 31/12/9999 ngoài khoảng được nhập. Nhập ngày từ 01/01/1900 đến 31/12/2100.")]
    [InlineData("1/1/1899", "Ngày 1/1/1899 ngoài khoảng được nhập. Nhập ngày từ 01/01/1900 đến 31/12/2100.")]
    [InlineData("31/02/2024", ViShape.DateMessage)]
    [InlineData("hôm qua", ViShape.DateMessage)]
    public void A_day_that_is_not_taken_is_told_its_own_reason(string typed, string message)
    {
        Assert.False(ViShape.IsDateOrEmpty(typed));
        Assert.Equal(message, ViShape.DateMessageOf(typed));
    }
}
