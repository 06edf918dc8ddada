using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Domain.Tests.People;

public class TaxCodeTests
{
    [Theory]
    [InlineData("0100109106", "0100109106")]
    [InlineData(" 0100 109 106 ", "0100109106")]
    [InlineData("0100109106-001", "0100109106001")]
    [InlineData("0100109106001", "0100109106001")]
    [InlineData("6000235482", "6000235482")]
    public void A_tax_code_is_read_as_its_digits(string typed, string digits) => Assert.Equal(digits, TaxCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0100109107")]
    [InlineData("0100109016")]
    [InlineData("010010910")]
    [InlineData("01001091061")]
    [InlineData("0100109107-001")]
    [InlineData("010010910a")]
    [InlineData("\u0660100109106")]
    public void What_is_no_tax_code_is_not_read(string? typed) => Assert.Null(TaxCode.Read(typed));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void One_wrong_digit_is_always_noticed(int place)
    {
        const string Right = "0100109106";
        for (var digit = '0'; digit <= '9'; digit++)
        {
            if (digit == Right[place]) continue;
            Assert.Null(TaxCode.Read(string.Concat(Right.AsSpan(0, place), digit.ToString(), Right.AsSpan(place + 1))));
        }
    }

    [Fact]
    public void A_sum_that_is_a_multiple_of_eleven_has_no_check_digit()
    {
        // 1·7 + 5·3 = 22.
        for (var check = 0; check <= 9; check++) Assert.Null(TaxCode.Read($"000000105{check}"));
    }

    [Fact]
    public void Thirteen_digits_are_shown_with_their_hyphen()
    {
        Assert.Equal("0100109106-001", TaxCode.Shown("0100109106001"));
        Assert.Equal("0100109106", TaxCode.Shown("0100109106"));
        Assert.Null(TaxCode.Shown(null));
    }
}
