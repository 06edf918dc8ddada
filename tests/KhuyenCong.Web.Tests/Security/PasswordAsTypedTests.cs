using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A password counts as its person typed or pasted it.</summary>
public sealed class PasswordAsTypedTests
{
    private const string Odd = "  Tôi Đi  Chợ Huyện 🍀 lúc Năm giờ  ";

    [Theory]
    [InlineData("/dang-nhap")]
    [InlineData("/doi-mat-khau")]
    public async Task The_fields_are_masked_and_take_what_is_pasted(string path)
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = path == "/dang-nhap" ? portal.Browser() : await portal.SignInAsync(Role.Manager);
        var page = await browser.OpenAsync(path);
        var fields = page.QuerySelectorAll("main input").Where(input => input.Id?.Contains("Password", StringComparison.Ordinal) == true || input.GetAttribute("autocomplete")?.Contains("password", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, field =>
        {
            Assert.Equal("password", field.GetAttribute("type"));
            Assert.Contains(field.GetAttribute("autocomplete"), (string[])["current-password", "new-password"]);
            Assert.False(field.HasAttribute("onpaste"));
            Assert.Equal("128", field.GetAttribute("maxlength") ?? "128");
        });
    }

    [Fact]
    public async Task Not_a_letter_and_not_a_space_of_a_password_is_changed()
    {
        using var portal = await PortalFactory.StartAsync();
        var email = await AccountAsync(portal, Odd);
        foreach (var other in new[] { Odd.Trim(), Odd.ToLowerInvariant(), Odd.Replace("  ", " ", StringComparison.Ordinal), Odd.Replace("Đ", "D", StringComparison.Ordinal) })
        {
            using var wrong = await portal.Browser().TryToSignInAsync(email, other);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        await portal.Browser().SignInAsync(email, Odd);
    }

    [Fact]
    public async Task A_hundred_and_twenty_eight_characters_count_to_the_last()
    {
        using var portal = await PortalFactory.StartAsync();
        var secret = string.Concat(Enumerable.Range(0, 32).Select(i => (char)('a' + (i % 26)) + "7 x"));
        Assert.Equal(128, secret.Length);
        var email = await AccountAsync(portal, secret);
        using (var wrong = await portal.Browser().TryToSignInAsync(email, secret[..^1] + "y")) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var cut = await portal.Browser().TryToSignInAsync(email, secret[..^1])) Assert.Equal(HttpStatusCode.BadRequest, cut.StatusCode);
        await portal.Browser().SignInAsync(email, secret);
    }

    private static async Task<string> AccountAsync(PortalFactory portal, string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        const string Email = "dung.nhu.da.go@kiemthu.vn";
        var maker = new Actor(null, "Kiểm thử", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });
        var made = await scope.ServiceProvider.GetRequiredService<OperatorAccountService>().CreateAsync(
            maker, new NewAccount { Email = Email, FullName = "Người gõ", Roles = [Role.Manager], Reason = "Kiểm thử" }, password, mustChange: false, CancellationToken.None);
        Assert.True(made.IsDone);
        return Email;
    }
}
