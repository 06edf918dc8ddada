using KhuyenCong.Domain.Plans;
using Xunit;

namespace KhuyenCong.Domain.Tests.Plans;

public class TrancheTests
{
    [Fact]
    public void Supplements_follow_every_numbered_tranche() =>
        Assert.True(Tranche.Supplement().Code > Tranche.Numbered(20).Code);

    [Theory]
    [InlineData(1, false, 1, "D1", "I")]
    [InlineData(10, false, 10, "D10", "X")]
    [InlineData(101, true, 1, "BS1", "S1")]
    [InlineData(102, true, 2, "BS2", "S2")]
    public void A_code_tells_kind_and_number(int code, bool isSupplement, int number, string shortCode, string text)
    {
        var tranche = new Tranche(code);
        Assert.Equal((isSupplement, number, shortCode, text), (tranche.IsSupplement, tranche.Number, tranche.ShortCode, tranche.ToString()));
        Assert.Equal(tranche, isSupplement ? Tranche.Supplement(number) : Tranche.Numbered(number));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    [InlineData(-1, false)]
    public void Only_twenty_of_each_kind_exist(int code, bool expected) => Assert.Equal(expected, new Tranche(code).IsValid);

    [Fact]
    public void Tranches_to_choose_from_are_valid_and_in_order()
    {
        Assert.All(Tranche.All, tranche => Assert.True(tranche.IsValid));
        Assert.Equal(Tranche.All.Select(t => t.Code).Order(), Tranche.All.Select(t => t.Code));
        Assert.Equal(15, Tranche.All.Select(t => t.ShortCode).Distinct(StringComparer.Ordinal).Count());
    }
}
