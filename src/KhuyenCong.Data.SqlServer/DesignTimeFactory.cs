using KhuyenCong.Data.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KhuyenCong.Data.SqlServer;

/// <summary>For the migration tools only.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UsePortalSqlServer("Server=design-time;Database=KhuyenCong");
        return new AppDbContext(options.Options, new AuditSeal(new byte[32]), TimeProvider.System);
    }
}
