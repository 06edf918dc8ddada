using System.Security.Cryptography;
using KhuyenCong.Data.Auditing;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

public sealed class SealedBoxTests
{
    private const string Secret = "khóa của Nguyễn Văn Á";

    private static readonly SealedBox Box = new(TestPortal.Seal, "kiem-thu");

    [Fact]
    public void A_box_opens_to_what_was_closed_and_never_looks_the_same_twice()
    {
        var closed = Box.Close(Secret, "12");
        Assert.Equal(Secret, Box.Open(closed, "12"));
        Assert.NotEqual(closed, Box.Close(Secret, "12"));
        Assert.Equal(string.Empty, Box.Open(Box.Close(string.Empty)));
    }

    [Fact]
    public void A_box_does_not_open_for_another_owner_purpose_or_key()
    {
        var closed = Box.Close(Secret, "12");
        Assert.ThrowsAny<CryptographicException>(() => Box.Open(closed, "13"));
        Assert.ThrowsAny<CryptographicException>(() => new SealedBox(TestPortal.Seal, "viec-khac").Open(closed, "12"));
        Assert.ThrowsAny<CryptographicException>(() => new SealedBox(new AuditSeal(new byte[32]), "kiem-thu").Open(closed, "12"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("không phải base64")]
    [InlineData("AQID")]
    [InlineData("AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_box_does_not_open(string closed) => Assert.ThrowsAny<CryptographicException>(() => Box.Open(closed));

    [Fact]
    public void A_box_with_any_byte_changed_does_not_open()
    {
        var closed = Convert.FromBase64String(Box.Close("bí mật"));
        for (var at = 0; at < closed.Length; at++)
        {
            var changed = closed.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Box.Open(Convert.ToBase64String(changed)));
        }
    }
}
