using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Domain.Tests.People;

public sealed class AccountRequestTests
{
    [Fact]
    public void Every_role_that_exists_needs_a_second_person() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(RolePermissions.NeedsSecondPerson(role)));

    [Fact]
    public void An_administrator_holds_no_permission_of_the_business() =>
        Assert.Empty(RolePermissions.Of(Role.Administrator).Except(Permissions.Administrative));

    [Fact]
    public void Every_role_and_the_mark_fit_into_the_column_and_come_back()
    {
        var terms = AccountRequest.Terms(Enum.GetValues<Role>(), AccountMark.Of("stamp"));
        Assert.InRange(terms.Length, 1, 200);
        var request = Request(terms);
        Assert.Equal(Enum.GetValues<Role>(), request.AskedRoles());
        Assert.True(request.IsAbout(AccountMark.Of("stamp")));
        Assert.False(request.IsAbout(AccountMark.Of("other")));
    }

    [Fact]
    public void A_request_without_a_mark_is_about_no_account() => Assert.False(Request(null).IsAbout(AccountMark.Of(null)));

    private static AccountRequest Request(string? terms) => new()
    {
        Kind = AccountRequestKind.GiveRoles, UserId = 1, Roles = terms, Reason = "x", RequestedById = 2, RequestedByName = "x", RequestedAt = DateTime.UnixEpoch,
    };
}
