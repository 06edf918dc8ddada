using KhuyenCong.Domain.Money;
using Xunit;

namespace KhuyenCong.Domain.Tests.Money;

public class NormCheckTests
{
    private static readonly SpendingNorm Machinery = Norm(50, Vnd.Million(300));

    [Theory]
    [InlineData(150, 300, 1, NormVerdict.Within, 150, 0)]
    [InlineData(151, 300, 1, NormVerdict.Over, 150, 1)]
    [InlineData(300, 900, 1, NormVerdict.Within, 300, 0)]
    [InlineData(320, 900, 1, NormVerdict.Over, 300, 20)]
    [InlineData(450, 900, 2, NormVerdict.Within, 450, 0)]
    [InlineData(601, 9_000, 2, NormVerdict.Over, 600, 1)]
    public void The_lower_of_rate_and_cap_is_the_limit(long support, long cost, int establishments, NormVerdict verdict, long limit, long over) =>
        Assert.Equal(new NormFinding(verdict, Vnd.Million(limit), Vnd.Million(over)), NormCheck.Of(Vnd.Million(support), Machinery, Vnd.Million(cost), establishments));

    [Fact]
    public void Half_a_dong_is_never_rounded_up()
    {
        Assert.Equal(NormVerdict.Over, NormCheck.Of(new Vnd(51), Machinery, new Vnd(101), 1).Verdict);
        Assert.Equal(NormVerdict.Within, NormCheck.Of(new Vnd(50), Machinery, new Vnd(101), 1).Verdict);
    }

    [Fact]
    public void Without_a_norm_nothing_is_checked() => Assert.Equal(NormFinding.NotApplicable, NormCheck.Of(Vnd.Million(1), null, Vnd.Million(1), 1));

    [Fact]
    public void A_norm_without_any_limit_is_not_applicable() => Assert.Equal(NormFinding.NotApplicable, NormCheck.Of(Vnd.Million(1), Norm(null, null), null, null));

    [Theory]
    [InlineData(null, 1)]
    [InlineData(900L, null)]
    [InlineData(null, null)]
    public void What_is_missing_leaves_the_check_open(long? cost, int? establishments) => Assert.Equal(
        NormVerdict.NotEnoughData, NormCheck.Of(Vnd.Million(100), Machinery, cost is { } c ? Vnd.Million(c) : null, establishments).Verdict);

    [Fact]
    public void Beyond_the_cap_is_over_whatever_the_cost_turns_out_to_be() => Assert.Equal(
        new NormFinding(NormVerdict.Over, Vnd.Million(300), Vnd.Million(1)), NormCheck.Of(Vnd.Million(301), Machinery, null, 1));

    [Fact]
    public void A_cap_alone_needs_no_cost() => Assert.Equal(NormVerdict.Within, NormCheck.Of(Vnd.Million(200), Norm(null, Vnd.Million(200)), null, 1).Verdict);

    [Fact]
    public void Amounts_beyond_all_budgets_do_not_overflow()
    {
        var huge = new Vnd(long.MaxValue);
        Assert.Equal(NormVerdict.Within, NormCheck.Of(huge, Norm(100, huge), huge, 9999).Verdict);
        Assert.Equal(NormVerdict.Within, NormCheck.Of(huge, Norm(null, huge), null, 9999).Verdict);
    }

    [Theory]
    [InlineData("2018-05-10", true, false)]
    [InlineData("2018-05-11", true, true)]
    [InlineData("2024-12-31", true, true)]
    [InlineData("2025-01-01", true, false)]
    [InlineData("2020-01-01", false, false)]
    public void A_row_counts_within_its_days_while_enabled(string day, bool enabled, bool counts)
    {
        var norm = Norm(50, null);
        (norm.Enabled, norm.ValidTo) = (enabled, new DateOnly(2024, 12, 31));
        Assert.Equal(counts, norm.IsInForceOn(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static SpendingNorm Norm(int? rate, Vnd? cap) => new()
    {
        Code = "N", Title = "N", MaxRatePercent = rate, Cap = cap, CapUnit = "unit", LegalSource = "TT", ValidFrom = new(2018, 5, 11), Enabled = true,
    };

    [Fact]
    public void A_rate_alone_is_a_limit() => Assert.Equal(
        new NormFinding(NormVerdict.Over, Vnd.Million(50), Vnd.Million(1)), NormCheck.Of(Vnd.Million(51), Norm(50, null), Vnd.Million(100), null));
}
