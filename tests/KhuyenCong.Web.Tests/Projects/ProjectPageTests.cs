using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>The pages of projects over HTTP: who reaches what, and what comes back.</summary>
public class ProjectPageTests
{
    [Theory]
    [InlineData(Role.Leader, "200 200 403 403 403 403 403 403")]
    [InlineData(Role.DivisionHead, "200 200 403 403 403 403 403 403")]
    [InlineData(Role.Division, "200 200 403 403 403 403 403 403")]
    [InlineData(Role.Manager, "200 200 403 403 403 403 403 403")]
    [InlineData(Role.Accountant, "200 200 403 403 403 403 403 200")]
    [InlineData(Role.CentreManager, "200 200 200 200 200 200 200 403")]
    [InlineData(Role.Officer, "200 404 404 403 403 404 403 403")]
    [InlineData(Role.Administrator, "403 403 403 403 403 403 403 403")]
    public async Task Each_role_reaches_its_own_pages(Role role, string expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100).Started());
        var browser = await portal.SignInAsync(role);
        string[] paths =
        [
            "/de-an", $"/de-an/{id}", $"/de-an/{id}/cap-nhat-tien-do", $"/de-an/{id}/hop-dong", $"/de-an/{id}/nghiem-thu", $"/de-an/{id}/de-nghi-tien",
            "/de-an/phan-cong", "/tien/cho-duyet",
        ];

        List<int> statuses = [];
        foreach (var path in paths)
        {
            using var answer = await browser.GetAsync(path);
            // Who is signed in without the permission is sent to the page that says so.
            statuses.Add(answer.StatusCode == HttpStatusCode.Redirect ? 403 : (int)answer.StatusCode);
        }

        Assert.Equal(expected, string.Join(' ', statuses));
    }

    [Fact]
    public async Task An_officer_reports_and_proposes_and_the_accountant_posts()
    {
        using var portal = await PortalFactory.StartAsync();
        var (officerId, email) = await portal.AccountAsync(Role.Officer);
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100).FollowedBy(new Actor(officerId, "x", RolePermissions.Of(Role.Officer))));
        var officer = portal.Browser();
        await officer.SignInAsync(email, PortalFactory.Password);

        using var reported = await officer.PostAsync($"/de-an/{id}/cap-nhat-tien-do", ("Input.Date", "01/11/2024"), ("Input.Percent", "40"), ("Input.Done", "Lắp máy"));
        using var proposed = await officer.PostAsync(
            $"/de-an/{id}/de-nghi-tien", ("Input.Kind", "Advance"), ("Input.Amount", "40.000.000"), ("Input.Date", "01/11/2024"), ("Input.Voucher", "UNC 1"), ("Input.Note", ""));
        using var beyond = await officer.PostAsync(
            $"/de-an/{id}/de-nghi-tien", ("Input.Kind", "Advance"), ("Input.Amount", "60.000.001"), ("Input.Date", "01/11/2024"), ("Input.Voucher", "UNC 2"), ("Input.Note", ""));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (reported.StatusCode, proposed.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, beyond.StatusCode);
        Assert.Contains("60.000.000\u00A0đ", (await Browser.ReadAsync(beyond)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        var accountant = await portal.SignInAsync(Role.Accountant);
        var queue = await accountant.OpenAsync("/tien/cho-duyet");
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)queue.QuerySelector("main form[method=post]")!;
        var fields = form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        using var content = new FormUrlEncodedContent(fields);
        using var posted = await accountant.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        await using var db = portal.Db();
        Assert.Equal(40_000_000, (await db.Projects.SingleAsync(p => p.Id == id)).Posted.Dong);
        Assert.NotNull((await accountant.OpenAsync("/tien/cho-duyet")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_rejected_proposal_is_called_rejected_wherever_it_is_told()
    {
        using var portal = await PortalFactory.StartAsync();
        var (officerId, email) = await portal.AccountAsync(Role.Officer);
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100).FollowedBy(new Actor(officerId, "x", RolePermissions.Of(Role.Officer))));
        var officer = portal.Browser();
        await officer.SignInAsync(email, PortalFactory.Password);
        using var proposed = await officer.PostAsync(
            $"/de-an/{id}/de-nghi-tien", ("Input.Kind", "Advance"), ("Input.Amount", "40.000.000"), ("Input.Date", "01/11/2024"), ("Input.Voucher", "UNC 1"), ("Input.Note", ""));
        var accountant = await portal.SignInAsync(Role.Accountant);
        var queue = await accountant.OpenAsync("/tien/cho-duyet");
        var form = queue.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single(f => f.QuerySelector("textarea") is not null);
        Assert.Equal("Từ chối chứng từ UNC 1", form.QuerySelector("button")!.TextContent);

        var fields = form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).Append(new("Input.Reason", "Thiếu hóa đơn"));
        using var content = new FormUrlEncodedContent(fields);
        using var rejected = await accountant.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, rejected.StatusCode);

        Assert.Contains("Đã từ chối đề nghị", (await accountant.OpenAsync("/tien/cho-duyet")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã từ chối", (await officer.OpenAsync($"/de-an/{id}?phan=tien")).QuerySelector("main table.data")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("bị từ chối", (await officer.OpenAsync("/")).QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_filled_from_an_old_page_gives_409_with_both_versions()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100));
        var chief = await portal.SignInAsync(Role.CentreManager);
        (string, string)[] contract = [("Input.Number", "05/HĐ"), ("Input.SignedOn", "01/03/2024"), ("Input.Value", "50.000.000"), ("Input.Beneficiary", "Cơ sở A")];

        using var stale = await chief.PostAsync($"/de-an/{id}/hop-dong", [.. contract, ("Input.Version", "99")]);
        using var empty = await chief.PostAsync($"/de-an/{id}/hop-dong", ("Input.Number", ""));
        using var done = await chief.PostAsync($"/de-an/{id}/hop-dong", contract);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (stale.StatusCode, empty.StatusCode, done.StatusCode));
        Assert.Contains("05/HĐ", (await Browser.ReadAsync(stale)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_action_says_why()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100));
        var chief = await portal.SignInAsync(Role.CentreManager);

        var reasons = (await chief.OpenAsync($"/de-an/{id}")).QuerySelectorAll(".why-not").Select(e => e.TextContent).ToList();

        Assert.Contains(reasons, r => r.Contains("phải có hợp đồng", StringComparison.Ordinal));
        Assert.Contains(reasons, r => r.Contains("Ghi nghiệm thu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_accepted_project_offers_nothing_that_can_never_come_again()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100).Started());
        var chief = await portal.SignInAsync(Role.CentreManager);
        var before = await chief.OpenAsync($"/de-an/{id}");
        Assert.NotNull(before.QuerySelector($"main a[href$='/{id}/nghiem-thu']"));

        using var done = await chief.PostAsync(
            $"/de-an/{id}/nghiem-thu", ("Input.Date", "01/11/2024"), ("Input.MinutesNumber", "01/BB"), ("Input.Finding", "Đạt"), ("Input.AcceptedSupport", ""));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await chief.OpenAsync($"/de-an/{id}");

        Assert.Empty(page.QuerySelectorAll(".why-not, #viec-co-the-lam"));
        Assert.NotNull(page.QuerySelector("a[href$='/de-nghi-tien']"));
    }

    [Fact]
    public async Task A_project_that_needs_no_contract_speaks_of_none()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).InCategory("ND9").Started());
        var reader = await portal.SignInAsync(Role.Leader);

        var (overview, money) = (await reader.OpenAsync($"/de-an/{id}"), await reader.OpenAsync($"/de-an/{id}?phan=tien"));

        Assert.DoesNotContain("hợp đồng", overview.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("chưa có hợp đồng", money.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_day_tells_its_own_work_and_money_and_a_day_to_come_says_whose_they_are()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(80));
        var chief = await portal.SignInAsync(Role.CentreManager);
        var plan = (await chief.OpenAsync("/de-an")).QuerySelectorAll("#ke-hoach option[value]").Select(o => o.GetAttribute("value")).Last();

        var past = await chief.OpenAsync($"/de-an/{id}?ngay=29/02/2024");
        Assert.Contains("tại ngày 29/02/2024", past.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Đã phê duyệt", past.QuerySelector(".page-title .status")!.TextContent);
        Assert.Equal(["Chưa giải ngân"], past.QuerySelectorAll("figure.budget tbody tr:not(:last-child) th").Select(e => e.TextContent));
        Assert.Empty(past.QuerySelectorAll("#cac-buoc, #viec-co-the-lam, .page-actions a"));

        var signed = await chief.OpenAsync($"/de-an/{id}?ngay=01/03/2024");
        Assert.Equal("Đã ký hợp đồng", signed.QuerySelector(".page-title .status")!.TextContent);
        Assert.Contains("Đã ký hợp đồng", (await chief.OpenAsync($"/ke-hoach/{plan}?ngay=01/03/2024")).QuerySelector("main table tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã phê duyệt", (await chief.OpenAsync($"/ke-hoach/{plan}?ngay=29/02/2024")).QuerySelector("main table tbody")!.TextContent, StringComparison.Ordinal);

        var list = await chief.OpenAsync("/de-an?ngay=29/02/2024");
        Assert.Contains("đến hết ngày 29/02/2024", list.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Đã phê duyệt", $"/de-an/{id}?ngay=2024-02-29"), (list.QuerySelector("tbody .status")!.TextContent, list.QuerySelector("tbody a")!.GetAttribute("href")));
        Assert.Empty(list.QuerySelectorAll("[name=chon], [name=viec]"));
        Assert.NotNull((await chief.OpenAsync("/de-an?ngay=04/02/2024")).QuerySelector(".empty"));
        Assert.Equal("Đã ký hợp đồng", (await chief.OpenAsync("/de-an?ngay=01/03/2024")).QuerySelector("tbody .status")!.TextContent);

        foreach (var path in new[] { $"/de-an/{id}", $"/ke-hoach/{plan}" })
        {
            Assert.Contains("Số liệu thực hiện là của hôm nay, 15/11/2024", (await chief.OpenAsync(path + "?ngay=01/12/2024")).QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
            Assert.Null((await chief.OpenAsync(path + "?ngay=15/11/2024")).QuerySelector("main .notice"));
        }
    }

    [Fact]
    public async Task Before_its_decision_a_project_shows_neither_status_nor_money()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(80));
        var page = await (await portal.SignInAsync(Role.Leader)).OpenAsync($"/de-an/{id}?ngay=01/02/2024");
        Assert.NotNull(page.QuerySelector(".notice-waiting"));
        Assert.Empty(page.QuerySelectorAll("figure.budget, .page-title .status"));
    }

    [Theory]
    [InlineData("hom-qua")]
    [InlineData("31/02/2024")]
    [InlineData("2024-13-01")]
    public async Task A_day_that_cannot_be_read_is_told_and_answered_with_400(string day)
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100));
        var reader = await portal.SignInAsync(Role.Leader);
        foreach (var path in new[] { "/de-an", $"/de-an/{id}", "/ke-hoach", "/du-toan" })
        {
            var page = await reader.OpenAsync($"{path}?ngay={day}", HttpStatusCode.BadRequest);
            Assert.Contains("Nhập ngày theo dạng ngày/tháng/năm", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

            // A project's page has no field for the day: it comes from the list that led there.
            if (!path.StartsWith("/de-an/", StringComparison.Ordinal)) page.IsMarkedAt("ngay");
            page.IsMarkedThroughout();
        }
    }

    [Theory]
    [InlineData("/de-an")]
    [InlineData("/de-an?ngay=01/06/2024&sap-xep=-giai-ngan")]
    [InlineData("/de-an/{0}")]
    [InlineData("/de-an/{0}?ngay=01/06/2024")]
    [InlineData("/de-an/{0}?phan=tien")]
    [InlineData("/de-an/{0}?phan=tien-do")]
    [InlineData("/de-an/{0}?phan=ho-so")]
    [InlineData("/de-an/{0}?phan=lich-su")]
    [InlineData("/de-an/phan-cong?chon={0}")]
    public async Task A_page_takes_at_most_twelve_commands_however_many_rows(string path)
    {
        using var portal = await PortalFactory.StartAsync();
        await using (var db = portal.Db())
        {
            for (var i = 0; i < 60; i++) await SomeProject.Supported(10).In("Huyện Krông Búk", "Huyện M'Đrắk").UnderContract(10).Started().InAsync(db);
        }

        await using var read = portal.Db();
        var id = await read.Projects.MinAsync(p => p.Id);
        var chief = await portal.SignInAsync(Role.CentreManager);
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id);
        await chief.OpenAsync(address);

        using var counter = new SqlCount(portal.ConnectionString);
        await chief.OpenAsync(address);

        Assert.InRange(counter.Commands, 1, 12);
    }

    [Fact]
    public async Task Lines_typed_into_a_report_are_shown_as_lines()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100).Started());
        var chief = await portal.SignInAsync(Role.CentreManager);

        using var answer = await chief.PostAsync(
            $"/de-an/{id}/cap-nhat-tien-do", ("Input.Date", "01/11/2024"), ("Input.Percent", "40"), ("Input.Done", "Lắp máy\r\nChạy thử"), ("Input.Next", "Nghiệm thu\r\nBàn giao"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await chief.OpenAsync($"/de-an/{id}?phan=tien-do");
        Assert.Contains("Lắp máy\nChạy thử", page.QuerySelectorAll("td .prose").Select(e => e.TextContent));
        Assert.Equal("Nghiệm thu\nBàn giao", page.QuerySelector("td.prose[data-label='Việc tiếp theo']")!.TextContent);
    }

    private static async Task<int> InAsync(PortalFactory portal, SomeProject project)
    {
        await using var db = portal.Db();
        return await project.InAsync(db);
    }
}
