using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A telephone with an authenticator app whose clock is the portal's door clock.</summary>
internal sealed class Authenticator(PortalFactory portal, string secret)
{
    public const string SetUpAt = "/tai-khoan/xac-thuc-hai-lop/ung-dung";

    private readonly byte[] _key = Base32.Read(secret)!;

    /// <summary>The recovery codes shown at the set-up.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private init; } = [];

    public string Code(int stepsAway = 0) => TotpCode.At(_key, TotpCode.StepAt(portal.SessionClock.GetUtcNow().UtcDateTime) + stepsAway);

    /// <summary>The code of the next half minute, which no one has used yet.</summary>
    public string NextCode()
    {
        portal.SessionClock.Advance(TimeSpan.FromSeconds(30));
        return Code();
    }

    /// <summary>Sets the app up in a signed-in browser.</summary>
    public static async Task<Authenticator> SetUpAsync(PortalFactory portal, Browser browser)
    {
        // Each opening of the page offers another secret: the form is sent as it was shown.
        var page = await browser.OpenAsync(SetUpAt);
        var secret = page.QuerySelector(".typed-key")!.TextContent;
        ((IHtmlInputElement)page.QuerySelector("[name='Input.Code']")!).Value = new Authenticator(portal, secret).Code();
        using var answer = await SessionTests.SendAsync(browser, (IHtmlFormElement)page.QuerySelector("main form")!, SetUpAt);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var codes = await browser.OpenAsync(answer.Headers.Location!.OriginalString);
        return new Authenticator(portal, secret) { RecoveryCodes = [.. codes.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent)] };
    }

    /// <summary>A person with an account, an app, and a browser in which both were used.</summary>
    public static async Task<(int Id, string Email, Browser Browser, Authenticator App)> PersonAsync(PortalFactory portal, params Role[] roles)
    {
        var (id, email) = await portal.AccountAsync(roles);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        return (id, email, browser, await SetUpAsync(portal, browser));
    }
}
