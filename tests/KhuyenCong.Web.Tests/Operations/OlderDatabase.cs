using KhuyenCong.Data;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>A database as an older version left it.</summary>
internal static class OlderDatabase
{
    /// <param name="place">The file to make.</param>
    /// <param name="versions">How many migrations behind.</param>
    public static async Task MakeAsync(string place, int versions = 1)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UsePortalSqlite($"Data Source={place};Pooling=False");
        await using var db = new AppDbContext(options.Options, TestPortal.Seal, TimeProvider.System);
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Reverse().Skip(versions).First());
    }
}
