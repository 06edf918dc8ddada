using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests;

/// <summary>Says by name whether this run spoke to a real SQL Server; where it did, every other service test did too.</summary>
public class SqlServerTests
{
    [Fact]
    public async Task The_service_tests_run_on_SqlServer_where_the_environment_names_one()
    {
        if (SqlServerDatabase.Server is null) Assert.Skip($"Set {SqlServerDatabase.Variable} to a SQL Server connection string to run the service tests there.");
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        Assert.Equal("Microsoft.EntityFrameworkCore.SqlServer", db.Database.ProviderName);
        Assert.Equal(429, await db.Units.CountAsync(TestContext.Current.CancellationToken));
    }
}
