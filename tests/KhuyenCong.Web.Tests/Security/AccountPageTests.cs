using System.Net;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class AccountPageTests
{
    [Fact]
    public async Task An_account_is_made_by_one_confirmed_by_another_and_opened_by_its_holder()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        using var made = await browser.PostAsync(
            "/quan-tri/tai-khoan/tao", ("Input.Email", "moi@kiemthu.vn"), ("Input.FullName", "Trần Văn Mới"), ("Input.Roles", "Accountant"), ("Input.Reason", "Kế toán mới"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var code = await FourEyes.ConfirmAsync(await portal.SignInAsync(Role.Leader), made.Headers.Location!.OriginalString);
        using (var set = await FourEyes.SetPasswordAsync(portal.Browser(), code!, PortalFactory.Password)) Assert.Equal("/dang-nhap", set.Headers.Location!.OriginalString);
        var list = await browser.OpenAsync("/quan-tri/tai-khoan?q=tran+van+moi&vai-tro=Accountant");
        Assert.Contains("moi@kiemthu.vn", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await portal.Browser().SignInAsync("moi@kiemthu.vn", PortalFactory.Password);
    }

    [Fact]
    public async Task An_account_without_its_fields_is_answered_with_what_to_type()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        using var answer = await browser.PostAsync("/quan-tri/tai-khoan/tao");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(["Nhập địa chỉ email.", "Nhập họ tên.", "Chọn ít nhất một vai trò.", "Ghi lý do."], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_locked_account_loses_its_open_session_within_a_minute_and_cannot_come_back()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Manager);
        var victim = portal.Browser();
        await victim.SignInAsync(email, PortalFactory.Password);
        await victim.OpenAsync("/doi-mat-khau");

        var administrator = await portal.SignInAsync(Role.Administrator);
        using (var done = await administrator.PostAsync($"/quan-tri/tai-khoan/{id}/khoa", ("Input.Reason", "Nghỉ việc"))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));

        using var after = await victim.GetAsync("/doi-mat-khau");
        Assert.Equal("/dang-nhap", after.Headers.Location!.AbsolutePath);
        using var again = await portal.Browser().TryToSignInAsync(email, PortalFactory.Password);
        Assert.Equal("/bi-khoa", again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_account_says_what_it_waits_for_until_it_can_be_used()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        using var made = await browser.PostAsync(
            "/quan-tri/tai-khoan/tao", ("Input.Email", "cho@kiemthu.vn"), ("Input.FullName", "Trần Văn Chờ"), ("Input.Roles", "Accountant"), ("Input.Reason", "Kế toán mới"));
        Assert.Equal("Chờ xác nhận", await StateAsync(browser, "cho@kiemthu.vn"));
        var code = await FourEyes.ConfirmAsync(await portal.SignInAsync(Role.Leader), made.Headers.Location!.OriginalString);
        Assert.Equal("Chưa đặt mật khẩu", await StateAsync(browser, "cho@kiemthu.vn"));
        using (await FourEyes.SetPasswordAsync(portal.Browser(), code!, PortalFactory.Password)) Assert.Equal("Đang dùng", await StateAsync(browser, "cho@kiemthu.vn"));
    }

    [Fact]
    public async Task Locking_an_account_that_is_locked_says_so_and_ends_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Manager);
        var browser = await portal.SignInAsync(Role.Administrator);
        Assert.StartsWith("Khóa tài khoản: ", (await browser.OpenAsync($"/quan-tri/tai-khoan/{id}/khoa")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using (var first = await FourEyes.SendAsync(browser, $"/quan-tri/tai-khoan/{id}/khoa", "", ("Input.Reason", "Nghỉ việc"))) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var again = await FourEyes.SendAsync(browser, $"/quan-tri/tai-khoan/{id}/khoa", "", ("Input.Reason", "Nghỉ việc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("đã khóa từ trước", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Mở khóa tài khoản: ", (await browser.OpenAsync($"/quan-tri/tai-khoan/{id}/khoa")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> StateAsync(Browser browser, string email) =>
        (await browser.OpenAsync("/quan-tri/tai-khoan?q=" + Uri.EscapeDataString(email))).QuerySelector("tbody .status")!.TextContent.Trim();

    [Fact]
    public async Task The_last_administrator_is_told_why_the_role_stays()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Administrator);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using var roles = await browser.PostAsync($"/quan-tri/tai-khoan/{id}", ("Input.Roles", "Manager"), ("Input.Reason", "Thử"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, roles.StatusCode);
        Assert.Contains("người quản trị cuối cùng", await roles.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var locked = await browser.PostAsync($"/quan-tri/tai-khoan/{id}/khoa", ("Input.Reason", "Thử"));
        Assert.Contains("Không ai tự khóa", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.DivisionHead)]
    [InlineData(Role.Division)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.CentreManager)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    public async Task Only_administrators_see_accounts(Role role)
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(role);
        var page = await browser.OpenAsync("/quan-tri/tai-khoan", HttpStatusCode.Forbidden);
        Assert.Contains("không có quyền", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/quan-tri/tai-khoan']"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?q=&vai-tro=", false)]
    [InlineData("?q=a", true)]
    [InlineData("?vai-tro=Leader", true)]
    public async Task The_filter_of_accounts_can_be_taken_off_only_where_there_is_one(string query, bool expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var page = await (await portal.SignInAsync(Role.Administrator)).OpenAsync("/quan-tri/tai-khoan" + query);
        Assert.Equal(expected, page.QuerySelector(".filters a") is not null);
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_found()
    {
        using var portal = await PortalFactory.StartAsync();
        await (await portal.SignInAsync(Role.Administrator)).OpenAsync("/quan-tri/tai-khoan/999999", HttpStatusCode.NotFound);
    }
}
