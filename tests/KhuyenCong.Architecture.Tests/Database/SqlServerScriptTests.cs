using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Database;

public sealed class SqlServerScriptTests
{
    [Fact]
    public void The_whole_schema_is_valid_for_SQL_Server_2022()
    {
        using var db = PortalModels.SqlServer();
        var script = db.Database.GenerateCreateScript();
        Assert.Empty(SqlServerScript.SyntaxErrors(script));
        Assert.True(SqlServerScript.Tables(script) > 30);
        Assert.Empty(SqlServerScript.ModelErrors(script));
    }

    [Theory]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY, BId int REFERENCES B (Id));")]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY); CREATE INDEX IX_A ON A (Name);")]
    [InlineData("CREATE TABLE A (Id int PRIMARY KEY, CONSTRAINT CK_A CHECK (Amount > 0));")]
    public void A_schema_that_does_not_fit_together_is_found(string script)
    {
        Assert.Empty(SqlServerScript.SyntaxErrors(script));
        Assert.NotEmpty(SqlServerScript.ModelErrors(script));
    }

    [Fact]
    public void Every_migration_forth_and_back_is_read_by_SQL_Server_2022()
    {
        using var db = PortalModels.SqlServer();
        var migrator = db.GetService<IMigrator>();
        string[] stops = ["0", .. db.Database.GetMigrations()];
        Assert.True(stops.Length > 1);
        foreach (var (from, to) in stops.Zip(stops.Skip(1)))
        {
            foreach (var options in new[] { MigrationsSqlGenerationOptions.Default, MigrationsSqlGenerationOptions.Idempotent })
            {
                Assert.Empty(SqlServerScript.SyntaxErrors(migrator.GenerateScript(from, to, options)));
                Assert.Empty(SqlServerScript.SyntaxErrors(migrator.GenerateScript(to, from, options)));
            }
        }
    }

    [Theory]
    [InlineData("CREATE TABLE IF NOT EXISTS A (Id int);")]
    [InlineData("CREATE TABLE A (Id int, CONSTRAINT CK_A CHECK (Percent > 0));")]
    [InlineData("PRAGMA foreign_keys = 0;")]
    [InlineData("INSERT OR IGNORE INTO A VALUES (1);")]
    public void A_script_in_another_dialect_is_found(string script) => Assert.NotEmpty(SqlServerScript.SyntaxErrors(script));
}
