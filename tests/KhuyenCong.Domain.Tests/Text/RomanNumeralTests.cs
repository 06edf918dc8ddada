using KhuyenCong.Domain.Text;
using Xunit;

namespace KhuyenCong.Domain.Tests.Text;

public class RomanNumeralTests
{
    [Theory]
    [InlineData(1, "I")]
    [InlineData(4, "IV")]
    [InlineData(9, "IX")]
    [InlineData(14, "XIV")]
    [InlineData(40, "XL")]
    [InlineData(99, "XCIX")]
    [InlineData(399, "CCCXCIX")]
    public void Numbers_are_written(int number, string expected) => Assert.Equal(expected, RomanNumeral.Of(number));

    [Fact]
    public void Every_numeral_reads_back() => Assert.All(
        Enumerable.Range(1, 399), number => Assert.Equal(number, RomanNumeral.Parse(RomanNumeral.Of(number))));

    [Theory]
    [InlineData(" iv ", 4)]
    [InlineData("Xi", 11)]
    public void Case_and_outer_spaces_do_not_matter(string text, int expected) => Assert.Equal(expected, RomanNumeral.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("IIII")]
    [InlineData("IC")]
    [InlineData("VX")]
    [InlineData("I V")]
    [InlineData("1")]
    [InlineData("CD")]
    [InlineData("IIIIIIIIIIIIIIIII")]
    [InlineData("\u2163")]
    public void Ill_formed_numerals_are_no_number(string? text) => Assert.Null(RomanNumeral.Parse(text));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(400)]
    public void Numbers_out_of_range_throw(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RomanNumeral.Of(number));
}
