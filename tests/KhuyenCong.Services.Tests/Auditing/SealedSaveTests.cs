using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Inbox;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Seeding;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>A save, a sign-in and a start believe no row that does not agree with the trail.</summary>
public sealed class SealedSaveTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _leader = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _leader = await _portal.PersonAsync("Lê Văn Hùng", Role.Leader);
    }

    [Fact]
    public async Task A_save_of_the_identity_stores_does_not_launder_a_password_that_was_put_there_by_sql()
    {
        await TamperAsync("UPDATE Users SET PasswordHash = 'của kẻ gian'");
        await using (var store = _portal.Db())
        {
            (await store.Users.SingleAsync(Stop)).AccessFailedCount++;
            await Assert.ThrowsAsync<FalsifiedRowException>(() => store.SaveChangesAsync(Stop));
        }

        await using var db = _portal.Db();
        var alarm = await db.IntegrityAlarms.SingleAsync(Stop);
        Assert.Equal((IntegrityAlarmKind.RowChanged, "AppUser", "1"), (alarm.Kind, alarm.Entity, alarm.EntityKey));
        Assert.Equal(0, await db.Users.Select(u => u.AccessFailedCount).SingleAsync(Stop));
        Assert.Contains(await FaultsAsync(), f => f is { Kind: AuditFaultKind.RowChanged, Entity: "AppUser", Field: "PasswordHash" });
    }

    [Theory]
    [InlineData("UPDATE SpendingNorms SET Cap = 1 WHERE Id = 1", "Cap")]
    [InlineData("UPDATE SpendingNorms SET Enabled = 0 WHERE Id = 1", "Enabled")]
    public async Task A_falsified_norm_is_neither_changed_nor_deleted_and_the_same_alarm_is_told_once(string crime, string field)
    {
        await TamperAsync(crime);
        for (var turn = 0; turn < 2; turn++)
        {
            await using var db = _portal.Db();
            var norm = await db.SpendingNorms.SingleAsync(n => n.Id == 1, Stop);
            if (turn == 0) db.Entry(norm).Property("Title").CurrentValue = "Tên mới";
            else db.Remove(norm);
            var refused = await Assert.ThrowsAsync<FalsifiedRowException>(() => db.SaveAsync(_leader, null, Stop));
            Assert.Equal(("SpendingNorm", "1"), (Assert.Single(refused.Rows).Entity, refused.Rows[0].Key));
        }

        await using var look = _portal.Db();
        Assert.Equal("Lê Văn Hùng", (await look.IntegrityAlarms.SingleAsync(Stop)).During);
        Assert.Contains(await FaultsAsync(), f => f is { Kind: AuditFaultKind.RowChanged, Entity: "SpendingNorm" } && f.Field == field);
    }

    [Fact]
    public async Task A_row_falsified_between_loading_and_saving_is_found()
    {
        await using var db = _portal.Db();
        var norm = await db.SpendingNorms.SingleAsync(n => n.Id == 1, Stop);
        db.Entry(norm).Property("Title").CurrentValue = "Tên mới";
        await TamperAsync("UPDATE SpendingNorms SET Cap = 1 WHERE Id = 1");
        await Assert.ThrowsAsync<FalsifiedRowException>(() => db.SaveAsync(_leader, null, Stop));
    }

    [Fact]
    public async Task A_row_that_somebody_else_lawfully_changed_meanwhile_is_a_conflict_and_no_alarm()
    {
        await using var slow = _portal.Db();
        var mine = await slow.Organisations.FirstAsync(o => o.Id == 1, Stop);
        await using (var fast = _portal.Db())
        {
            fast.Entry(await fast.Organisations.FirstAsync(o => o.Id == 1, Stop)).Property("Name").CurrentValue = "Tên của người nhanh hơn";
            await fast.SaveAsync(_leader, null, Stop);
        }

        slow.Entry(mine).Property("ShortName").CurrentValue = "Tên ngắn";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveAsync(_leader, null, Stop));
        Assert.Equal(0, await slow.IntegrityAlarms.CountAsync(Stop));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Forging_the_newest_entry_along_with_the_row_deceives_no_save()
    {
        string forged;
        await using (var db = _portal.Db())
        {
            await TamperAsync("UPDATE SpendingNorms SET Cap = 1 WHERE Id = 1");
            forged = CanonicalRow.HashOf(db.Entry(await db.SpendingNorms.SingleAsync(n => n.Id == 1, Stop)));
        }

        await TamperAsync($"UPDATE AuditEntries SET RowHash = '{forged}' WHERE Entity = 'SpendingNorm' AND EntityKey = '1'");
        await using var worker = _portal.Db();
        worker.Entry(await worker.SpendingNorms.SingleAsync(n => n.Id == 1, Stop)).Property("Title").CurrentValue = "Tên mới";
        await Assert.ThrowsAsync<FalsifiedRowException>(() => worker.SaveAsync(_leader, null, Stop));
    }

    [Theory]
    [InlineData("DELETE FROM AdjustmentAuthorities WHERE Kind = 'RaiseSupport'", "AdjustmentAuthority", "RaiseSupport")]
    [InlineData("DELETE FROM ApprovalSteps WHERE Subject = 'Adjustment'", "ApprovalStep", null)]
    [InlineData("DELETE FROM SpendingNorms WHERE Id = 2", "SpendingNorm", "2")]
    [InlineData("DELETE FROM ActivityCategories WHERE Id = 3", "ActivityCategory", "3")]
    [InlineData("DELETE FROM Organisations WHERE Id = 1", "Organisation", "1")]
    [InlineData("DELETE FROM AdministrativeUnits WHERE Id = 400", "AdministrativeUnit", "400")]
    [InlineData("DELETE FROM AspNetRoles WHERE Name = 'Manager'", "AppRole", null)]
    [InlineData("UPDATE SpendingNorms SET Code = 'KHAC' WHERE Id = 2", "SpendingNorm", "2")]
    public async Task A_start_does_not_bring_back_what_the_trail_knows_and_the_table_lacks(string crime, string entity, string? key)
    {
        await TamperAsync("PRAGMA foreign_keys = OFF; " + crime);
        var before = await EntriesAsync();
        var gone = await new ReferenceSeeder(new Contexts(_portal)).SeedAsync(Stop);
        Assert.Contains(gone, g => g.Entity == entity && (key is null || g.Key == key));
        await using var db = _portal.Db();
        Assert.All(await db.AuditEntries.Where(e => e.Number > before).ToListAsync(Stop), e => Assert.Equal("IntegrityAlarm", e.Entity));
        Assert.Contains(await FaultsAsync(), f => f.Entity == entity && f.Kind is AuditFaultKind.RowMissing or AuditFaultKind.RowChanged);
    }

    [Fact]
    public async Task An_account_whose_rights_agree_passes_and_one_with_a_role_or_claim_by_sql_does_not()
    {
        Assert.Empty(await RightsAsync());
        await TamperAsync("INSERT INTO AspNetUserRoles (UserId, RoleId) SELECT 1, Id FROM AspNetRoles WHERE Name = 'Administrator'");
        Assert.Equal(IntegrityAlarmKind.RowExtra, Assert.Single(await RightsAsync()).Kind);
        await TamperAsync("DELETE FROM AspNetUserRoles WHERE RoleId = (SELECT Id FROM AspNetRoles WHERE Name = 'Administrator')");
        Assert.Empty(await RightsAsync());
        await TamperAsync("INSERT INTO AspNetUserClaims (UserId, ClaimType, ClaimValue) VALUES (1, 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role', 'Administrator')");
        Assert.Equal("IdentityUserClaim", Assert.Single(await RightsAsync()).Entity.Split('<')[0]);
        await TamperAsync("DELETE FROM AspNetUserClaims; UPDATE AspNetRoles SET Name = 'Administrator2' WHERE Name = 'Administrator'; UPDATE AspNetRoles SET Name = 'Administrator' WHERE Name = 'Leader'");
        Assert.All(await RightsAsync(), r => Assert.Equal("AppRole", r.Entity));
        Assert.Equal(2, (await RightsAsync()).Count);
    }

    [Fact]
    public async Task Taking_note_of_an_alarm_is_for_administrators_and_ends_the_notice()
    {
        await TamperAsync("DELETE FROM SpendingNorms WHERE Id = 2");
        await new ReferenceSeeder(new Contexts(_portal)).SeedAsync(Stop);
        var administrator = await _portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        Assert.Equal(1, await CountAsync());
        Assert.Equal(Outcome.Forbidden, (await _portal.UseAsync((IntegrityAlarmService s) => s.SeeAsync(_leader, 1, Stop))).Outcome);
        Assert.True((await _portal.UseAsync((IntegrityAlarmService s) => s.SeeAsync(administrator, 1, Stop))).IsDone);
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync() => (await _portal.UseAsync((InboxService s) => s.CountAsync(administrator, Stop))).Alarms;
    }

    [Fact]
    public async Task The_trail_holds_a_digest_of_a_secret_and_never_the_secret()
    {
        await using (var db = _portal.Db())
        {
            var user = await db.Users.SingleAsync(Stop);
            user.PasswordHash = "bí mật đầu tiên";
            await db.SaveAsync(_leader, null, Stop);
            user.PasswordHash = "bí mật thứ hai";
            await db.SaveAsync(_leader, null, Stop);
        }

        await using var look = _portal.Db();
        var changes = await look.AuditEntries.Where(e => e.Entity == "AppUser").OrderBy(e => e.Number).Select(e => e.Changes).ToListAsync(Stop);
        Assert.All(changes, c => Assert.DoesNotContain("bí mật", c, StringComparison.Ordinal));
        Assert.Contains("\"PasswordHash\":[\"hmac:", changes[^1], StringComparison.Ordinal);
        Assert.Empty(await FaultsAsync());
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<IReadOnlyList<BrokenSeal>> RightsAsync() => _portal.UseAsync((AccountSealService s) => s.FindFalsifiedAsync(_leader, Stop));

    private async Task<IReadOnlyList<AuditFault>> FaultsAsync() => (await _portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, Stop))).Faults;

    private async Task<long> EntriesAsync()
    {
        await using var db = _portal.Db();
        return await db.AuditHeads.Select(h => h.LastNumber).SingleAsync(Stop);
    }

    private async Task TamperAsync(string sql)
    {
        await using var db = _portal.Db();
        await db.Database.OpenConnectionAsync(Stop);
        await db.Database.ExecuteSqlRawAsync(sql, Stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", Stop);
    }

    private sealed class Contexts(TestPortal portal) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => portal.Db();
    }
}
