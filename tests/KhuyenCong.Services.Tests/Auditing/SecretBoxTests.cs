using KhuyenCong.Data.Auditing;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

public sealed class SecretBoxTests
{
    private const string Secret = "khóa của Nguyễn Văn Á";

    private static readonly SecretBox Box = new(TestPortal.Seal);

    [Fact]
    public void A_box_opens_to_what_was_closed_and_never_looks_the_same_twice()
    {
        var closed = Box.Close(Secret, "kiem-thu", "12");
        Assert.Equal(Secret, Box.Open(closed, "kiem-thu", "12"));
        Assert.NotEqual(closed, Box.Close(Secret, "kiem-thu", "12"));
        Assert.Equal(string.Empty, Box.Open(Box.Close(string.Empty, "kiem-thu", "12"), "kiem-thu", "12"));
    }

    [Fact]
    public void A_box_does_not_open_for_another_owner_purpose_or_key()
    {
        var closed = Box.Close(Secret, "kiem-thu", "12");
        Assert.Null(Box.Open(closed, "kiem-thu", "13"));
        Assert.Null(Box.Open(closed, "viec-khac", "12"));
        Assert.Null(new SecretBox(new AuditSeal(new byte[32])).Open(closed, "kiem-thu", "12"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("không phải base64")]
    [InlineData("AQID")]
    [InlineData("AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_box_does_not_open(string closed) => Assert.Null(Box.Open(closed, "kiem-thu", "12"));

    [Fact]
    public void A_box_with_any_byte_changed_does_not_open()
    {
        var closed = Convert.FromBase64String(Box.Close("bí mật", "kiem-thu", "12"));
        for (var at = 0; at < closed.Length; at++)
        {
            var changed = closed.ToArray();
            changed[at] ^= 1;
            Assert.Null(Box.Open(Convert.ToBase64String(changed), "kiem-thu", "12"));
        }
    }
}
