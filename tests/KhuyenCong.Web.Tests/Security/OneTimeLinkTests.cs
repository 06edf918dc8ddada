using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A one-time code sets a password once, for a while, by what is sent and never by what is opened.</summary>
public sealed class OneTimeLinkTests
{
    private const string Own = "một câu khác hẳn để nhớ";

    [Fact]
    public async Task The_code_is_shown_once_to_who_confirms_and_to_nobody_else()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var asking = await portal.SignInAsync(Role.Administrator);
        var second = await portal.SignInAsync(Role.Leader);
        var at = await FourEyes.AskAsync(asking, id, "mat-khau");
        Assert.NotNull(await FourEyes.ConfirmAsync(second, at));
        Assert.Null((await second.OpenAsync(at)).QuerySelector(".one-time-code"));
        Assert.Null((await asking.OpenAsync(at)).QuerySelector(".one-time-code"));
    }

    [Fact]
    public async Task The_database_keeps_a_digest_and_the_trail_neither()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var code = (await FourEyes.NewPasswordCodeAsync(portal, id)).Replace("-", string.Empty, StringComparison.Ordinal);
        Assert.Equal(28, code.Length);
        await using var db = portal.Db();
        var link = await db.OneTimeLinks.SingleAsync();
        Assert.Equal(64, link.TokenHash.Length);
        Assert.DoesNotContain(code, link.TokenHash, StringComparison.OrdinalIgnoreCase);
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Changes.Contains(code)));
    }

    [Fact]
    public async Task Opening_the_page_uses_nothing_up_and_the_code_works_once()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Accountant);
        var code = await FourEyes.NewPasswordCodeAsync(portal, id);
        var holder = portal.Browser();
        foreach (var path in new[] { "/dat-mat-khau", $"/dat-mat-khau?Input.Code={code}", $"/dat-mat-khau?ma={code}" }) await holder.OpenAsync(path);
        using (var set = await FourEyes.SetPasswordAsync(holder, code.ToUpperInvariant().Replace('-', ' '), Own)) Assert.Equal("/dang-nhap", set.Headers.Location!.OriginalString);
        using (var again = await FourEyes.SetPasswordAsync(holder, code, "lại một câu khác nữa nhé")) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        using (var old = await holder.TryToSignInAsync(email, PortalFactory.Password)) Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        await holder.SignInAsync(email, Own);
        await using var db = portal.Db();
        Assert.Contains(NoticeKind.PasswordChanged, await db.Notices.Where(n => n.UserId == id).Select(n => n.Kind).ToListAsync());
        Assert.Contains(NoticeKind.LinkMade, await db.Notices.Where(n => n.UserId == id).Select(n => n.Kind).ToListAsync());
    }

    [Fact]
    public async Task A_code_typed_twice_at_the_same_moment_sets_one_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var code = await FourEyes.NewPasswordCodeAsync(portal, id);
        var answers = await Task.WhenAll(new[] { "câu thứ nhất để mà nhớ lâu", "câu thứ hai để mà nhớ lâu" }.Select(p => FourEyes.SetPasswordAsync(portal.Browser(), code, p)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public async Task A_code_for_a_new_password_runs_out_after_a_day(int hours, bool works)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var code = await FourEyes.NewPasswordCodeAsync(portal, id);
        portal.SessionClock.Advance(TimeSpan.FromHours(hours));
        using var set = await FourEyes.SetPasswordAsync(portal.Browser(), code, Own);
        Assert.Equal(works ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, set.StatusCode);
    }

    [Fact]
    public async Task A_newer_code_an_own_change_and_a_lock_make_an_older_code_void()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Accountant);
        var first = await FourEyes.NewPasswordCodeAsync(portal, id);
        var second = await FourEyes.NewPasswordCodeAsync(portal, id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(portal, first));
        var own = portal.Browser();
        await own.SignInAsync(email, PortalFactory.Password);
        using (await own.PostAsync("/doi-mat-khau", ("Input.Current", PortalFactory.Password), ("Input.New", Own), ("Input.Again", Own))) { }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(portal, second));
        var third = await FourEyes.NewPasswordCodeAsync(portal, id);
        using (await (await portal.SignInAsync(Role.Administrator)).PostAsync($"/quan-tri/tai-khoan/{id}/khoa", ("Input.Reason", "Nghỉ việc"))) { }
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(portal, third));
    }

    [Fact]
    public async Task A_password_that_is_refused_leaves_the_code_as_it_was()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var code = await FourEyes.NewPasswordCodeAsync(portal, id);
        for (var i = 0; i < 6; i++)
        {
            using var refused = await FourEyes.SetPasswordAsync(portal.Browser(), code, "matkhau123456");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(portal, code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("khong-phai-ma")]
    [InlineData("aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaaa")]
    [InlineData("'; DROP TABLE OneTimeLinks; --")]
    public async Task A_code_that_was_never_made_opens_nothing_and_is_answered_alike(string code)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        await FourEyes.NewPasswordCodeAsync(portal, id);
        Assert.Contains(await TryAsync(portal, code), (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity]);
    }

    [Fact]
    public async Task Guessing_codes_waits_and_keeps_nobody_elsewhere_out()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var code = await FourEyes.NewPasswordCodeAsync(portal, id);
        var guesser = portal.Browser("203.0.113.9");
        HttpStatusCode last = default;
        for (var i = 0; i < 25; i++)
        {
            using var guess = await FourEyes.SetPasswordAsync(guesser, $"aaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aa{(char)('a' + i)}a", Own);
            last = guess.StatusCode;
        }

        Assert.Equal(HttpStatusCode.BadRequest, last);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(portal, code));
    }

    [Fact]
    public async Task Sessions_that_were_open_end_with_the_new_password()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Accountant);
        var victim = portal.Browser();
        await victim.SignInAsync(email, PortalFactory.Password);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(portal, await FourEyes.NewPasswordCodeAsync(portal, id)));
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        using var after = await victim.GetAsync("/");
        Assert.Equal("/dang-nhap", after.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_password_that_somebody_else_gave_is_changed_before_anything_else()
    {
        using var portal = await PortalFactory.StartAsync();
        var email = await GivenAsync(portal);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        foreach (var path in new[] { "/", "/ke-hoach", "/KE-HOACH", "/quan-tri/tai-khoan", "/tai-khoan/phien", "/tai-khoan/xac-thuc-hai-lop", "/thong-bao", "/doi-mat-khau/../ke-hoach", "/doi-mat-khaux", "/xac-nhan-lai" })
        {
            using var led = await browser.GetAsync(path);
            Assert.Equal("/doi-mat-khau", led.Headers.Location?.OriginalString);
        }

        using (var sent = await FourEyes.SendAsync(browser, "/quan-tri/tai-khoan/1/khoa", "", ("Input.Reason", "Thử"))) Assert.Equal("/doi-mat-khau", sent.Headers.Location!.OriginalString);
        Assert.Contains("do người khác đặt", (await browser.OpenAsync("/doi-mat-khau")).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using (var same = await ChangeAsync(browser, PortalFactory.Password, PortalFactory.Password)) Assert.Equal(HttpStatusCode.BadRequest, same.StatusCode);
        using (var wrong = await ChangeAsync(browser, "không phải mật khẩu", Own)) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var changed = await ChangeAsync(browser, PortalFactory.Password, Own)) Assert.Equal("/", changed.Headers.Location!.OriginalString);
        await browser.OpenAsync("/quan-tri/tai-khoan");
    }

    [Fact]
    public async Task Signing_out_stays_possible_and_another_sign_in_is_led_again()
    {
        using var portal = await PortalFactory.StartAsync();
        var email = await GivenAsync(portal);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (var left = await browser.PostAsync("/dang-xuat")) Assert.Equal("/dang-nhap", left.Headers.Location!.OriginalString);
        await browser.SignInAsync(email, PortalFactory.Password);
        using var led = await browser.GetAsync("/quan-tri/tai-khoan");
        Assert.Equal("/doi-mat-khau", led.Headers.Location!.OriginalString);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Browser browser, string current, string next) =>
        browser.PostAsync("/doi-mat-khau", ("Input.Current", current), ("Input.New", next), ("Input.Again", next));

    private static async Task<HttpStatusCode> TryAsync(PortalFactory portal, string code)
    {
        using var set = await FourEyes.SetPasswordAsync(portal.Browser(), code, "câu này thì chưa ai dùng bao giờ");
        return set.StatusCode;
    }

    private static async Task<string> GivenAsync(PortalFactory portal)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var maker = new Actor(null, "Kiểm thử", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });
        const string Email = "quan.tri.dau@kiemthu.vn";
        var made = await scope.ServiceProvider.GetRequiredService<OperatorAccountService>().CreateAsync(
            maker, new NewAccount { Email = Email, FullName = "Vũ Thành Long", Roles = [Role.Administrator], Reason = "Khởi tạo" }, PortalFactory.Password, mustChange: true, CancellationToken.None);
        Assert.True(made.IsDone);
        return Email;
    }
}
