using KhuyenCong.Domain.Auditing;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public sealed class AuditTextTests
{
    [Theory]
    [InlineData("Mã xác thực của tài khoản 3/[AspNetUserStore]/AuthenticatorKey", "Mã xác thực của tài khoản 3, khóa của ứng dụng xác thực")]
    [InlineData("Tài khoản Y Thân Ayun", "Tài khoản Y Thân Ayun")]
    public void What_the_machine_calls_a_thing_by_is_put_in_words(string thing, string words) => Assert.Equal(words, AuditText.InWords(thing));

    [Fact]
    public void So_is_what_a_field_holds() =>
        Assert.Equal("Loại mã: khóa của ứng dụng xác thực", AuditText.Of(AuditAction.Added, new AuditTrailField("Loại mã", null, "AuthenticatorKey")));

    [Theory]
    [InlineData(1396, 1396, "Mất nhật ký số 1.396.")]
    [InlineData(999, 1000, "Mất nhật ký số 999 đến 1.000.")]
    public void Numbers_of_entries_are_grouped(long first, long last, string sentence) =>
        Assert.Equal(sentence, AuditFaultText.Of(new AuditFault(AuditFaultKind.EntriesMissing, first, last)));
}
