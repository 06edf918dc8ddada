using System.Text.RegularExpressions;
using KhuyenCong.Architecture.Tests.Database;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>What docs/deploy gives an operator to run.</summary>
public sealed partial class DeployTests
{
    private static readonly string Compose = File.ReadAllText(Repository.At("docker-compose.yml"));

    public static TheoryData<string> Scripts => [.. Repository.Files("docs/deploy/sql", "*.sql")];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Every_script_is_understood_by_SQL_Server(string path) => Assert.Empty(SqlServerScript.SyntaxErrors(File.ReadAllText(Repository.At(path))));

    [Fact]
    public void The_scripts_back_up_try_and_restore() => Assert.True(Scripts.Count >= 4);

    [Fact]
    public void The_portal_reaches_its_database_as_nobody_special_over_a_checked_line()
    {
        var connections = Connection().Matches(Compose).Select(m => m.Value).ToList();
        Assert.Equal(2, connections.Count);
        Assert.All(connections, connection =>
        {
            Assert.Contains("Encrypt=True;TrustServerCertificate=False", connection, StringComparison.Ordinal);
            Assert.DoesNotContain("User Id=sa", connection, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_front_speaks_TLS_to_the_portal_and_checks_its_name()
    {
        var front = File.ReadAllText(Repository.At("docs/deploy/Caddyfile"));
        Assert.Contains("reverse_proxy https://web:", front, StringComparison.Ordinal);
        Assert.Contains("tls_server_name web", front, StringComparison.Ordinal);
        Assert.Contains("pem_file /certs/ca.pem", front, StringComparison.Ordinal);
        Assert.DoesNotContain("insecure", front, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("./docs/deploy/Caddyfile:/etc/caddy/Caddyfile:ro", Compose, StringComparison.Ordinal);
        Assert.DoesNotContain("web:8080", Compose, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_secret_of_the_containers_stands_in_the_example()
    {
        var example = File.ReadAllText(Repository.At(".env.example"));
        Assert.All(Secret().Matches(Compose).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal), name => Assert.Contains($"\n{name}=", example, StringComparison.Ordinal));
    }

    [Fact]
    public void The_portals_own_login_changes_no_table()
    {
        var script = File.ReadAllText(Repository.At("docs/deploy/sql/login.sql"));
        Assert.DoesNotMatch(@"(?i)ADD MEMBER khuyencong_app|GRANT[^;]*(ALTER|CONTROL|CREATE)[^;]*khuyencong_app", script);
        Assert.Contains("GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO khuyencong_app", script, StringComparison.Ordinal);
    }

    [GeneratedRegex("ConnectionStrings__KhuyenCong: .*", RegexOptions.None, 2000)]
    private static partial Regex Connection();

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+):\?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Secret();
}
