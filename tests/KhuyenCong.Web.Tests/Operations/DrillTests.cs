using System.Diagnostics;
using System.Net;
using System.Text;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>The drills of docs/operations.md that take less than two minutes: kills while migrating, a disk that takes no more, loss and restore.</summary>
public sealed class DrillTests(DemoFolder demo, ITestOutputHelper output) : IClassFixture<DemoFolder>
{
    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public async Task A_start_that_is_killed_at_any_moment_is_made_good_by_the_next(int? versionsBehind)
    {
        var kills = LongRun.Rounds(12, inEveryRun: 3);
        using var template = new CommandLine();
        if (versionsBehind is { } behind) await OlderDatabase.MakeAsync(template.Database, behind);
        var clock = Stopwatch.StartNew();
        using (var whole = CommandLine.CopyOf(template)) (await whole.RunAsync("migrate")).Done("Đã cập nhật");
        var usual = clock.Elapsed;
        var early = 0;
        for (var i = 0; i < kills;)
        {
            using var commands = CommandLine.CopyOf(template);
            using (var process = commands.Launch("migrate"))
            {
                // Spread over the whole start, most of them where the tables are made.
                var started = Stopwatch.StartNew();
                var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
                await Task.WhenAny(ended, Task.Delay(usual * (0.25 + (0.7 * (i + Random.Shared.NextDouble()) / kills)), TestContext.Current.CancellationToken));
                if (process.HasExited && ++early <= 5 * kills)
                {
                    // Quicker than the one that was measured, on a machine that had more to do then: measured anew, and once more.
                    usual = started.Elapsed;
                    continue;
                }

                process.Kill(entireProcessTree: true);
                await ended;
            }

            (await commands.RunAsync("migrate")).Done("Đã cập nhật");
            if (i % 3 == 0) (await commands.RunAsync("audit", "verify")).Done("khớp");
            i++;
        }

        output.WriteLine($"{kills} starts were killed while they ran, {early} ended before; a whole one takes {usual.TotalSeconds:0.0} s");
        Assert.True(early <= 5 * kills, "the kills hit no running start");
    }

    [Fact]
    public async Task Everything_confirmed_before_a_backup_is_there_after_the_loss_of_all()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        using var portal = await commands.StartAsync();
        await using var clerk = TestPortal.AttachTo($"Data Source={commands.Database};Pooling=False", commands.At("kho"), TimeProvider.System.GetUtcNow());
        using var enough = new CancellationTokenSource();
        var confirmed = new List<string>();
        var writing = Task.Run(() => WriteAsync(clerk, commands.At("kho"), confirmed, enough.Token), TestContext.Current.CancellationToken);
        while (Count(confirmed) < 20 && !writing.IsCompleted) await Task.Delay(50, TestContext.Current.CancellationToken);
        var before = Copy(confirmed);

        (await commands.RunAsync("backup", "--to", commands.At("sao-luu"), "--keep-daily", "2")).Done("khớp");

        var during = Count(confirmed) - before.Count;
        await enough.CancelAsync();
        await writing;
        portal.Kill();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(commands.Folder, "khuyencong.db*")) File.Delete(file);
        Directory.Delete(commands.At("kho"), recursive: true);

        var clock = Stopwatch.StartNew();
        var restored = await commands.RunAsync("restore", Assert.Single(Directory.GetDirectories(commands.At("sao-luu"))));
        restored.Done("Đã khôi phục");
        Assert.DoesNotContain("Dữ liệu trước đó", restored.Output, StringComparison.Ordinal);
        (await commands.RunAsync("audit", "verify")).Done("khớp");
        output.WriteLine($"{before.Count} confirmed before the backup, {during} while it ran; restored and verified in {clock.Elapsed.TotalSeconds:0.0} s");

        await using var db = clerk.Db();
        var there = await db.Documents.Select(d => d.Sha256).ToListAsync(TestContext.Current.CancellationToken);
        Assert.True(before.Count >= 20);
        Assert.Empty(before.Except(there, StringComparer.Ordinal));
        Assert.All(there, hash => Assert.True(File.Exists(Path.Combine(commands.At("kho"), hash[..2], hash))));
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_is_told_and_nothing_is_lost_when_it_does_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit of a file's size is set by the shell.");
        using var commands = CommandLine.CopyOf(demo.Commands);
        // No file may grow beyond 512 KB: for who writes that is a full disk. The runtime's own code memory is no file then.
        commands.Settings["DOTNET_EnableWriteXorExecute"] = "0";
        using var portal = await commands.StartAsync(fileLimitKilobytes: 512);
        await using var clerk = TestPortal.AttachTo($"Data Source={commands.Database};Pooling=False", commands.At("kho"), TimeProvider.System.GetUtcNow());
        await using (var hold = new SqliteConnection($"Data Source={commands.Database};Pooling=False"))
        {
            // An open reader keeps the journal from being played in: it grows beyond the limit.
            await hold.OpenAsync(TestContext.Current.CancellationToken);
            await using var reading = hold.BeginTransaction(deferred: true);
            await using (var command = hold.CreateCommand())
            {
                command.CommandText = "SELECT count(*) FROM Users";
                await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            }

            List<string> confirmed = [];
            using var enough = new CancellationTokenSource();
            var writing = Task.Run(() => WriteAsync(clerk, commands.At("kho"), confirmed, enough.Token), TestContext.Current.CancellationToken);
            while (new FileInfo(commands.Database + "-wal").Length < 600 * 1024 && !writing.IsCompleted) await Task.Delay(20, TestContext.Current.CancellationToken);
            await enough.CancelAsync();
            await writing;

            using var answer = await portal.Browser().TryToSignInAsync("lanhdao@demo.sct.vn", PortalFactory.Password);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("hết chỗ lưu", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            await portal.Browser().OpenAsync("/dang-nhap");
        }

        await using (var room = new SqliteConnection($"Data Source={commands.Database};Pooling=False"))
        {
            await room.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = room.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }

        await portal.Browser().SignInAsync("lanhdao@demo.sct.vn", PortalFactory.Password);
        portal.Kill();
        (await commands.RunAsync("audit", "verify")).Done("khớp");
    }

    // A clerk who hands in one paper after the other, and remembers each that was confirmed.
    private static async Task WriteAsync(TestPortal portal, string kho, List<string> confirmed, CancellationToken enough)
    {
        var store = new FileStore(kho);
        var clerk = new Actor(1, "Người nộp giấy tờ", new HashSet<string>(StringComparer.Ordinal));
        while (!enough.IsCancellationRequested)
        {
            await using var content = new MemoryStream(Encoding.UTF8.GetBytes($"%PDF-1.7 {Guid.NewGuid()}"));
            var (hash, length) = await store.AddAsync(content, CancellationToken.None);
            await using var db = portal.Db();
            db.Documents.Add(new Document
            {
                FileName = "giay-to.pdf", ContentType = "application/pdf", Length = length, Sha256 = hash, AddedById = await db.Users.MinAsync(u => u.Id, CancellationToken.None),
                AddedAt = new DateTime(2026, 1, 5, 2, 0, 0, DateTimeKind.Utc),
            });
            await db.SaveAsync(clerk, null, CancellationToken.None);
            lock (confirmed) confirmed.Add(hash);
        }
    }

    private static int Count(List<string> confirmed)
    {
        lock (confirmed) return confirmed.Count;
    }

    private static List<string> Copy(List<string> confirmed)
    {
        lock (confirmed) return [.. confirmed];
    }
}
