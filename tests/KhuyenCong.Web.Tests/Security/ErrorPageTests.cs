using KhuyenCong.Domain.People;
using KhuyenCong.Web.Tests.Operations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class ErrorPageTests
{
    // The caller gives an id of his own; the portal makes another.
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Theory]
    [InlineData("/khong-co-trang-nay", 404)]
    [InlineData("/quyet-dinh", 500)]
    public async Task The_id_at_the_foot_of_an_error_page_is_that_of_the_trace(string path, int expected)
    {
        using var log = new LogFolder();
        using var portal = await PortalFactory.StartAsync("Production");
        log.Of(portal);
        var browser = await portal.SignInAsync(Role.Leader);
        await using (var db = portal.Db()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE Organisations RENAME TO Gone");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        using var answer = await browser.Client.SendAsync(request);

        Assert.Equal(expected, (int)answer.StatusCode);
        var shown = (await Browser.ReadAsync(answer)).QuerySelector("p.request-id code")!.TextContent;
        Assert.NotEmpty(log.Lines($"] {shown} "));
        // Whoever could choose it could have his lines taken for another's.
        Assert.NotEqual(Trace, shown);
    }
}
