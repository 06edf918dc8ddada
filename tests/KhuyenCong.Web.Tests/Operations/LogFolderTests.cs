using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>What finds secrets in the log finds them wherever somebody could have put them, and none in ids.</summary>
public sealed class LogFolderTests : IDisposable
{
    private const string Id = "f20a408d4711304bd03168a85f36ab97";
    private const string Head = $"2026-11-28 05:45:32.789 +00:00 [WRN] {Id} 0HNQ4711AVLMG:00000009 ";

    private readonly LogFolder _log = new();

    [Fact]
    public void Digits_within_an_id_are_no_secret()
    {
        Write(Head + "Security Denied");
        _log.AssertNowhere("4711");
    }

    [Theory]
    [InlineData(Head + "Security Denied 4711")]
    [InlineData("2026-11-28 05:45:32.789 +00:00 [INF]   Told 4711")]
    [InlineData("   at Somewhere 4711")]
    [InlineData(Head + "Told " + Id)]
    public void A_secret_in_a_message_is_found(string line)
    {
        Write(Head + "Security Denied\n" + line);
        Assert.ThrowsAny<Exception>(() => _log.AssertNowhere("4711"));
    }

    public void Dispose() => _log.Dispose();

    private void Write(string text) => File.WriteAllText(Path.Combine(_log.Folder, "cong-20261128.log"), text);
}
