using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>The main job, end to end, by seven people in seven windows: with script and without.</summary>
[Collection("One browser")]
public partial class MainJobTests(DemoSite site)
{
    private const string Day = "15/07/2024";

    [Theory]
    [InlineData("Đợt III", "III", true)]
    [InlineData("Đợt IV", "IV", false)]
    public async Task A_workbook_becomes_an_approved_plan_with_progress_money_and_a_summary(string tranche, string roman, bool script)
    {
        var planUrl = await ImportAndSubmitAsync(tranche, roman, script);
        await AppraiseAsync(planUrl, script);
        await ApproveAsync(planUrl, roman, script);
        var projects = await AssignAndContractAsync(planUrl, roman, script);
        await ReportAndProposeAsync(projects, roman, script);
        await ValidateAsync(roman, script);
        await RefuseBeyondTheLimitAsync(projects[0], roman, script);
        await ExportAsync(roman, script);
    }

    private async Task<string> ImportAndSubmitAsync(string tranche, string roman, bool script)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", script: script);
        await page.GotoAsync("/ke-hoach/nhap-tu-excel");
        await page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "phu-luc-ke-hoach-2024-dot-1.xlsx"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("5.089.000.000");
        await page.KeepAsync($"1-xem-truoc-{roman}", whole: true);

        await page.GetByLabel("Đợt", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = tranche });
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra lại theo năm, đợt này" }).ClickAsync();

        // The sample's own title names tranche I: accepted, with a reason.
        await page.GetByLabel("Lý do chấp nhận: Khác đợt").FillAsync("Dùng lại tệp mẫu của đợt I để tập dượt");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo kế hoạch dự thảo" }).ClickAsync();
        await page.ToBeAtAsync(PlanAddress());
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Kế hoạch khuyến công địa phương đợt {roman} năm 2024");
        var main = page.Locator("main");
        await Expect(main).ToContainTextAsync("24 đề án");
        await Expect(main).ToContainTextAsync("5.089.000.000");
        await Expect(main).ToContainTextAsync("2.550.000.000");
        await page.KeepAsync($"2-du-thao-{roman}");
        var planUrl = new Uri(page.Url).AbsolutePath;

        await page.GetByRole(AriaRole.Button, new() { Name = "Trình kế hoạch" }).First.ClickAsync();
        await Expect(main).ToContainTextAsync("Đã trình");
        await page.Context.CloseAsync();
        return planUrl;
    }

    private async Task AppraiseAsync(string planUrl, bool script)
    {
        var page = await site.SignInAsync("chuyenvien2@demo.sct.vn", script: script);
        await page.GotoAsync(planUrl + "/tham-dinh");
        await page.KeepAsync("3-tham-dinh");
        await page.GetByRole(AriaRole.Button, new() { Name = "Các đề án còn lại đều đạt" }).ClickAsync();
        await Expect(page.Locator("main [role=status]")).ToBeVisibleAsync();
        await page.GotoAsync(planUrl + "/tham-dinh");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn thành thẩm định" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Đã thẩm định");
        await page.Context.CloseAsync();
    }

    private async Task ApproveAsync(string planUrl, string roman, bool script)
    {
        var page = await site.SignInAsync("lanhdao@demo.sct.vn", script: script);
        await page.GotoAsync(planUrl + "/phe-duyet");
        await page.GetByLabel("Số quyết định").FillAsync($"0{roman.Length}2/QĐ-SCT-{roman}");
        await page.GetByLabel("Ngày ban hành").FillAsync(Day);
        await page.GetByLabel("Cơ quan ban hành").SelectOptionAsync(new SelectOptionValue { Label = "Sở Công Thương tỉnh Đắk Lắk" });
        await page.GetByLabel("Người ký", new() { Exact = true }).FillAsync("Nguyễn Minh Tâm");
        await page.GetByLabel("Chức vụ người ký").FillAsync("KT. Giám đốc – Phó Giám đốc");
        await page.GetByLabel("Tổng kinh phí nêu trong quyết định").FillAsync("5.089.000.000");
        await page.GetByLabel("Tổng đó tính gồm").SelectOptionAsync("Total");
        await page.GetByLabel("Số đề án nêu trong quyết định").FillAsync("24");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "quyet-dinh.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n% quyet dinh da ky\n"u8.ToArray(),
        });
        await page.KeepAsync($"4-phe-duyet-{roman}", whole: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Phê duyệt 24 đề án, 5.089.000.000 đ" }).ClickAsync();
        await page.ToBeAtAsync(PlanAddress());
        await Expect(page.Locator("main")).ToContainTextAsync("Đã phê duyệt");
        await page.KeepAsync($"5-da-phe-duyet-{roman}");
        await page.Context.CloseAsync();
    }

    private async Task<string[]> AssignAndContractAsync(string planUrl, string roman, bool script)
    {
        var page = await site.SignInAsync("giamdoc@demo.ttkc.vn", script: script);
        var plan = planUrl.Split('/')[^1];
        await page.GotoAsync($"/de-an?ke-hoach={plan}&q=rang");
        await page.Locator("input[name=chon]").First.CheckAsync();
        var first = new Uri(new Uri(site.Address), await page.Locator("table a[href*='/de-an/']").First.GetAttributeAsync("href")).AbsolutePath;
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân công cán bộ cho đề án đã chọn" }).ClickAsync();
        await AssignToFirstOfficerAsync(page);

        await page.GotoAsync($"/de-an?ke-hoach={plan}&q=tap+huan+nghiep+vu");
        var second = new Uri(new Uri(site.Address), await page.Locator("table a[href*='/de-an/']").First.GetAttributeAsync("href")).AbsolutePath;
        await page.Locator("input[name=chon]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân công cán bộ cho đề án đã chọn" }).ClickAsync();
        await AssignToFirstOfficerAsync(page);

        await page.GotoAsync(first + "/hop-dong");
        await page.GetByLabel("Số hợp đồng").FillAsync($"{roman}-01/2024/HĐ-KC");
        await page.GetByLabel("Ngày ký").FillAsync(Day);
        await page.GetByLabel("Giá trị hợp đồng").FillAsync("150.000.000");
        await page.GetByLabel("Bên thụ hưởng").FillAsync("Hộ kinh doanh Minh Họa 01");
        await page.KeepAsync("6-hop-dong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi hợp đồng" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Đã ký hợp đồng");

        await page.GotoAsync(second);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Đang thực hiện");
        await page.Context.CloseAsync();
        return [first, second];
    }

    private static async Task AssignToFirstOfficerAsync(IPage page)
    {
        await page.GetByLabel("Cán bộ theo dõi").SelectOptionAsync(new SelectOptionValue { Label = await page.Locator("select option", new() { HasText = "H'Lan Niê" }).First.InnerTextAsync() });
        await page.GetByLabel("Theo dõi từ ngày").FillAsync(Day);
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân công", Exact = true }).ClickAsync();
        await page.ToHaveLeftAsync("phan-cong");
    }

    private async Task ReportAndProposeAsync(string[] projects, string roman, bool script)
    {
        var page = await site.SignInAsync("canbo1@demo.ttkc.vn", script: script);
        foreach (var project in projects)
        {
            await page.GotoAsync(project + "/cap-nhat-tien-do");
            await page.GetByLabel("Ngày báo cáo").FillAsync(Day);
            await page.GetByLabel("Tỷ lệ hoàn thành (%)").FillAsync("25");
            await page.GetByLabel("Khối lượng đã thực hiện").FillAsync("Đã khảo sát và lập kế hoạch chi tiết");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ghi báo cáo tiến độ" }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("25 %");
        }

        await page.KeepAsync("7-de-an", whole: true);
        await ProposeAsync(page, projects[0], "60.000.000", $"TU-{roman}-1");
        await Expect(page.Locator("main")).ToContainTextAsync("60.000.000");
        await page.Context.CloseAsync();
    }

    private async Task ValidateAsync(string roman, bool script)
    {
        var page = await site.SignInAsync("ketoan@demo.sct.vn", script: script);
        await page.GotoAsync("/tien/cho-duyet");
        await page.KeepAsync("8-tien-cho-duyet");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ghi sổ chứng từ TU-{roman}-1", Exact = true }).ClickAsync();
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("Đã ghi sổ");
        await page.Context.CloseAsync();
    }

    private async Task RefuseBeyondTheLimitAsync(string project, string roman, bool script)
    {
        var page = await site.SignInAsync("canbo1@demo.ttkc.vn", script: script);
        await ProposeAsync(page, project, "100.000.000", $"TU-{roman}-2");
        var main = page.Locator("main");
        await Expect(main).ToContainTextAsync("100.000.000");
        await Expect(main).ToContainTextAsync("90.000.000");
        await Expect(main).ToContainTextAsync("150.000.000");
        await page.KeepAsync($"9-tu-choi-{roman}");
        await page.Context.CloseAsync();
    }

    private static async Task ProposeAsync(IPage page, string project, string amount, string voucher)
    {
        await page.GotoAsync(project + "/de-nghi-tien");
        await page.GetByLabel("Loại", new() { Exact = true }).SelectOptionAsync("Advance");
        await page.GetByLabel("Số tiền").FillAsync(amount);
        await page.GetByLabel("Ngày chứng từ").FillAsync(Day);
        await page.GetByLabel("Số chứng từ").FillAsync(voucher);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị đến kế toán" }).ClickAsync();
    }

    private async Task ExportAsync(string roman, bool script)
    {
        var page = await site.SignInAsync("quanly@demo.sct.vn", script: script);
        await page.GotoAsync("/bao-cao/tong-hop-kinh-phi");
        await page.GetByLabel("Đợt", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = $"đợt {roman}" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem", Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("5.089.000.000");
        await page.KeepAsync($"10-tong-hop-{roman}", whole: true);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải Excel" }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        copy.Position = 0;
        Assert.Contains(5_089_000_000m, NumbersOf(copy));
        await page.Context.CloseAsync();
    }

    // Numbers only: a grand total written as text would not be found.
    private static List<decimal> NumbersOf(Stream workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook, false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>())
            .Where(cell => cell.DataType is null || cell.DataType.Value == CellValues.Number)
            .Select(cell => cell.CellValue?.Text)
            .Where(text => decimal.TryParse(text, CultureInfo.InvariantCulture, out _))
            .Select(text => decimal.Parse(text!, CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex("/ke-hoach/[0-9]+(?:\\?.*)?$", RegexOptions.None, 1000)]
    private static partial Regex PlanAddress();
}
