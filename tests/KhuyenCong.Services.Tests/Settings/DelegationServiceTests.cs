using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Settings;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Settings;

public class DelegationServiceTests
{
    [Fact]
    public async Task What_is_lent_counts_within_its_days_until_it_is_revoked()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        Assert.Empty(await LentAsync(portal, deputy, new(2024, 11, 14)));
        Assert.Equal([Permissions.PlansApprove], await LentAsync(portal, deputy, new(2024, 11, 15)));
        Assert.Equal([Permissions.PlansApprove], await LentAsync(portal, deputy, new(2024, 11, 20)));
        Assert.Empty(await LentAsync(portal, deputy, new(2024, 11, 21)));

        Assert.Equal(["Reason"], (await RevokeAsync(portal, administrator, 1, " ")).Errors.Select(e => e.Field));
        Assert.True((await RevokeAsync(portal, administrator, 1, "Đi công tác về")).IsDone);
        Assert.Empty(await LentAsync(portal, deputy, new(2024, 11, 15)));
        Assert.Equal([new SettingRefusals.AlreadyRevoked()], (await RevokeAsync(portal, administrator, 1, "Lần nữa")).Refusals);
    }

    [Fact]
    public async Task Who_lends_and_who_acts_are_told_of_it_and_of_its_end_and_nobody_of_what_was_refused()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        Assert.NotEmpty((await RecordAsync(portal, administrator, Request(leader, deputy))).Refusals);
        Assert.True((await RevokeAsync(portal, administrator, 1, "Đi công tác về")).IsDone);
        await using var db = portal.Db();
        var told = await db.Notices.OrderBy(n => n.Id).Select(n => new { n.UserId, n.Kind, n.Detail }).ToListAsync();
        Assert.Equal(
            [
                (leader.UserId!.Value, NoticeKind.AuthorityLent), (deputy.UserId!.Value, NoticeKind.AuthorityLent),
                (leader.UserId.Value, NoticeKind.LendingRevoked), (deputy.UserId.Value, NoticeKind.LendingRevoked),
            ],
            told.Select(n => (n.UserId, n.Kind)));
        Assert.All(told, n => Assert.Contains($"{leader.Name} ủy quyền cho {deputy.Name}, từ 15/11/2024 đến hết 20/11/2024", n.Detail!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_lender_no_longer_holds_is_not_lent()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        await using (var db = portal.Db())
        {
            db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == leader.UserId));
            await db.SaveAsync(administrator, null, default);
        }

        Assert.Empty(await LentAsync(portal, deputy, new(2024, 11, 15)));
    }

    [Theory]
    [InlineData(true, DelegationHold.LenderLocked)]
    [InlineData(false, DelegationHold.DelegateLocked)]
    [InlineData(null, DelegationHold.LenderHoldsNoMore)]
    public async Task A_delegation_that_lends_nothing_is_not_told_to_be_in_force(bool? locksLender, DelegationHold hold)
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        Assert.Equal((true, null), await ListedAsync());
        await using (var db = portal.Db())
        {
            if (locksLender is { } lender) (await db.Users.SingleAsync(u => u.Id == (lender ? leader : deputy).UserId)).IsLocked = true;
            else db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == leader.UserId));
            await db.SaveAsync(administrator, null, default);
        }

        Assert.Equal((false, hold), await ListedAsync());

        async Task<(bool, DelegationHold?)> ListedAsync()
        {
            var row = Assert.Single((await portal.UseAsync<DelegationService, Result<DelegationList>>(s => s.ListAsync(administrator, default))).Value.Rows);
            return (row.IsActive, row.Hold);
        }
    }

    [Fact]
    public async Task Every_reason_against_a_delegation_is_told()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.Equal([new SettingRefusals.DelegatedToOneself()], (await RecordAsync(portal, administrator, Request(leader, leader))).Refusals);
        Assert.Equal([new SettingRefusals.NotHeadOfUnit("Quản trị"), new SettingRefusals.RecordedForOneself()], (await RecordAsync(portal, administrator, Request(leader, administrator))).Refusals);
        Assert.Equal([new SettingRefusals.LenderLacksPermission("Trần Phó", Permissions.PlansApprove)], (await RecordAsync(portal, administrator, Request(deputy, await portal.PersonAsync("Lý Khác", Role.CentreManager)))).Refusals);
        Assert.Equal([new SettingRefusals.AlreadyHolds("Hồ Cũng Lãnh", Permissions.PlansApprove)], (await RecordAsync(portal, administrator, Request(leader, await portal.PersonAsync("Hồ Cũng Lãnh", Role.Leader)))).Refusals);
        Assert.Equal([new SettingRefusals.DelegationInThePast(new(2024, 11, 14))], (await RecordAsync(portal, administrator, Request(leader, deputy) with { FirstDay = "01/11/2024", LastDay = "14/11/2024", LegalBasis = "04/GUQ-SCT ngày 31/10/2024" })).Refusals);

        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        Assert.Equal([new SettingRefusals.DelegationOverlaps("Trần Phó", new(2024, 11, 15), new(2024, 11, 20))], (await RecordAsync(portal, administrator, Request(leader, deputy) with { FirstDay = "20/11/2024", LastDay = "25/11/2024" })).Refusals);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy) with { FirstDay = "21/11/2024", LastDay = "25/11/2024" })).IsDone);
    }

    [Fact]
    public async Task What_was_lent_is_not_lent_on()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        var other = await portal.PersonAsync("Lý Khác", Role.CentreManager);
        Assert.Equal([new SettingRefusals.LenderLacksPermission("Trần Phó", Permissions.PlansApprove)], (await RecordAsync(portal, administrator, Request(deputy, other))).Refusals);
    }

    [Fact]
    public async Task An_end_before_the_start_and_a_strange_permission_are_told_at_their_fields()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        var wrong = Request(leader, deputy) with { LastDay = "14/11/2024", Permission = Permissions.MoneyValidate, LegalBasis = "" };
        Assert.Equal(["Permission", "LastDay", "LegalBasis"], (await RecordAsync(portal, administrator, wrong)).Errors.Select(e => e.Field));
        Assert.Equal(["ToId"], (await RecordAsync(portal, administrator, Request(leader, deputy) with { ToId = 9999 })).Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task A_decision_is_lent_to_the_head_of_a_unit_below_only_and_not_for_longer_than_configured()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.Equal([new SettingRefusals.NotHeadOfUnit("Lê Viên")], (await RecordAsync(portal, administrator, Request(leader, await portal.PersonAsync("Lê Viên", Role.Division)))).Refusals);
        var longest = new DateOnly(2024, 11, 15).AddDays(DelegationLimits.Usual.LongestDays - 1);
        Assert.Equal(
            [new SettingRefusals.DelegationTooLong(longest, DelegationLimits.Usual.LongestDays)],
            (await RecordAsync(portal, administrator, Request(leader, deputy) with { LastDay = ViDates.Day(longest.AddDays(1)) })).Refusals);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy) with { LastDay = ViDates.Day(longest) })).IsDone);
    }

    [Theory]
    [InlineData("theo ý kiến Giám đốc")]
    [InlineData("Giấy ủy quyền số 05/GUQ-SCT")]
    [InlineData("Giấy ủy quyền ngày 10/11/2024")]
    [InlineData("Giấy ủy quyền số 05/GUQ-SCT ngày 32/11/2024")]
    [InlineData("Giấy ủy quyền số 05/GUQ-SCT ngày 16/11/2024")]
    public async Task The_paper_has_a_number_and_a_day_not_after_the_first(string basis)
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Expect.InvalidIn(await RecordAsync(portal, administrator, Request(leader, deputy) with { LegalBasis = basis }), "LegalBasis");
        Expect.Done(await RecordAsync(portal, administrator, Request(leader, deputy) with { LegalBasis = "GUQ 5a/GUQ-SCT, 15/11/2024" }));
    }

    [Fact]
    public async Task A_delegation_that_is_over_needs_no_revoking()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        Assert.True((await RecordAsync(portal, administrator, Request(leader, deputy))).IsDone);
        portal.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal([new SettingRefusals.DelegationIsOver(new(2024, 11, 20))], (await RevokeAsync(portal, administrator, 1, "Muộn")).Refusals);
        Assert.Equal(Outcome.NotFound, (await RevokeAsync(portal, administrator, 99, "Không có")).Outcome);
        var row = Assert.Single((await portal.UseAsync((DelegationService s) => s.ListAsync(administrator, default))).Value.Rows);
        Assert.Equal((false, false), (row.IsActive, row.MayRevoke));
    }

    [Fact]
    public async Task Of_many_who_record_the_same_period_at_once_one_succeeds()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        var (administrator, leader, deputy) = await PeopleAsync(portal);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RecordAsync(portal, administrator, Request(leader, deputy)))));
        Assert.Single(results, r => r.IsDone);
        Assert.All(results.Where(r => !r.IsDone), r => Assert.IsType<SettingRefusals.DelegationOverlaps>(Assert.Single(r.Refusals)));
        await using var db = portal.Db();
        Assert.Equal(1, await db.Delegations.CountAsync());
    }

    [Fact]
    public async Task Only_who_keeps_the_settings_sees_and_records_delegations()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, leader, deputy) = await PeopleAsync(portal);
        Assert.Equal(Outcome.Forbidden, (await RecordAsync(portal, leader, Request(leader, deputy))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await RevokeAsync(portal, leader, 1, "x")).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((DelegationService s) => s.ListAsync(leader, default))).Outcome);
    }

    private static async Task<(Actor Administrator, Actor Leader, Actor Deputy)> PeopleAsync(TestPortal portal) => (
        await portal.PersonAsync("Quản trị", Role.Administrator), await portal.PersonAsync("Nguyễn Lãnh", Role.Leader), await portal.PersonAsync("Trần Phó", Role.DivisionHead));

    private static DelegationRequest Request(Actor from, Actor to) => new()
    {
        FromId = from.UserId, ToId = to.UserId, Permission = Permissions.PlansApprove, FirstDay = "15/11/2024", LastDay = "20/11/2024", LegalBasis = "Giấy ủy quyền số 05/GUQ-SCT ngày 14/11/2024",
    };

    private static Task<Result> RecordAsync(TestPortal portal, Actor actor, DelegationRequest request) => portal.UseAsync((DelegationService s) => s.RecordAsync(actor, request, default));

    private static Task<Result> RevokeAsync(TestPortal portal, Actor actor, int id, string reason) => portal.UseAsync((DelegationService s) => s.RevokeAsync(actor, id, reason, default));

    private static async Task<IReadOnlySet<string>> LentAsync(TestPortal portal, Actor to, DateOnly day)
    {
        await using var db = portal.Db();
        return await db.LentToAsync(to.UserId!.Value, day, default);
    }
}
