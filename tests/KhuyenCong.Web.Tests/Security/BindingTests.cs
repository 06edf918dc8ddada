using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Tests.Plans;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

public sealed class BindingTests
{
    [Theory]
    [InlineData("Submitted", 1)]
    [InlineData("submitted", 2)]
    [InlineData("1", 2)]
    [InlineData("Submitted,Draft", 2)]
    [InlineData("Khong", 2)]
    [InlineData("", 2)]
    public async Task A_state_is_read_by_its_one_name_only(string given, int expected)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.SubmittedAsync(tranche: 1);
        await portal.DraftAsync(tranche: 2);
        var browser = await portal.SignInAsync(Role.Division);
        var page = await browser.OpenAsync("/ke-hoach?tinh-trang=" + Uri.EscapeDataString(given));
        Assert.Equal(expected, page.QuerySelectorAll("main table tbody tr").Length);
    }

    [Fact]
    public async Task A_field_named_as_the_address_does_not_override_it()
    {
        using var portal = await PortalFactory.StartAsync();
        var (here, other) = (await portal.DraftAsync(tranche: 1), await portal.DraftAsync(tranche: 2));
        var browser = await portal.SignInAsync(Role.Division);
        var page = await browser.OpenAsync($"/ke-hoach/{here}");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        using var answer = await browser.Client.PostAsync(
            new Uri($"/ke-hoach/{here}?handler=Submit&id={other}", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["version"] = version, ["id"] = $"{other}" }));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = portal.Db();
        Assert.Equal(PlanStatus.Submitted, db.Plans.Single(p => p.Id == here).Status);
        Assert.Equal(PlanStatus.Draft, db.Plans.Single(p => p.Id == other).Status);
    }

    [Theory]
    [InlineData("a\ufffe@kiemthu.vn")]
    [InlineData("\ud800@kiemthu.vn")]
    public async Task Signing_in_with_characters_that_are_none_is_a_wrong_password(string email)
    {
        using var portal = await PortalFactory.StartAsync();
        using var answer = await portal.Browser().TryToSignInAsync(email, "mật khẩu nào đó");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
