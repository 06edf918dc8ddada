using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Xunit;

namespace KhuyenCong.Web.Tests.Decisions;

public sealed class DecisionPageTests
{
    private const int MostCommands = 12;

    [Fact]
    public async Task The_register_leads_to_each_decision_and_keeps_its_filters_in_the_address()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await DecisionOffice.OpenAsync(portal);
        await portal.AllotAsync();
        var reader = await portal.SignInAsync(Role.Manager);
        var all = await reader.OpenAsync("/quyet-dinh");
        Assert.Equal(["50/QĐ-SCT", "38/QĐ-SCT", "01/QĐ-UBND"], all.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        var allotted = await reader.OpenAsync("/quyet-dinh?loai=giao-du-toan&nam=2024");
        Assert.Equal("01/QĐ-UBND", Assert.Single(allotted.QuerySelectorAll("tbody th a")).TextContent);
        Assert.Contains("8.000.000.000", allotted.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("giao-du-toan", allotted.QuerySelector("#loai option[selected]")!.GetAttribute("value"));
        var page = await reader.OpenAsync($"/quyet-dinh/{office.Adjustment}");
        Assert.Contains("Hỗ trợ ứng dụng máy móc tiên tiến số 1", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main td.after"), td => td.TextContent == "12.500.000\u00A0đ");
        Assert.Null(page.QuerySelector("main a[href$='dinh-chinh']"));
        await reader.OpenAsync("/quyet-dinh?loai=khong-co&co-quan=xyz&trang=9");
    }

    [Fact]
    public async Task A_slip_is_corrected_with_a_reason_and_stands_on_the_page_afterwards()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await DecisionOffice.OpenAsync(portal);
        var division = await portal.SignInAsync(Role.Division);
        var path = $"/quyet-dinh/{office.Approval}/dinh-chinh";
        using (var bare = await division.SendAsync(path, "Đính chính quyết định", ("Input.Number", "038/QĐ-SCT")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
            Assert.NotNull((await Browser.ReadAsync(bare)).QuerySelector("#Input_Reason[aria-invalid]"));
        }

        using (var same = await division.SendAsync(path, "Đính chính quyết định", ("Input.Reason", "Thử"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        var shown = await division.OpenAsync(path);
        using (var done = await division.SendAsync(path, "Đính chính quyết định", ("Input.Number", "038/QĐ-SCT"), ("Input.Reason", "Thiếu số 0"))) Assert.Equal($"/quyet-dinh/{office.Approval}", done.Headers.Location!.OriginalString);
        var page = await division.OpenAsync($"/quyet-dinh/{office.Approval}");
        Assert.Equal("Quyết định 038/QĐ-SCT", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Thiếu số 0", page.QuerySelector(".compare")!.TextContent, StringComparison.Ordinal);
        using (var late = await division.SendAsync(shown, path, "Đính chính quyết định", null, ("Input.Signatory", "Trần An"), ("Input.Reason", "Nhầm")))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            Assert.Contains("038/QĐ-SCT", (await Browser.ReadAsync(late)).QuerySelector(".differs")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("đã đính chính", (await division.OpenAsync("/quyet-dinh")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_file_is_checked_on_demand()
    {
        using var portal = await PortalFactory.StartAsync();
        var accountant = await portal.SignInAsync(Role.Accountant);
        var form = await accountant.OpenAsync("/du-toan");
        using (var done = await accountant.SendAsync(
            form, "/du-toan", "Ghi dự toán", "%PDF-1.7 đã ký", ("Input.Number", "01/QĐ-UBND"), ("Input.IssuedOn", "02/01/2024"), ("Input.IssuingBodyId", "3"), ("Input.Signatory", "Lê Văn Nghĩa"),
            ("Input.SignatoryTitle", "Phó Chủ tịch"), ("Input.Amount", "8.000.000.000"))) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await accountant.OpenAsync("/quyet-dinh/1");
        Assert.DoesNotContain("đúng là tệp", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(64, page.QuerySelector(".hash")!.TextContent.Length);
        var check = page.QuerySelectorAll("main a").Single(a => a.TextContent == "Kiểm tra lại tệp").GetAttribute("href");
        Assert.Contains("đúng là tệp", (await accountant.OpenAsync("/quyet-dinh/1" + check)).QuerySelector("main .notice-fine")!.TextContent, StringComparison.Ordinal);
        using (var none = await accountant.GetAsync("/quyet-dinh/1/phu-luc")) Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("chưa phân bổ 8.000.000.000 đ", string.Join(' ', (await accountant.OpenAsync("/du-toan")).QuerySelector("section p")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annex_prints_groups_totals_and_the_unit_asked_for()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await DecisionOffice.OpenAsync(portal, projects: 3);
        var reader = await portal.SignInAsync(Role.Leader);
        var annex = await reader.OpenAsync($"/quyet-dinh/{office.Approval}/phu-luc");
        Assert.Contains("Đơn vị tính: triệu đồng", annex.QuerySelector(".annex-unit")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kèm theo Quyết định số 38/QĐ-SCT ngày 05 tháng 02 năm 2024", annex.QuerySelector(".annex-title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["I", "II"], annex.QuerySelectorAll("tr.group td.order").Select(td => td.TextContent));
        Assert.Equal(["45", "30", "15", "0"], annex.QuerySelectorAll("tfoot td.num").Select(td => td.TextContent));
        Assert.Null(annex.QuerySelector(".qr-code"));
        Assert.NotNull(annex.QuerySelector(".print-wide-page .print-wide"));

        var change = await reader.OpenAsync($"/quyet-dinh/{office.Adjustment}/phu-luc?don-vi=dong");
        Assert.Contains("Đơn vị tính: đồng", change.QuerySelector(".annex-unit")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["30.000.000", "37.500.000", "7.500.000"], change.QuerySelectorAll("tfoot .vnd").Select(v => v.TextContent));
    }

    [Fact]
    public async Task An_annex_of_frozen_content_carries_its_hash_and_a_code_without_inline_style()
    {
        using var portal = await PortalFactory.StartAsync();
        var (decision, sha256) = await DecisionOffice.FrozenAsync(portal);
        var reader = await portal.SignInAsync(Role.Leader);
        var annex = await reader.OpenAsync($"/quyet-dinh/{decision}/phu-luc");
        Assert.Equal(sha256, annex.QuerySelector(".annex-seal .hash")!.TextContent);
        Assert.EndsWith($"http://localhost/xac-thuc/{sha256}", annex.QuerySelector(".annex-seal a")!.TextContent, StringComparison.Ordinal);
        var code = annex.QuerySelector("svg.qr-code")!;
        Assert.StartsWith("M4 4h7", code.QuerySelector("path")!.GetAttribute("d"), StringComparison.Ordinal);
        Assert.Empty(code.QuerySelectorAll("[style]"));
        Assert.Equal("356,3", annex.QuerySelectorAll("tfoot td.num")[0].TextContent);
        Assert.Equal($"/xac-thuc/{sha256}", (await reader.OpenAsync($"/quyet-dinh/{decision}")).QuerySelector("a.hash")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_plan_is_compared_between_two_days_and_bad_days_are_told()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await DecisionOffice.OpenAsync(portal);
        var reader = await portal.SignInAsync(Role.Leader);
        var path = $"/ke-hoach/{office.PlanId}/so-sanh";
        var both = await reader.OpenAsync($"{path}?tu=2024-06-30&den=2024-07-01");
        Assert.Equal(["Ngày 30/06/2024", "Ngày 01/07/2024"], both.QuerySelectorAll("thead a").Select(a => a.TextContent));
        Assert.Contains("5.000.000", both.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đề án thay đổi (2)", both.QuerySelector("#td-changed")!.TextContent, StringComparison.Ordinal);
        var decisions = await reader.OpenAsync($"{path}?tu=qd-{office.Approval}&den=qd-{office.Adjustment}");
        Assert.Contains("Sau Quyết định 50/QĐ-SCT", decisions.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        var bad = await reader.OpenAsync($"{path}?tu=hom-qua&den=2024-07-01", HttpStatusCode.BadRequest);
        Assert.Contains("Nhập ngày theo dạng", bad.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("hom-qua", bad.QuerySelector("#tu")!.GetAttribute("value"));
        Assert.Contains((await reader.OpenAsync($"/ke-hoach/{office.PlanId}")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == path);
    }

    [Theory]
    [InlineData("/quyet-dinh/1", Role.Leader)]
    [InlineData("/quyet-dinh/2", Role.Leader)]
    [InlineData("/quyet-dinh/1/phu-luc", Role.Leader)]
    [InlineData("/quyet-dinh/2/phu-luc", Role.Leader)]
    [InlineData("/quyet-dinh/1/dinh-chinh", Role.Division)]
    [InlineData("/quyet-dinh?q=38", Role.Leader)]
    [InlineData("/ke-hoach/1/so-sanh", Role.Leader)]
    [InlineData("/du-toan/khoa-so/2024", Role.Accountant)]
    [InlineData("/du-toan", Role.Accountant)]
    public async Task A_page_over_300_projects_takes_few_commands_and_few_bytes(string path, Role role)
    {
        using var portal = await PortalFactory.StartAsync();
        await DecisionOffice.OpenAsync(portal, projects: 300);
        var browser = await portal.SignInAsync(role);
        await browser.OpenAsync(path);
        using var sql = new SqlCount(portal.ConnectionString);
        using var answer = await browser.GetAsync(path);
        var html = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(sql.Commands, 1, MostCommands);
        Assert.InRange(PlanWeightTests.Compressed(html), 1, 60 * 1024);
    }
}
