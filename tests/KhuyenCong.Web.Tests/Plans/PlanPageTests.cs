using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Plans;
using Xunit;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class PlanPageTests
{
    public static TheoryData<string, string> Access() => new()
    {
        // page → roles that open it
        { "/ke-hoach", "Leader DivisionHead Division Accountant CentreManager Manager" },
        { "/ke-hoach/1", "Leader DivisionHead Division Accountant CentreManager Manager" },
        { "/ke-hoach/tao-moi", "DivisionHead Division" },
        { "/ke-hoach/1/xoa", "DivisionHead Division" },
        { "/ke-hoach/1/de-an/them", "DivisionHead Division" },
        { "/ke-hoach/1/de-an/1/sua", "DivisionHead Division" },
        { "/ke-hoach/1/de-an/1/xoa", "DivisionHead Division" },
        { "/ke-hoach/1/tra-lai", "Leader DivisionHead Division" },
        { "/quyet-dinh", "Leader DivisionHead Division Accountant CentreManager Manager" },
        { "/du-toan", "Leader DivisionHead Division Accountant CentreManager Manager" },
    };

    [Theory]
    [MemberData(nameof(Access))]
    public async Task Each_page_opens_for_its_roles_and_for_no_other(string path, string roles)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.DraftAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var answer = await (await portal.SignInAsync(role)).GetAsync(path);
            Assert.Equal((role, roles.Split(' ').Contains(role.ToString()) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("/ke-hoach/1")]
    [InlineData("/du-toan")]
    public async Task A_budget_bar_tells_its_whole_once(string path)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync("7.777.000.000");
        await portal.DraftAsync();

        var bar = (await (await portal.SignInAsync(Role.Leader)).OpenAsync(path)).QuerySelector("figure.budget figcaption")!;

        Assert.Contains("Được giao 7.777.000.000", bar.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, bar.TextContent.Split("7.777.000.000").Length);
    }

    [Fact]
    public async Task Who_submitted_finds_a_disabled_button_that_says_why_and_is_turned_away_behind_it()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(Role.Division);
        var plan = await portal.DraftAsync();
        var version = await portal.VersionAsync(plan);
        var submitter = (await portal.HandAsync()) with { UserId = id };
        await portal.DoAsync((PlanSubmissionService s) => s.SubmitAsync(submitter, plan, version, default));
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);

        var page = await browser.OpenAsync($"/ke-hoach/{plan}");
        Assert.Null(page.QuerySelector($"a[href$='/ke-hoach/{plan}/tham-dinh']"));
        Assert.Contains("Người trình kế hoạch không được thẩm định chính kế hoạch đó", page.QuerySelector(".why-not")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector(".why-not button")!.GetAttribute("aria-disabled"));
        var form = await browser.OpenAsync($"/ke-hoach/{plan}/tham-dinh");
        Assert.Null(form.QuerySelector("textarea"));
        Assert.Contains("Chuyên viên khác thẩm định", form.QuerySelector(".why-not")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await browser.OpenAsync("/")).QuerySelector($"main a[href*='/ke-hoach/{plan}']"));
    }

    [Fact]
    public async Task The_appraisal_opens_for_the_division_and_the_approval_for_the_leader_only()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.SubmittedAsync();
        var (clerk, leader) = (await portal.SignInAsync(Role.Division), await portal.SignInAsync(Role.Leader));
        await clerk.OpenAsync($"/ke-hoach/{plan}/tham-dinh");
        await clerk.OpenAsync($"/ke-hoach/{plan}/phe-duyet", HttpStatusCode.Forbidden);
        await leader.OpenAsync($"/ke-hoach/{plan}/tham-dinh", HttpStatusCode.Forbidden);

        // Not appraised yet: back to the plan, which says so.
        using var early = await leader.GetAsync($"/ke-hoach/{plan}/phe-duyet");
        Assert.Equal($"/ke-hoach/{plan}", early.Headers.Location!.OriginalString);
        var page = await leader.OpenAsync($"/ke-hoach/{plan}");
        Assert.Contains("chỉ phê duyệt được khi kế hoạch ở tình trạng «Đã thẩm định»", page.QuerySelector(".why-not")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ke-hoach/999")]
    [InlineData("/ke-hoach/999/xoa")]
    [InlineData("/ke-hoach/999/de-an/them")]
    [InlineData("/ke-hoach/1/de-an/999/sua")]
    [InlineData("/ke-hoach/999/tham-dinh")]
    [InlineData("/quyet-dinh/999/tep")]
    [InlineData("/ke-hoach/abc")]
    public async Task What_is_not_there_is_a_friendly_404(string path)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.DraftAsync();
        var page = await (await portal.SignInAsync(Role.Division)).OpenAsync(path, HttpStatusCode.NotFound);
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Without_any_plan_the_list_says_what_to_do_next()
    {
        using var portal = await PortalFactory.StartAsync();
        var page = await (await portal.SignInAsync(Role.Division)).OpenAsync("/ke-hoach");
        Assert.Contains("Nhập từ Excel", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_of_the_list_stay_in_the_address_and_nonsense_in_it_is_passed_over()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.DraftAsync();
        var browser = await portal.SignInAsync(Role.Manager);
        var page = await browser.OpenAsync("/ke-hoach?nam=2024&tinh-trang=Draft&q=ke+hoach&sap-xep=-ten");
        Assert.Equal("1 kế hoạch", page.QuerySelector(".result-count")!.TextContent.Trim());
        Assert.Equal(("2024", "ke hoach"), (((IHtmlSelectElement)page.QuerySelector("#nam")!).Value, ((IHtmlInputElement)page.QuerySelector("#q")!).Value));
        Assert.Contains("20.000.000", page.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".page-actions"));
        await browser.OpenAsync("/ke-hoach?nam=x&dot=999&nguon=zzz&tinh-trang=9&sap-xep=--&trang=-1");
    }

    [Theory]
    [InlineData("/ke-hoach")]
    [InlineData("/du-toan")]
    public async Task A_summary_takes_a_day_says_so_and_tells_a_day_that_it_cannot_read(string path)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        await portal.DraftAsync();
        var browser = await portal.SignInAsync(Role.Accountant);
        var past = await browser.OpenAsync(path + "?ngay=2023-12-31");
        Assert.Contains("31/12/2023", past.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("31/12/2023", ((IHtmlInputElement)past.QuerySelector("#ngay")!).Value);
        Assert.DoesNotContain("8.000.000.000", past.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(past.QuerySelectorAll("main form[method=post]"));
        foreach (var now in new[] { "", "?ngay=", "?ngay=31/12/2099" }) Assert.Null((await browser.OpenAsync(path + now)).QuerySelector("main .notice"));
        var unreadable = await browser.OpenAsync(path + "?ngay=31/02/2024", System.Net.HttpStatusCode.BadRequest);
        Assert.Equal("31/02/2024", ((IHtmlInputElement)unreadable.QuerySelector("#ngay")!).Value);
    }

    [Fact]
    public async Task A_plan_shows_groups_subtotals_and_the_total_as_in_the_annex()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.DraftAsync(4);
        var page = await (await portal.SignInAsync(Role.Manager)).OpenAsync($"/ke-hoach/{plan}");
        Assert.Equal(["45.000.000", "15.000.000"], page.QuerySelectorAll("tr.group").Select(g => g.QuerySelector("td.num")!.TextContent));
        Assert.Equal("60.000.000", page.QuerySelector("tr.total td.num")!.TextContent);
        Assert.Equal(4, page.QuerySelectorAll("tbody th.card-title").Length);
    }

    [Fact]
    public async Task A_new_plan_is_made_on_a_form_without_script()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Division);
        using var empty = await browser.SendAsync("/ke-hoach/tao-moi", "Lập kế hoạch", ("Input.Year", ""), ("Input.Tranche", ""), ("Input.Source", ""));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(3, (await Browser.ReadAsync(empty)).QuerySelectorAll(".error-summary li").Length);
        using var made = await browser.SendAsync("/ke-hoach/tao-moi", "Lập kế hoạch", ("Input.Tranche", "2"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await browser.OpenAsync(made.Headers.Location!.OriginalString);
        using var again = await browser.SendAsync("/ke-hoach/tao-moi", "Lập kế hoạch", ("Input.Tranche", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_project_is_added_with_its_total_and_typed_values_stay_after_an_error()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.DraftAsync(1);
        var browser = await portal.SignInAsync(Role.Division);
        var path = $"/ke-hoach/{plan}/de-an/them";
        (string, string?)[] typed =
        [
            ("Input.Group", "c:ND6"), ("Input.Name", "Bản tin khuyến công"), ("Input.Beneficiary", "Toàn ngành"), ("Input.Area", "Toàn tỉnh"),
            ("Input.StartMonth", "2024-01"), ("Input.EndMonth", "2024-12"),
        ];
        using var wrong = await browser.SendAsync(path, "Thêm đề án", [.. typed, ("Input.Support", "12.5"), ("Input.Establishments", "hai")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var shown = await Browser.ReadAsync(wrong);
        Assert.Equal("12.5", ((IHtmlInputElement)shown.QuerySelector("#Input_Support")!).Value);
        Assert.Equal("hai", ((IHtmlInputElement)shown.QuerySelector("#Input_Establishments")!).Value);
        Assert.Equal("Bản tin khuyến công", ((IHtmlTextAreaElement)shown.QuerySelector("#Input_Name")!).Value);
        Assert.Equal("c:ND6", ((IHtmlSelectElement)shown.QuerySelector("#Input_Group")!).Value);

        using var made = await browser.SendAsync(path, "Thêm đề án", [.. typed, ("Input.Support", "12.500.000"), ("Input.Counterpart", "500.000")]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = await browser.OpenAsync($"/ke-hoach/{plan}");
        Assert.Contains("28.000.000", page.QuerySelector("tr.total")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bản tin khuyến công", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_from_an_older_form_shows_both_versions()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.DraftAsync(1);
        var path = $"/ke-hoach/{plan}/de-an/{portal.FirstProject(plan)}/sua";
        var (mine, theirs) = (await portal.SignInAsync(Role.Division), await portal.SignInAsync(Role.DivisionHead));
        var open = await mine.OpenAsync(path);
        using (var first = await theirs.SendAsync(path, "Lưu đề án", ("Input.Support", "70.000.000"))) Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await mine.SendAsync(open, path, "Lưu đề án", null, ("Input.Support", "90.000.000"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var row = (await Browser.ReadAsync(second)).QuerySelector("tr.differs")!.TextContent;
        Assert.Contains("90.000.000\u00A0đ", row, StringComparison.Ordinal);
        Assert.Contains("70.000.000\u00A0đ", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_are_moved_and_removed_without_script()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.DraftAsync(2);
        var browser = await portal.SignInAsync(Role.Division);
        var path = $"/ke-hoach/{plan}";
        using (var moved = await browser.SendAsync(path, "Xuống một dòng: Hỗ trợ máy móc 1")) Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var names = (await browser.OpenAsync(path)).QuerySelectorAll("tbody th.card-title a").Select(a => a.TextContent);
        Assert.Equal(["Hỗ trợ máy móc 2", "Hỗ trợ máy móc 1"], names);
        using (var removed = await browser.SendAsync($"{path}/de-an/{portal.FirstProject(plan)}/xoa", "Bỏ đề án")) Assert.Equal(path, removed.Headers.Location!.OriginalString);
        Assert.Single((await browser.OpenAsync(path)).QuerySelectorAll("tbody th.card-title"));
    }

    [Fact]
    public async Task An_incomplete_plan_says_why_it_cannot_be_submitted_and_a_complete_one_is()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.DraftAsync(0);
        var browser = await portal.SignInAsync(Role.Division);
        var page = await browser.OpenAsync($"/ke-hoach/{plan}");
        Assert.Contains("chưa có đề án nào", page.QuerySelector(".why-not")!.TextContent, StringComparison.Ordinal);

        var full = await portal.DraftAsync(1, tranche: 2);
        using var done = await browser.SendAsync($"/ke-hoach/{full}", "Trình kế hoạch");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(PlanStatus.Submitted, portal.StatusOf(full));
    }

    [Fact]
    public async Task A_draft_is_discarded_on_a_page_that_says_what_goes()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.DraftAsync();
        var browser = await portal.SignInAsync(Role.Division);
        using var done = await browser.SendAsync($"/ke-hoach/{plan}/xoa", "Xóa kế hoạch dự thảo");
        Assert.Equal("/ke-hoach", done.Headers.Location!.OriginalString);
        await browser.OpenAsync($"/ke-hoach/{plan}", HttpStatusCode.NotFound);
    }
}
