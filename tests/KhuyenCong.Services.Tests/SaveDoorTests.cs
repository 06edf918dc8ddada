using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests;

public class SaveDoorTests
{
    [Fact]
    public async Task Reference_data_is_there_once_and_audited()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();

        Assert.Equal(429, await db.Units.CountAsync());
        Assert.Equal(10, await db.Categories.CountAsync());
        Assert.Equal(6, await db.SpendingNorms.CountAsync());
        Assert.Equal(Enum.GetValues<Role>().Length, await db.Roles.CountAsync());
        var head = await db.AuditHeads.SingleAsync();
        Assert.Equal(head.LastNumber, await db.AuditEntries.CountAsync());
        Assert.True(head.LastNumber > 429);
        Assert.Equal(429, await db.AuditEntries.CountAsync(e => e.Entity == nameof(AdministrativeUnit)));
    }

    [Fact]
    public async Task Saving_writes_who_why_and_the_changed_fields()
    {
        await using var portal = await TestPortal.StartAsync();
        var accountant = await portal.PersonAsync("Kế toán", Role.Accountant);
        await using (var db = portal.Db())
        {
            db.Allotments.Add(new Allotment { Year = 2024, Source = FundingSource.Local });
            await db.SaveAsync(accountant, null, CancellationToken.None);
        }

        await using (var db = portal.Db())
        {
            var allotment = await db.Allotments.SingleAsync();
            allotment.Add(new AllotmentPaper { Number = "01/QĐ", Amount = Vnd.Million(8000), RecordedById = accountant.UserId!.Value, RecordedAt = portal.Clock.NowUtc() });
            await db.SaveAsync(accountant, "giao đầu năm", CancellationToken.None);
            var entry = await db.AuditEntries.SingleAsync(e => e.Entity == nameof(Allotment) && e.Action == AuditAction.Changed);
            Assert.Equal(("Kế toán", "giao đầu năm"), (entry.ActorName, entry.Reason));
            Assert.Contains("\"Allotted\":[\"0\",\"8000000000\"]", entry.Changes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Append_only_rows_are_neither_changed_nor_deleted()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        db.Remove(await db.AuditEntries.FirstAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveAsync(Actor.System("x"), null, CancellationToken.None));
    }

    [Fact]
    public async Task There_is_no_other_door()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        db.Beneficiaries.Add(new Beneficiary { Name = "A" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Fact]
    public async Task Two_writers_of_the_same_row_do_not_both_win()
    {
        await using var portal = await TestPortal.StartAsync();
        await using (var db = portal.Db())
        {
            var allotment = new Allotment { Year = 2024, Source = FundingSource.Local };
            db.Allotments.Add(allotment);
            await db.SaveAsync(Actor.System("x"), null, CancellationToken.None);
        }

        await using var first = portal.Db();
        await using var second = portal.Db();
        (await first.Allotments.SingleAsync()).Touch();
        (await second.Allotments.SingleAsync()).Touch();
        await first.SaveAsync(Actor.System("x"), null, CancellationToken.None);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveAsync(Actor.System("y"), null, CancellationToken.None));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_allotment_beyond_what_is_allotted()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        db.Allotments.Add(new Allotment { Year = 2024, Source = FundingSource.Local });
        await db.SaveAsync(Actor.System("x"), null, CancellationToken.None);
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE Allotments SET Allocated = 1"));
    }
}
