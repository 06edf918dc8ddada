using System.Text.Json;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>Which columns the trail tells by digests only, and that it does so in every entry.</summary>
public sealed class SecretColumnsTests
{
    // Whatever is named like a secret is one, or is said here not to be.
    private static readonly string[] Telling = ["Password", "Secret", "Stamp", "Token", "Xml", "PrivateKey"];

    private static readonly (string Entity, string Property)[] NoSecrets =
    [
        ("UserSession", "TokenHash"), ("OneTimeLink", "TokenHash"),
        ("AppUser", "MustChangePassword"), ("AppUser", "PasswordChangedAt"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_secret_is_a_column_of_the_model_and_each_column_named_like_one_is_listed()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var columns = EveryTable.Of(db).SelectMany(t => CanonicalRow.Audited(t).Select(p => (Entity: CanonicalRow.EntityName(t), p.Name))).ToHashSet();
        Assert.All(AuditScope.Secrets, s => Assert.Contains(s, columns));
        var named = columns.Where(c => Array.Exists(Telling, t => c.Name.Contains(t, StringComparison.Ordinal)));
        Assert.Equal(NoSecrets.Order(), named.Except(AuditScope.Secrets).Order());
    }

    [Fact]
    public async Task No_entry_of_any_table_repeats_a_secret()
    {
        await using var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        await EveryTable.FillAsync(portal.Db);
        await using var db = portal.Db();
        (await db.Users.FirstAsync(Stop)).PasswordHash = "mật khẩu";
        await db.SaveAsync(Actor.System("Kiểm thử"), null, Stop);
        HashSet<(string, string)> met = [];
        foreach (var entry in await db.AuditEntries.AsNoTracking().ToListAsync(Stop))
        {
            foreach (var (field, values) in JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!)
            {
                if (!AuditScope.IsSecret(entry.Entity, field)) continue;
                met.Add((entry.Entity, field));
                Assert.All(values, v => Assert.True(v is null || v.StartsWith(AuditSeal.DigestMark, StringComparison.Ordinal), $"{entry.Entity}.{field}: {v}"));
            }
        }

        Assert.Empty(AuditScope.Secrets.Except(met));
    }

    [Fact]
    public async Task An_entry_from_before_its_column_counted_as_a_secret_agrees_and_still_tells_a_falsified_value()
    {
        await using var portal = await TestPortal.StartAsync();
        var holder = await portal.PersonAsync("Lê Văn Hùng", Role.Leader);
        await WriteAsync(portal, holder, "khóa đầu");
        await RewriteNewestAsync(portal, """{"LoginProvider":[null,"x"],"Name":[null,"khóa"],"UserId":[null,"1"],"Value":[null,"khóa đầu"]}""");
        Assert.Empty(await FaultsAsync(portal));

        await WriteAsync(portal, holder, "khóa sau");
        Assert.Empty(await FaultsAsync(portal));

        await using var db = portal.Db();
        await db.Database.ExecuteSqlAsync($"UPDATE AspNetUserTokens SET Value = 'của kẻ gian'", Stop);
        Assert.Contains(await FaultsAsync(portal), f => f is { Entity: "IdentityUserToken", Field: "Value" });
    }

    private static async Task WriteAsync(TestPortal portal, Actor holder, string value)
    {
        await using var db = portal.Db();
        var row = await db.UserTokens.SingleOrDefaultAsync(Stop);
        if (row is null) db.UserTokens.Add(new IdentityUserToken<int> { UserId = holder.UserId!.Value, LoginProvider = "x", Name = "khóa", Value = value });
        else row.Value = value;
        await db.SaveAsync(holder, null, Stop);
    }

    private static async Task RewriteNewestAsync(TestPortal portal, string changes)
    {
        await using var db = portal.Db();
        var last = await db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstAsync(Stop);
        var before = await db.AuditEntries.Where(e => e.Number == last.Number - 1).Select(e => e.Hash).SingleAsync(Stop);
        var hash = await OldEntries.RewriteAsync(db, last, changes, last.RowHash, before, Stop);
        await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET LastHash = {hash}", Stop);
    }

    private static async Task<IReadOnlyList<AuditFault>> FaultsAsync(TestPortal portal) =>
        (await portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, Stop))).Faults;
}
