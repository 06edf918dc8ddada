using CsCheck;
using KhuyenCong.Domain.Money;
using Xunit;

namespace KhuyenCong.Domain.Tests.Money;

public class VndTests
{
    private static readonly Vnd Most = new(long.MaxValue);

    [Fact]
    public void Addition_and_subtraction_undo_each_other() =>
        Gen.Select(Gen.Long[-1L << 61, 1L << 61], Gen.Long[-1L << 61, 1L << 61]).Sample((a, b) =>
        {
            Assert.Equal(new Vnd(a), new Vnd(a) + new Vnd(b) - new Vnd(b));
            Assert.Equal(new Vnd(a) - new Vnd(b), -(new Vnd(b) - new Vnd(a)));
        });

    [Fact]
    public void An_overflow_throws_and_never_wraps()
    {
        Assert.Throws<OverflowException>(() => Most + new Vnd(1));
        Assert.Throws<OverflowException>(() => new Vnd(long.MinValue) - new Vnd(1));
        Assert.Throws<OverflowException>(() => -new Vnd(long.MinValue));
        Assert.Throws<OverflowException>(() => Vnd.Million(long.MaxValue / 1_000));
        Assert.Throws<OverflowException>(() => new[] { Most, new Vnd(1) }.Sum());
    }

    [Fact]
    public void Comparison_is_by_amount() => Gen.Select(Gen.Long, Gen.Long).Sample((a, b) =>
    {
        var (x, y) = (new Vnd(a), new Vnd(b));
        Assert.Equal([a < b, a > b, a <= b, a >= b, a == b], new[] { x < y, x > y, x <= y, x >= y, x == y });
        Assert.Equal(a.CompareTo(b), x.CompareTo(y));
    });

    [Theory]
    [InlineData(-1, true, false)]
    [InlineData(0, false, true)]
    [InlineData(1, false, false)]
    public void Sign_is_told(long dong, bool isNegative, bool isZero) =>
        Assert.Equal((isNegative, isZero), (new Vnd(dong).IsNegative, new Vnd(dong).IsZero));

    [Fact]
    public void Sums_of_nothing_are_zero() => Assert.Equal(Vnd.Zero, Array.Empty<Vnd>().Sum());

    [Fact]
    public void Sums_add_what_is_selected() =>
        Assert.Equal(new Vnd(5_089_000_000), new[] { 2_550, 2_539 }.Sum(million => Vnd.Million(million)));

    [Fact]
    public void Text_is_plain_digits() => Assert.Equal("-5089000000", new Vnd(-5_089_000_000).ToString());

    [Fact]
    public void A_magnitude_has_no_sign()
    {
        Assert.Equal(new Vnd(5), new Vnd(-5).Magnitude());
        Assert.Equal(new Vnd(5), new Vnd(5).Magnitude());
    }
}
