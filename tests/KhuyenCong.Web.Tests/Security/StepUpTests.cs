using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Money;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>What counts demands a factor shown within ten minutes, and keeps what was typed.</summary>
public sealed class StepUpTests
{
    private const string Ask = "/xac-nhan-lai";

    [Fact]
    public async Task Posting_a_large_amount_asks_for_the_factor_and_goes_on_with_what_was_sent()
    {
        using var portal = await PortalFactory.StartAsync();
        var entry = await ProposedAsync(portal, "100.000.000");
        var (_, _, browser, app) = await Authenticator.PersonAsync(portal, Role.Accountant);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(11));

        using var refused = await PostAsync(browser, entry);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(await IsPostedAsync(portal, entry));
        var page = await Browser.ReadAsync(refused);
        Assert.Equal("Xác nhận lại", page.QuerySelector("h1")!.TextContent);

        using (var wrong = await SendAsync(browser, page, "000000")) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var confirmed = await SendAsync(browser, page, app.NextCode());
        Assert.Equal(HttpStatusCode.RedirectKeepVerb, confirmed.StatusCode);
        Assert.Equal("/tien/cho-duyet?handler=GhiSo", confirmed.Headers.Location!.OriginalString);

        // As a browser does: the same body to the address it is led to.
        using var sentAgain = await browser.Client.PostAsync(confirmed.Headers.Location, new FormUrlEncodedContent(Fields(page, "000000")));
        Assert.Equal(HttpStatusCode.Redirect, sentAgain.StatusCode);
        Assert.True(await IsPostedAsync(portal, entry));
    }

    [Theory]
    [InlineData("99.999.999", 11, HttpStatusCode.Redirect)]
    [InlineData("100.000.000", 9, HttpStatusCode.Redirect)]
    [InlineData("100.000.000", 10, HttpStatusCode.Forbidden)]
    public async Task Small_amounts_and_a_fresh_factor_are_not_asked_about(string amount, int minutes, HttpStatusCode expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var entry = await ProposedAsync(portal, amount);
        var (_, _, browser, _) = await Authenticator.PersonAsync(portal, Role.Accountant);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(minutes));
        using var answer = await PostAsync(browser, entry);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_threshold_comes_from_the_configuration()
    {
        using var portal = await PortalFactory.StartAsync();
        portal.Settings["StepUp:PostingThreshold"] = "1000";
        var entry = await ProposedAsync(portal, "1.000");
        var (_, _, browser, _) = await Authenticator.PersonAsync(portal, Role.Accountant);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(11));
        using var answer = await PostAsync(browser, entry);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_has_no_factor_is_not_asked_for_one()
    {
        using var portal = await PortalFactory.StartAsync();
        var entry = await ProposedAsync(portal, "100.000.000");
        var browser = await portal.SignInAsync(Role.Accountant);
        using var answer = await PostAsync(browser, entry);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_refuses_anyway_says_so_and_asks_for_no_factor()
    {
        using var portal = await PortalFactory.StartAsync();
        // Without a budget no plan is approved.
        var plan = await portal.AppraisedAsync();
        var (_, _, browser, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(15));
        var page = await browser.OpenAsync($"/ke-hoach/{plan}/phe-duyet");
        Assert.NotNull(page.QuerySelector("main .why-not-reasons"));
    }

    [Fact]
    public async Task The_form_of_an_approval_asks_before_it_opens_and_leads_there()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.AppraisedAsync();
        var form = $"/ke-hoach/{plan}/phe-duyet";
        var (_, _, browser, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        await browser.OpenAsync(form);

        portal.SessionClock.Advance(TimeSpan.FromMinutes(6));
        using var asked = await browser.GetAsync(form);
        Assert.Equal(Ask + "?tro-ve=" + Uri.EscapeDataString(form), asked.Headers.Location!.OriginalString);
        using var confirmed = await browser.PostAsync(asked.Headers.Location.OriginalString, ("xac-nhan-lai.ma", app.NextCode()));
        Assert.Equal(form, confirmed.Headers.Location!.OriginalString);
        await browser.OpenAsync(form);
    }

    [Fact]
    public async Task A_foreign_address_is_not_returned_to()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, _, browser, app) = await Authenticator.PersonAsync(portal, Role.Leader);
        using var confirmed = await browser.PostAsync(Ask + "?tro-ve=" + Uri.EscapeDataString("https://evil.example/"), ("xac-nhan-lai.ma", app.NextCode()));
        Assert.Equal("/", confirmed.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Giving_roles_demands_a_fresh_factor_and_keeps_the_reason_that_was_typed()
    {
        using var portal = await PortalFactory.StartAsync();
        var (other, _) = await portal.AccountAsync(Role.Officer);
        var (_, _, browser, app) = await Authenticator.PersonAsync(portal, Role.Administrator);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(11));
        using var refused = await browser.PostAsync($"/quan-tri/tai-khoan/{other}", ("Input.Roles", "Manager"), ("Input.Reason", "Chuyển công tác «sang» phòng khác"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Equal("Chuyển công tác «sang» phòng khác", ((IHtmlInputElement)page.QuerySelector("[name='Input.Reason']")!).Value);
        using var confirmed = await SendAsync(browser, page, app.NextCode());
        Assert.Equal(HttpStatusCode.RedirectKeepVerb, confirmed.StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_was_copied_before_the_factor_was_shown_stays_as_it_was()
    {
        using var portal = await PortalFactory.StartAsync();
        var entry = await ProposedAsync(portal, "100.000.000");
        var (_, _, browser, app) = await Authenticator.PersonAsync(portal, Role.Accountant);
        portal.SessionClock.Advance(TimeSpan.FromMinutes(11));
        await browser.OpenAsync("/");
        var thief = portal.Browser(cookies: browser.CopyOfCookies());
        using (await browser.PostAsync(Ask, ("xac-nhan-lai.ma", app.NextCode()))) { }
        using var answer = await PostAsync(thief, entry);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<int> ProposedAsync(PortalFactory portal, string amount)
    {
        var hand = await portal.HandAsync();
        await using var db = portal.Db();
        var project = await SomeProject.Supported(300).UnderContract(250).Started().InAsync(db);
        var made = await portal.DoAsync((MoneyService s) => s.ProposeAsync(
            hand,
            new ProposeMoneyRequest { ProjectId = project, Kind = MoneyEntryKind.Advance, Amount = amount, Date = "05/11/2024", Voucher = "UNC 1", FormKey = Guid.NewGuid() },
            default));
        return made.Value;
    }

    private static async Task<bool> IsPostedAsync(PortalFactory portal, int entry)
    {
        await using var db = portal.Db();
        return await db.MoneyVerdicts.AnyAsync(v => v.EntryId == entry && v.Posted);
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, int entry)
    {
        var token = (await browser.OpenAsync("/doi-mat-khau")).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.Client.PostAsync(
            new Uri("/tien/cho-duyet?handler=GhiSo", UriKind.Relative),
            new FormUrlEncodedContent([new("entryId", entry.ToString(CultureInfo.InvariantCulture)), new("__RequestVerificationToken", token)]));
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, IHtmlDocument page, string code) => browser.Client.PostAsync(
        new Uri(page.QuerySelector("main form:not([data-passkey])")!.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(Fields(page, code)));

    private static List<KeyValuePair<string, string>> Fields(IHtmlDocument page, string code) =>
        [.. ((IHtmlFormElement)page.QuerySelector("main form:not([data-passkey])")!).Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null)
            .Select(i => KeyValuePair.Create(i.Name!, i.Name == "xac-nhan-lai.ma" ? code : i.Value))];
}
