using System.Data.Common;
using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Seeding;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>
/// Somebody falsifies any row of any table by SQL; then the portal writes that very row lawfully, and starts again. Nothing of
/// that makes the falsification true: the save refuses and names the row, and the verification names it afterwards.
/// </summary>
public sealed class LaunderingDrillTests : IAsyncLifetime
{
    private const int Rounds = 320;
    private const int Seed = 20241115;

    private static readonly Actor Clerk = Actor.System("Kiểm thử");

    private TestPortal _portal = null!;
    private Thief _thief = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartOnFileAsync();
        await TamperScene.WriteAsync(_portal);
        await EveryTable.FillAsync(_portal.Db);
        _thief = await Thief.EnterAsync(_portal);
    }

    [Fact]
    public async Task Every_table_has_rows_to_falsify_and_the_untouched_scene_agrees()
    {
        await using var db = _portal.Db();
        List<string> empty = [];
        foreach (var type in EveryTable.Of(db))
        {
            if (!await EveryTable.Rows(db, type).AnyAsync(TestContext.Current.CancellationToken)) empty.Add(type.ShortName());
        }

        Assert.Empty(empty);
        Assert.Empty((await VerifyAsync()).Faults.Select(AuditFaultText.Of));
    }

    [Fact]
    public async Task A_falsified_row_is_named_by_the_save_and_by_the_verification_after_a_lawful_act_and_a_restart()
    {
        var random = new Random(Seed);
        IReadOnlyList<IEntityType> types;
        await using (var db = _portal.Db()) types = EveryTable.Of(db);
        List<string> missed = [];
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var type = types[round % types.Count];
            var crime = (Crime)(round / types.Count % 3);
            var (told, outcome, wasRefused) = await CommitAsync(type, crime, random);
            refused += wasRefused ? 1 : 0;
            if (outcome is not null) missed.Add($"seed {Seed}, round {round}: {told} → {outcome}");
            _thief.Restore();
        }

        Assert.True(missed.Count == 0, string.Join(Environment.NewLine, missed));
        Assert.True(refused > Rounds / 3, $"Only {refused} saves met a falsified row.");
        Assert.Empty((await VerifyAsync()).Faults);
    }

    public async ValueTask DisposeAsync()
    {
        await _thief.DisposeAsync();
        await _portal.DisposeAsync();
    }

    // What went wrong, or null; and whether the lawful save was refused.
    private async Task<(string Told, string? Outcome, bool WasRefused)> CommitAsync(IEntityType type, Crime crime, Random random)
    {
        var before = await KeysAsync(type);
        var at = random.Next(before.Count);
        await using var worker = _portal.Db();

        // Half of the time the row was loaded before it is falsified.
        var loaded = crime == Crime.Delete || (crime == Crime.Change && random.Next(2) == 0) ? await FindAsync(worker, type, before[at]) : null;
        var (told, key) = crime switch
        {
            Crime.Change => await ChangeAsync(type, at, before[at], random),
            Crime.Delete => await DeleteAsync(type, at, before[at]),
            _ => await InsertAsync(type, at, before, random),
        };
        var entity = CanonicalRow.EntityName(type);
        var refusal = await ActAsync(worker, type, loaded, key);
        var restarted = await RestartAsync();
        var faults = (await VerifyAsync()).Faults;
        var names = faults.Any(f => f.Entity == entity && f.Key == key);
        if (!names) return (told, $"not named: {string.Join(" ", faults.Select(AuditFaultText.Of))}", refusal is not null);
        if (refusal is { Count: > 0 } && !refusal.Any(r => r.Entity == entity && r.Key == key)) return (told, "the save names another row", true);
        return (told, refusal is null && restarted && !typeof(IAppendOnly).IsAssignableFrom(type.ClrType) ? "saved" : null, refusal is { Count: > 0 });
    }

    /// <summary>Writes the row as a lawful use case would.</summary>
    /// <returns>What the save named; empty when the row could not even be read or written; null when it was saved.</returns>
    private static async Task<IReadOnlyList<BrokenSeal>?> ActAsync(AppDbContext db, IEntityType type, object? loaded, string key)
    {
        if (typeof(IAppendOnly).IsAssignableFrom(type.ClrType)) return null;
        try
        {
            var entity = loaded ?? await FindAsync(db, type, key);
            if (entity is null) return [];
            var entry = db.Entry(entity);
            var written = entry.Properties.FirstOrDefault(p => !p.Metadata.IsPrimaryKey() && !p.Metadata.IsConcurrencyToken && !AuditScope.IsDerived(p.Metadata));
            if (written is null) entry.State = EntityState.Deleted;
            else written.IsModified = true;
            await db.SaveAsync(Clerk, null, CancellationToken.None);
            return null;
        }
        catch (FalsifiedRowException refused)
        {
            return refused.Rows;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or InvalidCastException or ArgumentException or OverflowException or DbUpdateException or DbException)
        {
            // What no entity can hold cannot be read, and so is not written either.
            return [];
        }
    }

    private async Task<bool> RestartAsync()
    {
        try
        {
            await new ReferenceSeeder(new Contexts(_portal)).SeedAsync(CancellationToken.None);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or InvalidCastException or ArgumentException or OverflowException or DbUpdateException or DbException)
        {
            // The start ends with a message; nothing was added.
            return false;
        }
    }

    private static async Task<object?> FindAsync(AppDbContext db, IEntityType type, string key) =>
        (await EveryTable.Rows(db, type).ToListAsync()).Find(e => CanonicalRow.KeyOf(db.Entry(e)) == key);

    private async Task<(string Told, string Key)> ChangeAsync(IEntityType type, int at, string key, Random random)
    {
        var keys = type.FindPrimaryKey()!.Properties;
        var free = type.GetProperties().Where(p => !AuditScope.IsDerived(p) && !keys.Contains(p)).Select(p => p.GetColumnName()).ToList();
        if (free.Count == 0) return await DeleteAsync(type, at, key);
        for (var tries = 0; ; tries++)
        {
            var column = free[random.Next(free.Count)];
            try
            {
                Assert.Equal(1, await _thief.RunAsync($"UPDATE {Table(type)} SET \"{column}\" = {Thief.Lie(column, random)} WHERE rowid = {RowId(type, at)}"));
                return ($"change {Table(type)}.{column} of {key}", key);
            }
            catch (SqliteException taken) when (taken.SqliteErrorCode == 19 && tries < 20)
            {
                // The database itself does not take a value that another row has: another lie is told.
            }
        }
    }

    private async Task<(string Told, string Key)> DeleteAsync(IEntityType type, int at, string key)
    {
        Assert.Equal(1, await _thief.RunAsync($"DELETE FROM {Table(type)} WHERE rowid = {RowId(type, at)}"));
        return ($"delete {Table(type)} {key}", key);
    }

    // A copy of a row under a key that nobody has; unique columns differ too.
    private async Task<(string Told, string Key)> InsertAsync(IEntityType type, int at, List<string> before, Random random)
    {
        var offset = 1_000 + random.Next(1_000);
        var unique = type.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Concat(type.FindPrimaryKey()!.Properties).Select(p => p.GetColumnName()).ToHashSet(StringComparer.Ordinal);
        var columns = await _thief.ColumnsAsync(type.GetTableName()!);
        var values = columns.Select(c => unique.Contains(c)
            ? $"CASE WHEN \"{c}\" IS NULL THEN NULL WHEN typeof(\"{c}\") = 'integer' THEN \"{c}\" + {offset} ELSE \"{c}\" || '{offset}' END"
            : $"\"{c}\"");
        Assert.Equal(1, await _thief.RunAsync(
            $"INSERT INTO {Table(type)} ({string.Join(',', columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(',', values)} FROM {Table(type)} WHERE rowid = {RowId(type, at)}"));
        var key = Assert.Single((await KeysAsync(type)).Except(before, StringComparer.Ordinal));
        return ($"insert {Table(type)} {key}", key);
    }

    private async Task<List<string>> KeysAsync(IEntityType type)
    {
        await using var db = _portal.Db();
        await db.Database.OpenConnectionAsync();
        List<string> keys = [];
        await foreach (var rows in StoredRows.ReadAsync(db, db.Model.FindEntityType(type.Name)!, [], 1_000, CancellationToken.None)) keys.AddRange(rows.Select(r => r.Key));
        return keys;
    }

    private static string Table(IEntityType type) => $"\"{type.GetTableName()}\"";

    private static string RowId(IEntityType type, int at) => string.Create(CultureInfo.InvariantCulture, $"(SELECT rowid FROM {Table(type)} ORDER BY rowid LIMIT 1 OFFSET {at})");

    private Task<AuditReport> VerifyAsync() => _portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None));

    private enum Crime
    {
        Change,
        Delete,
        Insert,
    }

    private sealed class Contexts(TestPortal portal) : IDbContextFactory<AppDbContext>
    {
        public AppDbContext CreateDbContext() => portal.Db();
    }
}
