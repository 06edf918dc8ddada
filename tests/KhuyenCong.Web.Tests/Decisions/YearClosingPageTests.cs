using System.Net;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Tests.Plans;
using Xunit;

namespace KhuyenCong.Web.Tests.Decisions;

public sealed class YearClosingPageTests
{
    [Fact]
    public async Task What_stands_in_the_way_is_listed_with_links_and_amounts()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await DecisionOffice.OpenAsync(portal);
        var accountant = await portal.SignInAsync(Role.Accountant);
        Assert.Contains((await accountant.OpenAsync("/du-toan")).QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/du-toan/khoa-so/2024");
        var page = await accountant.OpenAsync("/du-toan/khoa-so/2024");
        var checks = page.QuerySelector(".checks")!;
        Assert.Contains("còn 12.500.000\u00A0đ của nguồn KCĐP chưa giải ngân", checks.TextContent, StringComparison.Ordinal);
        Assert.Contains(checks.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/de-an/{office.ProjectId}?phan=tien");
        Assert.Contains("Năm ngân sách 2024 chưa kết thúc", checks.TextContent, StringComparison.Ordinal);
        Assert.Contains("còn 3 chỗ vướng", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        using var none = await accountant.GetAsync("/du-toan/khoa-so/2019");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task The_accountant_closes_the_year_and_the_split_stays_to_be_read()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync("8.000.000.000");
        portal.Clock.AdjustTime(new DateTimeOffset(2025, 1, 10, 2, 0, 0, TimeSpan.Zero));
        var accountant = await portal.SignInAsync(Role.Accountant);
        const string Path = "/du-toan/khoa-so/2024";
        var shown = await accountant.OpenAsync(Path);
        Assert.Null(shown.QuerySelector("[name='Input.Carried[0].Amount']")!.GetAttribute("value"));
        using (var wrong = await accountant.SendAsync(Path, "Khóa sổ năm 2024", ("Input.Carried[0].Amount", "nhiều")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.NotNull((await Browser.ReadAsync(wrong)).QuerySelector("[name='Input.Carried[0].Amount'][aria-invalid]"));
        }

        using (var over = await accountant.SendAsync(Path, "Khóa sổ năm 2024", ("Input.Carried[0].Amount", "8.000.000.001"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
        using (var stale = await accountant.SendAsync(Path, "Khóa sổ năm 2024", ("Input.Carried[0].Shown", "1"), ("Input.Carried[0].Amount", "0"))) Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using (var done = await accountant.SendAsync(Path, "Khóa sổ năm 2024", ("Input.Carried[0].Amount", "3.000.000.000"))) Assert.Equal("/du-toan", done.Headers.Location!.OriginalString);
        Assert.Equal(["8.000.000.000", "0", "3.000.000.000", "5.000.000.000"], (await accountant.OpenAsync(Path)).QuerySelectorAll("tbody .vnd").Select(v => v.TextContent));
        var budgets = await accountant.OpenAsync("/du-toan");
        Assert.Contains("Chuyển nguồn năm 2024", budgets.QuerySelector($"[aria-labelledby=dt-2025-{FundingSource.Local}]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã khóa sổ", budgets.QuerySelector($"[aria-labelledby=dt-2024-{FundingSource.Local}]")!.TextContent, StringComparison.Ordinal);
        using (var again = await accountant.SendAsync(shown, Path, "Khóa sổ năm 2024", null, ("Input.Carried[0].Amount", "0"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }
}
