using System.Net;
using System.Net.Http.Headers;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>One client has its share of the portal and no more, and does not take that of others.</summary>
public sealed class RequestLimitTests
{
    private const string Export = "/bao-cao/tong-hop-kinh-phi?dinh-dang=xlsx";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_others_go_on()
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Settings["Limits:RequestsPerMinute"] = "150";
        var hasty = await portal.SignInAsync(Role.Division);
        var calm = await portal.SignInAsync(Role.Division);
        List<HttpResponseMessage> answers = [];
        while (answers.Count < 400 && (answers.Count == 0 || answers[^1].StatusCode == HttpStatusCode.OK)) answers.Add(await hasty.GetAsync("/ke-hoach"));

        var refused = answers[^1];
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var page = await Browser.ReadAsync(refused);
        Assert.Contains("Chờ vài giây rồi thử lại", page.Body!.TextContent, StringComparison.Ordinal);
        await hasty.OpenAsync("/css/app.css");
        await calm.OpenAsync("/ke-hoach");
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Strangers_of_one_line_share_a_quota_and_those_of_another_have_their_own()
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Settings["Limits:RequestsPerMinute"] = "200";
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 60; i++)
        {
            using var answer = await portal.Browser("198.51.100.7").GetAsync("/dang-nhap");
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        await portal.Browser("198.51.100.8").OpenAsync("/dang-nhap");
        // Who is signed in on that line is not taken for the stranger.
        var (_, email) = await portal.AccountAsync(Role.Division);
        var person = portal.Browser("203.0.113.9");
        await person.SignInAsync(email, PortalFactory.Password);
        using var moved = new HttpRequestMessage(HttpMethod.Get, "/ke-hoach");
        person.Client.DefaultRequestHeaders.Remove(TestAddress.Header);
        moved.Headers.Add(TestAddress.Header, "198.51.100.7");
        using var seen = await person.Client.SendAsync(moved, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
    }

    [Fact]
    public async Task Slow_uploads_of_one_person_hold_up_neither_pages_nor_exports_of_others_and_the_line_has_an_end()
    {
        await using var portal = await PortalFactory.StartAsync();
        var slow = await portal.SignInAsync(Role.Division);
        var other = await portal.SignInAsync(Role.Division, Role.Manager);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<Task<HttpResponseMessage>> uploads = [.. Enumerable.Range(0, 2).Select(_ => UploadAsync(slow, gate.Task))];

        // Two are worked on: the own third waits, everybody else is answered.
        Task<HttpResponseMessage> own;
        for (var tries = 0; ; tries++)
        {
            own = slow.GetAsync("/ke-hoach");
            if (await Task.WhenAny(own, Task.Delay(1_000, TestContext.Current.CancellationToken)) != own) break;
            Assert.True(tries < 30, "The uploads never took their places.");
        }

        await other.OpenAsync("/ke-hoach").WaitAsync(Patience, TestContext.Current.CancellationToken);
        using (var exported = await other.GetAsync(Export).WaitAsync(Patience, TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, exported.StatusCode);
        Assert.False(own.IsCompleted);

        // Sixty may wait, the others are told at once.
        List<Task<HttpResponseMessage>> more = [.. Enumerable.Range(0, 80).Select(_ => slow.GetAsync("/ke-hoach"))];
        var first = await (await Task.WhenAny(more).WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.TooManyRequests, first.StatusCode);
        Assert.NotNull(first.Headers.RetryAfter);

        gate.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await own.WaitAsync(Patience, TestContext.Current.CancellationToken)).StatusCode);
        var codes = (await Task.WhenAll(more).WaitAsync(Patience, TestContext.Current.CancellationToken)).Select(a => a.StatusCode).ToList();
        Assert.InRange(codes.Count(c => c == HttpStatusCode.TooManyRequests), 10, 40);
        Assert.All(codes, code => Assert.True(code is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, code.ToString()));
        Assert.All(await Task.WhenAll(uploads).WaitAsync(Patience, TestContext.Current.CancellationToken), a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
    }

    [Fact]
    public async Task Many_exports_at_once_all_arrive_one_after_the_other()
    {
        await using var portal = await PortalFactory.StartAsync();
        List<Browser> people = [];
        for (var i = 0; i < 6; i++) people.Add(await portal.SignInAsync(Role.Manager));
        var answers = await Task.WhenAll(people.SelectMany(p => Enumerable.Range(0, 5).Select(_ => p.GetAsync(Export)))).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(30, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("99999999999")]
    [InlineData("nhiều")]
    public async Task A_limit_that_is_no_number_of_requests_stops_the_start(string value)
    {
        await using var portal = await PortalFactory.StartAsync();
        portal.Settings["Limits:RequestsPerMinute"] = value;
        Assert.ThrowsAny<Exception>(() => portal.Services);
    }

    private static Task<HttpResponseMessage> UploadAsync(Browser browser, Task gate)
    {
        var content = new HeldContent(gate);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        return browser.Client.PostAsync(new Uri("/ke-hoach/nhap-tu-excel", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>A body whose end comes when the gate opens.</summary>
    private sealed class HeldContent(Task gate) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"u8.ToArray());
            await stream.FlushAsync();
            await gate;
            await stream.WriteAsync("1\r\n--x--\r\n"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
