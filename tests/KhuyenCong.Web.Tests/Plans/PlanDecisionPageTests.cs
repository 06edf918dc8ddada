using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using Xunit;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class PlanDecisionPageTests
{
    private static readonly (string, string?)[] Decision =
    [
        ("Input.Number", "38/QĐ-SCT"), ("Input.IssuedOn", "2024-11-14"), ("Input.Signatory", "Nguyễn Minh Tâm"), ("Input.SignatoryTitle", "Phó Giám đốc"),
        ("Input.StatedTotal", "30.000.000"), ("Input.StatedCount", "2"),
    ];

    private static readonly (string, string?)[] Allotment =
    [
        ("Input.Number", "01/QĐ-UBND"), ("Input.IssuedOn", "02/01/2024"), ("Input.IssuingBodyId", "3"), ("Input.Signatory", "Lê Văn Nghĩa"),
        ("Input.SignatoryTitle", "Phó Chủ tịch"), ("Input.Amount", "8.000.000.000"),
    ];

    [Fact]
    public async Task Opinions_are_given_row_by_row_and_the_rest_passed_by_one_button()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.SubmittedAsync();
        var browser = await portal.SignInAsync(Role.Division);
        var path = $"/ke-hoach/{plan}/tham-dinh";
        using (var early = await browser.SendAsync(path, "Hoàn thành thẩm định", ("Input.Opinions[0].Verdict", "Passed")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
            var page = await Browser.ReadAsync(early);
            var line = Assert.Single(page.QuerySelectorAll(".error-summary li"));
            Assert.Equal("Còn 1 đề án chưa có ý kiến.", line.TextContent.Trim());
            var asked = page.QuerySelector(line.QuerySelector("a")!.GetAttribute("href")!)!;
            Assert.Equal("✕ Chưa có ý kiến", page.QuerySelector("#" + asked.GetAttribute("aria-describedby"))!.TextContent);
            Assert.Same(asked, Assert.Single(page.QuerySelectorAll(".choices[aria-invalid]")));
            Assert.NotNull(asked.QuerySelector("[name='Input.Opinions[1].Verdict']"));
            Assert.True(((IHtmlInputElement)page.QuerySelector("#Input_Opinions_0___Passed")!).IsChecked);
        }

        using (var bare = await browser.SendAsync(path, "Lưu ý kiến", ("Input.Opinions[1].Verdict", "Failed")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
            Assert.NotNull((await Browser.ReadAsync(bare)).QuerySelector("#Input_Opinions_1__Note[aria-invalid]"));
        }

        using (var rest = await browser.SendAsync(path, "Các đề án còn lại đều đạt")) Assert.Equal(path, rest.Headers.Location!.OriginalString);
        using (var done = await browser.SendAsync(path, "Hoàn thành thẩm định")) Assert.Equal($"/ke-hoach/{plan}", done.Headers.Location!.OriginalString);
        Assert.Equal(PlanStatus.Appraised, portal.StatusOf(plan));
    }

    [Fact]
    public async Task A_leader_approves_with_the_signed_file_and_readers_of_decisions_download_it()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var path = $"/ke-hoach/{plan}/phe-duyet";
        var page = await leader.OpenAsync(path);
        Assert.Contains("Phê duyệt 2 đề án, 30.000.000\u00A0đ", page.QuerySelector("main form button")!.TextContent, StringComparison.Ordinal);
        using (var done = await leader.SendAsync(page, path, "Phê duyệt 2 đề án", "%PDF-1.7", Decision)) Assert.Equal($"/ke-hoach/{plan}", done.Headers.Location!.OriginalString);
        Assert.Equal(PlanStatus.Approved, portal.StatusOf(plan));
        foreach (var part in new[] { "de-an", "quyet-dinh", "tien", "lich-su" }) await leader.OpenAsync($"/ke-hoach/{plan}?phan={part}");
        var before = await leader.OpenAsync($"/ke-hoach/{plan}?ngay=2024-11-13");
        Assert.Contains("chưa có hiệu lực", before.QuerySelector(".notice-waiting")!.TextContent, StringComparison.Ordinal);
        Assert.Null(before.QuerySelector("figure.budget"));
        var known = await leader.OpenAsync($"/ke-hoach/{plan}?vao-so=2024-11-14");
        Assert.Contains("chưa có hiệu lực theo sổ quyết định đến hết ngày 14/11/2024", known.QuerySelector(".notice-waiting")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đã vào sổ đến hết ngày 15/11/2024", (await leader.OpenAsync($"/ke-hoach/{plan}?vao-so=15/11/2024")).QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        (await leader.OpenAsync($"/ke-hoach/{plan}?vao-so=hom-qua", HttpStatusCode.BadRequest)).IsMarkedAt("vao-so");
        (await leader.OpenAsync($"/ke-hoach/{plan}?phan=tien&ngay=hom-qua", HttpStatusCode.BadRequest)).IsMarkedThroughout();
        foreach (var day in new[] { "hom-qua", "31/02/2024", "2024-13-01" })
        {
            var wrong = await leader.OpenAsync($"/ke-hoach/{plan}?ngay={day}&phan=xyz", HttpStatusCode.BadRequest);
            Assert.Contains("Nhập ngày theo dạng ngày/tháng/năm", wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            wrong.IsMarkedAt("ngay");
        }

        var beyond = await leader.OpenAsync($"/ke-hoach/{plan}?ngay=01/01/0001", HttpStatusCode.BadRequest);
        Assert.Contains("Nhập ngày từ 01/01/1900 đến 31/12/2100.", beyond.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        var register = await leader.OpenAsync("/quyet-dinh?q=38%2Fqd-sct");
        var link = register.QuerySelector("tbody a[download]")!.GetAttribute("href")!;
        Assert.Contains("khớp", register.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using (var file = await leader.GetAsync(link))
        {
            Assert.Equal(("attachment", "application/pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
            Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("%PDF-1.7", await file.Content.ReadAsStringAsync());
        }

        foreach (var role in new[] { Role.Officer, Role.Administrator })
        {
            using var closed = await (await portal.SignInAsync(role)).GetAsync(link);
            Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        }

        using var nobody = await portal.Browser().GetAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }

    [Fact]
    public async Task Every_reason_against_an_approval_is_listed_and_what_was_typed_stays()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var path = $"/ke-hoach/{plan}/phe-duyet";
        using var answer = await leader.SendAsync(
            path, "Phê duyệt 2 đề án", [.. Decision[..1], ("Input.SignatoryTitle", "Phó Giám đốc"), ("Input.StatedTotal", "31.000.000"), ("Input.StatedCount", "3")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        var reasons = page.QuerySelectorAll(".error-summary li").Select(li => li.TextContent).ToList();
        Assert.Equal(4, reasons.Count);
        Assert.Contains(reasons, r => r.Contains("31.000.000\u00A0đ", StringComparison.Ordinal) && r.Contains("30.000.000\u00A0đ", StringComparison.Ordinal));
        Assert.Equal("38/QĐ-SCT", ((IHtmlInputElement)page.QuerySelector("#Input_Number")!).Value);
        Assert.Equal(PlanStatus.Appraised, portal.StatusOf(plan));
    }

    [Fact]
    public async Task A_number_of_projects_that_is_no_number_approves_nothing()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var path = $"/ke-hoach/{plan}/phe-duyet";
        var page = await leader.OpenAsync(path);
        using var answer = await leader.SendAsync(page, path, "Phê duyệt 2 đề án", "%PDF-1.7", [.. Decision[..5], ("Input.StatedCount", "hai")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(PlanStatus.Appraised, portal.StatusOf(plan));
    }

    [Fact]
    public async Task A_file_that_is_no_pdf_is_told_at_its_field()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var path = $"/ke-hoach/{plan}/phe-duyet";
        using var answer = await leader.SendAsync(await leader.OpenAsync(path), path, "Phê duyệt 2 đề án", "PK zip", Decision);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("không phải PDF", (await Browser.ReadAsync(answer)).QuerySelector("#File_loi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_beyond_the_allotment_shows_the_amounts_instead_of_the_form()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync("19.999.999");
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var page = await leader.OpenAsync($"/ke-hoach/{plan}/phe-duyet");
        var why = page.QuerySelector(".why-not")!.TextContent;
        Assert.All(["20.000.000\u00A0đ", "19.999.999\u00A0đ"], amount => Assert.Contains(amount, why, StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("main form[method=post]"));
        Assert.NotNull(page.QuerySelector($"a[href='/ke-hoach/{plan}/tra-lai']"));
    }

    [Fact]
    public async Task Two_pages_of_one_approval_end_in_one_decision_and_a_409()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.AppraisedAsync();
        var (first, second) = (await portal.SignInAsync(Role.Leader), await portal.SignInAsync(Role.Leader));
        var path = $"/ke-hoach/{plan}/phe-duyet";
        var (one, two) = (await first.OpenAsync(path), await second.OpenAsync(path));
        using (var done = await first.SendAsync(one, path, "Phê duyệt 2 đề án", "%PDF-1.7", Decision)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var late = await second.SendAsync(two, path, "Phê duyệt 2 đề án", "%PDF-1.7", Decision);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Đã phê duyệt", (await Browser.ReadAsync(late)).QuerySelector("tr.differs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_needs_its_reason_and_shows_it_to_the_author()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var path = $"/ke-hoach/{plan}/tra-lai";
        using (var bare = await leader.SendAsync(path, "Trả lại kế hoạch")) Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using (var done = await leader.SendAsync(path, "Trả lại kế hoạch", ("Reason", "Giảm đối ứng"))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await (await portal.SignInAsync(Role.Division)).OpenAsync($"/ke-hoach/{plan}");
        Assert.Contains("Giảm đối ứng", page.QuerySelector(".notice-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accountant_records_an_allotment_and_others_only_read()
    {
        using var portal = await PortalFactory.StartAsync();
        var accountant = await portal.SignInAsync(Role.Accountant);
        using (var bare = await accountant.SendAsync("/du-toan", "Ghi dự toán")) Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        using (var done = await accountant.SendAsync("/du-toan", "Ghi dự toán", Allotment)) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await accountant.OpenAsync("/du-toan");
        Assert.Contains("8.000.000.000", page.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".main-menu a"), a => a.TextContent == "Dự toán");
        var reader = await (await portal.SignInAsync(Role.Leader)).OpenAsync("/du-toan");
        Assert.Null(reader.QuerySelector("main form[method=post]"));
    }
}
