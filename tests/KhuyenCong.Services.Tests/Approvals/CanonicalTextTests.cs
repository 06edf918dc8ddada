using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Approvals;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>What is hashed is read back as it was written, whatever stands in it.</summary>
public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("một dòng")]
    [InlineData("hai\ndòng")]
    [InlineData("gạch \\ chéo")]
    [InlineData("gạch \\n không xuống dòng")]
    [InlineData("\\\n\\")]
    [InlineData("tên: giá trị: khác")]
    [InlineData("\n")]
    [InlineData("\\")]
    public void A_value_is_read_back_as_it_was_written(string value)
    {
        var text = new CanonicalText("mau/1").Add("a.b", value).Add("c", 7);
        Assert.Equal([(string.Empty, "mau/1"), ("a.b", value), ("c", "7")], CanonicalText.Read(text.ToString()));
    }

    [Fact]
    public void Empty_values_have_no_line_and_letters_one_form()
    {
        var text = new CanonicalText("mau/1").Add("a", (string?)null).Add("b", string.Empty).Add("c", (int?)null).Add("d", (Vnd?)null).Add("e", (DateOnly?)null);
        Assert.Equal("mau/1\n", text.ToString());
        Assert.Equal(new CanonicalText("x").Add("a", "Ke\u0302\u0301").Sha256, new CanonicalText("x").Add("a", "Kế").Sha256);
        Assert.NotEqual(new CanonicalText("x").Sha256, new CanonicalText("y").Sha256);
    }

    [Fact]
    public void Days_and_amounts_have_one_form()
    {
        var text = new CanonicalText("mau/1").Add("day", new DateOnly(2024, 2, 5)).Add("amount", new Vnd(-150_000_000));
        Assert.Equal("mau/1\nday: 2024-02-05\namount: -150000000\n", text.ToString());
    }

    [Theory]
    [InlineData("x\nsum.support: 5\n", 5L)]
    [InlineData("x\nsum.support: 5\nsum.support: -7\nsum.total: 9\n", -7L)]
    [InlineData("x\nsum.support: năm\n", null)]
    [InlineData("x\n", null)]
    [InlineData("x\nno colon\n", null)]
    public void The_sum_is_the_last_that_the_text_tells(string text, long? sum) => Assert.Equal(sum is { } dong ? new Vnd(dong) : null, CanonicalText.SupportOf(text));

    [Fact]
    public void A_line_without_a_path_is_kept_whole() => Assert.Equal([(string.Empty, "x"), (string.Empty, "lạc")], CanonicalText.Read("x\nlạc\n"));

    [Theory]
    [InlineData("x\na: b\\\n", "a", "b\\")]
    [InlineData("x\n: y\n", "", "y")]
    public void A_line_that_the_portal_never_writes_is_read_without_harm(string text, string path, string value) => Assert.Equal((path, value), CanonicalText.Read(text)[1]);
}
