using System.Diagnostics;
using System.Net;
using KhuyenCong.Web.Operations;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>What a running portal does when the ground under it gives way.</summary>
public sealed class RunningPortalTests(DemoFolder demo) : IClassFixture<DemoFolder>
{
    private const string Leader = "lanhdao@demo.sct.vn";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_vanished_or_was_exchanged_is_not_written(bool exchanged)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be removed there.");
        using var commands = CommandLine.CopyOf(demo.Commands);
        using var portal = await commands.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await portal.ReadyAsync());
        File.Move(commands.Database, commands.At("di-mat.db"));
        if (exchanged) File.Copy(commands.At("di-mat.db"), commands.Database);

        // Signing in keeps a row of the session: a write.
        using var answer = await portal.Browser().TryToSignInAsync(Leader, PortalFactory.Password);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("không còn ở chỗ của nó", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await portal.ReadyAsync());
        if (exchanged) return;
        Assert.False(File.Exists(commands.Database));

        // The very same file, put back, may be written again.
        File.Move(commands.At("di-mat.db"), commands.Database);
        Assert.Equal(HttpStatusCode.OK, await portal.ReadyAsync());
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_portal()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        (await commands.RunAsync("backup", commands.At("sao-luu"))).Done("khớp");
        using (var portal = await commands.StartAsync())
        {
            (await commands.RunAsync("restore", commands.At("sao-luu"))).Refused(1, "Dừng cổng trước khi khôi phục");
            Assert.Empty(Directory.GetFiles(commands.Folder, "*.truoc-*"));
            Assert.Equal(HttpStatusCode.OK, await portal.ReadyAsync());
            portal.Kill();
        }

        // The dead hold nothing.
        (await commands.RunAsync("restore", commands.At("sao-luu"))).Done("Đã khôi phục");
    }

    [Fact]
    public async Task A_locked_database_is_told_within_seconds_and_asks_to_try_again()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        using var portal = await commands.StartAsync();
        await using var other = new SqliteConnection($"Data Source={commands.Database};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var hold = other.BeginTransaction())
        {
            var clock = Stopwatch.StartNew();
            using var answer = await portal.Browser().TryToSignInAsync(Leader, PortalFactory.Password);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Contains("đang bận", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(25), clock.Elapsed.ToString()); // thirty before; four and the machine's own pace now
        }

        await portal.Browser().SignInAsync(Leader, PortalFactory.Password);
    }

    [Fact]
    public async Task A_broken_database_is_not_ready()
    {
        using var commands = CommandLine.CopyOf(demo.Commands);
        using var portal = await commands.StartAsync();
        await using (var file = new FileStream(commands.Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Write(new byte[64 * 1024]);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await portal.ReadyAsync());
    }

    [Fact]
    public async Task Too_little_room_is_not_ready()
    {
        using var portal = await PortalFactory.StartAsync();
        portal.Settings["Storage:MinFreeMegabytes"] = "1000000000";
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(portal));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_not_ready()
    {
        using var portal = await PortalFactory.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(portal));
        var store = portal.Services.GetRequiredService<PortalSettings>().StorageRoot;
        Directory.Delete(store, recursive: true);
        await File.WriteAllTextAsync(store, "a file in the place of the folder", TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(portal));
        }
        finally
        {
            File.Delete(store);
        }
    }

    [Fact]
    public async Task A_background_service_that_stopped_is_not_ready_and_the_pages_go_on()
    {
        using var portal = await PortalFactory.StartAsync();
        using var broken = portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddHostedService<Broken>()));
        var browser = new Browser(broken.CreateClient());
        using var ready = await browser.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        await browser.OpenAsync("/dang-nhap");
    }

    private static async Task<HttpStatusCode> ReadyAsync(PortalFactory portal)
    {
        using var answer = await portal.Browser().GetAsync("/healthz/ready");
        return answer.StatusCode;
    }

    private sealed class Broken : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromException(new InvalidOperationException("broken"));
    }
}
