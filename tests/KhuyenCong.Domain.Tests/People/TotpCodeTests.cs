using System.Text;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Xunit;

namespace KhuyenCong.Domain.Tests.People;

public sealed class TotpCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The values of RFC 6238, appendix B, shortened to six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string expected) =>
        Assert.Equal(expected, TotpCode.At(Key, TotpCode.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("28708a")]
    [InlineData("२८७०८२")]
    public void Anything_but_six_digits_is_no_code(string? typed) => Assert.Null(TotpCode.Match(Key, typed, DateTime.UnixEpoch.AddSeconds(59), null));

    [Fact]
    public void Blanks_within_a_code_are_not_looked_at() => Assert.Equal(1, TotpCode.Match(Key, " 287 082 ", DateTime.UnixEpoch.AddSeconds(59), null));

    [Theory]
    [InlineData(0L, 1L)]
    [InlineData(1L, null)]
    [InlineData(2L, null)]
    public void A_step_that_was_used_and_those_before_it_are_used_up(long last, long? expected) =>
        Assert.Equal(expected, TotpCode.Match(Key, "287082", DateTime.UnixEpoch.AddSeconds(59), last));

    [Fact]
    public void Base32_reads_what_it_writes()
    {
        for (var length = 0; length < 40; length++)
        {
            var bytes = Enumerable.Range(0, length).Select(i => (byte)((i * 37) ^ length)).ToArray();
            Assert.Equal(bytes, Base32.Read(Base32.Of(bytes)));
        }

        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Base32.Of(Key));
        Assert.Equal(Key, Base32.Read("gezd gnbv-gy3t qojq gezd gnbv gy3t qojq"));
        Assert.Null(Base32.Read("GEZ0"));
    }

    /// <summary>A telephone may be one step behind or before; never two.</summary>
    [Theory]
    [InlineData(29, 1L)]
    [InlineData(0, 1L)]
    [InlineData(89, 1L)]
    [InlineData(90, null)]
    public void A_code_counts_one_step_before_its_time_and_one_after(long seconds, long? expected) =>
        Assert.Equal(expected, TotpCode.Match(Key, TotpCode.At(Key, 1), DateTime.UnixEpoch.AddSeconds(seconds), null));

    [Fact]
    public void A_code_of_two_steps_ahead_counts_for_nothing() => Assert.Null(TotpCode.Match(Key, TotpCode.At(Key, 4), DateTime.UnixEpoch.AddSeconds(60), null));
}
