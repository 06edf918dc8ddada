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
        await LookAsync(page, $"nhap-sau-loi-{width}-{script}", script);

        var presses = 0;
        foreach (var (subject, text) in new[] { ("dia-ban-E17", "krong bong"), ("o-I22", "180"), ("o-H25", "450"), ("o-B28", "Hỗ trợ máy sấy nông sản"), ("o-G30", "3-10/2024"), ("o-I33", "120") })
        {
            presses += await page.TabToAsync("chon-" + subject, most: 59);
            await page.Keyboard.TypeAsync(text);
            presses += text.Length;
        }

        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#khong-loi")).ToHaveTextAsync("✓ Không có lỗi");
        Assert.InRange(presses, 30, MostPresses);
        await Expect(page.Locator("main")).ToContainTextAsync("5.089.000.000");
        await Expect(page.Locator("section[aria-labelledby=da-chon]")).ToContainTextAsync("«một trăm tám mươi»");
        await LookAsync(page, $"nhap-het-loi-{width}-{script}", script);
        await TakeBackAsync(page);
        await Expect(page.Locator("#cac-loi")).ToHaveTextAsync("✕ 6 lỗi");
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
        await LookAsync(page, $"nhap-khong-nhom-{width}", script);

        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận 3 đề xuất" }).ClickAsync();
        await Expect(page.Locator("#khong-loi")).ToHaveTextAsync("✓ Không có lỗi");
        await Expect(page.Locator(".figures-table").First).ToContainTextAsync("✓ khớp TỔNG CỘNG");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo kế hoạch dự thảo" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Kế hoạch khuyến công địa phương đợt I năm {year}");
        var main = page.Locator("main");
        await Expect(main).ToContainTextAsync("3 đề án");
        await Expect(main).ToContainTextAsync("710.000.000");
        await LookAsync(page, $"nhap-khong-nhom-du-thao-{width}", script);
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
        await LookAsync(page, $"nhap-tcvn3-{width}", script);

        await page.Locator("#chon-bang-ma").ClickAsync();
        await Expect(page.Locator("#khong-loi")).ToHaveTextAsync("✓ Không có lỗi");
        await Expect(page.Locator("table.data")).ToContainTextAsync("Hỗ trợ ứng dụng máy");
        await LookAsync(page, $"nhap-tcvn3-xong-{width}", script);
        await TakeBackAsync(page);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_sum_that_differs_by_half_the_plan_asks_for_a_reason_and_for_the_figure_that_stands(int width)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", width, 844);
        var annex = Small("Toàn tỉnh").Line(6, 1, null, "TỔNG CỘNG", null, null, 400, 240, 160);
        await UploadAsync(page, new() { Name = "lech-nua.xlsx", MimeType = "application/octet-stream", Buffer = annex.Build() });
        await LookAsync(page, $"nhap-lech-{width}");

        foreach (var reason in await page.Locator("textarea[name^='tl[ly-do']").AllAsync()) await reason.FillAsync("Tổng của bản cũ, chưa sửa theo các dòng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo kế hoạch dự thảo" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("chọn số nào đúng");
        await LookAsync(page, $"nhap-lech-chua-chon-{width}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task An_adjustments_annex_is_offered_as_one(int width)
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn", width, 844);
        var annex = new WorkbookBuilder().Text("A1", "PHỤ LỤC ĐIỀU CHỈNH KẾ HOẠCH KHUYẾN CÔNG ĐỢT I NĂM 2024").Text("A2", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Hỗ trợ trước điều chỉnh", "Hỗ trợ sau điều chỉnh", "Chênh lệch").Line(4, 1, "I", "Mô hình trình diễn kỹ thuật")
            .Line(5, 1, 1, "Tập huấn nghiệp vụ khuyến công", 65, 70, 5).Line(6, 1, 2, "Đề án không có trong kế hoạch", 10, 20, 10);
        await UploadAsync(page, new() { Name = "dieu-chinh.xlsx", MimeType = "application/octet-stream", Buffer = annex.Build() });
        await LookAsync(page, $"nhap-dieu-chinh-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lập điều chỉnh từ phụ lục này" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Kế hoạch không có đề án tên này");
        await LookAsync(page, $"nhap-dieu-chinh-so-sanh-{width}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366, "Chỗ quen gọi")]
    [InlineData(390, "Nơi quen gọi")]
    public async Task A_reading_is_remembered_for_the_office_and_withdrawn(int width, string place)
    {
        var page = await site.SignInAsync("chuyenvien2@demo.sct.vn", width, 844);
        await UploadAsync(page, new() { Name = "cach-doc.xlsx", MimeType = "application/octet-stream", Buffer = Small(place).Build() });
        await page.Locator("#chon-dia-ban-C5").FillAsync("Toàn tỉnh");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Nhớ cho các lần nhập sau").CheckAsync();
        await page.Locator("section[aria-labelledby=da-chon]").GetByRole(AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();
        await LookAsync(page, $"nhap-nho-{width}");

        await page.GotoAsync("/ke-hoach/cach-doc");
        await Expect(page.Locator("table.data")).ToContainTextAsync(place);
        await LookAsync(page, $"cach-doc-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Sửa, thôi dùng cách đọc «{place}»" }).ClickAsync();
        await LookAsync(page, $"cach-doc-sua-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thôi dùng" }).ClickAsync();
        await Expect(page.Locator("table.data")).Not.ToContainTextAsync(place);
        await page.Context.CloseAsync();
    }

    private static WorkbookBuilder Small(string place) => new WorkbookBuilder().Text("A1", "DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ĐỊA PHƯƠNG ĐỢT V NĂM 2024").Text("A2", "Đơn vị tính: triệu đồng")
        .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng").Line(4, 1, "I", "Thông tin, tuyên truyền")
        .Line(5, 1, 1, "Phóng sự truyền hình về công nghiệp nông thôn", place, "05/2024", 200, 120, 80);

    // Answers live on in the next upload of the same annex: the next test begins without them.
    private static async Task TakeBackAsync(IPage page)
    {
        var buttons = page.Locator("button[name=bo]");
        for (var left = await buttons.CountAsync(); left > 0; left--)
        {
            await buttons.First.ClickAsync();
            await Expect(buttons).ToHaveCountAsync(left - 1);
        }
    }

    // axe needs script in the page itself.
    private static async Task LookAsync(IPage page, string name, bool script = true)
    {
        await page.KeepAsync(name, whole: true);
        if (script) await page.IsSoundAsync(name);
    }

    private static async Task UploadAsync(IPage page, FilePayload file)
    {
        await page.GotoAsync("/ke-hoach/nhap-tu-excel");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Xem trước phụ lục");
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
}
