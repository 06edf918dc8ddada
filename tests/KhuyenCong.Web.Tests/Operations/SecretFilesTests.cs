using KhuyenCong.Web.Operations;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Secrets come from the folder of a secrets manager and win over whatever else says the same.</summary>
public sealed class SecretFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("khuyencong-secrets").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_named_by_its_key_holds_the_secret(bool bySystemd)
    {
        File.WriteAllText(Path.Combine(_folder, "Audit__Key"), "a2hvYQ==\n");
        File.WriteAllText(Path.Combine(_folder, "ConnectionStrings__KhuyenCong"), "Server=db;Password=x");
        using var configuration = Of(("Audit:Key", "elsewhere"), ("Secrets:Folder", bySystemd ? null : _folder));
        SecretFiles.Read(configuration, bySystemd ? _folder : null);
        Assert.Equal("a2hvYQ==", configuration["Audit:Key"]);
        Assert.Equal("Server=db;Password=x", configuration.GetConnectionString("KhuyenCong"));
    }

    [Fact]
    public void Without_a_folder_nothing_is_read()
    {
        using var configuration = Of(("Audit:Key", "elsewhere"));
        SecretFiles.Read(configuration, null);
        Assert.Equal("elsewhere", configuration["Audit:Key"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start()
    {
        using var configuration = Of(("Secrets:Folder", Path.Combine(_folder, "none")));
        Assert.Contains("none", Assert.Throws<StartException>(() => SecretFiles.Read(configuration, null)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ConfigurationManager Of(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        return configuration;
    }
}
