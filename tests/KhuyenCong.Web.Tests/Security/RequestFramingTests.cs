using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Requests whose end could be read in two ways, sent to a real server: a proxy in front must not see another end than the portal.</summary>
public sealed partial class RequestFramingTests
{
    [Theory]
    [InlineData("Content-Length: 4\r\nContent-Length: 5")]
    [InlineData("Content-Length: 4, 5")]
    [InlineData("Content-Length : 4")]
    [InlineData("Transfer-Encoding: chunked, identity")]
    [InlineData("Transfer-Encoding: xchunked")]
    [InlineData("Transfer-Encoding: identity")]
    public async Task An_end_that_is_not_clear_is_refused(string headers)
    {
        var answers = await SendAsync($"POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\nabcd");
        Assert.StartsWith("HTTP/1.1 4", answers, StringComparison.Ordinal);
        Assert.Single(Answer().Matches(answers));
    }

    [Fact]
    public async Task A_length_beside_chunks_does_not_count()
    {
        // By the length, the second request would be the body of the first.
        const string Second = "GET /healthz/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        var answers = await SendAsync($"POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\nContent-Length: {5 + Second.Length}\r\n\r\n0\r\n\r\n{Second}");
        var told = Answer().Matches(answers).Select(match => match.Groups["status"].Value).ToList();
        // Either the mixture is refused and the line closed, or the chunks alone count.
        if (told.Count > 1) Assert.Equal("200", told[1]);
        Assert.Equal("400", told[0]);
    }

    [Theory]
    [InlineData("0\n\r\n")]
    [InlineData("0;x\n\r\n")]
    [InlineData("-1\r\n\r\n")]
    [InlineData("0x0\r\n\r\n")]
    public async Task A_chunk_of_no_clear_size_is_refused(string chunk)
    {
        var answers = await SendAsync($"POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}");
        Assert.StartsWith("HTTP/1.1 4", answers, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(string text)
    {
        using var portal = await PortalFactory.StartAsync();
        portal.UseKestrel(0);
        portal.StartServer();
        var place = portal.ClientOptions.BaseAddress;
        using var line = new TcpClient();
        await line.ConnectAsync(place.Host, place.Port, TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        // Ends only because the server closes, which it does after what it refuses.
        return await reader.ReadToEndAsync(patience.Token);
    }

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d{3})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Answer();
}
