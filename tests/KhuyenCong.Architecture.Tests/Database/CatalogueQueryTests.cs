using KhuyenCong.Data.Auditing;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Database;

public sealed class CatalogueQueryTests
{
    [Fact]
    public void The_question_to_the_catalogue_of_SQL_Server_is_understood()
    {
        Assert.Empty(SqlServerScript.SyntaxErrors(StoreCatalogue.SqlServer));
    }

    [Fact]
    public void The_model_of_each_provider_tells_what_its_schema_must_be()
    {
        using var sqlServer = PortalModels.SqlServer();
        using var sqlite = PortalModels.Sqlite();
        Assert.Contains(StoreCatalogue.Expected(sqlServer), o => o is { Table: "Projects" } && o.Described.StartsWith("ràng buộc", StringComparison.Ordinal));
        Assert.Equal(StoreCatalogue.Expected(sqlServer).Select(o => o.Table).Distinct().Order(StringComparer.Ordinal), StoreCatalogue.Expected(sqlite).Select(o => o.Table).Distinct().Order(StringComparer.Ordinal));
    }
}
