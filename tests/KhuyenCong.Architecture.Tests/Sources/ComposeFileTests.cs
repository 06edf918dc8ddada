using System.Text.RegularExpressions;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>docker-compose.yml holds no secret: each comes from outside, and without it nothing starts.</summary>
public sealed partial class ComposeFileTests
{
    [Fact]
    public void No_secret_has_a_default() => Assert.Empty(Defaults(File.ReadAllText(Repository.At("docker-compose.yml"))));

    [Theory]
    [InlineData("Password=${MSSQL_SA_PASSWORD:-Passw0rd!}", 1)]
    [InlineData("Audit__Key: ${KHUYENCONG_AUDIT_KEY}", 1)]
    [InlineData("MSSQL_SA_PASSWORD: Passw0rd!", 1)]
    [InlineData("Server=db;User Id=portal;Password=Passw0rd!;Encrypt=True", 1)]
    [InlineData("Password=${PORTAL_PASSWORD:?set PORTAL_PASSWORD};Encrypt=True", 0)]
    [InlineData("Audit__KeyFile: /run/secrets/audit", 0)]
    public void A_default_is_found(string line, int found) => Assert.Equal(found, Defaults(line).Count());

    private static IEnumerable<string> Defaults(string text) =>
        Reference().Matches(text).Concat(Literal().Matches(text)).Select(match => match.Value);

    [GeneratedRegex(@"\$\{\w*(PASSWORD|KEY|SECRET)\w*(?!\w*:\?)[^}]*\}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<!\$\{\w*)(PASSWORD|SECRET|Audit__Key|[^\w]Password)\s*[:=]\s*""?(?![$\s""/])\S+", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Literal();
}
