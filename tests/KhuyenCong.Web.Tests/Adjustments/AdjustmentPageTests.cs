using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Adjustments;

public sealed class AdjustmentPageTests
{
    private const int MostCommands = 12;

    [Theory]
    [InlineData(AdjustmentKind.RaiseSupport, "Support Counterpart Other")]
    [InlineData(AdjustmentKind.LowerSupport, "Support Counterpart Other")]
    [InlineData(AdjustmentKind.ReplaceBeneficiary, "Beneficiary")]
    [InlineData(AdjustmentKind.ChangePlace, "Area")]
    [InlineData(AdjustmentKind.ChangeDates, "StartMonth EndMonth")]
    [InlineData(AdjustmentKind.ChangeContent, "Name Objectives ImplementingUnit Counterpart Other")]
    [InlineData(AdjustmentKind.StopProject, "")]
    [InlineData(AdjustmentKind.MoveSource, "Source")]
    [InlineData(AdjustmentKind.MoveToNextYear, "EndMonth")]
    [InlineData(AdjustmentKind.AddProject, "CategoryId Name Beneficiary ImplementingUnit Area Objectives StartMonth EndMonth Support Counterpart Other NormId EligibleCost Establishments OverNormReason")]
    public async Task Each_kind_has_the_fields_of_its_own(AdjustmentKind kind, string fields)
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var id = await office.DraftAsync(0);
        var browser = await portal.SignInAsync(Role.Division);
        var page = await browser.OpenAsync($"/dieu-chinh/{id}/them?loai={kind}&de-an={office.Projects[0]}");
        var names = page.QuerySelectorAll("main [name^='Input.']").Select(e => e.GetAttribute("name")!["Input.".Length..]).Distinct();
        Assert.Equal([.. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries), "Reason", "Version"], names.Where(n => n is not ("Reason" or "Version")).Append("Reason").Append("Version"));
    }

    [Fact]
    public async Task What_changes_no_money_says_so_and_keeps_its_lines_on_every_page()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var adjustment = await office.OvertakeAsync(AdjustmentKind.ChangeContent);
        var reader = await portal.SignInAsync(Role.Leader);
        var page = await reader.OpenAsync($"/dieu-chinh/{adjustment}");
        Assert.Contains("(không đổi)", page.QuerySelector(".lead-line")!.TextContent, StringComparison.Ordinal);

        int decision;
        await using (var db = portal.Db()) decision = await db.Decisions.Where(d => d.AdjustmentId == adjustment).Select(d => d.Id).SingleAsync();
        foreach (var shown in new[] { page, await reader.OpenAsync($"/quyet-dinh/{decision}"), await reader.OpenAsync($"/quyet-dinh/{decision}/phu-luc"), await reader.OpenAsync($"/de-an/{office.Projects[0]}") })
        {
            var told = shown.QuerySelectorAll("main *").Where(e => e.ChildElementCount == 0 && e.TextContent.Contains("Sấy 200 kg mỗi mẻ\nGiảm 10 % điện", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(told);
            Assert.All(told, e => Assert.NotNull(e.Closest(".prose")));
        }
    }

    [Fact]
    public async Task The_shares_of_a_project_that_was_carried_over_name_their_years()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        await office.OvertakeAsync(AdjustmentKind.MoveToNextYear);
        var reader = await portal.SignInAsync(Role.Leader);
        Assert.Equal(["Hỗ trợ từ Khuyến công địa phương, năm 2024", "Hỗ trợ từ Khuyến công địa phương, năm 2025"], await SharesAsync(office.Projects[0]));
        Assert.Equal(["Hỗ trợ từ Khuyến công địa phương"], await SharesAsync(office.Projects[1]));

        async Task<IEnumerable<string>> SharesAsync(int project) => (await reader.OpenAsync($"/de-an/{project}"))
            .QuerySelectorAll("main .figures-table th").Select(th => th.TextContent).Where(t => t.StartsWith("Hỗ trợ từ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_is_started_filled_changed_and_submitted_without_script()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var clerk = await portal.SignInAsync(Role.Division);
        using (var empty = await clerk.SendAsync($"/ke-hoach/{office.Plan}/dieu-chinh", "Lập dự thảo", ("Input.Reason", " "))) Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        var path = await WhereAsync(clerk.SendAsync($"/ke-hoach/{office.Plan}/dieu-chinh", "Lập dự thảo", ("Input.Reason", "Cơ sở xin đổi máy".Normalize(NormalizationForm.FormD))));
        Assert.Contains("Chưa có nội dung nào", (await clerk.OpenAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var them = $"{path}/them?loai=RaiseSupport&de-an={office.Projects[0]}";
        using (var wrong = await clerk.SendAsync(them, "Thêm vào điều chỉnh", ("Input.Support", "nhiều"), ("Input.Reason", "Giá tăng")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Equal("Giá tăng", (await Browser.ReadAsync(wrong)).QuerySelector("[name='Input.Reason']")!.TextContent);
        }

        Assert.Equal(path, await WhereAsync(clerk.SendAsync(them, "Thêm vào điều chỉnh", ("Input.Support", "9000000000"), ("Input.Reason", "Giá tăng"))));
        var over = await clerk.OpenAsync(path);
        Assert.Contains("Không đủ dự toán năm 2024", over.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(over.QuerySelectorAll("main button:not([aria-disabled])"), b => b.TextContent == "Trình điều chỉnh");

        var sua = over.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith($"{path}/sua/", StringComparison.Ordinal));
        Assert.Equal("9.000.000.000", ((IHtmlInputElement)(await clerk.OpenAsync(sua)).QuerySelector("[name='Input.Support']")!).Value);
        Assert.Equal(path, await WhereAsync(clerk.SendAsync(sua, "Lưu nội dung", ("Input.Support", "20.000.000"))));
        var ready = await clerk.OpenAsync(path);
        Assert.Contains("tăng 7.500.000\u00A0đ", ready.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using (var db = portal.Db()) Assert.Equal("Cơ sở xin đổi máy".Normalize(), await db.Adjustments.Select(a => a.Reason).SingleAsync());

        using var first = await clerk.SendAsync(ready, path, "Trình điều chỉnh", null);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        using var again = await clerk.SendAsync(ready, path, "Trình điều chỉnh", null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        foreach (var edit in new[] { sua, them, $"{path}/tai-lieu" })
        {
            using var late = await clerk.GetAsync(edit);
            Assert.Equal((HttpStatusCode.Found, path), (late.StatusCode, late.Headers.Location!.OriginalString));
        }
    }

    [Fact]
    public async Task A_form_from_before_somebody_elses_change_shows_what_stands_now()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var id = await office.DraftAsync();
        var clerk = await portal.SignInAsync(Role.Division);
        var stale = await clerk.OpenAsync($"/dieu-chinh/{id}");
        Assert.Equal($"/dieu-chinh/{id}", await WhereAsync(clerk.SendAsync($"/dieu-chinh/{id}/them?loai=StopProject&de-an={office.Projects[1]}", "Thêm vào", ("Input.Reason", "Xin thôi"))));
        using var answer = await clerk.SendAsync(stale, $"/dieu-chinh/{id}", "Bỏ nội dung này", null);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Ngừng thực hiện", (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_returned_with_a_reason_or_turned_down_for_good()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var (returned, rejected) = (await office.EndorsedAsync(), await office.EndorsedAsync());
        var leader = await portal.SignInAsync(Role.Leader);
        using (var silent = await leader.SendAsync($"/dieu-chinh/{returned}/tra-lai", "Trả lại điều chỉnh", ("Reason", ""))) Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Equal($"/dieu-chinh/{returned}", await WhereAsync(leader.SendAsync($"/dieu-chinh/{returned}/tra-lai", "Trả lại điều chỉnh", ("Reason", "Thiếu báo giá"))));
        Assert.Contains("Thiếu báo giá", (await leader.OpenAsync($"/dieu-chinh/{returned}")).QuerySelector(".notice-wrong")!.TextContent, StringComparison.Ordinal);

        var page = await leader.OpenAsync($"/dieu-chinh/{rejected}/tra-lai");
        var button = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().Single(b => b.TextContent == "Không phê duyệt");
        using (var no = await leader.PostAsync($"/dieu-chinh/{rejected}/tra-lai?handler=Reject", ("version", ((IHtmlInputElement)page.QuerySelector("[name=version]")!).Value), ("Reason", "Không cần"),
            ("__RequestVerificationToken", ((IHtmlInputElement)button.Form!.QuerySelector("[name=__RequestVerificationToken]")!).Value))) Assert.Equal(HttpStatusCode.Found, no.StatusCode);
        Assert.Equal((AdjustmentStatus.Returned, AdjustmentStatus.Rejected), (office.Status(returned), office.Status(rejected)));
    }

    [Fact]
    public async Task The_leader_decides_what_was_shown_once()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var id = await office.EndorsedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var path = $"/dieu-chinh/{id}/phe-duyet";
        var shown = await leader.OpenAsync(path);
        Assert.Contains("Sau quyết định", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var noFile = await leader.SendAsync(shown, path, "Phê duyệt điều chỉnh", null, office.Decision("90/QĐ-SCT")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, noFile.StatusCode);
            Assert.Equal("90/QĐ-SCT", ((IHtmlInputElement)(await Browser.ReadAsync(noFile)).QuerySelector("[name='Input.Number']")!).Value);
        }

        using (var taken = await leader.SendAsync(shown, path, "Phê duyệt điều chỉnh", "%PDF-1.7", office.Decision("38/QĐ-SCT"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        using (var done = await leader.SendAsync(shown, path, "Phê duyệt điều chỉnh", "%PDF-1.7", office.Decision("90/QĐ-SCT"))) Assert.Equal($"/dieu-chinh/{id}", done.Headers.Location!.OriginalString);
        using (var again = await leader.SendAsync(shown, path, "Phê duyệt điều chỉnh", "%PDF-1.7", office.Decision("90/QĐ-SCT"))) Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using (var back = await leader.GetAsync(path)) Assert.Equal($"/dieu-chinh/{id}", back.Headers.Location!.OriginalString);
        Assert.Contains("90/QĐ-SCT", (await leader.OpenAsync($"/dieu-chinh/{id}")).QuerySelector(".status")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_moved_since_the_submission_is_shown_and_nobody_decides_it()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var id = await office.EndorsedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var shown = await leader.OpenAsync($"/dieu-chinh/{id}/phe-duyet");
        await office.OvertakeAsync();

        using var refused = await leader.SendAsync(shown, $"/dieu-chinh/{id}/phe-duyet", "Phê duyệt điều chỉnh", "%PDF-1.7", office.Decision("91/QĐ-SCT"));
        Assert.NotEqual(HttpStatusCode.Found, refused.StatusCode);
        var page = await leader.OpenAsync($"/dieu-chinh/{id}");
        Assert.Contains("lúc trình «12.500.000\u00A0đ», hiện nay «20.000.000\u00A0đ»", page.QuerySelector(".notice-waiting")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("main a, .page-actions a"), a => a.GetAttribute("href") == $"/dieu-chinh/{id}/phe-duyet");
        Assert.Equal(AdjustmentStatus.Submitted, office.Status(id));
    }

    [Fact]
    public async Task A_stopped_project_stays_in_the_list_and_counts_no_longer()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        await office.OvertakeAsync(AdjustmentKind.StopProject);
        var reader = await portal.SignInAsync(Role.Manager);
        var page = await reader.OpenAsync($"/ke-hoach/{office.Plan}");
        Assert.Equal(["ND3 (1)", "ND6 (1)"], page.QuerySelectorAll("main th[scope=rowgroup]").Select(e => e.TextContent.Trim()));
        Assert.Contains("(2 đề án)", page.QuerySelector("main tfoot th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("main tbody th.card-title").Length);
    }

    [Fact]
    public async Task Papers_are_added_read_and_removed_on_their_page()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var id = await office.DraftAsync();
        var clerk = await portal.SignInAsync(Role.Division);
        var path = $"/dieu-chinh/{id}/tai-lieu";
        using (var none = await clerk.SendAsync(path, "Thêm tài liệu")) Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        using (var exe = await clerk.SendAsync(await clerk.OpenAsync(path), path, "Thêm tài liệu", "MZ")) Assert.Equal(HttpStatusCode.BadRequest, exe.StatusCode);
        using (var done = await clerk.SendAsync(await clerk.OpenAsync(path), path, "Thêm tài liệu", "%PDF-1.7")) Assert.Equal(path, done.Headers.Location!.OriginalString);
        var link = (await clerk.OpenAsync($"/dieu-chinh/{id}")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("/tep/", StringComparison.Ordinal));
        using (var file = await clerk.GetAsync(link)) Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        var officer = await portal.SignInAsync(Role.Officer);
        using (var forbidden = await officer.GetAsync(link)) Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(path, await WhereAsync(clerk.SendAsync(path, "Bỏ")));
        Assert.Contains("Chưa có tài liệu nào", (await clerk.OpenAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dieu-chinh/{0}", Role.Division)]
    [InlineData("/dieu-chinh/{0}", Role.Leader)]
    [InlineData("/dieu-chinh/{0}/phe-duyet", Role.Leader)]
    [InlineData("/dieu-chinh/{0}/tra-lai", Role.Leader)]
    [InlineData("/dieu-chinh", Role.Manager)]
    [InlineData("/phe-duyet-nhieu", Role.Leader)]
    [InlineData("/trinh-duyet/1", Role.DivisionHead)]
    public async Task A_page_of_a_submitted_adjustment_of_many_lines_takes_few_commands(string path, Role role)
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal, 60);
        var id = role == Role.DivisionHead ? await office.SubmittedAsync(40) : await office.EndorsedAsync(40);
        await AssertCommandsAsync(portal, await portal.SignInAsync(role), string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/them")]
    [InlineData("/them?loai=AddProject")]
    [InlineData("/tai-lieu")]
    [InlineData("/sua/1")]
    public async Task A_page_of_a_draft_of_many_lines_takes_few_commands(string page)
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal, 60);
        var id = await office.DraftAsync(40);
        await AssertCommandsAsync(portal, await portal.SignInAsync(Role.Division), $"/dieu-chinh/{id}{page}");
    }

    [Fact]
    public async Task What_is_not_there_is_a_friendly_404()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var (id, clerk) = (await office.DraftAsync(), await portal.SignInAsync(Role.Division));
        foreach (var path in new[] { "/dieu-chinh/99", "/dieu-chinh/99/them", $"/dieu-chinh/{id}/sua/99", $"/dieu-chinh/{id}/tep/99", "/dieu-chinh/99/tai-lieu", "/ke-hoach/99/dieu-chinh" })
        {
            using var answer = await clerk.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task AssertCommandsAsync(PortalFactory portal, Browser browser, string path)
    {
        await browser.OpenAsync(path);
        using var sql = new SqlCount(portal.ConnectionString);
        await browser.OpenAsync(path);
        Assert.InRange(sql.Commands, 1, MostCommands);
    }

    private static async Task<string> WhereAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
