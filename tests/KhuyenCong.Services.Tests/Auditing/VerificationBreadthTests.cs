using System.Globalization;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>What the verification asks beyond rows and entries: rights at the moment, the schema, and that it ends whatever stands in the tables.</summary>
public sealed class VerificationBreadthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_of_somebody_whose_role_was_lent_by_sql_for_a_minute_is_named()
    {
        await using var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        var officer = await portal.PersonAsync("Y Thịnh Niê", Role.Officer);
        await RunAsync(portal, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO AspNetUserRoles SELECT {officer.UserId}, Id FROM AspNetRoles WHERE Name = 'Accountant'"));
        var key = await JudgeAsync(portal, officer);
        await RunAsync(portal, string.Create(CultureInfo.InvariantCulture, $"DELETE FROM AspNetUserRoles WHERE UserId = {officer.UserId} AND RoleId = (SELECT Id FROM AspNetRoles WHERE Name = 'Accountant')"));
        var fault = Assert.Single(await FaultsAsync(portal), f => f.Kind == AuditFaultKind.RightLacking);
        Assert.Equal(("MoneyVerdict", key, Permissions.MoneyValidate), (fault.Entity, fault.Key, fault.Field));
        Assert.Contains("không có quyền", AuditFaultText.Of(fault), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public async Task A_right_that_was_taken_counts_as_long_as_a_session_may_not_know_of_it(int minutes, bool isGood)
    {
        await using var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        var accountant = await portal.PersonAsync("Trần Thu Hà", Role.Accountant);
        await using (var db = portal.Db())
        {
            db.UserRoles.RemoveRange(db.UserRoles.Where(l => l.UserId == accountant.UserId));
            await db.SaveAsync(accountant, null, Stop);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await JudgeAsync(portal, accountant);
        Assert.Equal(isGood, (await FaultsAsync(portal)).Count == 0);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public async Task A_lent_right_counts_on_its_days(int days, bool isGood)
    {
        await using var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        var lender = await portal.PersonAsync("Trần Thu Hà", Role.Accountant);
        var borrower = await portal.PersonAsync("Y Thịnh Niê", Role.Officer);
        var administrator = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        await using (var db = portal.Db())
        {
            db.Delegations.Add(new Delegation
            {
                FromId = lender.UserId!.Value, ToId = borrower.UserId!.Value, Permission = Permissions.MoneyValidate, From = new DateOnly(2024, 11, 15), Until = new DateOnly(2024, 11, 16),
                LegalBasis = "Giấy ủy quyền", RecordedById = administrator.UserId!.Value, RecordedAt = portal.Clock.NowUtc(),
            });
            await db.SaveAsync(administrator, null, Stop);
        }

        portal.Clock.Advance(TimeSpan.FromDays(days));
        await JudgeAsync(portal, borrower);
        Assert.Equal(isGood, (await FaultsAsync(portal)).Count == 0);
    }

    [Fact]
    public async Task A_request_about_an_account_and_its_confirmation_by_a_role_lent_by_sql_are_named()
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        var officer = await portal.PersonAsync("Y Thịnh Niê", Role.Officer);
        var fine = await AskedAsync(portal, administrator, officer);
        await ConfirmedAsync(portal, await portal.PersonAsync("Lê Văn Hùng", Role.Leader), fine);
        Assert.Empty(await FaultsAsync(portal));

        await RunAsync(portal, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO AspNetUserRoles SELECT {officer.UserId}, Id FROM AspNetRoles WHERE Name = 'Administrator'"));
        var asked = await AskedAsync(portal, officer, administrator);
        await ConfirmedAsync(portal, officer, await AskedAsync(portal, administrator, officer));
        await RunAsync(portal, string.Create(CultureInfo.InvariantCulture, $"DELETE FROM AspNetUserRoles WHERE UserId = {officer.UserId} AND RoleId = (SELECT Id FROM AspNetRoles WHERE Name = 'Administrator')"));
        var faults = await FaultsAsync(portal);
        Assert.Equal(
            [("AccountRequest", asked, Permissions.AccountsManage), ("AccountVerdict", asked + 1, Permissions.AccountsConfirm)],
            faults.Select(f => (f.Entity, int.Parse(f.Key, CultureInfo.InvariantCulture), f.Field)));
        Assert.All(faults, f => Assert.Equal(AuditFaultKind.RightLacking, f.Kind));
    }

    [Theory]
    [InlineData(Permissions.AccountsManage, true)]
    [InlineData(Permissions.AccountsConfirm, false)]
    public async Task Nobody_confirms_about_an_account_by_a_lent_right(string permission, bool isGood)
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Vũ Thành Long", Role.Administrator);
        var borrower = await portal.PersonAsync("Y Thịnh Niê", Role.Officer);
        var other = await portal.PersonAsync("Trần Thu Hà", Role.Accountant);
        await LendAsync(portal, administrator, borrower, permission);
        if (permission == Permissions.AccountsManage) await AskedAsync(portal, borrower, other);
        else await ConfirmedAsync(portal, borrower, await AskedAsync(portal, administrator, other));
        Assert.Equal(isGood, (await FaultsAsync(portal)).Count == 0);
    }

    [Theory]
    [InlineData("CREATE TRIGGER x AFTER INSERT ON MoneyEntries BEGIN SELECT 1; END", AuditFaultKind.SchemaExtra, "trigger «x»")]
    [InlineData("CREATE VIEW v AS SELECT 1", AuditFaultKind.SchemaExtra, "view «v»")]
    [InlineData("DROP INDEX IX_Decisions_IssuingBodyId_Year_Number", AuditFaultKind.SchemaMissing, "IX_Decisions_IssuingBodyId_Year_Number")]
    [InlineData("CREATE INDEX x ON Decisions (Number)", AuditFaultKind.SchemaExtra, "chỉ mục «x» (Number)")]
    [InlineData("CREATE TABLE x (Id INTEGER PRIMARY KEY)", AuditFaultKind.SchemaExtra, "khóa chính (Id)")]
    [InlineData("ALTER TABLE Projects ADD COLUMN x TEXT", AuditFaultKind.SchemaExtra, "cột «x» TEXT")]
    [InlineData("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'CHECK (', 'CHECK (1 OR ') WHERE name = 'Projects'", AuditFaultKind.SchemaMissing, "ràng buộc")]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%StoppedTerms'", AuditFaultKind.MigrationsDiffer, "StoppedTerms")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_X', '10')", AuditFaultKind.MigrationsDiffer, "20990101000000_X")]
    public async Task A_schema_that_is_not_the_programs_is_told(string crime, AuditFaultKind kind, string told)
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Empty(await FaultsAsync(portal));
        await RunAsync(portal, crime);
        Assert.Contains(await FaultsAsync(portal), f => f.Kind == kind && f.Field.Contains(told, StringComparison.Ordinal) && AuditFaultText.Of(f).Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twelve_thousand_forged_contracts_are_named_and_added_up_without_an_overflow()
    {
        await using var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        await ForgeContractsAsync(portal);
        var faults = await FaultsAsync(portal);
        Assert.Equal(12_000, faults.Count(f => f is { Kind: AuditFaultKind.RowExtra, Entity: "Contract" }));
        Assert.Contains(faults, f => f is { Kind: AuditFaultKind.CounterDiffers, Field: "Contracted", Counted: long.MaxValue });
        Assert.All(faults.Take(100).Concat(faults.TakeLast(100)), f => Assert.NotEmpty(AuditFaultText.Of(f)));
    }

    [Fact]
    public async Task Absurd_values_in_every_column_of_every_table_end_in_words()
    {
        await using var portal = await TestPortal.StartAsync();
        await TamperScene.WriteAsync(portal);
        await EveryTable.FillAsync(portal.Db);
        string[] absurd = ["'rác'", "9223372036854775807", "-9223372036854775808", "''", "x'00FF80'", "1e308", "NULL", "'9999-12-31 23:59:59.9999999'", "'0001-01-01'", "char(55357) || 'a' || char(0)", "zeroblob(100000)"];
        await using var db = portal.Db();
        await db.Database.OpenConnectionAsync(Stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", Stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = ON", Stop);
        var turn = 0;
        foreach (var type in db.Model.GetEntityTypes().OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            // Every column of one row of the table at once, each time with other values.
            for (var shift = 0; shift < 3; shift++)
            {
                foreach (var column in type.GetProperties().Select(p => p.GetColumnName()))
                {
                    var value = absurd[turn++ % absurd.Length];
#pragma warning disable EF1002 // The model's own names.
                    await db.Database.ExecuteSqlRawAsync($"UPDATE OR IGNORE \"{type.GetTableName()}\" SET \"{column}\" = {value} WHERE rowid = (SELECT MAX(rowid) - {shift} FROM \"{type.GetTableName()}\")", Stop)
#pragma warning restore EF1002
                        .ContinueWith(_ => { }, Stop, TaskContinuationOptions.None, TaskScheduler.Default);
                }
            }

            var faults = await FaultsAsync(portal);
            Assert.All(faults.Take(300), f => Assert.NotEmpty(AuditFaultText.Of(f)));
        }
    }

    [Fact]
    public async Task A_falsified_value_that_an_old_program_took_for_true_is_named_with_its_field()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.PersonAsync("Lê Văn Hùng", Role.Leader);
        await RunAsync(portal, "UPDATE SpendingNorms SET Cap = 7 WHERE Id = 1");
        await AppendAsOldProgramAsync(portal, "SpendingNorm", "1", """{"Title":["@","Tên mới"]}""", "UPDATE SpendingNorms SET Title = 'Tên mới' WHERE Id = 1");
        var fault = Assert.Single(await FaultsAsync(portal));
        Assert.Equal((AuditFaultKind.HistoryBroken, "SpendingNorm", "1", "Cap"), (fault.Kind, fault.Entity, fault.Key, fault.Field));
        Assert.Contains("«", AuditFaultText.Of(fault), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_falsified_password_that_an_old_program_took_for_true_is_named()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.PersonAsync("Lê Văn Hùng", Role.Leader);
        await RunAsync(portal, "UPDATE Users SET SecurityStamp = 'của kẻ gian' WHERE Id = 1");
        await AppendAsOldProgramAsync(portal, "AppUser", "1", """{"AccessFailedCount":["0","1"]}""", "UPDATE Users SET AccessFailedCount = 1 WHERE Id = 1");
        var fault = Assert.Single(await FaultsAsync(portal));
        Assert.Equal((AuditFaultKind.HistoryBroken, "AppUser", "SecurityStamp"), (fault.Kind, fault.Entity, fault.Field));
    }

    [Fact]
    public async Task An_old_trail_that_masks_its_secrets_agrees_and_is_covered_from_the_next_change_on()
    {
        await using var portal = await TestPortal.StartAsync();
        await AddAsOldProgramAsync(portal);
        Assert.Empty(await FaultsAsync(portal));
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(Stop)).Position = "Giám đốc";
            await db.SaveAsync(Actor.System("Kiểm thử"), null, Stop);
        }

        Assert.Empty(await FaultsAsync(portal));
        await RunAsync(portal, "UPDATE Users SET PasswordHash = 'của kẻ gian'");
        Assert.Contains(await FaultsAsync(portal), f => f is { Entity: "AppUser", Field: "PasswordHash" });
        await AppendAsOldProgramAsync(portal, "AppUser", "1", """{"PasswordHash":["***","***"]}""", "UPDATE Users SET AccessFailedCount = 0");
        Assert.Contains(await FaultsAsync(portal), f => f.Kind == AuditFaultKind.SecretMasked);
    }

    // The trail as versions before the digests left it: the secrets of the roles and of an account masked.
    private static async Task AddAsOldProgramAsync(TestPortal portal)
    {
        await portal.PersonAsync("Lê Văn Hùng", Role.Leader);
        await RunAsync(portal, "UPDATE Users SET PasswordHash = 'cũ'");
        await using var db = portal.Db();
        var rowHash = CanonicalRow.HashOf(db.Entry(await db.Users.SingleAsync(Stop)));
        var entries = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Stop);
        var before = AuditSeal.Origin;
        foreach (var entry in entries)
        {
            var changes = System.Text.RegularExpressions.Regex.Replace(entry.Changes, "hmac:[0-9a-f]+", "***", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            var isUser = entry.Entity == "AppUser";
            if (isUser) changes = changes.Replace("\"SecurityStamp\"", "\"PasswordHash\":[null,\"***\"],\"SecurityStamp\"", StringComparison.Ordinal);
            before = await OldEntries.RewriteAsync(db, entry, changes, isUser ? rowHash : entry.RowHash, before, Stop);
        }

        await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET LastHash = {before}", Stop);
    }

    // What the door did before it compared: it hashed whatever it had loaded.
    private static async Task AppendAsOldProgramAsync(TestPortal portal, string entity, string key, string changes, string write)
    {
        await using var db = portal.Db();
        var title = await db.SpendingNorms.Where(n => n.Id == 1).Select(n => n.Title).SingleAsync(Stop);
        var told = changes.Replace("@", title, StringComparison.Ordinal);
        await RunAsync(portal, write);
        object row = entity == "AppUser" ? await db.Users.AsNoTracking().SingleAsync(Stop) : await db.SpendingNorms.AsNoTracking().SingleAsync(n => n.Id == 1, Stop);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(Stop);
        var made = OldEntries.Made(head.LastNumber + 1, portal.Clock.NowUtc(), null, "Bản cũ", AuditAction.Changed, entity, key, told, CanonicalRow.HashOf(db.Entry(row)));
        var hash = CanonicalRow.SealOf(made, head.LastHash, TestPortal.Seal);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO AuditEntries (Number, At, ActorName, Action, Entity, EntityKey, Changes, RowHash, Hash) VALUES ({made.Number}, {made.At}, {made.ActorName}, 'Changed', {entity}, {key}, {told}, {made.RowHash}, {hash})", Stop);
        await db.Database.ExecuteSqlAsync($"UPDATE AuditHead SET LastNumber = {made.Number}, LastHash = {hash}", Stop);
    }

    private static async Task<string> JudgeAsync(TestPortal portal, Actor actor)
    {
        await using var db = portal.Db();
        var waiting = await db.MoneyEntries.Where(e => e.Verdict == null).OrderBy(e => e.Id).Select(e => e.Id).FirstAsync(Stop);
        var entry = await db.MoneyEntries.SingleAsync(e => e.Id == waiting, Stop);
        (await db.Projects.SingleAsync(p => p.Id == entry.ProjectId, Stop)).Settle(entry, posted: true, actor, portal.Clock.NowUtc());
        db.MoneyVerdicts.Add(new MoneyVerdict { EntryId = waiting, Posted = true, ById = actor.UserId!.Value, ByName = actor.Name, At = portal.Clock.NowUtc() });
        await db.SaveAsync(actor, null, Stop);
        return waiting.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task ForgeContractsAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        var type = db.Model.FindEntityType(typeof(Domain.Projects.Contract))!;
        var columns = type.GetProperties().Select(p => p.GetColumnName()).ToList();
        var unique = type.GetIndexes().Where(i => i.IsUnique).SelectMany(i => i.Properties).Select(p => p.GetColumnName()).ToHashSet(StringComparer.Ordinal);
        var values = columns.Select(c => c switch
        {
            "Id" => "i",
            "Value" => "999999999999999",
            _ when unique.Contains(c) && c != "ProjectId" => $"\"{c}\" || i",
            _ => $"\"{c}\"",
        });
        await RunAsync(portal, $"""
            PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
            WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 12999)
            INSERT INTO Contracts ({string.Join(',', columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(',', values)} FROM n, (SELECT * FROM Contracts LIMIT 1);
            """);
    }

    private static async Task<IReadOnlyList<AuditFault>> FaultsAsync(TestPortal portal) => (await portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, Stop))).Faults;

    private static async Task<int> AskedAsync(TestPortal portal, Actor by, Actor about)
    {
        await using var db = portal.Db();
        var request = new AccountRequest
        {
            Kind = AccountRequestKind.NewPassword, UserId = about.UserId!.Value, Reason = "Quên mật khẩu", RequestedById = by.UserId!.Value, RequestedByName = by.Name, RequestedAt = portal.Clock.NowUtc(),
        };
        db.AccountRequests.Add(request);
        await db.SaveAsync(by, request.Reason, Stop);
        return request.Id;
    }

    private static async Task ConfirmedAsync(TestPortal portal, Actor by, int request)
    {
        await using var db = portal.Db();
        db.AccountVerdicts.Add(new AccountVerdict { RequestId = request, Confirmed = true, ById = by.UserId!.Value, ByName = by.Name, At = portal.Clock.NowUtc() });
        await db.SaveAsync(by, null, Stop);
    }

    private static async Task LendAsync(TestPortal portal, Actor from, Actor to, string permission)
    {
        await using var db = portal.Db();
        db.Delegations.Add(new Delegation
        {
            FromId = from.UserId!.Value, ToId = to.UserId!.Value, Permission = permission, From = new DateOnly(2024, 11, 15), Until = new DateOnly(2024, 11, 16),
            LegalBasis = "Giấy ủy quyền", RecordedById = from.UserId!.Value, RecordedAt = portal.Clock.NowUtc(),
        });
        await db.SaveAsync(from, null, Stop);
    }

    private static async Task RunAsync(TestPortal portal, string sql)
    {
        await using var db = portal.Db();
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The tests' own texts.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Stop);
    }
}
