using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class FailureAnswerTests
{
    [Theory]
    [InlineData("/ke-hoach")]
    [InlineData("/de-an?q=bun")]
    [InlineData("/bao-cao/tong-hop-kinh-phi?dinh-dang=csv")]
    public async Task A_failure_tells_nothing_of_the_inside(string path)
    {
        using var portal = await PortalFactory.StartAsync("Production");
        var browser = await portal.SignInAsync(Role.Leader);
        await using (var db = portal.Db()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE Plans RENAME TO Gone");

        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Hệ thống đang gặp sự cố", text, StringComparison.Ordinal);
        foreach (var inside in new[] { "Exception", "SQLite", "no such table", "Plans", "SELECT", "   at ", ".cs:line", "Microsoft.", "/src/" })
        {
            Assert.DoesNotContain(inside, text, StringComparison.Ordinal);
        }
    }
}
