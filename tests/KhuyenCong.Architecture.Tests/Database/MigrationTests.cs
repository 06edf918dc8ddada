using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public void Both_providers_hold_migrations_of_the_same_names()
    {
        using var sqlServer = PortalModels.SqlServer();
        using var sqlite = PortalModels.Sqlite();
        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.Equal(Names(sqlite), Names(sqlServer));
    }

    [Fact]
    public void No_change_of_the_model_waits_for_a_migration()
    {
        using var sqlServer = PortalModels.SqlServer();
        using var sqlite = PortalModels.Sqlite();
        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.False(sqlite.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_model_does_not_depend_on_the_options_of_the_portals_host()
    {
        var services = new ServiceCollection();
        services.AddIdentityCore<AppUser>(options => options.Stores.MaxLengthForKeys = 300).AddRoles<AppRole>();
        services.AddSingleton(new AuditSeal(new byte[32])).AddSingleton(TimeProvider.System);
        services.AddDbContext<AppDbContext>(options => options.UsePortalSqlServer("Server=nowhere;Database=KhuyenCong"));
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_model_that_left_its_migrations_behind_is_found()
    {
        // The other provider's migrations describe other columns.
        using var db = PortalModels.Of(options => options.UseSqlServer(
            "Server=nowhere", server => server.MigrationsAssembly(typeof(SqliteSetup).Assembly.GetName().Name)));
        Assert.True(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_name_that_only_one_provider_has_is_found() => Assert.NotEqual(Named("20240101000000_Initial"), Named("20240101000000_Initial", "20240102000000_Adjustments"));

    private static List<string> Names(AppDbContext db) => Named([.. db.Database.GetMigrations()]);

    // A migration is called after the moment it was made and its name.
    private static List<string> Named(params string[] ids) => [.. ids.Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
}
