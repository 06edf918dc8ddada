using Microsoft.Playwright;
using Xunit;

namespace KhuyenCong.Browser.Tests;

/// <summary>axe finds nothing on any page, wide and on a phone; nothing but data tables, no tab either, scrolls sideways at 320 px.</summary>
[Collection("One browser")]
public class AccessibilityTests(DemoSite site)
{
    private const string Division = "chuyenvien@demo.sct.vn";
    private const string Leader = "lanhdao@demo.sct.vn";
    private const string Accountant = "ketoan@demo.sct.vn";
    private const string Centre = "giamdoc@demo.ttkc.vn";
    private const string Officer = "canbo1@demo.ttkc.vn";
    private const string Manager = "quanly@demo.sct.vn";
    private const string Administrator = "quantri@demo.sct.vn";

    // Decisions of the demo: 1 allots, 2 approves. Plans: 1 approved, 2 draft, 3 submitted. Projects 8 and 12 are under contract, 4 is accepted, 11 is the officer's other.
    public static TheoryData<string, string[]> Pages => new()
    {
        { "", ["/dang-nhap", "/dat-mat-khau", "/bi-khoa", "/tro-giup"] },
        {
            Division,
            [
                "/", "/ke-hoach", "/ke-hoach?q=khong-co-gi", "/ke-hoach?ngay=2024-02-25", "/ke-hoach/1", "/ke-hoach/1?ngay=2024-06-30", "/ke-hoach/1?phan=quyet-dinh", "/ke-hoach/1?phan=tien", "/ke-hoach/1?phan=lich-su",
                "/ke-hoach/2", "/ke-hoach/3", "/ke-hoach/tao-moi", "/ke-hoach/2/de-an/them", "/ke-hoach/2/xoa", "/ke-hoach/3/tham-dinh", "/ke-hoach/3/tra-lai",
                "/ke-hoach/nhap-tu-excel", "/ke-hoach/cach-doc", "/quyet-dinh", "/quyet-dinh/1", "/quyet-dinh/2", "/quyet-dinh/2?kiem-tra=tep", "/quyet-dinh/2/dinh-chinh", "/quyet-dinh/2/phu-luc",
                "/ke-hoach/1/so-sanh?tu=2024-02-25&den=2024-03-01", "/ke-hoach/1/so-sanh?tu=hom-qua",
                "/don-vi-thu-huong", "/don-vi-thu-huong?q=khong-co-gi", "/don-vi-thu-huong/1", "/don-vi-thu-huong/them", "/don-vi-thu-huong/1/sua", "/don-vi-thu-huong/1/gop", "/don-vi-thu-huong/1/gop?voi=2",
                "/ke-hoach/2/de-an/31/sua", "/dieu-chinh", "/dieu-chinh?tinh-trang=Rejected", "/ke-hoach/1/dieu-chinh", "/trinh-duyet/1", "/doi-mat-khau", "/dang-xuat", "/khong-co-trang-nay",
            ]
        },
        { Leader, ["/", "/ke-hoach/3/phe-duyet", "/phe-duyet-nhieu", "/quan-tri/tai-khoan", "/quan-tri/nhat-ky?doi-tuong=Project&khoa=8"] },
        { Accountant, ["/", "/tien/cho-duyet", "/du-toan", "/du-toan?ngay=2024-06-30", "/du-toan/khoa-so/2024", "/de-an/12?phan=tien"] },
        {
            Centre,
            [
                "/", "/de-an", "/de-an?q=khong-co-gi", "/de-an?ngay=2024-06-30", "/de-an?ngay=hom-qua", "/de-an/8", "/de-an/8?phan=tien-do", "/de-an/8?phan=tien", "/de-an/8?phan=ho-so", "/de-an/8?phan=lich-su",
                "/de-an/4", "/de-an/15/hop-dong", "/de-an/8/nghiem-thu", "/de-an/8/de-nghi-tien", "/de-an/phan-cong", "/de-an/phan-cong?chon=8&chon=9",
            ]
        },
        { Officer, ["/", "/de-an", "/de-an/8", "/de-an/8/cap-nhat-tien-do"] },
        { Manager, ["/", "/tai-khoan/lien-ket", "/tai-khoan/phien", "/tai-khoan/xac-thuc-hai-lop", "/tai-khoan/xac-thuc-hai-lop/ung-dung", "/bao-cao", "/bao-cao/tong-hop-kinh-phi?nam=2024", "/bao-cao/tong-hop-kinh-phi?nam=2030", "/bao-cao/tong-hop-kinh-phi?nam=2024&don-vi=Million&dia-ban=Commune"] },
        { Administrator, ["/", "/quan-tri/tai-khoan", "/quan-tri/tai-khoan/tao", "/quan-tri/tai-khoan/1", "/quan-tri/tai-khoan/1/khoa", "/quan-tri/tai-khoan/1/mat-khau", "/quan-tri/tai-khoan/1/xac-thuc", "/quan-tri/yeu-cau", "/quan-tri/ra-soat-quyen", "/thong-bao", "/quan-tri/nhat-ky", "/quan-tri/nhat-ky?tu=hom-qua", "/quan-tri/toan-ven", "/quan-tri/dinh-muc", "/quan-tri/dinh-muc/1/muc-moi", "/quan-tri/dinh-muc/1/trang-thai", "/quan-tri/buoc-phe-duyet", "/quan-tri/buoc-phe-duyet/them?loai=Plan", "/quan-tri/buoc-phe-duyet/1/sua", "/quan-tri/uy-quyen", "/quan-tri/uy-quyen/them", "/quan-tri/xac-thuc-hai-lop", "/quan-tri/tinh-trang"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_no_violation_on_a_wide_screen(string account, string[] addresses) => await CheckAsync(account, addresses, 1366, 768);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_no_violation_and_nothing_scrolls_sideways_at_320_pixels(string account, string[] addresses) => await CheckAsync(account, addresses, 320, 700);

    [Theory]
    [InlineData(1366)]
    [InlineData(320)]
    public async Task Axe_finds_no_violation_in_the_result_of_a_verification(int width)
    {
        var page = await site.SignInAsync(Administrator, width, 768);
        await page.GotoAsync("/quan-tri/toan-ven");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra toàn vẹn" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Kết quả kiểm tra" }).WaitForAsync();
        await page.KeepAsync($"{width}-quantri/quan-tri/toan-ven-ket-qua");
        await page.IsSoundAsync($"{width} px");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_sees_what_is_wrong()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/dang-nhap");
        await page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\">')");
        Assert.StartsWith("image-alt", Assert.Single(await page.ViolationsAsync()), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task CheckAsync(string account, string[] addresses, int width, int height)
    {
        var page = account.Length == 0 ? await site.OpenAsync(width, height) : await site.SignInAsync(account, width, height);
        List<string> found = [];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.KeepAsync($"{width}-{account.Split('@')[0]}{address}");
            found.AddRange((await page.ViolationsAsync()).Select(v => $"{address}: {v}"));
            found.AddRange((await page.LostAsync()).Select(id => $"{address}: the error summary leads to {id}, which is not there"));
            var wider = await page.TooWideAsync();
            if (wider > 0) found.Add($"{address}: {wider} px wider than {width}");
            if (await page.EvaluateAsync<bool>("[...document.querySelectorAll('.tabs')].some(tabs => tabs.scrollWidth > tabs.clientWidth)")) found.Add($"{address}: a tab is out of sight");
        }

        await page.Context.CloseAsync();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
