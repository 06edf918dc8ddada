using System.Net;
using System.Text;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>What no page asks for: other methods, handlers that are not there, forms that cannot be read. Found by walking the endpoints.</summary>
public sealed class KnownRequestTests(PermissionPortal portal) : IClassFixture<PermissionPortal>
{
    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task Another_method_is_refused_everywhere_before_anything_is_made_of_it(string method)
    {
        foreach (var visitor in new[] { PermissionPortal.Stranger, PermissionPortal.Everything })
        {
            var browser = await portal.BrowserAsync(visitor);
            foreach (var path in new[] { "/", "/dang-nhap", "/ke-hoach", "/css/app.css", "/healthz/ready", "/khong-co-trang-nay" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Add("X-Bi-Mat", "khong duoc doc lai");
                using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
                Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow.Order());
                Assert.DoesNotContain("khong duoc doc lai", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("Submit¿'\"(")]
    [InlineData("OnGet")]
    public async Task A_handler_that_a_page_does_not_have_is_an_address_that_is_not_there(string handler)
    {
        List<string> failures = [];
        foreach (var ask in (await EndpointTable.ReadAsync(portal.Services)).SelectMany(l => l.Asks()).Select(a => a with { Method = a.Method.Split(':')[0] }).Distinct())
        {
            if (IsNoOrdinaryPage(ask)) continue;
            using var opened = await portal.SendAsync(PermissionPortal.Everything, ask with { Method = "GET" }, [new("handler", handler)]);
            if (opened.StatusCode != HttpStatusCode.NotFound) failures.Add($"GET {ask.Route}: {(int)opened.StatusCode}");
            using var sent = await portal.SendAsync(PermissionPortal.Everything, ask with { Method = "POST:" + Uri.EscapeDataString(handler) }, []);
            if (sent.StatusCode != HttpStatusCode.NotFound) failures.Add($"POST {ask.Route}: {(int)sent.StatusCode}");
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task A_form_sent_to_a_page_that_takes_none_is_refused()
    {
        var lines = await EndpointTable.ReadAsync(portal.Services);
        var asks = lines.SelectMany(l => l.Asks()).Distinct().ToList();
        List<string> failures = [];
        var asked = 0;
        foreach (var ask in asks.Where(a => !a.IsPost && !asks.Any(other => other.Route == a.Route && other.Method == "POST")))
        {
            if (IsNoOrdinaryPage(ask)) continue;
            asked++;
            using var answer = await portal.SendAsync(PermissionPortal.Everything, ask with { Method = "POST" }, []);
            if ((int)answer.StatusCode is not (403 or 404 or 405)) failures.Add($"{ask.Route}: {(int)answer.StatusCode}");
        }

        Assert.Empty(failures);
        Assert.True(asked > 20, $"{asked} pages");
    }

    /// <summary>Bodies that are no form, whatever they say of themselves.</summary>
    public static TheoryData<string, string> Unreadable { get; } = new()
    {
        { "multipart/form-data", "--x\r\n\r\n" },
        { "multipart/form-data; boundary=" + new string('x', 200), "--x\r\n" },
        { "multipart/form-data; boundary=x", "không phải biểu mẫu" },
        { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncắt giữa" },
        { "multipart/form-data; boundary=x", "--x\r\n" + new string('h', 40_000) + ": 1\r\n\r\n\r\n--x--\r\n" },
        { "application/x-www-form-urlencoded; charset=utf-7", "a=1" },
        { "application/x-www-form-urlencoded; charset=khong-co", "a=1" },
        { "application/x-www-form-urlencoded", "%%%=%&&&=%u0000" },
        { "application/json", "{\"a\":1}" },
        { "text/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>" },
        { "khong/phai;;;", "a" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_form_that_cannot_be_read_is_told_in_Vietnamese(string type, string body)
    {
        foreach (var (visitor, path) in new[] { (PermissionPortal.Stranger, "/dang-nhap"), (PermissionPortal.Everything, "/ke-hoach/tao-moi"), (PermissionPortal.Everything, "/ke-hoach/nhap-tu-excel") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await (await portal.BrowserAsync(visitor)).Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 415);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("Chưa có gì được lưu", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain("form", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
    }

    // The page of an error answers as the code in its address; the two of health are no pages.
    private static bool IsNoOrdinaryPage(PageAsk ask) => ask.Route.StartsWith("/loi/", StringComparison.Ordinal) || ask.Route.StartsWith("/healthz/", StringComparison.Ordinal);
}
