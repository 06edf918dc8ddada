using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace KhuyenCong.Browser.Tests;

/// <summary>What people see when something is wrong: clear, and without a violation that axe finds.</summary>
[Collection("One browser")]
public class ErrorStateTests(DemoSite site)
{
    [Fact]
    public async Task The_faulty_annex_shows_six_faults_and_four_consequences_and_cannot_be_accepted()
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn");
        await page.GotoAsync("/ke-hoach/nhap-tu-excel");
        await page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "✕ 6 lỗi" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hệ quả: 4 tổng không khớp" })).ToBeVisibleAsync();
        foreach (var cell in new[] { "E17", "I22", "H25", "B28", "G30", "I33" }) await Expect(page.Locator("#loi")).ToContainTextAsync("Ô " + cell);
        await AssertCleanAsync(page, "import-faults");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_told_at_its_field()
    {
        var page = await site.SignInAsync("chuyenvien@demo.sct.vn");
        await page.GotoAsync("/ke-hoach/nhap-tu-excel");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "phu-luc.xlsx", MimeType = "application/octet-stream", Buffer = "khong phai bang tinh"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và xem trước" }).ClickAsync();
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await AssertCleanAsync(page, "import-no-workbook");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_sent_empty_keeps_its_place_and_names_each_field()
    {
        var page = await site.SignInAsync("giamdoc@demo.ttkc.vn", script: false);
        await page.GotoAsync("/de-an/15/hop-dong");
        await page.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi hợp đồng" }).ClickAsync();
        await Expect(page.Locator(".field-error").First).ToBeVisibleAsync();
        Assert.True(await page.Locator(".field-error").CountAsync() >= 3);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_project_changed_by_somebody_else_shows_both_versions()
    {
        var first = await site.SignInAsync("chuyenvien@demo.sct.vn");
        await first.GotoAsync("/ke-hoach/2");
        var edit = await first.Locator("a[href*='/de-an/'][href$='/sua']").First.GetAttributeAsync("href");
        await first.GotoAsync(edit!);
        var second = await site.SignInAsync("truongphong@demo.sct.vn");
        await second.GotoAsync(edit!);
        await second.GetByLabel("Ghi chú").FillAsync("Trưởng phòng sửa trước");
        await second.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).First.ClickAsync();
        await second.ToHaveLeftAsync("/sua");

        await first.GetByLabel("Ghi chú").FillAsync("Chuyên viên sửa sau");
        await first.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).First.ClickAsync();
        var main = first.Locator("main");
        await Expect(main).ToContainTextAsync("Trưởng phòng sửa trước");
        await Expect(main).ToContainTextAsync("Chuyên viên sửa sau");
        await AssertCleanAsync(first, "stale");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private static async Task AssertCleanAsync(IPage page, string name)
    {
        await page.KeepAsync("state-" + name, whole: true);
        Assert.Empty(await page.ViolationsAsync());
    }
}
