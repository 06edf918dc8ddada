using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>One project raised, one stopped, a beneficiary replaced, approved in two steps; then the plan before and after.</summary>
[Collection("One browser")]
public partial class AdjustmentJourneyTests(DemoSite site)
{
    private const string Plan = "/ke-hoach/1";

    private bool _script;

    [Theory]
    [InlineData(true, "11/07/2024")]
    [InlineData(false, "12/07/2024")]
    public async Task An_adjustment_is_written_signed_decided_and_seen_on_both_days(bool script, string day)
    {
        _script = script;
        var number = $"11{(script ? 2 : 3)}/QĐ-SCT";
        var decided = DateOnly.ParseExact(day, "dd/MM/yyyy", CultureInfo.InvariantCulture);
        var (address, before) = await WriteAsync(decided, script);
        await SignAsync(address, script);
        await DecideAsync(address, number, day, script);
        await LookAsync(address, number, decided, before, script);
    }

    private async Task<(string Address, string Before)> WriteAsync(DateOnly decided, bool script)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", script: script);
        await page.GotoAsync($"{Plan}?ngay={decided.AddDays(-1):yyyy-MM-dd}");
        var before = await SupportAsync(page);
        await page.GotoAsync(Plan);
        var today = await SupportAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Điều chỉnh", Exact = true }).ClickAsync();
        await page.GetByLabel("Lý do, căn cứ điều chỉnh").FillAsync("Tờ trình số 15/TTr-TTKC của Trung tâm");
        await SeeAsync(page, "dc-1-lap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập dự thảo điều chỉnh" }).ClickAsync();
        await page.ToBeAtAsync(Adjustment());
        var address = new Uri(page.Url).AbsolutePath;

        // Two projects that are approved and untouched by money, and one whose beneficiary gave up.
        var (raised, stopped, replaced) = script ? (15, 16, 18) : (19, 21, 22);
        await AddAsync(page, address, "Tăng kinh phí", raised, async () => await page.GetByLabel("Kinh phí hỗ trợ sau điều chỉnh").FillAsync("250.000.000"), "dc-2-tang");
        await AddAsync(page, address, "Ngừng thực hiện", stopped, () => Task.CompletedTask, "dc-3-ngung");
        await AddAsync(page, address, "Thay đơn vị thụ hưởng", replaced, async () => await page.GetByLabel("Đơn vị thụ hưởng mới").FillAsync("Công ty TNHH Minh Họa Thay Thế"), "dc-4-thay");
        await Expect(page.Locator("main")).ToContainTextAsync("Công ty TNHH Minh Họa Thay Thế");
        await CorrectAsync(page, address);
        await AttachAsync(page, address);
        await SeeAsync(page, $"dc-5-du-thao-{script}", whole: true);

        await page.GetByRole(AriaRole.Button, new() { Name = "Trình điều chỉnh" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Đã trình");
        await page.GotoAsync(Plan);
        Assert.Equal(today, await SupportAsync(page));
        await page.Context.CloseAsync();
        return (address, before);
    }

    private async Task AddAsync(IPage page, string address, string kind, int project, Func<Task> fill, string picture)
    {
        await page.GotoAsync(address + "/them");
        await page.GetByLabel(kind, new() { Exact = true }).CheckAsync();
        var code = $"KC-2024-D1-{project:00}";
        var option = await page.Locator("#de-an option", new() { HasText = code }).GetAttributeAsync("value");
        await page.Locator("#de-an").SelectOptionAsync(option!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await fill();
        await page.GetByLabel("Lý do", new() { Exact = true }).FillAsync("Theo đề nghị của Trung tâm");
        await SeeAsync(page, picture);
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm vào điều chỉnh" }).ClickAsync();
        await page.ToBeAtAsync(Adjustment());
    }

    // The raise turns out to need less.
    private async Task CorrectAsync(IPage page, string address)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = CorrectRaise() }).ClickAsync();
        await page.GetByLabel("Kinh phí hỗ trợ sau điều chỉnh").FillAsync("240.000.000");
        await SeeAsync(page, "dc-4b-sua");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu nội dung" }).ClickAsync();
        await page.ToBeAtAsync(Adjustment());
        await Expect(page.Locator("main")).ToContainTextAsync("240.000.000");
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
    }

    private async Task AttachAsync(IPage page, string address)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm, bỏ tài liệu" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(Pdf("to-trinh-15.pdf"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm tài liệu" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("to-trinh-15.pdf");
        await SeeAsync(page, "dc-4c-tai-lieu");
        await page.GotoAsync(address);
    }

    private static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = "%PDF-1.4\n% dieu chinh\n"u8.ToArray() };

    private async Task SignAsync(string address, bool script)
    {
        var page = await site.SignInAsync("truongphong@demo.sct.vn", script: script);
        await Expect(page.Locator("main")).ToContainTextAsync("Chờ tôi ký");
        await SeeAsync(page, "dc-6-viec-cua-truong-phong");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ký bước Trưởng phòng" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Khớp");
        await page.GetByLabel("Ý kiến").FillAsync("Nhất trí trình lãnh đạo");
        await SeeAsync(page, $"dc-7-ky-{script}", whole: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ký bước Trưởng phòng" }).ClickAsync();
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("Đã ký");
        await page.Context.CloseAsync();
    }

    private async Task DecideAsync(string address, string number, string day, bool script)
    {
        var page = await site.SignInAsync("lanhdao@demo.sct.vn", script: script);
        await Expect(page.Locator("main")).ToContainTextAsync("Điều chỉnh chờ tôi phê duyệt");
        await page.GotoAsync("/phe-duyet-nhieu");
        await Expect(page.Locator("main")).ToContainTextAsync("Sau quyết định");
        await SeeAsync(page, $"dc-7b-nhieu-{script}", whole: true);
        await page.GotoAsync(address + "/phe-duyet");
        await page.GetByLabel("Số quyết định").FillAsync(number);
        await page.GetByLabel("Ngày ban hành").FillAsync(day);
        await page.GetByLabel("Người ký", new() { Exact = true }).FillAsync("Nguyễn Minh Tâm");
        await page.GetByLabel("Chức vụ người ký").FillAsync("Phó Giám đốc");
        await page.GetByLabel("Thể thức ký").SelectOptionAsync("ForHead");
        await page.Locator("input[type=file]").SetInputFilesAsync(Pdf("quyet-dinh.pdf"));
        await SeeAsync(page, $"dc-8-phe-duyet-{script}", whole: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Phê duyệt điều chỉnh 3 đề án" }).ClickAsync();
        await page.ToBeAtAsync(Adjustment());
        await Expect(page.Locator("main")).ToContainTextAsync("Đã phê duyệt");
        await Expect(page.Locator("main")).ToContainTextAsync(number);
        await SeeAsync(page, $"dc-9-da-phe-duyet-{script}", whole: true);
        await page.Context.CloseAsync();
    }

    private async Task LookAsync(string address, string number, DateOnly decided, string before, bool script)
    {
        var page = await site.SignInAsync("quanly@demo.sct.vn", script: script);
        await page.GotoAsync($"{Plan}?ngay={decided.AddDays(-1):yyyy-MM-dd}");
        Assert.Equal(before, await SupportAsync(page));
        await SeeAsync(page, $"dc-10-ngay-truoc-{script}", whole: true);
        await page.GotoAsync($"{Plan}?ngay={decided:yyyy-MM-dd}");
        Assert.NotEqual(before, await SupportAsync(page));
        await Expect(page.Locator("main")).ToContainTextAsync("Công ty TNHH Minh Họa Thay Thế");
        await SeeAsync(page, $"dc-11-ngay-sau-{script}", whole: true);

        await page.GotoAsync($"{Plan}/so-sanh?tu={decided.AddDays(-1):yyyy-MM-dd}&den={decided:yyyy-MM-dd}");
        await Expect(page.Locator("main")).ToContainTextAsync("Công ty TNHH Minh Họa Thay Thế");
        await SeeAsync(page, $"dc-12-so-sanh-{script}", whole: true);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = number }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(number);
        await SeeAsync(page, $"dc-13-quyet-dinh-{script}", whole: true);
        await page.Context.CloseAsync();
    }

    // A picture is kept and axe looks, on a wide screen and at 320 px. Without script axe cannot run.
    private async Task SeeAsync(IPage page, string picture, bool whole = false)
    {
        await page.KeepAsync(picture, whole);
        if (!_script) return;
        foreach (var width in new[] { 1366, 320 })
        {
            await page.SetViewportSizeAsync(width, 768);
            await page.IsSoundAsync($"{picture}, {width} px");
        }

        await page.KeepAsync(picture + "-320", whole);
        await page.SetViewportSizeAsync(1366, 768);
    }

    private static async Task<string> SupportAsync(IPage page) => SupportInLead().Match(await page.Locator(".lead-line").First.InnerTextAsync()).Groups["amount"].Value;

    [GeneratedRegex(@"KCĐP\s+(?<amount>[\d.]+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SupportInLead();

    [GeneratedRegex("^Sửa.*Tăng kinh phí", RegexOptions.None, 2000)]
    private static partial Regex CorrectRaise();

    [GeneratedRegex("/dieu-chinh/\\d+$", RegexOptions.None, 2000)]
    private static partial Regex Adjustment();
}
