using KhuyenCong.Domain.Money;
using Xunit;

namespace KhuyenCong.Domain.Tests.Money;

public class VoucherKeyTests
{
    [Theory]
    [InlineData("PC 01", "pc-01")]
    [InlineData("PC 01", "pc01")]
    [InlineData("Ủy nhiệm chi 5", "UY NHIEM CHI-5")]
    [InlineData(" PC/01 ", "PC.01")]
    public void Spellings_of_one_number_are_one(string one, string other) => Assert.Equal(VoucherUse.KeyOf(one), VoucherUse.KeyOf(other));

    [Theory]
    [InlineData("PC 1/1", "PC 11")]
    [InlineData("PC 01", "PC 1")]
    [InlineData("PC 1", "PT 1")]
    public void Other_numbers_stay_apart(string one, string other) => Assert.NotEqual(VoucherUse.KeyOf(one), VoucherUse.KeyOf(other));

    [Theory]
    [InlineData("–/–")]
    [InlineData("证")]
    [InlineData(null)]
    public void Nothing_is_left_of_marks_alone(string? voucher) => Assert.Equal(string.Empty, VoucherUse.KeyOf(voucher));

    [Fact]
    public void A_key_is_plain_and_never_longer_than_its_number()
    {
        var longest = string.Concat(Enumerable.Repeat("Ủ1/", 33));
        Assert.Matches("^[a-z0-9-]+$", VoucherUse.KeyOf(longest));
        Assert.True(VoucherUse.KeyOf(longest).Length <= longest.Length);
    }

    [Fact]
    public void A_mark_at_the_head_parts_nothing() => Assert.Equal("1", VoucherUse.KeyOf("/1"));

    [Fact]
    public void A_number_begins_with_no_mark() => Assert.Equal("11", VoucherUse.KeyOf("11"));
}
