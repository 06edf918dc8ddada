using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Web.Operations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Kept files, sources, settings and data are reached by no address, and names that people gave do no harm.</summary>
public sealed partial class StoredFileTests
{
    private static readonly Actor Clerk = new(1, "Trần Thị Bình", new HashSet<string>(StringComparer.Ordinal));

    [Fact]
    public async Task No_address_leads_into_the_store()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Enum.GetValues<Role>());
        var document = await KeepAsync(portal, "shell.aspx");
        var root = portal.Services.GetRequiredService<PortalSettings>().StorageRoot;
        Assert.True(File.Exists(Path.Combine(root, document.Sha256[..2], document.Sha256)));
        foreach (var address in new[] { "/kho/" + document.Sha256, $"/kho/{document.Sha256[..2]}/{document.Sha256}", "/App_Data/kho/" + document.Sha256, "/" + document.Sha256, "/shell.aspx", "/mau/..%2f..%2fkho%2f" + document.Sha256, "/css/..%5c..%5ckho" })
        {
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\..\\windows\\win.ini")]
    [InlineData("/etc/cron.d/x")]
    [InlineData("..")]
    [InlineData("\0")]
    [InlineData("")]
    public async Task A_name_that_climbs_out_of_the_folder_stays_a_name(string name)
    {
        using var portal = await PortalFactory.StartAsync();
        var root = portal.Services.GetRequiredService<PortalSettings>().StorageRoot;
        var document = await KeepAsync(portal, name);
        Assert.DoesNotContain('/', document.FileName);
        Assert.DoesNotContain('\\', document.FileName);
        Assert.NotEmpty(document.FileName);
        var kept = Assert.Single(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories), path => !path.Contains("dau-nhat-ky", StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith('.'));
        Assert.Equal(document.Sha256, Path.GetFileName(kept));
    }

    [Theory]
    [InlineData("a\r\nSet-Cookie: x=y.pdf")]
    [InlineData("a\"; filename=\"b.html")]
    [InlineData("Quyết định số 12/QĐ.pdf")]
    [InlineData("a\u2028b.pdf")]
    public async Task A_name_cannot_break_the_header_of_its_download(string name)
    {
        using var portal = await PortalFactory.StartAsync();
        var document = await KeepAsync(portal, name);
        Assert.DoesNotContain(document.FileName, letter => char.IsControl(letter) || letter is '"');
        // As the framework writes it for File(…, name).
        var header = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(document.FileName);
        var sent = header.ToString();
        Assert.DoesNotContain(sent, char.IsControl);
        Assert.Equal(document.FileName, ContentDispositionHeaderValue.Parse(sent).FileNameStar);
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/.git/HEAD")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/appsettings.Development.json")]
    [InlineData("/Program.cs")]
    [InlineData("/KhuyenCong.Web.dll")]
    [InlineData("/KhuyenCong.Web.csproj")]
    [InlineData("/App_Data/khuyencong.db")]
    [InlineData("/App_Data/audit.key")]
    [InlineData("/Pages/Index.cshtml")]
    [InlineData("/web.config")]
    [InlineData("/Demo/")]
    [InlineData("/swagger/index.html")]
    [InlineData("/metrics")]
    public async Task Neither_sources_nor_settings_nor_data_are_served(string path)
    {
        using var portal = await PortalFactory.StartAsync("Production");
        using var answer = await (await portal.SignInAsync(Enum.GetValues<Role>())).GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/css/")]
    [InlineData("/js")]
    [InlineData("/mau/")]
    [InlineData("/Identity/lib/")]
    [InlineData("/Identity/lib/bootstrap/dist/css")]
    public async Task Folders_are_not_listed(string path)
    {
        using var portal = await PortalFactory.StartAsync("Production");
        using var answer = await (await portal.SignInAsync(Role.Manager)).GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task No_address_carries_a_secret()
    {
        using var portal = await PortalFactory.StartAsync();
        var parameters = (await EndpointTable.ReadAsync(portal.Services)).SelectMany(line => Parameter().Matches(line.Route)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(parameters);
        // Numbers of rows, a status, a year, the hash of a submitted text that its paper shows.
        Assert.All(parameters, name => Assert.Matches("^(id|[a-z]+Id|line|year|status|hash|path)$", name));
        var browser = await portal.SignInAsync(Enum.GetValues<Role>());
        foreach (var path in new[] { "/doi-mat-khau", "/quan-tri/tai-khoan/tao", "/dang-xuat" })
        {
            Assert.Empty((await browser.OpenAsync(path)).QuerySelectorAll("form:not([method=post]) input[type=password], a[href*=RequestVerification], a[href*=kc-phien]"));
        }
    }

    private static async Task<Domain.Documents.Document> KeepAsync(PortalFactory portal, string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        using var content = new MemoryStream("%PDF-1.4 tệp thử"u8.ToArray());
        var (intake, upload) = (scope.ServiceProvider.GetRequiredService<DocumentIntake>(), new FileUpload(name, content.Length, content));
        Assert.Null(await intake.WhyNotPdfAsync(upload, CancellationToken.None));
        return await intake.KeepAsync(upload, Clerk, CancellationToken.None);
    }

    [GeneratedRegex(@"\{\**(?<name>[A-Za-z]+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Parameter();
}
