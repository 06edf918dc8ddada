using System.Globalization;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>Somebody with the database, but without the key, falsifies it by SQL: each single falsification is found and named.</summary>
public sealed class TamperDrillTests : IAsyncLifetime
{
    private const int Rounds = 240;

    private static readonly (string Table, string Entity, string[] Key)[] Targets =
    [
        ("Submissions", "Submission", ["Id"]), ("SubmissionSteps", "SubmissionStep", ["SubmissionId", "Ordinal"]), ("ApprovalSignatures", "ApprovalSignature", ["Id"]),
        ("Decisions", "Decision", ["Id"]), ("ProjectTerms", "ProjectTerms", ["Id"]), ("TermsFunding", "TermsFunding", ["TermsId", "Source", "Year"]),
        ("MoneyEntries", "MoneyEntry", ["Id"]), ("MoneyVerdicts", "MoneyVerdict", ["EntryId"]), ("Projects", "Project", ["Id"]), ("Contracts", "Contract", ["Id"]),
        ("Allotments", "Allotment", ["Id"]), ("AllotmentPapers", "AllotmentPaper", ["Id"]), ("AuditEntries", "", ["Number"]),
    ];

    private TestPortal _portal = null!;
    private Thief _thief = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartOnFileAsync();
        await TamperScene.WriteAsync(_portal);
        _thief = await Thief.EnterAsync(_portal);
    }

    [Fact]
    public async Task The_untouched_scene_agrees() => Assert.Empty((await VerifyAsync()).Faults);

    [Fact]
    public async Task Every_one_of_many_random_falsifications_is_found_and_named()
    {
        var random = new Random(20241115);
        List<string> missed = [];
        var done = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var target = Targets[round % Targets.Length];
            var crime = (round / Targets.Length % 3) switch { 0 => "change", 1 => "delete", _ => "insert" };
            var (told, keys) = crime switch
            {
                "change" => await ChangeAsync(target, random),
                "delete" => await DeleteAsync(target, random),
                _ => await InsertAsync(target, random),
            };
            done[crime] = done.GetValueOrDefault(crime) + 1;
            var faults = (await VerifyAsync()).Faults;
            if (!keys.TrueForAll(key => faults.Any(f => Names(f, target.Entity, key)))) missed.Add($"{told} → {string.Join(" ", faults.Select(AuditFaultText.Of))}");
            _thief.Restore();
        }

        Assert.True(missed.Count == 0, string.Join(Environment.NewLine, missed));
        Assert.All(done.Values, count => Assert.True(count > Rounds / 4));
        Assert.Empty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_counter_moved_together_with_nothing_is_told_with_both_amounts()
    {
        await _thief.RunAsync("UPDATE Projects SET Posted = Posted - 1000000 WHERE Id = 1; UPDATE Allotments SET Allocated = 5");
        var faults = (await VerifyAsync()).Faults.Where(f => f.Kind == AuditFaultKind.CounterDiffers).ToList();
        Assert.Contains(faults, f => f is { Entity: "Project", Key: "1", Field: "Posted", Kept: 49_000_000, Counted: 50_000_000 });
        Assert.Contains(faults, f => f is { Entity: "Allotment", Field: "Allocated", Kept: 5, Counted: 450_000_000 });
        Assert.Contains("«Đã giải ngân» đang là 49.000.000\u00A0đồng, cộng lại từ các dòng chi tiết là 50.000.000\u00A0đồng", AuditFaultText.Of(faults[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_text_and_a_signature_are_told_by_their_hashes()
    {
        await _thief.RunAsync("UPDATE Submissions SET Canonical = replace(Canonical, '450', '540'); UPDATE ApprovalSignatures SET Sha256 = 'x' WHERE Id = 2");
        var faults = (await VerifyAsync()).Faults;
        Assert.Contains(faults, f => f is { Kind: AuditFaultKind.SubmissionDiffers, Key: "1" });
        Assert.Contains(faults, f => f is { Kind: AuditFaultKind.SignatureDiffers, Key: "2" });
        Assert.DoesNotContain(faults, f => f is { Kind: AuditFaultKind.SignatureDiffers, Key: "1" });
    }

    [Theory]
    [InlineData(true, AuditFaultKind.FileMissing)]
    [InlineData(false, AuditFaultKind.FileChanged)]
    public async Task A_kept_file_that_is_gone_or_another_one_is_told(bool gone, AuditFaultKind kind)
    {
        var file = Directory.EnumerateFiles(_portal.StorageRoot, "*", SearchOption.AllDirectories).Single();
        if (gone) File.Delete(file);
        else await File.AppendAllTextAsync(file, "thêm");
        Assert.Equal(kind, Assert.Single((await VerifyAsync()).Faults).Kind);
    }

    [Fact]
    public async Task A_tail_cut_with_its_rows_and_its_head_is_found_by_the_exported_head()
    {
        await ExportAsync();
        var head = (await VerifyAsync()).Head;
        await _thief.RunAsync("""
            DELETE FROM SignInEvents; DELETE FROM AuditEntries WHERE Number > (SELECT LastNumber - 3 FROM AuditHead);
            UPDATE AuditHead SET LastNumber = (SELECT MAX(Number) FROM AuditEntries), LastHash = (SELECT Hash FROM AuditEntries ORDER BY Number DESC LIMIT 1)
            """);
        Assert.Contains(new AuditFault(AuditFaultKind.TailCut, head.Number - 2, head.Number), (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task An_exported_head_that_was_rewritten_is_told_by_its_seal_and_one_of_the_old_kind_by_its_day()
    {
        await ExportAsync();
        var file = Assert.Single(Heads());
        Assert.Equal("2024-11-15T090000000.txt", Path.GetFileName(file));
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(text.Split(':')[1][..64], new string('a', 64), StringComparison.Ordinal));
        var faults = (await VerifyAsync()).Faults;
        Assert.Contains(faults, f => f is { Kind: AuditFaultKind.ExportDiffers, Key: "2024-11-15T090000000" });
        Assert.Contains(faults, f => f is { Kind: AuditFaultKind.ExportForged, Key: "2024-11-15T090000000" });
        await File.WriteAllTextAsync(file, text);
        var old = Path.Combine(Path.GetDirectoryName(file)!, "2024-11-14.txt");
        await File.WriteAllTextAsync(old, text.Split(':')[0] + ":" + new string('a', 64) + "\n");
        Assert.Contains((await VerifyAsync()).Faults, f => f is { Kind: AuditFaultKind.ExportDiffers, Key: "2024-11-14" });
        await File.WriteAllTextAsync(old, "không phải đầu nhật ký");
        Assert.Equal(AuditFaultKind.ExportUnreadable, Assert.Single((await VerifyAsync()).Faults).Kind);
    }

    [Fact]
    public async Task A_head_is_kept_within_an_hour_and_after_many_entries_and_none_is_written_again()
    {
        await ExportAsync();
        var first = await File.ReadAllTextAsync(Assert.Single(Heads()));
        await _portal.PersonAsync("Người Mới");
        _portal.Clock.Advance(TimeSpan.FromMinutes(59));
        await ExportAsync();
        Assert.Single(Heads());
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExportAsync();
        Assert.Equal(2, Heads().Length);
        for (var person = 0; person < 501; person++) await AddAsync(person);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExportAsync();
        Assert.Equal(first, await File.ReadAllTextAsync(Heads().Order(StringComparer.Ordinal).First()));
        var report = await VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(["2024-11-15T100100000", "2024-11-15T100000000", "2024-11-15T090000000"], report.Exports.Select(e => e.Name));

        async Task AddAsync(int number)
        {
            await using var db = _portal.Db();
            db.SignInEvents.Add(new() { UserId = 1, Kind = Domain.People.SignInKind.SignedIn, At = _portal.Clock.GetUtcNow().UtcDateTime.AddSeconds(number) });
            await db.SaveAsync(Domain.People.Actor.System("Kiểm thử"), null, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_head_file_that_is_gone_is_told_by_the_one_after_it()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            await _portal.PersonAsync($"Người {hour}");
            await ExportAsync();
            _portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty((await VerifyAsync()).Faults);
        File.Delete(Heads().Order(StringComparer.Ordinal).ElementAt(1));
        Assert.Contains((await VerifyAsync()).Faults, f => f is { Kind: AuditFaultKind.ExportMissing, Key: "2024-11-15T110000000" });
    }

    [Fact]
    public async Task A_rolled_back_database_is_told_by_a_head_of_the_same_hour()
    {
        await _portal.PersonAsync("Người Mới");
        await ExportAsync();
        _thief.Restore();
        Assert.Contains((await VerifyAsync()).Faults, f => f.Kind == AuditFaultKind.TailCut);
    }

    public async ValueTask DisposeAsync()
    {
        await _thief.DisposeAsync();
        await _portal.DisposeAsync();
    }

    private static bool Names(AuditFault fault, string entity, string key) => entity.Length > 0
        ? fault.Entity == entity && fault.Key == key
        : Convert.ToInt64(key, CultureInfo.InvariantCulture) is var number && fault.Entity.Length == 0 && fault.First <= number && number <= fault.Last;

    // Any column but those that only help searching, in any row; sometimes to what no program would write.
    private async Task<(string Told, List<string> Keys)> ChangeAsync((string Table, string Entity, string[] Key) target, Random random)
    {
        var row = await SomeRowAsync(target, random);
        var columns = (await _thief.ColumnsAsync(target.Table)).Where(c => c is not ("SearchKey" or "SortKey") && !target.Key.Contains(c, StringComparer.Ordinal)).ToList();
        var column = columns[random.Next(columns.Count)];
        Assert.Equal(1, await _thief.RunAsync($"UPDATE {target.Table} SET \"{column}\" = {Thief.Lie(column, random)} WHERE rowid = {row.RowId}"));
        return ($"change {target.Table}.{column} of {row.Key}", [row.Key]);
    }

    private async Task<(string Told, List<string> Keys)> DeleteAsync((string Table, string Entity, string[] Key) target, Random random)
    {
        var row = await SomeRowAsync(target, random);
        Assert.Equal(1, await _thief.RunAsync($"DELETE FROM {target.Table} WHERE rowid = {row.RowId}"));
        return ($"delete {target.Table} {row.Key}", [row.Key]);
    }

    // A copy of a row under a key that nobody has.
    private async Task<(string Told, List<string> Keys)> InsertAsync((string Table, string Entity, string[] Key) target, Random random)
    {
        var row = await SomeRowAsync(target, random);
        var moved = target.Key[^1];
        var offset = 1_000 + random.Next(1_000);
        var columns = await _thief.ColumnsAsync(target.Table);
        // Unique columns beside the key must differ too.
        var values = columns.Select(c => c == moved ? $"\"{c}\" + {offset}"
            : c is "FormKey" or "Code" or "Number" || (target.Table == "Submissions" && c == "Round") || (target.Table == "ApprovalSignatures" && c == "StepOrdinal") || (target.Table == "Allotments" && c == "Year")
                ? $"CASE WHEN typeof(\"{c}\") = 'integer' THEN \"{c}\" + {offset} ELSE \"{c}\" || '{offset}' END"
                : $"\"{c}\"");
        Assert.Equal(1, await _thief.RunAsync($"INSERT INTO {target.Table} ({string.Join(',', columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(',', values)} FROM {target.Table} WHERE rowid = {row.RowId}"));
        var parts = row.Key.Split('/');
        parts[^1] = (Convert.ToInt64(parts[^1], CultureInfo.InvariantCulture) + offset).ToString(CultureInfo.InvariantCulture);
        return ($"insert {target.Table} {string.Join('/', parts)}", [string.Join('/', parts)]);
    }

    private async Task<(long RowId, string Key)> SomeRowAsync((string Table, string Entity, string[] Key) target, Random random)
    {
        var row = await _thief.FirstAsync($"SELECT rowid, {string.Join(" || '/' || ", target.Key.Select(k => $"\"{k}\""))} FROM {target.Table} ORDER BY rowid LIMIT 1 OFFSET {random.Next(int.MaxValue)} % (SELECT COUNT(*) FROM {target.Table})");
        Assert.NotNull(row);
        return ((long)row[0], Convert.ToString(row[1], CultureInfo.InvariantCulture)!);
    }

    private Task<AuditReport> VerifyAsync() => _portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None));

    private string[] Heads() => Directory.GetFiles(Path.Combine(_portal.StorageRoot, "dau-nhat-ky"));

    private async Task ExportAsync() => await _portal.UseAsync(async (HeadExportService s) =>
    {
        await s.ExportAsync(CancellationToken.None);
        return 0;
    });
}
