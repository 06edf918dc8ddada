using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Sqlite;
using KhuyenCong.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Architecture.Tests.Database;

/// <summary>Contexts that know their provider but never reach a server.</summary>
internal static class PortalModels
{
    public static AppDbContext SqlServer() => Of(options => options.UsePortalSqlServer("Server=nowhere;Database=KhuyenCong"));

    public static AppDbContext Sqlite() => Of(options => options.UsePortalSqlite("Data Source=nowhere.db"));

    public static AppDbContext Of(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        use(options);
        return new AppDbContext(options.Options, new AuditSeal(new byte[32]), TimeProvider.System);
    }

    /// <summary>The model with everything that only migrations need.</summary>
    public static IModel DesignModel(DbContext db) => db.GetService<IDesignTimeModel>().Model;
}
