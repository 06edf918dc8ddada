using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Tests.Security;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Second factors, sessions, files and bounds in the log: told by id and outcome, without the code, the secret or the file.</summary>
public sealed class DoorLogTests : IAsyncLifetime
{
    private const string Home = "127.0.0.1";
    private const string Thief = "203.0.113.78";

    private readonly LogFolder _log = new();
    private PortalFactory _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        _log.Of(_portal);
    }

    [Fact]
    public async Task Codes_right_wrong_and_too_early_are_told_without_the_code_or_the_secret()
    {
        var (id, email, browser, app) = await Authenticator.PersonAsync(_portal, Role.Leader);
        var thief = _portal.Browser(Thief);
        using (await thief.TryToSignInAsync(email, PortalFactory.Password)) { }
        for (var i = 0; i < 7; i++)
        {
            using (await thief.PostAsync("/dang-nhap/ma", ("Code", "918273"))) { }
        }

        var second = _portal.Browser();
        using (await second.TryToSignInAsync(email, PortalFactory.Password)) { }
        var code = app.RecoveryCodes[0];
        using (var answer = await second.PostAsync("/dang-nhap/ma", ("Code", code))) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        _log.AssertTold("SignIn", "FactorNext", id, Thief, "/dang-nhap");
        _log.AssertTold("SecondFactor", "CodeWrong", id, Thief, "/dang-nhap/ma");
        _log.AssertTold("SecondFactor", "CodeTooEarly", id, Thief, "/dang-nhap/ma");
        _log.AssertTold("SecondFactor", "CodeDone", id, Home, "/dang-nhap/ma");
        _log.AssertTold("SessionStarted", "WithFactor", id, Home);
        _log.AssertTold("OwnAccountChanged", "302", id, Home, Authenticator.SetUpAt);
        var cookies = browser.Cookies.GetAllCookies().Concat(second.Cookies.GetAllCookies()).Select(c => c.Value);
        _log.AssertNowhere([email, "918273", PortalFactory.Password, .. app.RecoveryCodes, code.Replace("-", string.Empty, StringComparison.Ordinal), .. cookies.Where(value => value.Length > 8)]);
    }

    [Fact]
    public async Task An_act_that_waits_for_the_factor_and_the_factor_shown_are_told()
    {
        var (id, _, browser, app) = await Authenticator.PersonAsync(_portal, Role.Administrator);
        var (other, _) = await _portal.AccountAsync(Role.Officer);
        _portal.SessionClock.Advance(TimeSpan.FromMinutes(11));
        using var asked = await browser.PostAsync($"/quan-tri/tai-khoan/{other}", ("Input.Reason", "Ly do rieng 7801"), ("Input.Roles", nameof(Role.Manager)));
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        Assert.Contains("codes \"FactorNotFresh\"", _log.AssertTold("StepUpAsked", "403", id, Home), StringComparison.Ordinal);
        using (await browser.PostAsync("/xac-nhan-lai", ("xac-nhan-lai.ma", app.NextCode()))) { }
        _log.AssertTold("SecondFactor", "CodeDone", id, Home, "/xac-nhan-lai");
        _log.AssertNowhere("7801");
    }

    [Fact]
    public async Task A_passkey_that_proves_nothing_is_told()
    {
        var browser = _portal.Browser(Thief);
        var page = await browser.OpenAsync("/dang-nhap");
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var answer = await browser.Client.PostAsync(
            new Uri("/dang-nhap/khoa", UriKind.Relative),
            new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("khoa", "{\"id\":\"KHOA-GIA-7802\"}"), new("thach-thuc", "THACH-THUC-7803")]));
        _log.AssertTold("SecondFactor", "PasskeyWrong", null, Thief, "/dang-nhap/khoa");
        _log.AssertNowhere("7802", "7803", token);
    }

    [Fact]
    public async Task A_copied_cookie_of_a_session_that_is_over_is_told_with_whose_it_was_and_where_it_came_from()
    {
        var (id, email) = await _portal.AccountAsync(Role.Leader);
        var owner = _portal.Browser();
        await owner.SignInAsync(email, PortalFactory.Password);
        var thief = _portal.Browser(Thief, owner.CopyOfCookies());
        using (await owner.PostAsync("/dang-xuat")) { }
        using (var turnedAway = await thief.GetAsync("/ke-hoach")) Assert.Equal(HttpStatusCode.Redirect, turnedAway.StatusCode);
        _log.AssertTold("SignOut", "302", id, Home);
        _log.AssertTold("SessionEnded", "NotOpen", id, Thief);
    }

    [Theory]
    [InlineData("gia-mao-7804.xlsx", "<html>Noi dung rieng 7805</html>")]
    [InlineData("rong-7804.xlsx", "")]
    public async Task A_file_that_is_refused_is_told_without_its_name_or_content(string name, string content)
    {
        var (id, email) = await _portal.AccountAsync(Role.Division);
        var browser = _portal.Browser(Thief);
        await browser.SignInAsync(email, PortalFactory.Password);
        var page = await browser.OpenAsync("/ke-hoach/nhap-tu-excel");
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        using var body = new MultipartFormDataContent();
        foreach (var field in form.Elements.OfType<IHtmlInputElement>())
        {
            if (field.Type == "file") body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), field.Name!, name);
            else body.Add(new StringContent(field.Value), field.Name!);
        }

        using var answer = await browser.Client.PostAsync(new Uri("/ke-hoach/nhap-tu-excel", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        _log.AssertTold("UploadRefused", "400", id, Thief, "/ke-hoach/nhap-tu-excel");
        _log.AssertNowhere("7804", "7805", email);
    }

    [Fact]
    public async Task What_asks_for_more_than_any_page_understands_is_told()
    {
        using var answer = await _portal.Browser(Thief).GetAsync("/dang-nhap?q=" + new string('a', 600));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        _log.AssertTold("Oversize", "400", null, Thief);
        _log.AssertNowhere(new string('a', 20));
    }

    [Fact]
    public async Task The_begin_and_the_end_of_the_portal_are_told()
    {
        using (await _portal.Browser().GetAsync("/dang-nhap")) { }
        Assert.Single(_log.Lines("Security Started"));
        Assert.Empty(_log.Lines("Security Stopping"));
        await _portal.DisposeAsync();
        Assert.Single(_log.Lines("Security Stopping"));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _log.Dispose();
    }
}
