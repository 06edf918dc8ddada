using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

public sealed class AuditVerifyServiceTests
{
    [Fact]
    public async Task An_untouched_database_agrees_with_its_trail()
    {
        await using var portal = await StartAsync();
        var report = await VerifyAsync(portal);
        Assert.Empty(report.Faults);
        Assert.True(report.Entries > 900 && report.Rows > 900);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET ActorName = 'Kẻ gian' WHERE Number = 500", AuditFaultKind.EntryChanged, 500, 500)]
    [InlineData("UPDATE AuditEntries SET Changes = '[]' WHERE Number = 1", AuditFaultKind.EntryChanged, 1, 1)]
    [InlineData("UPDATE AuditEntries SET RowHash = 'x' WHERE Number = 3", AuditFaultKind.EntryChanged, 3, 3)]
    [InlineData("DELETE FROM AuditEntries WHERE Number BETWEEN 10 AND 12", AuditFaultKind.EntriesMissing, 10, 12)]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 1", AuditFaultKind.EntriesMissing, 1, 1)]
    public async Task A_changed_or_missing_entry_is_named(string tampering, AuditFaultKind kind, long first, long last)
    {
        await using var portal = await StartAsync();
        await TamperAsync(portal, tampering);
        var report = await VerifyAsync(portal);
        Assert.Contains(new AuditFault(kind, first, last), report.Faults);
    }

    [Fact]
    public async Task A_cut_tail_is_found_by_the_head()
    {
        await using var portal = await StartAsync();
        var before = await VerifyAsync(portal);
        await TamperAsync(portal, $"DELETE FROM AuditEntries WHERE Number > {before.Head.Number - 2}");
        Assert.Contains(new AuditFault(AuditFaultKind.TailCut, before.Head.Number - 1, before.Head.Number), (await VerifyAsync(portal)).Faults);
    }

    [Fact]
    public async Task A_tail_cut_together_with_the_head_is_found_by_a_kept_head()
    {
        await using var portal = await StartAsync();
        var kept = (await VerifyAsync(portal)).Head;
        await TamperAsync(portal, $"DELETE FROM AuditEntries WHERE Number = {kept.Number}");
        await TamperAsync(portal, "UPDATE AuditHead SET LastNumber = (SELECT MAX(Number) FROM AuditEntries), LastHash = (SELECT Hash FROM AuditEntries ORDER BY Number DESC LIMIT 1)");
        Assert.True(AuditHeadMark.TryRead(kept.ToString(), out var read));
        Assert.DoesNotContain((await VerifyAsync(portal)).Faults, f => f.Kind == AuditFaultKind.TailCut);
        Assert.Contains(new AuditFault(AuditFaultKind.TailCut, kept.Number, kept.Number), (await VerifyAsync(portal, read)).Faults);
    }

    [Fact]
    public async Task A_head_that_names_another_hash_is_found()
    {
        await using var portal = await StartAsync();
        await TamperAsync(portal, "UPDATE AuditHead SET LastHash = 'x'");
        Assert.Equal(AuditFaultKind.HeadDiffers, Assert.Single((await VerifyAsync(portal)).Faults).Kind);
    }

    [Theory]
    [InlineData("UPDATE Organisations SET Name = 'Khác' WHERE Id = 1", AuditFaultKind.RowChanged, "Organisation", "1")]
    [InlineData("DELETE FROM AspNetUserRoles", AuditFaultKind.RowMissing, "IdentityUserRole", null)]
    [InlineData("INSERT INTO Organisations (Id, Code, Name, ShortName, Kind) SELECT 999, 'X', 'X', 'X', Kind FROM Organisations LIMIT 1", AuditFaultKind.RowExtra, "Organisation", "999")]
    [InlineData("UPDATE Users SET PasswordHash = 'của kẻ gian'", AuditFaultKind.RowChanged, "AppUser", null)]
    public async Task A_row_written_behind_the_portals_back_is_named(string tampering, AuditFaultKind kind, string entity, string? key)
    {
        await using var portal = await StartAsync();
        await TamperAsync(portal, tampering);
        var fault = Assert.Single((await VerifyAsync(portal)).Faults);
        Assert.Equal(kind, fault.Kind);
        Assert.StartsWith(entity, fault.Entity, StringComparison.Ordinal);
        if (key is not null) Assert.Equal(key, fault.Key);
        Assert.Contains(fault.Entity, AuditFaultText.Of(fault), StringComparison.Ordinal);
        Assert.StartsWith(EntityText.Of(fault.Entity), AuditFaultText.Of(fault), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_back_after_its_deletion_is_extra()
    {
        await using var portal = await StartAsync();
        int userId, roleId;
        await using (var db = portal.Db())
        {
            var link = await db.UserRoles.FirstAsync();
            (userId, roleId) = (link.UserId, link.RoleId);
            db.UserRoles.Remove(link);
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        Assert.Empty((await VerifyAsync(portal)).Faults);
        await TamperAsync(portal, $"INSERT INTO AspNetUserRoles (UserId, RoleId) VALUES ({userId}, {roleId})");
        var fault = Assert.Single((await VerifyAsync(portal)).Faults);
        Assert.Equal(AuditFaultKind.RowExtra, fault.Kind);
        Assert.NotEqual(0, fault.First);
    }

    [Fact]
    public async Task Many_entries_of_rows_that_are_gone_are_read_without_fault()
    {
        await using var portal = await StartAsync();
        await using (var db = portal.Db())
        {
            var head = await db.AuditHeads.SingleAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            var entries = ManyEntries(head, 5_000).ToList();
            foreach (var chunk in entries.Chunk(200))
            {
                var sql = "INSERT INTO AuditEntries (Number, At, ActorName, Action, Entity, EntityKey, Changes, RowHash, Hash) VALUES " + string.Join(',', chunk.Select(e =>
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({e.Number},'2024-01-01 00:00:00','Kiểm thử','Deleted','Gone','{e.EntityKey}','{{}}','{e.RowHash}','{e.Hash}')")));
                await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }

            var last = entries[^1];
            await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET LastNumber = {last.Number}, LastHash = {last.Hash}");
            await transaction.CommitAsync();
        }

        var report = await VerifyAsync(portal);
        Assert.Empty(report.Faults);
        Assert.True(report.Entries > 5_000);
    }

    private static IEnumerable<AuditEntry> ManyEntries(AuditHead head, int count)
    {
        var previous = head.LastHash;
        var gone = Data.Auditing.AuditSeal.HashOf(string.Empty);
        for (var i = 1; i <= count; i++)
        {
            AuditEntry Make(string hash) => new()
            {
                Number = head.LastNumber + i, At = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), ActorName = "Kiểm thử", Action = AuditAction.Deleted,
                Entity = "Gone", EntityKey = i.ToString(System.Globalization.CultureInfo.InvariantCulture), Changes = "{}", RowHash = gone, Hash = hash,
            };
            previous = Data.Auditing.CanonicalRow.SealOf(Make(string.Empty), previous, TestPortal.Seal);
            yield return Make(previous);
        }
    }

    private static async Task<TestPortal> StartAsync()
    {
        var portal = await TestPortal.StartAsync();
        await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        return portal;
    }

    private static async Task TamperAsync(TestPortal portal, string sql)
    {
        await using var db = portal.Db();
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql));
    }

    private static Task<AuditReport> VerifyAsync(TestPortal portal, AuditHeadMark? kept = null) =>
        portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(kept, CancellationToken.None));
}
