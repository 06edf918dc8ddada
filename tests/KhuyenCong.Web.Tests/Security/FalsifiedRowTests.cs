using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>What people see when rows were falsified: nobody gets in or on by them, and the administrators are told.</summary>
public sealed class FalsifiedRowTests
{
    private const string Stolen = "mat khau cua ke gian";

    [Fact]
    public async Task A_password_put_there_by_sql_opens_nothing_and_rings_the_alarm()
    {
        using var portal = await PortalFactory.StartAsync();
        var administrator = await portal.SignInAsync(Role.Administrator);
        var (id, email) = await portal.AccountAsync(Role.Leader);
        using (var scope = portal.Services.CreateScope())
        {
            var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<AppUser>>().HashPassword(new AppUser { FullName = "" }, Stolen);
            await using var db = portal.Db();
            await db.Database.ExecuteSqlAsync($"UPDATE Users SET PasswordHash = {hash} WHERE Id = {id}");
        }

        using var answer = await portal.Browser().TryToSignInAsync(email, Stolen);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains("không khớp niêm phong", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector(".request-id code")!.TextContent);
        Assert.DoesNotContain("Exception", page.DocumentElement.TextContent, StringComparison.Ordinal);

        var home = await administrator.OpenAsync("/");
        Assert.Contains("1 cảnh báo toàn vẹn chưa ghi nhận", home.QuerySelector(".notice-wrong")!.TextContent, StringComparison.Ordinal);
        var integrity = await administrator.OpenAsync("/quan-tri/toan-ven");
        Assert.Contains($"Tài khoản [AppUser {id}]", integrity.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(integrity.QuerySelector("form[action*=GhiNhan]"));
        var typed = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is not null).Select(i => KeyValuePair.Create(i.Name!, i.Value));
        using (var seen = await administrator.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(typed)))
        {
            Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
        }

        Assert.Null((await administrator.OpenAsync("/")).QuerySelector(".notice-wrong"));
    }

    [Fact]
    public async Task A_role_put_there_by_sql_gives_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        await using (var db = portal.Db()) await db.Database.ExecuteSqlAsync($"INSERT INTO AspNetUserRoles SELECT {id}, Id FROM AspNetRoles WHERE Name = 'Leader'");
        using var answer = await portal.Browser().TryToSignInAsync(email, PortalFactory.Password);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_role_put_there_by_sql_in_a_running_session_takes_all_rights_within_a_minute()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Officer);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        using (var before = await browser.GetAsync("/de-an")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await using (var db = portal.Db()) await db.Database.ExecuteSqlAsync($"INSERT INTO AspNetUserRoles SELECT {id}, Id FROM AspNetRoles WHERE Name = 'Leader'");
        portal.SessionClock.Advance(TimeSpan.FromMinutes(1));
        using var after = await browser.GetAsync("/ke-hoach");
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }
}
