using System.Net;
using System.Net.Sockets;
using System.Text;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>Requests larger than any page takes, sent to a real server.</summary>
public sealed class OversizeRequestTests
{
    private static readonly byte[] TooMuch = new byte[24 * 1024 * 1024];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_signed_in_gets_a_page_and_keeps_the_connection_announced_or_not(bool announced)
    {
        using var portal = await PortalFactory.StartAsync();
        using var client = Client(portal);
        var (_, email) = await portal.AccountAsync(Role.Division);
        await new Browser(client).SignInAsync(email, PortalFactory.Password);
        using var answer = await SendAsync(client, announced);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.NotEqual(announced, answer.Headers.ConnectionClose == true);
        Assert.Contains("quá lớn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_who_announces_nothing_is_cut_off_at_the_limit_with_a_page()
    {
        using var portal = await PortalFactory.StartAsync();
        using var client = Client(portal);
        using var answer = await SendAsync(client, announced: false);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("quá lớn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Cookie: kc-phien=khong-phai-phien-that\r\n")]
    public async Task A_stranger_who_announces_too_much_is_answered_before_sending_anything_and_cut_off(string cookie)
    {
        using var portal = await PortalFactory.StartAsync();
        using var client = Client(portal);
        using var line = new TcpClient();
        await line.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        var head = $"POST /dang-nhap HTTP/1.1\r\nHost: {client.BaseAddress.Authority}\r\n{cookie}Content-Type: application/pdf\r\nContent-Length: {TooMuch.Length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Ends only because the server closes.
        var answer = await reader.ReadToEndAsync(patience.Token);
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Contains("quá lớn", answer, StringComparison.Ordinal);
    }

    private static HttpClient Client(PortalFactory portal)
    {
        portal.UseKestrel(0);
        portal.StartServer();
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = portal.ClientOptions.BaseAddress };
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, bool announced)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(TooMuch), "tep", "tep.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/dang-nhap", UriKind.Relative)) { Content = body };
        request.Headers.TransferEncodingChunked = !announced;
        return await client.SendAsync(request);
    }
}
