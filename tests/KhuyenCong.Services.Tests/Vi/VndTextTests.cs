using System.Text;
using CsCheck;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class VndTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("5089000000", 5_089_000_000)]
    [InlineData("5.089.000.000", 5_089_000_000)]
    [InlineData("12.345", 12_345)]
    [InlineData("1.234.567đ", 1_234_567)]
    [InlineData("1.234.567 đ", 1_234_567)]
    [InlineData("1.234.567\u00A0đ", 1_234_567)]
    [InlineData("\u00A01.234.567\u00A0đồng\u00A0", 1_234_567)]
    [InlineData("1.234.567\u202FVND", 1_234_567)]
    [InlineData("1.234.567 Đồng", 1_234_567)]
    [InlineData("1.234.567 VND", 1_234_567)]
    [InlineData("1.234.567 vnd", 1_234_567)]
    [InlineData("\u00A0 1.234.567\u00A0đồng\t", 1_234_567)]
    [InlineData("999.999.999.999.999", 999_999_999_999_999)]
    public void Certain_amounts_are_read(string typed, long expected)
    {
        Assert.True(VndText.TryRead(typed, out var amount, out var fault));
        Assert.Equal(expected, amount.Dong);
        Assert.Equal(VndTextFault.None, fault);
    }

    [Fact]
    public void A_unit_typed_with_loose_diacritics_is_read()
    {
        Assert.True(VndText.TryRead("7.000 đồng".Normalize(NormalizationForm.FormD), out var amount));
        Assert.Equal(7_000, amount.Dong);
    }

    [Theory]
    [InlineData(null, VndTextFault.Missing)]
    [InlineData("", VndTextFault.Missing)]
    [InlineData("  \u00A0", VndTextFault.Missing)]
    [InlineData("đồng", VndTextFault.Missing)]
    [InlineData("-5", VndTextFault.Signed)]
    [InlineData("+5", VndTextFault.Signed)]
    [InlineData("\u22125", VndTextFault.Signed)]
    [InlineData("1,5", VndTextFault.Comma)]
    [InlineData("1,234,567", VndTextFault.Comma)]
    [InlineData("1.234,5", VndTextFault.Comma)]
    [InlineData("1.2", VndTextFault.Grouping)]
    [InlineData("12.34.567", VndTextFault.Grouping)]
    [InlineData("1234.567", VndTextFault.Grouping)]
    [InlineData("1.234.56", VndTextFault.Grouping)]
    [InlineData("1.234.", VndTextFault.Grouping)]
    [InlineData(".234", VndTextFault.Grouping)]
    [InlineData("1..234", VndTextFault.Grouping)]
    [InlineData("1.2.34.567", VndTextFault.Grouping)]
    [InlineData("0.123.456", VndTextFault.Grouping)]
    [InlineData(".", VndTextFault.Grouping)]
    [InlineData("1e6", VndTextFault.NotDigits)]
    [InlineData("1 234 567", VndTextFault.NotDigits)]
    [InlineData("\uFF11\uFF12\uFF13", VndTextFault.NotDigits)]
    [InlineData("\u0661\u0662\u0663", VndTextFault.NotDigits)]
    [InlineData("một trăm tám mươi", VndTextFault.NotDigits)]
    [InlineData("5 triệu đồng", VndTextFault.NotDigits)]
    [InlineData("5đđ", VndTextFault.NotDigits)]
    [InlineData("đ5", VndTextFault.NotDigits)]
    [InlineData("0x10", VndTextFault.NotDigits)]
    [InlineData("1\0", VndTextFault.NotDigits)]
    [InlineData("1.000.000.000.000.000", VndTextFault.TooLarge)]
    [InlineData("9223372036854775808", VndTextFault.TooLarge)]
    [InlineData("99999999999999999999999999", VndTextFault.TooLarge)]
    public void Anything_uncertain_is_refused_with_its_reason(string? typed, VndTextFault expected)
    {
        Assert.False(VndText.TryRead(typed, out var amount, out var fault));
        Assert.Equal(expected, fault);
        Assert.True(amount.IsZero);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_does_not_throw()
    {
        Assert.False(VndText.TryRead("1" + '\uD800', out _, out var fault));
        Assert.Equal(VndTextFault.NotDigits, fault);
    }

    [Fact]
    public void Every_fault_has_its_own_sentence()
    {
        var messages = Enum.GetValues<VndTextFault>().Select(VndText.Message).ToList();
        Assert.Equal(messages.Count, messages.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("Nhập số tiền không quá 999.999.999.999.999\u00A0đồng", VndText.Message(VndTextFault.TooLarge));
    }

    [Fact]
    public void A_dot_is_accepted_only_where_a_group_begins() =>
        Gen.Select(Gen.Long[1_000, 999_999_999], Gen.Int[1, 8]).Sample((dong, place) =>
        {
            var digits = dong.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (place >= digits.Length) return;
            var typed = digits.Insert(place, ".");
            var isGroup = digits.Length - place == 3 && place <= 3;
            Assert.Equal(isGroup, VndText.TryRead(typed, out _));
        });
}
