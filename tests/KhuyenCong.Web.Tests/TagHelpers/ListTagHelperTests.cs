using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.TagHelpers;
using Xunit;

namespace KhuyenCong.Web.Tests.TagHelpers;

public class ListTagHelperTests
{
    [Fact]
    public async Task One_page_needs_no_pager() => Assert.Equal("", await Rendered.HtmlAsync(Pager(1, 50)));

    [Fact]
    public async Task An_empty_list_needs_no_pager() => Assert.Equal("", await Rendered.HtmlAsync(Pager(1, 0)));

    [Fact]
    public async Task A_pager_keeps_the_filters_and_says_where_one_is()
    {
        var pager = await Rendered.ElementAsync(Pager(2, 120));
        Assert.Equal("51–100 trong 120", pager.QuerySelector("p")!.TextContent);
        Assert.Equal(["/de-an?q=m%C3%A1y", "/de-an?q=m%C3%A1y", "/de-an?q=m%C3%A1y&trang=3", "/de-an?q=m%C3%A1y&trang=3"], pager.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.Equal("Trang 2", pager.QuerySelector("[aria-current=page]")!.TextContent);
    }

    [Theory]
    [InlineData(0, "1–50 trong 120")]
    [InlineData(99, "101–120 trong 120")]
    public async Task A_page_that_does_not_exist_is_the_nearest_that_does(int page, string expected) => Assert.Equal(
        expected, (await Rendered.ElementAsync(Pager(page, 120))).QuerySelector("p")!.TextContent);

    [Fact]
    public async Task Far_pages_are_left_out() => Assert.Equal(
        ["Trước", "1", "…", "8", "9", "Trang 10", "11", "12", "…", "20", "Sau"],
        (await Rendered.ElementAsync(Pager(10, 1_000))).QuerySelectorAll("li").Select(li => li.TextContent));

    [Theory]
    [InlineData(null, false, "ten", null)]
    [InlineData("ten", false, "-ten", "ascending")]
    [InlineData("-ten", false, "ten", "descending")]
    [InlineData("tong", false, "ten", null)]
    [InlineData(null, true, "-ten", null)]
    [InlineData("-ten", true, "ten", "descending")]
    public async Task A_head_sorts_and_turns_round(string? current, bool descendingFirst, string next, string? sort)
    {
        var head = await Rendered.ElementAsync(
            new SortLinkTagHelper { Key = "ten", Current = current, DescendingFirst = descendingFirst, ViewContext = Rendered.View("/de-an?nam=2024&trang=3") }, "Tên đề án");
        Assert.Equal($"/de-an?nam=2024&sap-xep={next}", head.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(sort, head.GetAttribute("aria-sort"));
        Assert.Equal("Tên đề án", head.TextContent);
    }

    [Fact]
    public async Task With_nothing_in_the_way_the_button_itself_is_shown() => Assert.Equal(
        "<button>Trình</button>", await Rendered.HtmlAsync(new WhyNotTagHelper { Label = "Trình kế hoạch" }, "<button>Trình</button>"));

    [Fact]
    public async Task A_refused_button_lists_every_reason_and_is_bound_to_them()
    {
        var shown = await Rendered.ElementAsync(
            new WhyNotTagHelper { Label = "Trình kế hoạch", Refusals = [new PlanRefusals.NoProjects(), new PlanRefusals.ReasonMissing()] }, "<form></form>");
        var button = shown.QuerySelector("button")!;
        Assert.Equal(("Trình kế hoạch", "true", "button"), (button.TextContent, button.GetAttribute("aria-disabled"), button.GetAttribute("type")));
        var reasons = shown.QuerySelector("#" + button.GetAttribute("aria-describedby"))!;
        Assert.Equal(RefusalText.Of([new PlanRefusals.NoProjects(), new PlanRefusals.ReasonMissing()]), reasons.QuerySelectorAll("li").Select(li => li.TextContent));
        Assert.Null(shown.QuerySelector("form"));
    }

    private static PagerTagHelper Pager(int page, int total) =>
        new() { Page = page, Total = total, ViewContext = Rendered.View("/de-an?q=m%C3%A1y&trang=2&loc=") };
}
