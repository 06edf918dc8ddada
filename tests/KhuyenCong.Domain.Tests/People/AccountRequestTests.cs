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

    [Fact]
    public void A_third_person_confirms_in_time_what_still_stands() => Assert.Empty(WhyNotConfirm(by: 3));

    [Fact]
    public void Each_thing_that_is_not_as_it_must_be_is_told()
    {
        Assert.Equal([new AccountRefusals.OwnRequest()], WhyNotConfirm(by: 2));
        Assert.Equal([new AccountRefusals.RequestConcernsOneself()], WhyNotConfirm(by: 1));
        Assert.Equal([new AccountRefusals.AccountMovedOn("Người giữ")], WhyNotConfirm(by: 3, mark: "moved"));
        Assert.Equal([new AccountRefusals.RequesterGone("x")], WhyNotConfirm(by: 3, requesterManages: false));
    }

    [Fact]
    public void A_request_runs_out_after_seven_days_to_the_moment()
    {
        var end = DateTime.UnixEpoch.AddDays(7);
        Assert.Empty(WhyNotConfirm(by: 3, now: end.AddTicks(-1)));
        Assert.Equal([new AccountRefusals.RequestRanOut(end)], WhyNotConfirm(by: 3, now: end));
        Assert.Equal([new AccountRefusals.RequestRanOut(end)], WhyNotConfirm(by: 3, now: end.AddTicks(1)));
    }

    private static IReadOnlyList<Refusal> WhyNotConfirm(int by, string? mark = null, bool requesterManages = true, DateTime? now = null) => AccountRequestRules.RefuseConfirm(
        new Actor(by, "Người xác nhận", new HashSet<string>(StringComparer.Ordinal)), Request(AccountRequest.Terms([Role.Leader], "mark")), ("Người giữ", mark ?? "mark"), requesterManages,
        now ?? DateTime.UnixEpoch);

    private static AccountRequest Request(string? terms) => new()
    {
        Kind = AccountRequestKind.GiveRoles, UserId = 1, Roles = terms, Reason = "x", RequestedById = 2, RequestedByName = "x", RequestedAt = DateTime.UnixEpoch,
    };
}
