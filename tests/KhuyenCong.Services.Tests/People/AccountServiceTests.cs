using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.People.AccountRefusals;

namespace KhuyenCong.Services.Tests.People;

public sealed class AccountServiceTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task An_administrator_makes_an_account_that_may_do_nothing_until_its_roles_are_confirmed()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        var made = await portal.UseAsync((AccountRequestService s) => s.AskAccountAsync(admin, Request("  Moi@Kiemthu.vn "), Stop));
        await using var db = portal.Db();
        var request = await db.AccountRequests.SingleAsync(r => r.Id == made.Value.RequestId, Stop);
        var row = await portal.UseAsync((AccountDirectoryService s) => s.FindAsync(admin, request.UserId, Stop));
        Assert.Equal(("Moi@Kiemthu.vn", "Trần Mới", false, false), (row.Value.Email, row.Value.FullName, row.Value.IsLocked, row.Value.HasPassword));
        Assert.Empty(row.Value.Roles);
        Assert.Equal([Role.Division, Role.Accountant], request.AskedRoles());
        Assert.Equal("Vũ Thành Long", (await db.AuditEntries.OrderBy(e => e.Number).LastAsync(e => e.Entity == "AppUser", Stop)).ActorName);
    }

    [Fact]
    public async Task A_new_account_waits_only_while_its_request_can_still_be_confirmed()
    {
        await using var portal = await TestPortal.StartAsync();
        var (admin, second) = (await portal.PersonAsync("Vũ Thành Long", Role.Administrator), await portal.PersonAsync("Hà Thu", Role.Administrator));
        await portal.UseAsync((AccountRequestService s) => s.AskAccountAsync(admin, Request("moi@kiemthu.vn"), Stop));
        Assert.Equal(AccountState.Waiting, await StateAsync());
        Assert.True((await portal.UseAsync((AccountService s) => s.LockAsync(second, admin.UserId!.Value, "Nghỉ", Stop))).IsDone);
        Assert.Equal(AccountState.NoPassword, await StateAsync());

        async Task<AccountState> StateAsync() =>
            Assert.Single((await portal.UseAsync((AccountDirectoryService s) => s.ListAsync(second, new AccountFilter("moi@kiemthu.vn", null, 1), Stop))).Value.Rows).State;
    }

    [Fact]
    public async Task Create_refuses_an_address_that_is_taken_in_any_case()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        await portal.UseAsync((AccountRequestService s) => s.AskAccountAsync(admin, Request("moi@kiemthu.vn"), Stop));
        var again = await portal.UseAsync((AccountRequestService s) => s.AskAccountAsync(admin, Request("MOI@kiemthu.vn"), Stop));
        Assert.IsType<AddressTaken>(Assert.Single(again.Refusals));
    }

    [Theory]
    [InlineData(null, "Email")]
    [InlineData("khong phai email", "Email")]
    public async Task Create_refuses_a_bad_address(string? email, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        var result = await portal.UseAsync((AccountRequestService s) => s.AskAccountAsync(admin, Request(email), Stop));
        Assert.Equal(Outcome.Invalid, result.Outcome);
        Assert.All(result.Errors, e => Assert.Equal(field, e.Field));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_manages_accounts()
    {
        await using var portal = await TestPortal.StartAsync();
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            var actor = await portal.PersonAsync("Người", role);
            await portal.UseAsync(async (AccountService s) =>
            {
                Assert.Equal(Outcome.Forbidden, (await s.LockAsync(actor, 1, "x", Stop)).Outcome);
                Assert.Equal(Outcome.Forbidden, (await s.SetRolesAsync(actor, actor.UserId!.Value, [Role.Administrator], "x", Stop)).Outcome);
                return true;
            });
            await portal.UseAsync(async (AccountRequestService s) =>
            {
                Assert.Equal(Outcome.Forbidden, (await s.AskAccountAsync(actor, Request("a@b.vn"), Stop)).Outcome);
                Assert.Equal(Outcome.Forbidden, (await s.AskUnlockAsync(actor, 1, "x", Stop)).Outcome);
                Assert.Equal(Outcome.Forbidden, (await s.AskPasswordAsync(actor, 1, "x", Stop)).Outcome);
                Assert.Equal(Outcome.Forbidden, (await s.AskFactorsAsync(actor, 1, "x", Stop)).Outcome);
                return true;
            });
            Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((AccountDirectoryService s) => s.ListAsync(actor, new AccountFilter(null, null, 1), Stop))).Outcome);
        }
    }

    [Fact]
    public async Task Lock_needs_a_reason_and_changes_the_session_stamp()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        var person = await portal.PersonAsync("Đỗ Quang Huy", Role.Manager);
        var id = person.UserId!.Value;
        Assert.Equal(Outcome.Invalid, (await portal.UseAsync((AccountService s) => s.LockAsync(admin, id, "  ", Stop))).Outcome);
        Assert.True((await portal.UseAsync((AccountService s) => s.LockAsync(admin, id, "Nghỉ việc", Stop))).IsDone);
        await using (var db = portal.Db())
        {
            var user = await db.Users.SingleAsync(u => u.Id == id, Stop);
            Assert.True(user.IsLocked);
            Assert.NotEqual("s", user.SecurityStamp);
            Assert.Equal("Nghỉ việc", (await db.AuditEntries.OrderBy(e => e.Number).LastAsync(Stop)).Reason);
        }
    }

    [Fact]
    public async Task Nobody_locks_oneself_even_when_others_are_left()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        await portal.PersonAsync("Người khác", Role.Administrator);
        var result = await portal.UseAsync((AccountService s) => s.LockAsync(admin, admin.UserId!.Value, "Thử", Stop));
        Assert.IsType<NobodyLocksOneself>(Assert.Single(result.Refusals));
    }

    [Fact]
    public async Task A_locked_administrator_does_not_count_as_one_left()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        var other = await portal.PersonAsync("Người khác", Role.Administrator);
        Assert.True((await portal.UseAsync((AccountService s) => s.LockAsync(admin, other.UserId!.Value, "Thử", Stop))).IsDone);
        var result = await portal.UseAsync((AccountService s) => s.SetRolesAsync(admin, admin.UserId!.Value, [Role.Manager], "Thử", Stop));
        Assert.Equal([nameof(LastAdministrator), nameof(NobodyGivesOneselfRoles)], result.Refusals.Select(r => r.Code));
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        await using var portal = await TestPortal.StartAsync();
        var one = await portal.PersonAsync("Một", Role.Administrator);
        var two = await portal.PersonAsync("Hai", Role.Administrator, Role.Manager);
        var results = await Task.WhenAll(
            Task.Run<Result>(async () => await portal.UseAsync((AccountService s) => s.SetRolesAsync(one, two.UserId!.Value, [Role.Manager], "Thử", Stop))),
            Task.Run<Result>(() => portal.UseAsync((AccountService s) => s.LockAsync(two, one.UserId!.Value, "Thử", Stop))));
        Assert.Single(results, r => r.IsDone);
        Assert.IsType<LastAdministrator>(Assert.Single(results.Single(r => !r.IsDone).Refusals));
    }

    [Fact]
    public async Task List_finds_without_diacritics_filters_by_role_and_pages()
    {
        await using var portal = await TestPortal.StartAsync();
        var admin = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        await portal.PersonAsync("Đặng Thị Ánh", Role.Officer);
        for (var i = 0; i < 30; i++) await portal.PersonAsync("Cán bộ", Role.Officer);
        var found = await portal.UseAsync((AccountDirectoryService s) => s.ListAsync(admin, new AccountFilter("dang anh", Role.Officer, 1), Stop));
        Assert.Equal("Đặng Thị Ánh", Assert.Single(found.Value.Rows).FullName);
        var beyond = await portal.UseAsync((AccountDirectoryService s) => s.ListAsync(admin, new AccountFilter(null, Role.Officer, 99), Stop));
        Assert.Equal((31, 2, 6), (beyond.Value.Total, beyond.Value.Page, beyond.Value.Rows.Count));
    }

    private static NewAccount Request(string? email) => new()
    {
        Email = email, FullName = " Trần  Mới ", Roles = [Role.Accountant, Role.Division], Reason = "Người mới",
    };
}
