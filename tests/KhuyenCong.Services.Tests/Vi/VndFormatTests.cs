using System.Globalization;
using CsCheck;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class VndFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1.000")]
    [InlineData(5_089_000_000, "5.089.000.000")]
    [InlineData(-5_089_000_000, "\u22125.089.000.000")]
    [InlineData(long.MaxValue, "9.223.372.036.854.775.807")]
    [InlineData(long.MinValue, "\u22129.223.372.036.854.775.808")]
    public void Dong_groups_digits_by_dots(long dong, string expected) =>
        Assert.Equal(expected, VndFormat.Dong(new Vnd(dong)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0,000001")]
    [InlineData(-1, "\u22120,000001")]
    [InlineData(356_300_000, "356,3")]
    [InlineData(5_089_000_000, "5.089")]
    [InlineData(5_089_000_010, "5.089,00001")]
    [InlineData(-1_234_567_890, "\u22121.234,56789")]
    [InlineData(100_000_000, "100")]
    [InlineData(long.MinValue, "\u22129.223.372.036.854,775808")]
    public void Million_keeps_every_decimal_and_no_idle_zero(long dong, string expected) =>
        Assert.Equal(expected, VndFormat.In(AmountUnit.Million, new Vnd(dong)));

    [Fact]
    public void Dong_unit_is_the_plain_grouped_amount() =>
        Assert.Equal("356.300.000", VndFormat.In(AmountUnit.Dong, new Vnd(356_300_000)));

    [Fact]
    public void Units_are_named_in_full_and_in_short()
    {
        var amount = new Vnd(5_089_000_000);
        Assert.Equal("5.089.000.000\u00A0đồng", VndFormat.DongInFull(amount));
        Assert.Equal("5.089.000.000\u00A0đ", VndFormat.DongShort(amount));
        Assert.Equal("đồng", VndFormat.Label(AmountUnit.Dong));
        Assert.Equal("triệu đồng", VndFormat.Label(AmountUnit.Million));
    }

    [Theory]
    [InlineData(AmountUnit.Dong, "\u22125.000.000\u00A0đ")]
    [InlineData(AmountUnit.Million, "\u22125\u00A0triệu đồng")]
    public void No_line_break_parts_an_amount_from_its_sign_or_unit(AmountUnit unit, string expected) =>
        Assert.Equal(expected, VndFormat.WithUnit(unit, Vnd.Million(-5)));

    [Fact]
    public void Formats_do_not_follow_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            var english = VndFormat.In(AmountUnit.Million, new Vnd(1_234_500_000));
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal("1.234,5", english);
            Assert.Equal(english, VndFormat.In(AmountUnit.Million, new Vnd(1_234_500_000)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Million_loses_no_dong() => Gen.Long.Sample(dong =>
    {
        var text = VndFormat.In(AmountUnit.Million, new Vnd(dong));
        var back = decimal.Parse(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').Replace("\u2212", "-", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        Assert.Equal(dong, back * 1_000_000m);
    });

    [Fact]
    public void What_is_shown_can_be_typed_again() => Gen.Long[0, VndText.Most.Dong].Sample(dong =>
    {
        Assert.True(VndText.TryRead(VndFormat.DongShort(new Vnd(dong)), out var read));
        Assert.Equal(dong, read.Dong);
    });
}
