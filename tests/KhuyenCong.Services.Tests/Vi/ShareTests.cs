using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class ShareTests
{
    [Theory]
    [InlineData(44, 100, "44 %")]
    [InlineData(1, 3, "33,3 %")]
    [InlineData(2, 3, "66,7 %")]
    [InlineData(0, 5, "0 %")]
    [InlineData(5, 5, "100 %")]
    [InlineData(-1, 4, "\u221225 %")]
    [InlineData(6, 5, "120 %")]
    [InlineData(125, 10_000, "1,3 %")]
    [InlineData(-125, 10_000, "\u22121,3 %")]
    [InlineData(long.MaxValue, long.MaxValue, "100 %")]
    public void A_share_has_at_most_one_decimal(long part, long whole, string expected) =>
        Assert.Equal(expected, Share.Of(new Vnd(part), new Vnd(whole)).ToString());

    [Fact]
    public void A_share_of_nothing_is_a_dash_and_no_number()
    {
        var share = Share.Of(new Vnd(5), Vnd.Zero);
        Assert.Null(share.Percent);
        Assert.Equal("–", share.ToString());
        Assert.Equal("", share.Worded("hỗ trợ"));
        Assert.Equal("50 % của hỗ trợ", Share.Of(new Vnd(5), new Vnd(10)).Worded("hỗ trợ"));
    }
}
