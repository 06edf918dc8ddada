using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.KeHoach;

/// <summary>Support by budget year in the preview of an annex, and what a person says about its columns.</summary>
public sealed class SupportByYearTests : IAsyncLifetime
{
    private static readonly (string, string)[] Plan = [("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local")];

    private PortalFactory _portal = null!;
    private Browser _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        _clerk = await _portal.SignInAsync(Role.Division);
    }

    public ValueTask DisposeAsync()
    {
        _portal.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte[] Annex(string first, string second) => new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
        .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", first, second)
        .Line(4, 1, "I", "Thông tin, tuyên truyền").Line(5, 1, 1, "Phóng sự", "Huyện Ea Kar", "05/2024", 100, 60, 40, 45, 15).Build();

    private static string Chosen(IHtmlDocument page, string column) => ((IHtmlSelectElement)page.QuerySelector($"select[name='tl[cot:{column}]']")!).Value!;

    [Fact]
    public async Task The_preview_shows_the_years_below_the_support()
    {
        var page = await _clerk.OpenAsync(await _clerk.UploadAnnexAsync(Annex("Năm 2024", "Năm 2025")));
        Assert.Contains("2024: 45.000.000 · 2025: 15.000.000", page.QuerySelector("table.data tbody tr:not(.group)")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".figures tr"), r => r.TextContent.Contains("H «Năm 2024»", StringComparison.Ordinal) && r.TextContent.Contains("Hỗ trợ năm 2024", StringComparison.Ordinal));
        Assert.Contains("✓ Không có lỗi", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_said_by_a_person_stays_said_until_it_is_taken_back()
    {
        var preview = await _clerk.UploadAnnexAsync(Annex("Giai đoạn 1", "Giai đoạn 2"));
        using (var kept = await _clerk.PressAsync(preview, "Đọc lại theo các cột này", [("tl[cot:H]", "Year2024"), ("tl[cot:I]", "Year2025"), .. Plan])) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(("Year2024", "Year2025"), await ChosenAsync());

        // Sent again as the page stands, nothing is lost.
        using (var again = await _clerk.PressAsync(preview, "Đọc lại theo các cột này", Plan)) Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(("Year2024", "Year2025"), await ChosenAsync());

        using (var taken = await _clerk.PressAsync(preview, "Đọc lại theo các cột này", [("tl[cot:H]", ""), ("tl[cot:I]", "khong"), .. Plan])) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(("", "khong"), await ChosenAsync());
        await using var db = _portal.Db();
        Assert.Equal("cot:I", (await db.AnnexAnswers.SingleAsync(Stop)).Subject);

        async Task<(string, string)> ChosenAsync()
        {
            var page = await _clerk.OpenAsync(preview);
            return (Chosen(page, "H"), Chosen(page, "I"));
        }
    }
}
