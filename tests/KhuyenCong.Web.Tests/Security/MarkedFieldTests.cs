using System.Net;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A role, a code or a reason that is refused is told where it stands, and the summary leads there.</summary>
public sealed class MarkedFieldTests
{
    [Fact]
    public async Task Roles_are_marked_on_the_page_of_an_account()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var browser = await portal.SignInAsync(Role.Administrator);
        var page = await AgainAsync(await browser.PostAsync($"/quan-tri/tai-khoan/{id}", ("Input.Reason", "Phân công lại")));
        page.IsMarkedAt("Input_Roles");
        Assert.All(page.QuerySelectorAll("#Input_Roles input"), box => Assert.Equal("true", box.GetAttribute("aria-invalid")));
        Assert.Equal("Phân công lại", page.QuerySelector("#Input_Reason")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Everything_of_a_new_account_is_marked()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Administrator);
        var page = await AgainAsync(await browser.PostAsync("/quan-tri/tai-khoan/tao"));
        foreach (var field in new[] { "Input_Email", "Input_FullName", "Input_Roles", "Input_Reason" }) page.IsMarkedAt(field);
        page.IsMarkedThroughout();
    }

    [Theory]
    [InlineData("/quan-tri/tai-khoan/{0}/khoa")]
    [InlineData("/quan-tri/tai-khoan/{0}/mat-khau")]
    [InlineData("/quan-tri/xac-thuc-hai-lop")]
    [InlineData("/quan-tri/buoc-phe-duyet")]
    public async Task A_reason_is_marked(string path)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var browser = await portal.SignInAsync(Role.Administrator);
        (await AgainAsync(await browser.PostAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id)))).IsMarkedAt("Input_Reason");
    }

    [Fact]
    public async Task The_reason_against_a_request_is_marked()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await portal.AccountAsync(Role.Accountant);
        var at = await FourEyes.AskAsync(await portal.SignInAsync(Role.Administrator), id, "mat-khau");
        (await AgainAsync(await (await portal.SignInAsync(Role.Leader)).PostAsync(at))).IsMarkedAt("Note");
    }

    [Fact]
    public async Task The_code_of_the_second_step_is_marked()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, email, _, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        var browser = portal.Browser();
        using (await browser.TryToSignInAsync(email, PortalFactory.Password)) { }
        foreach (var code in new[] { "", "không phải mã" }) (await AgainAsync(await browser.PostAsync("/dang-nhap/ma", ("Code", code)))).IsMarkedAt("Code");
    }

    [Fact]
    public async Task The_code_of_a_confirmation_is_marked()
    {
        using var portal = await PortalFactory.StartAsync();
        var (_, _, browser, _) = await Authenticator.PersonAsync(portal, Role.Leader);
        (await AgainAsync(await browser.PostAsync("/xac-nhan-lai", ("xac-nhan-lai.ma", "không phải mã")))).IsMarkedAt("xac-nhan-lai_ma");
    }

    [Fact]
    public async Task The_code_of_a_new_app_is_marked()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Manager);
        (await AgainAsync(await browser.PostAsync("/tai-khoan/xac-thuc-hai-lop/ung-dung", ("Input.Code", "không")))).IsMarkedAt("Input_Code");
    }

    [Fact]
    public async Task A_one_time_code_that_does_not_work_is_marked()
    {
        using var portal = await PortalFactory.StartAsync();
        const string Own = "một câu khác hẳn để nhớ";
        using var answer = await portal.Browser().PostAsync("/dat-mat-khau", ("Input.Code", "7KDM-PQ4X-2VBN-8WRT-HJ5C-9YGF-3ZLS"), ("Input.New", Own), ("Input.Again", Own));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        (await Browser.ReadAsync(answer)).IsMarkedAt("Input_Code");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> AgainAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return await Browser.ReadAsync(answer);
        }
    }
}
