using KhuyenCong.Domain.Text;
using Xunit;

namespace KhuyenCong.Domain.Tests.Text;

public sealed class DistinctTokensTests
{
    [Theory]
    [InlineData("a a a a", "a")]
    [InlineData("dak lak da", "dak lak")]
    [InlineData("ea kar kar", "kar ea")]
    [InlineData("", "")]
    public void Tokens_that_others_contain_are_left_out(string typed, string expected) =>
        Assert.Equal(expected, string.Join(' ', VietnameseText.Distinct(VietnameseText.Tokens(typed))));
}
