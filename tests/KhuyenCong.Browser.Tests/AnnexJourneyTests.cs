using KhuyenCong.TestSupport;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>Annexes as offices make them, put right in the preview: with script and without, on a wide screen and on a phone.</summary>
[Collection("One browser")]
public class AnnexJourneyTests(DemoSite site)
{
    // A tired officer presses a key in half a second or less; two minutes are 240 presses.
    private const int MostPresses = 240;

    [Theory]
    [InlineData(1366, true)]
    [InlineData(1366, false)]
    [InlineData(390, false)]
    public async Task Six_faults_are_mended_in_place_by_keyboard_alone(int width, bool script)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", width, 844, script);
        await UploadAsync(page, new() { Name = "co-loi.xlsx", MimeType = "application/octet-stream", Buffer = await File.ReadAllBytesAsync(Fixture("phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx"), TestContext.Current.CancellationToken) });
        await Expect(page.Locator("#cac-loi")).ToHaveTextAsync("✕ 6 lỗi");
        await page.KeepAsync($"nhap-sau-loi-{width}-{script}", whole: true);

        var presses = 0;
        foreach (var (subject, text) in new[] { ("dia-ban-E17", "krong bong"), ("o-I22", "180"), ("o-H25", "450"), ("o-B28", "Hỗ trợ máy sấy nông sản"), ("o-G30", "3-10/2024"), ("o-I33", "120") })
        {
            presses += await TabToAsync(page, "chon-" + subject);
            await page.Keyboard.TypeAsync(text);
            presses += text.Length;
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#khong-loi")).ToHaveTextAsync("✓ Không có lỗi");
        Assert.InRange(presses, 30, MostPresses);
        await Expect(page.Locator("main")).ToContainTextAsync("5.089.000.000");
        await Expect(page.Locator("section[aria-labelledby=da-chon]")).ToContainTextAsync("«một trăm tám mươi»");
        await page.KeepAsync($"nhap-het-loi-{width}-{script}", whole: true);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, true, "2027")]
    [InlineData(390, false, "2028")]
    public async Task A_list_without_groups_with_two_sources_and_months_in_two_columns_becomes_a_draft_in_one_press(int width, bool script, string year)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", width, 844, script);
        var annex = new WorkbookBuilder().Text("A1", $"DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ĐỢT I NĂM {year}").Text("A2", "Đơn vị tính: triệu đồng")
            .Line(4, 1, "TT", "Tên đề án", "Địa điểm", "Bắt đầu", "Kết thúc", "Tổng kinh phí", "KCQG", "KCĐP", "Vốn của cơ sở")
            .Line(5, 1, 1, "Đào tạo nghề may công nghiệp cho lao động nông thôn", "Toàn tỉnh", $"03/{year}", $"06/{year}", 300, 200, 50, 50)
            .Line(6, 1, 2, "Xây dựng mô hình trình diễn kỹ thuật chế biến cà phê", "Toàn tỉnh", $"4/{year}", $"9/{year}", 1000, 300, 100, 600)
            .Line(7, 1, 3, "Tuyên truyền trên truyền hình tỉnh", "Toàn tỉnh", $"1/{year}", $"12/{year}", 60, null, 60, null)
            .Line(8, 1, null, "Cộng", null, null, null, 1360, 500, 210, 650);
        await UploadAsync(page, new() { Name = "khong-nhom.xlsx", MimeType = "application/octet-stream", Buffer = annex.Build() });
        await Expect(page.Locator("#loi")).ToContainTextAsync("3 đề án không thuộc nhóm nào");
        await page.KeepAsync($"nhap-khong-nhom-{width}", whole: true);

        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận 3 đề xuất" }).ClickAsync();
        await Expect(page.Locator("#khong-loi")).ToHaveTextAsync("✓ Không có lỗi");
        await Expect(page.Locator(".figures-table").First).ToContainTextAsync("✓ khớp TỔNG CỘNG");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo kế hoạch dự thảo" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Kế hoạch khuyến công địa phương đợt I năm {year}");
        var main = page.Locator("main");
        await Expect(main).ToContainTextAsync("3 đề án");
        await Expect(main).ToContainTextAsync("710.000.000");
        await page.KeepAsync($"nhap-khong-nhom-du-thao-{width}", whole: true);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, true)]
    [InlineData(390, false)]
    public async Task A_workbook_in_TCVN3_shows_its_conversion_before_it_is_used(int width, bool script)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", width, 844, script);
        await UploadAsync(page, new() { Name = "f4-tcvn3-toan-bo.xlsx", MimeType = "application/octet-stream", Buffer = await File.ReadAllBytesAsync(Fixture("f4-tcvn3-toan-bo.xlsx"), TestContext.Current.CancellationToken) });
        await Expect(page.Locator("#loi")).ToContainTextAsync("chữ ở bảng mã cũ (TCVN3 hoặc VNI)");
        await page.KeepAsync($"nhap-tcvn3-{width}", whole: true);

        await page.Locator("#chon-bang-ma").ClickAsync();
        await Expect(page.Locator("#khong-loi")).ToHaveTextAsync("✓ Không có lỗi");
        await Expect(page.Locator("table.data")).ToContainTextAsync("Hỗ trợ ứng dụng máy");
        await page.KeepAsync($"nhap-tcvn3-xong-{width}", whole: true);
        await page.Context.CloseAsync();
    }

    private static async Task UploadAsync(IPage page, FilePayload file)
    {
        await page.GotoAsync("/ke-hoach/nhap-tu-excel");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Xem trước phụ lục");
    }

    private static async Task<int> TabToAsync(IPage page, string id)
    {
        for (var press = 1; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id) return press;
        }

        Assert.Fail($"Tab never reaches #{id}.");
        return 0;
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
