using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Inbox;
using KhuyenCong.Services.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.People.AccountRefusals;

namespace KhuyenCong.Services.Tests.People;

/// <summary>No administrator opens a way to business alone.</summary>
public sealed class AccountRequestTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task A_role_that_is_asked_for_is_held_only_once_somebody_else_confirmed(Role role)
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, second, person) = (await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Trần Văn Mới", Role.Officer));
        var asked = await RolesAsync(portal, admin, person, Role.Officer, role);
        Assert.Equal([Role.Officer], await HeldAsync(portal, person));
        Assert.True((await ConfirmAsync(portal, second, asked)).IsDone);
        Assert.Equal(new[] { role, Role.Officer }.Order(), (await HeldAsync(portal, person)).Order());
        await using var db = portal.Db();
        Assert.Equal(second.UserId, (await db.AccountVerdicts.SingleAsync(Stop)).ById);
        Assert.NotEqual("s", (await db.Users.SingleAsync(u => u.Id == person.UserId, Stop)).SecurityStamp);
        Assert.Contains(await db.Notices.Where(n => n.UserId == person.UserId).Select(n => n.Kind).ToListAsync(Stop), k => k == NoticeKind.RolesChanged);
    }

    [Fact]
    public async Task Roles_are_taken_away_at_once_and_the_person_is_told()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, person) = (await AdminAsync(portal), await portal.PersonAsync("Y Thân", Role.Officer, Role.Manager));
        var done = await portal.UseAsync((AccountService s) => s.SetRolesAsync(admin, person.UserId!.Value, [Role.Officer], "Thôi kiêm nhiệm", Stop));
        Assert.Null(done.Value.RequestId);
        Assert.Equal([Role.Officer], await HeldAsync(portal, person));
        await using var db = portal.Db();
        Assert.Equal("Cán bộ Trung tâm", (await db.Notices.SingleAsync(n => n.UserId == person.UserId, Stop)).Detail);
    }

    [Fact]
    public async Task A_leader_confirms_and_nobody_without_the_permission_does()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, leader, person) = (await AdminAsync(portal), await portal.PersonAsync("Lãnh đạo", Role.Leader), await portal.PersonAsync("Mới", Role.Officer));
        var asked = await PasswordAsync(portal, admin, person);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Leader or Role.Administrator)))
        {
            Assert.Equal(Outcome.Forbidden, (await ConfirmAsync(portal, await portal.PersonAsync("Người", role), asked)).Outcome);
        }

        var lent = (await portal.PersonAsync("Người được ủy", Role.Manager)) with { Lent = new HashSet<string>([Permissions.AccountsConfirm], StringComparer.Ordinal) };
        Assert.Equal(Outcome.Forbidden, (await ConfirmAsync(portal, lent, asked)).Outcome);
        Assert.NotNull((await ConfirmAsync(portal, leader, asked)).Value.Code);
    }

    [Fact]
    public async Task Who_asked_does_not_confirm() => await RefusedAsync<OwnRequest>((portal, admin, _, asked) => ConfirmAsync(portal, admin, asked));

    [Fact]
    public async Task The_person_concerned_does_not_confirm()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, leader) = (await AdminAsync(portal), await portal.PersonAsync("Lãnh đạo", Role.Leader));
        Expect.RefusedOnlyBy<RequestConcernsOneself>(await ConfirmAsync(portal, leader, await PasswordAsync(portal, admin, leader)));
    }

    [Fact]
    public async Task A_request_runs_out_after_seven_days()
    {
        await RefusedAsync<RequestRanOut>((portal, _, second, asked) =>
        {
            portal.Clock.Advance(TimeSpan.FromDays(7));
            return ConfirmAsync(portal, second, asked);
        });
        await using var portal = await TestPortal.StartAsync();
        var (admin, second, person) = (await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Officer));
        var asked = await PasswordAsync(portal, admin, person);
        portal.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        Assert.True((await ConfirmAsync(portal, second, asked)).IsDone);
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("more roles")]
    [InlineData("lock")]
    public async Task An_account_that_changed_since_makes_the_request_stale(string what) => await RefusedAsync<AccountMovedOn>(async (portal, admin, second, asked) =>
    {
        await using (var db = portal.Db())
        {
            var id = (await db.AccountRequests.SingleAsync(r => r.Id == asked, Stop)).UserId;
            if (what == "lock") await portal.UseAsync((AccountService s) => s.LockAsync(admin, id, "Nghỉ", Stop));
            else if (what == "roles") Assert.True((await portal.UseAsync((AccountService s) => s.SetRolesAsync(admin, id, [Role.Officer], "Thôi kiêm", Stop))).IsDone);
            else
            {
                var other = await portal.UseAsync((AccountService s) => s.SetRolesAsync(admin, id, [Role.Officer, Role.Manager, Role.Division], "Kiêm", Stop));
                Assert.True((await ConfirmAsync(portal, second, other.Value.RequestId!.Value)).IsDone);
            }
        }

        return await ConfirmAsync(portal, second, asked);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_nobody_can_confirm_any_more_waits_for_nobody_and_can_be_asked_anew(bool accountMoves)
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, second, leader) = (await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Lãnh đạo", Role.Leader));
        var person = await portal.PersonAsync("Cán bộ", Role.Officer, Role.Manager);
        var asked = await PasswordAsync(portal, admin, person);
        Assert.Equal((1, true, 1), await WaitingAsync(portal, leader, second, person));
        if (accountMoves) Assert.True((await portal.UseAsync((AccountService s) => s.SetRolesAsync(second, person.UserId!.Value, [Role.Officer], "Thôi kiêm", Stop))).IsDone);
        else Assert.True((await portal.UseAsync((AccountService s) => s.LockAsync(second, admin.UserId!.Value, "Nghỉ", Stop))).IsDone);
        Assert.Equal((0, false, 0), await WaitingAsync(portal, leader, second, person));
        Assert.Equal(1, (await portal.UseAsync((AccountRequestReadService s) => s.ListAsync(leader, 1, Stop))).Value.Total);

        var anew = await PasswordAsync(portal, second, person);
        Assert.NotEqual(asked, anew);
        Assert.True((await ConfirmAsync(portal, leader, anew)).IsDone);
    }

    private static async Task<(int Inbox, bool IsOpen, int OfAccount)> WaitingAsync(TestPortal portal, Actor leader, Actor admin, Actor person)
    {
        var inbox = (await portal.UseAsync((InboxService s) => s.ReadAsync(leader, Stop))).Value;
        Assert.Equal(inbox.Items.Count(i => i.Kind == InboxKind.AccountToConfirm), inbox.Counts.GetValueOrDefault(InboxKind.AccountToConfirm));
        return (
            inbox.Items.Count(i => i.Kind == InboxKind.AccountToConfirm),
            (await portal.UseAsync((AccountRequestReadService s) => s.ListAsync(leader, 1, Stop))).Value.Rows[0].IsOpen,
            (await portal.UseAsync((AccountRequestReadService s) => s.OfAccountAsync(admin, person.UserId!.Value, Stop))).Value.Count);
    }

    [Fact]
    public async Task A_request_of_somebody_who_manages_accounts_no_more_is_not_confirmed() => await RefusedAsync<RequesterGone>(async (portal, admin, second, asked) =>
    {
        Assert.True((await portal.UseAsync((AccountService s) => s.LockAsync(second, admin.UserId!.Value, "Nghỉ", Stop))).IsDone);
        return await ConfirmAsync(portal, second, asked);
    });

    [Fact]
    public async Task A_request_is_answered_once_also_by_two_at_the_same_moment()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        var (admin, one, two, person) = (await AdminAsync(portal), await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Officer));
        var asked = await PasswordAsync(portal, admin, person);
        var results = await Task.WhenAll(new[] { one, two, one }.Select(by => Task.Run(() => ConfirmAsync(portal, by, asked))));
        Assert.Single(results, r => r.IsDone);
        Assert.All(results.Where(r => !r.IsDone), r => Assert.IsType<RequestAnswered>(Assert.Single(r.Refusals)));
        await using var db = portal.Db();
        Assert.Equal(1, await db.OneTimeLinks.CountAsync(Stop));
        var rejected = await portal.UseAsync((AccountConfirmationService s) => s.RejectAsync(two, asked, "Muộn", Stop));
        Expect.RefusedOnlyBy<RequestAnswered>(rejected);
    }

    [Fact]
    public async Task The_same_is_asked_for_once_also_when_sent_twice_at_the_same_moment()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        var (admin, person) = (await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Officer));
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            portal.UseAsync((AccountRequestService s) => s.AskPasswordAsync(admin, person.UserId!.Value, "Quên", Stop)))));
        Assert.Single(results, r => r.IsDone);
        Assert.All(results.Where(r => !r.IsDone), r => Assert.IsType<AlreadyAsked>(Assert.Single(r.Refusals)));
    }

    [Fact]
    public async Task A_request_that_was_turned_down_or_taken_back_does_nothing_and_needs_a_reason()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, second, person) = (await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Officer));
        foreach (var by in new[] { admin, second })
        {
            var asked = await RolesAsync(portal, admin, person, Role.Officer, Role.Leader);
            Assert.Equal(Outcome.Invalid, (await portal.UseAsync((AccountConfirmationService s) => s.RejectAsync(by, asked, " ", Stop))).Outcome);
            Assert.True((await portal.UseAsync((AccountConfirmationService s) => s.RejectAsync(by, asked, "Không đúng người", Stop))).IsDone);
            Expect.RefusedOnlyBy<RequestAnswered>(await ConfirmAsync(portal, second, asked));
        }

        Assert.Equal([Role.Officer], await HeldAsync(portal, person));
    }

    [Fact]
    public async Task Nobody_asks_for_a_way_into_the_own_account_and_nobody_gives_oneself_a_role()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await AdminAsync(portal);
        await AdminAsync(portal);
        var own = admin.UserId!.Value;
        Expect.RefusedOnlyBy<OwnAccount>(await portal.UseAsync((AccountRequestService s) => s.AskPasswordAsync(admin, own, "Quên", Stop)));
        Expect.RefusedOnlyBy<OwnAccount>(await portal.UseAsync((AccountRequestService s) => s.AskFactorsAsync(admin, own, "Mất", Stop)));
        Expect.RefusedOnlyBy<OwnAccount>(await portal.UseAsync((AccountRequestService s) => s.AskUnlockAsync(admin, own, "Khóa", Stop)));
        Expect.RefusedOnlyBy<NobodyGivesOneselfRoles>(await portal.UseAsync((AccountService s) => s.SetRolesAsync(admin, own, [Role.Administrator, Role.Leader], "Cần", Stop)));
    }

    [Fact]
    public async Task A_lock_is_taken_back_by_two_and_only_where_there_is_one()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, second, person) = (await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Accountant));
        var id = person.UserId!.Value;
        Expect.RefusedOnlyBy<NotLocked>(await portal.UseAsync((AccountRequestService s) => s.AskUnlockAsync(admin, id, "Mở", Stop)));
        await portal.UseAsync((AccountService s) => s.LockAsync(admin, id, "Nghỉ phép dài", Stop));
        var asked = (await portal.UseAsync((AccountRequestService s) => s.AskUnlockAsync(admin, id, "Đi làm lại", Stop))).Value.RequestId!.Value;
        await using (var db = portal.Db()) Assert.True((await db.Users.SingleAsync(u => u.Id == id, Stop)).IsLocked);
        Assert.True((await ConfirmAsync(portal, second, asked)).IsDone);
        await using var after = portal.Db();
        Assert.False((await after.Users.SingleAsync(u => u.Id == id, Stop)).IsLocked);
        Assert.Equal("Đi làm lại", (await after.AuditEntries.OrderBy(e => e.Number).LastAsync(e => e.Entity == "AccountVerdict", Stop)).Reason);
    }

    [Fact]
    public async Task Factors_are_asked_for_only_where_there_are_some()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, person) = (await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Accountant));
        Expect.RefusedOnlyBy<NoFactor>(await portal.UseAsync((AccountRequestService s) => s.AskFactorsAsync(admin, person.UserId!.Value, "Mất máy", Stop)));
    }

    [Fact]
    public async Task A_request_about_nobody_and_a_request_that_is_not_there_are_not_found()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await AdminAsync(portal);
        Assert.Equal(Outcome.NotFound, (await portal.UseAsync((AccountRequestService s) => s.AskPasswordAsync(admin, 999_999, "Quên", Stop))).Outcome);
        Assert.Equal(Outcome.NotFound, (await ConfirmAsync(portal, admin, 999_999)).Outcome);
        Assert.Equal(Outcome.NotFound, (await portal.UseAsync((AccountConfirmationService s) => s.RejectAsync(admin, 999_999, "Không", Stop))).Outcome);
    }

    [Fact]
    public async Task Where_nobody_else_could_confirm_the_request_says_so()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, person) = (await AdminAsync(portal), await portal.PersonAsync("Mới", Role.Officer));
        var asked = await PasswordAsync(portal, admin, person);
        Assert.True((await portal.UseAsync((AccountRequestReadService s) => s.FindAsync(admin, asked, Stop))).Value.HasNoSecondPerson);
        Expect.RefusedOnlyBy<OwnRequest>(await ConfirmAsync(portal, admin, asked));
        await AdminAsync(portal);
        Assert.False((await portal.UseAsync((AccountRequestReadService s) => s.FindAsync(admin, asked, Stop))).Value.HasNoSecondPerson);
    }

    [Fact]
    public async Task Nobody_with_an_account_goes_the_operators_way()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await AdminAsync(portal);
        var made = await portal.UseAsync((OperatorAccountService s) => s.CreateAsync(
            admin, new NewAccount { Email = "a@b.vn", FullName = "A", Roles = [Role.Leader], Reason = "x" }, "Mot mat khau dai 1!", mustChange: false, Stop));
        Assert.Equal(Outcome.Forbidden, made.Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((OperatorAccountService s) => s.ResetAdministratorAsync(admin, "a@b.vn", "Mot mat khau dai 1!", "x", Stop))).Outcome);
    }

    [Fact]
    public async Task The_operator_brings_back_administrators_and_nobody_else()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, leader) = (await AdminAsync(portal), await portal.PersonAsync("Lãnh đạo", Role.Leader));
        var both = await portal.PersonAsync("Kiêm nhiệm", Role.Administrator, Role.Leader);
        var op = new Actor(null, "Dòng lệnh", new HashSet<string>([Permissions.AccountsManage], StringComparer.Ordinal));
        foreach (var (actor, outcome) in new[] { (leader, Outcome.NotFound), (both, Outcome.NotFound), (admin, Outcome.Done) })
        {
            await using var db = portal.Db();
            var email = await db.Users.Where(u => u.Id == actor.UserId).Select(u => u.Email).SingleAsync(Stop);
            Assert.Equal(outcome, (await portal.UseAsync((OperatorAccountService s) => s.ResetAdministratorAsync(op, email, "Mot mat khau dai 1!", "Mất điện thoại", Stop))).Outcome);
        }

        await using var after = portal.Db();
        Assert.Equal([admin.UserId!.Value], await after.Users.Where(u => u.MustChangePassword).Select(u => u.Id).ToListAsync(Stop));
    }

    private static Task<Actor> AdminAsync(TestPortal portal) => portal.PersonAsync("Vũ Thành Long", Role.Administrator);

    private static async Task RefusedAsync<TRefusal>(Func<TestPortal, Actor, Actor, int, Task<Result<ConfirmedRequest>>> act)
        where TRefusal : Refusal
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, second, person) = (await AdminAsync(portal), await AdminAsync(portal), await portal.PersonAsync("Trần Văn Mới", Role.Officer, Role.Manager));
        Expect.RefusedOnlyBy<TRefusal>(await act(portal, admin, second, await PasswordAsync(portal, admin, person)));
        await using var db = portal.Db();
        Assert.False(await db.Notices.AnyAsync(n => n.UserId == person.UserId && n.Kind == NoticeKind.LinkMade, Stop));
    }

    private static async Task<int> PasswordAsync(TestPortal portal, Actor admin, Actor person) =>
        (await portal.UseAsync((AccountRequestService s) => s.AskPasswordAsync(admin, person.UserId!.Value, "Quên mật khẩu", Stop))).Value.RequestId!.Value;

    private static async Task<int> RolesAsync(TestPortal portal, Actor admin, Actor person, params Role[] roles) =>
        (await portal.UseAsync((AccountService s) => s.SetRolesAsync(admin, person.UserId!.Value, roles, "Nhận việc", Stop))).Value.RequestId!.Value;

    private static Task<Result<ConfirmedRequest>> ConfirmAsync(TestPortal portal, Actor by, int id) => portal.UseAsync((AccountConfirmationService s) => s.ConfirmAsync(by, id, Stop));

    private static async Task<List<Role>> HeldAsync(TestPortal portal, Actor person)
    {
        await using var db = portal.Db();
        return [.. (await db.UserRoles.Where(l => l.UserId == person.UserId).Join(db.Roles, l => l.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync(Stop)).Select(Enum.Parse<Role>)];
    }
}
