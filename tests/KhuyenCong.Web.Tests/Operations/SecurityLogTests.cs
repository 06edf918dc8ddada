using System.Net;
using System.Net.Sockets;
using System.Text;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>Each kind of event is told with the account's id, the address, the outcome and the request id; nothing typed is.</summary>
public sealed class SecurityLogTests : IAsyncLifetime
{
    private const string Address = "203.0.113.77";

    private readonly LogFolder _log = new();
    private PortalFactory _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        _log.Of(_portal);
    }

    [Fact]
    public async Task Signing_in_well_wrongly_and_too_early_is_told_by_id()
    {
        var (id, email) = await _portal.AccountAsync(Role.Manager);
        var browser = Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (await Browser().TryToSignInAsync("khong.co.9184@kiemthu.vn", "SAI-MAT-KHAU-9183")) { }
        for (var i = 0; i < 6; i++)
        {
            using var answer = await Browser().TryToSignInAsync(email, "SAI-MAT-KHAU-9183");
        }

        AssertTold("SignIn", "Done", id);
        AssertTold("SessionStarted", "PasswordOnly", id);
        AssertTold("SignIn", "Wrong", id);
        AssertTold("SignIn", "TooEarly", id);
        AssertTold("RateLimited", "429", null, "/dang-nhap");
        AssertTold("SignIn", "Wrong", null);
        AssertNowhere(email, "SAI-MAT-KHAU-9183", "khong.co.9184", PortalFactory.Password, "Người Manager");
    }

    [Fact]
    public async Task Leaving_changing_the_password_and_changing_an_account_are_told()
    {
        var (id, email) = await _portal.AccountAsync(Role.Administrator);
        var (other, otherEmail) = await _portal.AccountAsync(Role.Manager);
        var browser = Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (await browser.PostAsync("/doi-mat-khau", ("Input.Current", "mat khau doan 7740"), ("Input.New", "mot cau moi 7741"), ("Input.Again", "mot cau moi 7741"))) { }
        using (await browser.PostAsync("/doi-mat-khau", ("Input.Current", PortalFactory.Password), ("Input.New", "mot cau moi 7741"), ("Input.Again", "mot cau moi 7741"))) { }
        using (await browser.PostAsync($"/quan-tri/tai-khoan/{other}/khoa", ("Input.Reason", "Ly do rieng 7742"))) { }
        using (await browser.PostAsync("/dang-xuat")) { }
        AssertTold("OwnAccountRefused", "400", id, "/doi-mat-khau");
        AssertTold("OwnAccountChanged", "302", id, "/doi-mat-khau");
        AssertTold("AdministrationChanged", "302", id, $"/quan-tri/tai-khoan/{other}/khoa");
        AssertTold("SignOut", "302", id);
        AssertNowhere(email, otherEmail, "mat khau doan 7740", "mot cau moi 7741", "Ly do rieng 7742", "Người ");
    }

    [Fact]
    public async Task A_missing_permission_and_a_row_out_of_reach_are_told_and_a_missing_page_is_not()
    {
        var (id, email) = await _portal.AccountAsync(Role.Officer);
        var browser = Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (await browser.GetAsync("/quan-tri/tai-khoan?q=MST0312345678")) { }
        using (await browser.GetAsync("/de-an/999999?q=MST0312345678")) { }
        using (await browser.GetAsync("/khong-co-trang-nay/7748?q=MST0312345678")) { }
        AssertTold("Denied", "403", id, "/quan-tri/tai-khoan");
        AssertTold("NotFound", "404", id, "/de-an/999999");
        Assert.Single(_log.Lines("Security "), line => line.Contains("\"404\"", StringComparison.Ordinal));
        AssertNowhere("MST0312345678", "khong-co-trang-nay", "7748");
    }

    [Fact]
    public async Task A_refused_use_case_is_told_with_its_codes()
    {
        var (id, email) = await _portal.AccountAsync(Role.Administrator);
        var browser = Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (var refused = await browser.PostAsync($"/quan-tri/tai-khoan/{id}/khoa", ("Input.Reason", "Ly do rieng 7743")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        var line = AssertTold("Refused", "422", id);
        Assert.Matches("codes \"[A-Z][A-Za-z,]+\"", line);
        AssertNowhere("Ly do rieng 7743");
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_apart_from_a_wrong_field()
    {
        var browser = Browser();
        using (var forged = await browser.Client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), Form(("Email", "ten.7744@kiemthu.vn")))) Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        AssertTold("AntiforgeryFailed", "400", null, "/dang-nhap");
        var before = _log.Lines("Security ").Count;
        using (var empty = await browser.TryToSignInAsync(string.Empty, string.Empty)) Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(before, _log.Lines("Security ").Count);
        AssertNowhere("ten.7744");
    }

    [Fact]
    public async Task A_file_that_is_handed_out_is_told_and_so_is_an_export()
    {
        var (id, email) = await _portal.AccountAsync(Role.Leader);
        var browser = Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (var export = await browser.GetAsync("/bao-cao/tong-hop-kinh-phi?dinh-dang=csv")) Assert.Equal(HttpStatusCode.OK, export.StatusCode);
        AssertTold("Download", "200", id, "/bao-cao/tong-hop-kinh-phi");
        using (var trail = await browser.GetAsync("/quan-tri/nhat-ky?dinh-dang=csv&q=BI-MAT-7745")) Assert.Equal(HttpStatusCode.OK, trail.StatusCode);
        AssertTold("Download", "200", id, "/quan-tri/nhat-ky");
        AssertNowhere("BI-MAT-7745", email);
    }

    [Fact]
    public async Task What_is_too_large_is_told()
    {
        using var answer = await Browser().Client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), new ByteArrayContent(new byte[22 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        AssertTold("Oversize", "413", null);
    }

    [Theory]
    [InlineData("KHONG PHAI HTTP\r\n\r\n")]
    [InlineData("GET /?q=BiMatRieng HTTP/9.9\r\nHost: a\r\n\r\n")]
    public async Task What_the_server_rejects_before_any_page_is_told_without_what_it_held(string request)
    {
        _portal.UseKestrel(0);
        _portal.StartServer();
        var server = _portal.ClientOptions.BaseAddress;
        using var line = new TcpClient();
        await line.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(_log.Lines("Security Malformed"));
        AssertNowhere("BiMatRieng", "KHONG PHAI");
    }

    [Fact]
    public async Task A_verification_is_told_with_what_it_found()
    {
        var (id, email) = await _portal.AccountAsync(Role.Leader);
        var browser = Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (await browser.PostAsync("/quan-tri/toan-ven")) { }
        AssertTold("Verified", "0", id);
    }

    [Theory]
    [InlineData("/khong-co%0d%0a2026-01-05%2009:00:00.000%20%2B07:00%20%5BWRN%5D%20Security%20SignIn")]
    [InlineData("/%1b%5b2J%1b%5b31m")]
    [InlineData("/dang-nhap/%E2%80%A8%E2%80%AE%C2%9B")]
    [InlineData("/quan-tri/tai-khoan/%0a1")]
    [InlineData("/nguoi-ten-7746/ma-so-7747")]
    public async Task An_address_neither_forges_a_line_nor_stands_in_the_log(string path)
    {
        var browser = Browser();
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "MayKhach\u001b[31m");
        using (await browser.GetAsync(path + "?ten=NguyenThi%0d%0a")) { }
        var text = _log.Read();
        Assert.NotEmpty(text);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d \[(INF|WRN|ERR)\] |  \| )", line));
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
        Assert.Empty(_log.Lines("Security SignIn"));
        AssertNowhere("nguoi-ten", "ma-so", "MayKhach", "NguyenThi");
    }

    [Fact]
    public async Task Nothing_that_any_role_types_stands_in_the_log()
    {
        string[] marks = ["dauhieu6601", "0312996602", "nguyen.van.6603@kiemthu.vn", "MatKhau#6604xyz", "token6605", "66060000"];
        foreach (var role in Enum.GetValues<Role>())
        {
            var (_, email) = await _portal.AccountAsync(role);
            var browser = Browser();
            await browser.SignInAsync(email, PortalFactory.Password);
            foreach (var path in new[] { "/", "/ke-hoach", "/de-an", "/don-vi-thu-huong", "/quan-tri/tai-khoan", "/quan-tri/nhat-ky", "/bao-cao/tong-hop-kinh-phi" })
            {
                using var page = await browser.GetAsync($"{path}?q={marks[0]}&ten={marks[1]}&tu={marks[2]}&token={marks[4]}&nam={marks[5]}");
            }

            var token = await TokenAsync(browser);
            foreach (var path in new[] { "/don-vi-thu-huong/them", "/quan-tri/tai-khoan/tao", "/doi-mat-khau", "/ke-hoach/tao-moi", "/quan-tri/uy-quyen/them" })
            {
                using var posted = await browser.Client.PostAsync(
                    new Uri(path, UriKind.Relative),
                    Form(
                        ("__RequestVerificationToken", token), ("Input.Name", marks[0]), ("Input.FullName", marks[0]), ("Input.TaxCode", marks[1]), ("Input.Email", marks[2]),
                        ("Input.Password", marks[3]), ("Input.Current", marks[3]), ("Input.New", marks[3]), ("Input.Again", marks[3]), ("Input.Reason", marks[0]), ("Input.Year", marks[5]), ("Input.Version", marks[4])));
            }

            AssertNowhere([.. marks, email, token, "Người " + role]);
        }

        Assert.NotEmpty(_log.Lines("Security Denied"));
    }

    [Fact]
    public async Task The_log_file_is_for_the_portals_own_account()
    {
        using (await Browser().GetAsync("/dang-nhap")) { }
        Assert.NotEmpty(_log.Files);
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in _log.Files) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _log.Dispose();
    }

    private Browser Browser() => _portal.Browser(Address);

    private string AssertTold(string what, string outcome, int? account, string? place = null) => _log.AssertTold(what, outcome, account, Address, place);

    private void AssertNowhere(params string[] secrets) => _log.AssertNowhere(secrets);

    private static async Task<string> TokenAsync(Browser browser)
    {
        using var answer = await browser.GetAsync("/dang-xuat");
        return (await Tests.Browser.ReadAsync(answer)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
}
