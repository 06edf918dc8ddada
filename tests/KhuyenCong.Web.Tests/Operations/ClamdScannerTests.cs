using System.Net;
using System.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Operations.Scanning;
using KhuyenCong.Web.Operations.Status;
using KhuyenCong.Web.Operations.Watch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>What the scanner's answers mean: only «OK» in time lets a file in.</summary>
public sealed class ClamdScannerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(1_000_000)]
    public async Task A_file_arrives_whole(int length)
    {
        await using var clamd = FakeClamd.OverTcp();
        byte[] file = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(clamd.Settings, file));
        Assert.Equal(file, Assert.Single(clamd.Files));
    }

    [Fact]
    public async Task A_socket_of_the_same_machine_serves_as_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "unix sockets");
        await using var clamd = FakeClamd.OverUnix();
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(clamd.Settings));
        clamd.Answer = "stream: Eicar-Test-Signature FOUND\0";
        Assert.Equal(ScanVerdict.Infected, await ScanAsync(clamd.Settings));
    }

    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", ScanVerdict.Infected)]
    [InlineData("stream: OK FOUND\0", ScanVerdict.Infected)]
    [InlineData("stream: Can't allocate memory ERROR\0", ScanVerdict.Unknown)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.Unknown)]
    [InlineData("UNKNOWN COMMAND\0", ScanVerdict.Unknown)]
    [InlineData("stream:  FOUND\0", ScanVerdict.Unknown)]
    [InlineData("stream: FOUND\0", ScanVerdict.Unknown)]
    [InlineData("stream: ok\0", ScanVerdict.Unknown)]
    [InlineData("stream: OK \0", ScanVerdict.Unknown)]
    [InlineData("OK\0", ScanVerdict.Unknown)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n\0", ScanVerdict.Unknown)]
    [InlineData("stream: OK", ScanVerdict.Unknown)]
    [InlineData("stream: OK\n", ScanVerdict.Unknown)]
    [InlineData("\0", ScanVerdict.Unknown)]
    [InlineData("", ScanVerdict.Unknown)]
    public async Task An_answer_means_what_it_says_and_whatever_else_means_nothing(string answer, ScanVerdict verdict)
    {
        await using var clamd = FakeClamd.OverTcp();
        clamd.Answer = answer;
        Assert.Equal(verdict, await ScanAsync(clamd.Settings));
    }

    [Fact]
    public async Task An_answer_without_end_is_none()
    {
        await using var clamd = FakeClamd.OverTcp();
        clamd.Answer = new string('x', 5_000) + "\0";
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(clamd.Settings));
    }

    [Fact]
    public async Task Silence_ends_in_time_and_lets_nothing_in()
    {
        await using var clamd = FakeClamd.OverTcp();
        (clamd.Answer, clamd.Version) = (null, null);
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(clamd.Settings with { Patience = Short }));
        Assert.Null(await Scanner(clamd.Settings with { VersionPatience = Short }).VersionAsync(Stop));
    }

    [Fact]
    public async Task A_slow_answer_counts_within_the_time_and_not_beyond_it()
    {
        await using var clamd = FakeClamd.OverTcp();
        clamd.Delay = TimeSpan.FromMilliseconds(200);
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(clamd.Settings));
        clamd.Delay = TimeSpan.FromSeconds(5);
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(clamd.Settings with { Patience = Short }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task One_that_hangs_up_in_the_middle_lets_nothing_in(int after)
    {
        await using var clamd = FakeClamd.OverTcp();
        clamd.HangUpAfter = after;
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(clamd.Settings, new byte[5_000_000]));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_let_in()
    {
        var clamd = FakeClamd.OverTcp();
        var settings = clamd.Settings;
        await clamd.DisposeAsync();
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(settings));
        Assert.Equal(ScanVerdict.Unknown, await ScanAsync(new ClamdSettings(new DnsEndPoint("khong-co-may-nay.invalid", 3310))));
        Assert.Null(await Scanner(settings).VersionAsync(Stop));
    }

    [Fact]
    public async Task Whoever_goes_away_waits_for_no_scanner()
    {
        await using var clamd = FakeClamd.OverTcp();
        clamd.Answer = null;
        using var gone = new CancellationTokenSource(Short);
        using var file = new MemoryStream([1]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Scanner(clamd.Settings).ScanAsync(file, gone.Token));
    }

    [Theory]
    [InlineData("ClamAV 1.4.3/27500\0", "ClamAV 1.4.3/27500")]
    [InlineData("SSH-2.0-OpenSSH\0", null)]
    [InlineData("ClamAV 1.4.3/27500", null)]
    public async Task The_version_is_told_as_it_is(string answer, string? version)
    {
        await using var clamd = FakeClamd.OverTcp();
        clamd.Version = answer;
        Assert.Equal(version, await Scanner(clamd.Settings).VersionAsync(Stop));
    }

    [Theory]
    [InlineData("clamd:3310", "clamd:3310")]
    [InlineData(" 127.0.0.1:3310 ", "127.0.0.1:3310")]
    [InlineData("[::1]:3310", "::1:3310")]
    [InlineData("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    public void A_place_is_read(string text, string place)
    {
        var read = Read(text)!.Place;
        Assert.Equal(place, read is DnsEndPoint dns ? $"{dns.Host}:{dns.Port}" : read.ToString());
        Assert.InRange(Read(text)!.Patience, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_place_there_is_no_scanner(string? text) => Assert.Null(Read(text));

    [Theory]
    [InlineData("clamd")]
    [InlineData("clamd:0")]
    [InlineData("clamd:99999")]
    [InlineData("clamd:-1")]
    [InlineData(":3310")]
    [InlineData("http://clamd:3310")]
    [InlineData("unix:run/clamd.ctl")]
    [InlineData("unix:")]
    public void A_place_that_is_none_stops_the_start(string text) => Assert.Contains("Scan:Clamd", Assert.Throws<StartException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_socket_longer_than_the_system_takes_stops_the_start() => Assert.Throws<StartException>(() => Read("unix:/" + new string('a', 300)));

    private static ClamdSettings? Read(string? text) =>
        ClamdSettings.Of(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Scan:Clamd", text)]).Build());

    private static async Task<ScanVerdict> ScanAsync(ClamdSettings settings, byte[]? file = null)
    {
        using var content = new MemoryStream(file ?? Encoding.UTF8.GetBytes("%PDF-1.7 một tệp"));
        return await Scanner(settings).ScanAsync(content, Stop);
    }

    private static ClamdScanner Scanner(ClamdSettings settings)
    {
        var services = new ServiceCollection().AddLogging().AddMetrics().AddHttpContextAccessor().AddSingleton(TimeProvider.System)
            .AddSingleton<PortalMetrics>().AddSingleton<UnknownTryCounts>().AddSingleton<SecurityLog>().BuildServiceProvider();
        return new ClamdScanner(settings, services.GetRequiredService<SecurityLog>());
    }
}
