using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>What is opened by a link, an image or a prefetching browser changes nothing.</summary>
public sealed class SafeMethodTests(PermissionPortal portal) : IClassFixture<PermissionPortal>
{
    private static readonly string[] Visitors = [nameof(Role.DivisionHead), nameof(Role.Leader), nameof(Role.Accountant), nameof(Role.CentreManager), nameof(Role.Administrator)];

    [Fact]
    public async Task Opening_pages_writes_nothing()
    {
        var pages = (await EndpointTable.ReadAsync(portal.Services)).SelectMany(line => line.Asks()).Where(ask => !ask.IsPost).ToList();
        Assert.True(pages.Count > 60);
        // Signing in is an act of its own, and each visitor does it once.
        foreach (var visitor in Visitors) await portal.AskAsync(visitor, pages[0]);

        var before = await EntriesAsync();
        foreach (var visitor in Visitors)
        {
            foreach (var page in pages) await portal.AskAsync(visitor, page);
        }

        Assert.Equal(before, await EntriesAsync());
    }

    private async Task<int> EntriesAsync()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await db.AuditEntries.CountAsync();
    }
}
