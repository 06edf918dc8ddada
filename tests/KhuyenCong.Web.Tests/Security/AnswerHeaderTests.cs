using System.Net;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>What answers say about themselves in production: pages, files, downloads, redirects and errors alike.</summary>
public sealed class AnswerHeaderTests
{
    private static readonly Role[] Everything = Enum.GetValues<Role>();

    private static readonly string[] ForStrangers = ["/", "/dang-nhap", "/tro-giup", "/khong-co-trang-nay", "/healthz/live", "/healthz/ready", "/loi/500", "/css/app.css", "/js/app.js", "/favicon.svg"];

    private static readonly string[] BehindTheDoor =
    [
        "/", "/ke-hoach", "/de-an", "/quyet-dinh", "/bao-cao/tong-hop-kinh-phi", "/bao-cao/tong-hop-kinh-phi?dinh-dang=csv", "/bao-cao/tong-hop-kinh-phi?dinh-dang=xlsx",
        "/quan-tri/nhat-ky", "/quan-tri/nhat-ky?dinh-dang=csv", "/quan-tri/tai-khoan", "/ke-hoach/404", "/khong-co-trang-nay", "/de-an/1/tep/1", "/doi-mat-khau",
    ];

    [Fact]
    public async Task Every_answer_carries_its_policy_in_full()
    {
        await EachAsync((path, answer) =>
        {
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
            foreach (var part in new[] { "default-src 'self'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'" })
            {
                Assert.True(policy.Contains(part, StringComparer.Ordinal), $"{path}: {part}");
            }

            Assert.DoesNotContain(policy, part => part.Contains("unsafe", StringComparison.Ordinal) || part.Contains("http", StringComparison.Ordinal) || part.Contains('*', StringComparison.Ordinal));
            Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        });
    }

    [Fact]
    public async Task No_other_origin_is_ever_let_in()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        var client = (await portal.SignInAsync(Everything)).Client;
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            foreach (var path in BehindTheDoor.Concat(ForStrangers))
            {
                using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
                request.Headers.Add("Origin", "https://evil.example");
                request.Headers.Add("Access-Control-Request-Method", "POST");
                using var answer = await client.SendAsync(request);
                Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task Every_body_says_its_type_and_its_charset()
    {
        await EachAsync((path, answer) =>
        {
            if (answer.Content.Headers.ContentLength == 0 || answer.StatusCode is HttpStatusCode.Redirect) return;
            var type = answer.Content.Headers.ContentType;
            Assert.True(type is not null, path);
            if (type.MediaType!.StartsWith("text/", StringComparison.Ordinal) || type.MediaType.EndsWith("+xml", StringComparison.Ordinal)) Assert.True(type.CharSet == "utf-8", $"{path}: {type}");
        });
    }

    [Fact]
    public async Task Nothing_behind_the_door_is_kept_by_browsers_or_proxies()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        var browser = await portal.SignInAsync(Everything);
        foreach (var path in BehindTheDoor)
        {
            using var answer = await browser.GetAsync(path);
            Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{path}: {answer.Headers.CacheControl}");
        }

        // The dress of the pages holds nothing of anybody, and would otherwise be fetched with every page.
        using var dress = await browser.GetAsync("/css/app.css");
        Assert.NotEqual(true, dress.Headers.CacheControl?.NoStore);
    }

    private static async Task EachAsync(Action<string, HttpResponseMessage> look)
    {
        using var portal = await PortalFactory.StartAsync("Production");
        await LookAsync(portal.Browser(), ForStrangers);
        await LookAsync(await portal.SignInAsync(Everything), BehindTheDoor);
        using var forged = await portal.Browser().Client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), new FormUrlEncodedContent([new("Email", "a@b.vn")]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        look("POST /dang-nhap", forged);

        async Task LookAsync(Browser browser, IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                using var answer = await browser.GetAsync(path);
                look(path, answer);
            }
        }
    }
}
