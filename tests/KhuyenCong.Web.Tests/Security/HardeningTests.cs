using System.Net;
using System.Net.Http.Headers;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class HardeningTests
{
    [Theory]
    [InlineData("/dang-nhap")]
    [InlineData("/")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/css/app.css")]
    [InlineData("/Identity/lib/bootstrap/dist/css/bootstrap.min.css")]
    [InlineData("/healthz/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var portal = await PortalFactory.StartAsync("Production");
        using var answer = await portal.Browser().GetAsync(path);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("max-age=", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Static_files_are_served_to_strangers_unpublished_outside_Development()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        using var answer = await portal.Browser().GetAsync("/Identity/lib/bootstrap/dist/css/bootstrap.min.css");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Production", "__Host-kc-", true)]
    [InlineData("Development", "kc-", false)]
    public async Task Cookies_are_named_and_flagged_by_the_environment(string environment, string prefix, bool secure)
    {
        using var portal = await PortalFactory.StartAsync(environment);
        var (_, email) = await portal.AccountAsync(Role.Manager);
        var browser = portal.Browser();
        using var page = await browser.GetAsync("/dang-nhap");
        using var answer = await browser.TryToSignInAsync(email, PortalFactory.Password);
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        var names = cookies.Select(c => c.Split('=')[0]).ToList();
        Assert.Contains(prefix + "chong-gia-mao", names);
        Assert.Contains(prefix + "phien", names);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith(prefix, cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task Pages_ask_strangers_to_sign_in_and_come_back()
    {
        using var portal = await PortalFactory.StartAsync();
        using var answer = await portal.Browser().GetAsync("/quan-tri/tai-khoan?q=a");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/dang-nhap?returnUrl=%2Fquan-tri%2Ftai-khoan%3Fq%3Da", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Vietnamese_letters_stand_in_the_page_as_they_are()
    {
        using var portal = await PortalFactory.StartAsync();
        using var answer = await portal.Browser().GetAsync("/dang-nhap");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Đăng nhập", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_compressed_over_tls_too()
    {
        using var portal = await PortalFactory.StartAsync("Production");
        var client = portal.Browser().Client;
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await client.GetAsync(new Uri("/dang-nhap", UriKind.Relative));
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task An_announced_oversize_request_gets_a_page()
    {
        using var portal = await PortalFactory.StartAsync();
        using var body = new ByteArrayContent(new byte[22 * 1024 * 1024]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        using var answer = await portal.Browser().Client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("quá lớn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_told_to_strangers_and_names_a_missing_migration()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = portal.Browser();
        using (var live = await browser.GetAsync("/healthz/live")) Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using (var ready = await browser.GetAsync("/healthz/ready")) Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        await using (var db = portal.Db()) await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "DELETE FROM __EFMigrationsHistory");
        using var after = await browser.GetAsync("/healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, after.StatusCode);
        using var alive = await browser.GetAsync("/healthz/live");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }
}
