using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Operations.Watch;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>What a collector would get: figures under few names, traces by pattern, nobody's data in either.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Sign_ins_refusals_downloads_saves_and_commands_are_counted_under_bounded_tags()
    {
        using var portal = await PortalFactory.StartAsync();
        using var listener = new MetricListener();
        var (id, email) = await portal.AccountAsync(Role.Administrator);
        var browser = portal.Browser();
        using (await browser.TryToSignInAsync(email, "sai mat khau roi")) { }
        await browser.SignInAsync(email, PortalFactory.Password);
        using (var refused = await browser.PostAsync($"/quan-tri/tai-khoan/{id}/khoa", ("Input.Reason", "Ly do rieng"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (await browser.GetAsync("/ke-hoach")) { }
        using (await browser.PostAsync("/quan-tri/toan-ven")) { }
        Assert.NotEmpty(listener.Of("khuyencong.sign_ins", "outcome", "Wrong"));
        Assert.NotEmpty(listener.Of("khuyencong.sign_ins", "outcome", "Done"));
        Assert.NotEmpty(listener.Of("khuyencong.security_events", "event", "Denied"));
        Assert.NotEmpty(listener.Of("khuyencong.save.duration", "ended", "commit"));
        Assert.NotEmpty(listener.Of("khuyencong.page.sql_commands", "http.route", "/quan-tri/tai-khoan/{id:int}/khoa"));
        Assert.Contains(listener.Heard, h => h.Name == "khuyencong.refusals");
        Assert.Contains(listener.Heard, h => h.Name == "khuyencong.verification.duration");
        var tags = listener.Heard.SelectMany(h => h.Tags).ToList();
        Assert.Equal(["code", "ended", "event", "http.route", "outcome"], tags.Select(t => t.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(tags, t => Assert.Matches(@"^[A-Za-z0-9/{}:?*._-]{1,120}$", (string)t.Value!));
    }

    [Fact]
    public async Task A_trace_names_the_page_and_neither_the_query_nor_the_browser_nor_the_caller()
    {
        using var portal = await PortalFactory.StartAsync();
        using var collected = new Collected();
        using (Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore").AddProcessor(new TraceTrimmer()).AddProcessor(collected).Build())
        {
            var browser = await portal.SignInAsync(Role.Administrator);
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "MayKhachRieng");
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("baggage", "ten=TenRieng");
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("tracestate", "a=TrangThaiRieng");
            browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            using (await browser.GetAsync("/quan-tri/tai-khoan?q=TuKhoaRieng")) { }
            using (await browser.GetAsync("/khong-co-trang-rieng?q=TuKhoaRieng")) { }
        }

        Assert.Contains(collected.Spans, span => span.DisplayName == "GET /quan-tri/tai-khoan");
        foreach (var span in collected.Spans)
        {
            var text = string.Join('|', span.TagObjects.Select(t => $"{t.Key}={t.Value}").Concat(span.Baggage.Select(b => b.Value)).Append(span.DisplayName).Append(span.TraceStateString ?? string.Empty));
            Assert.DoesNotContain("rieng", text, StringComparison.OrdinalIgnoreCase);
            Assert.NotEqual("0af7651916cd43dd8448eb211c80319c", span.TraceId.ToHexString());
        }
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_holds_up_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        portal.Settings["Otlp:Endpoint"] = "http://127.0.0.1:9";
        var browser = await portal.SignInAsync(Role.Manager);
        await browser.OpenAsync("/");
    }

    private sealed class Collected : BaseProcessor<Activity>
    {
        public ConcurrentBag<Activity> Spans { get; } = [];

        public override void OnEnd(Activity data) => Spans.Add(data);
    }
}
