using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>A portal with a scanner, over HTTP: what is refused, what is told, what the administrator sees.</summary>
public sealed class ScannedUploadTests : IAsyncLifetime
{
    private const string Import = "/ke-hoach/nhap-tu-excel";
    private const string Secret = "hoa-don-bi-mat-7312";

    private readonly FakeClamd _clamd = FakeClamd.OverTcp();
    private readonly LogFolder _log = new();
    private PortalFactory _portal = null!;
    private Browser _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        _portal.Settings["Scan:Clamd"] = _clamd.Address;
        _log.Of(_portal);
        _clerk = await _portal.SignInAsync(Role.Division);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _clamd.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task A_clean_workbook_goes_on_after_it_was_scanned_whole()
    {
        var file = Workbook();
        using var answer = await SendAsync(file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(file, Assert.Single(_clamd.Files));
        Assert.NotEmpty(Kept());
    }

    [Fact]
    public async Task Malware_is_refused_by_the_files_name_and_told_in_the_log_by_the_signatures()
    {
        _clamd.Answer = "stream: Xls.Malware.Thu-1 FOUND\0";
        using var answer = await SendAsync(Workbook());
        var text = await RefusedAsync(answer);
        Assert.Contains($"Tệp «{Secret}.xlsx» có mã độc nên không được nhận.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xls.Malware", text, StringComparison.Ordinal);
        Assert.Contains("Security MalwareFound \"Xls.Malware.Thu-1\"", Assert.Single(_log.Lines("MalwareFound")), StringComparison.Ordinal);
        Assert.Contains($"at \"{Import}\"", Assert.Single(_log.Lines("Security UploadRefused")), StringComparison.Ordinal);
        _log.AssertNowhere(Secret);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", "TooLarge")]
    [InlineData("stream: lỗi ERROR\0", "NoVerdict")]
    [InlineData("", "HungUp")]
    public async Task Without_a_clear_answer_nothing_is_taken(string said, string told)
    {
        _clamd.Answer = said;
        using var answer = await SendAsync(Workbook());
        Assert.Contains($"Chưa quét được tệp «{Secret}.xlsx»", await RefusedAsync(answer), StringComparison.Ordinal);
        Assert.Contains($"Security ScanFailed \"{told}\"", Assert.Single(_log.Lines("ScanFailed")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_people_write_while_a_scan_waits()
    {
        _clamd.Delay = TimeSpan.FromSeconds(3);
        var waiting = SendAsync(Workbook());
        await _portal.SignInAsync(Role.Manager);
        Assert.False(waiting.IsCompleted);
        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_silent_scanner_is_shown_to_the_administrator_and_does_not_take_the_portal_down()
    {
        var administrator = await _portal.SignInAsync(Role.Administrator);
        Assert.Matches(@"Quét mã độc\s+Trả lời\s+ClamAV 1\.4\.3/27500", await StatusAsync(administrator));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ReadyAsync());

        _clamd.Version = "ai đó khác\0";
        var text = await StatusAsync(administrator);
        Assert.Matches(@"Quét mã độc\s+Không trả lời", text);
        Assert.Contains("Khởi động lại clamd", text, StringComparison.Ordinal);
        Assert.Matches(@"Sẵn sàng phục vụ\s+Sẵn sàng", text);
        Assert.Equal((HttpStatusCode.OK, "Degraded"), await ReadyAsync());
    }

    private async Task<(HttpStatusCode Status, string Word)> ReadyAsync()
    {
        using var answer = await _portal.Browser().GetAsync("/healthz/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> StatusAsync(Browser browser) => (await browser.OpenAsync("/quan-tri/tinh-trang")).QuerySelector("main")!.TextContent;

    private async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Kept());
        await using var db = _portal.Db();
        Assert.False(await db.Documents.AnyAsync(Stop));
        return (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
    }

    private IEnumerable<string> Kept()
    {
        var root = _portal.Services.GetRequiredService<PortalSettings>().StorageRoot;
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).Length == 64);
    }

    private static byte[] Workbook() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "phu-luc-ke-hoach-2024-dot-1.xlsx"));

    private async Task<HttpResponseMessage> SendAsync(byte[] file)
    {
        var page = await _clerk.OpenAsync(Import);
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(((IHtmlInputElement)page.QuerySelector("main form [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken");
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "File", Secret + ".xlsx");
        return await _clerk.Client.PostAsync(new Uri(Import, UriKind.Relative), content, Stop);
    }
}
