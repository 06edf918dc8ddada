using AngleSharp.Dom;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Money;
using KhuyenCong.Web.TagHelpers;
using Xunit;

namespace KhuyenCong.Web.Tests.TagHelpers;

public class DrawingTagHelperTests
{
    private static readonly IReadOnlyList<BudgetSegment> Parts =
        BudgetSegment.Of(new BudgetPosition(2024, FundingSource.Local, Vnd.Million(8_000), Vnd.Million(2_550), Vnd.Million(1_700), Vnd.Million(1_120), Vnd.Million(580)));

    [Fact]
    public void The_parts_of_an_allotment_add_up_to_it()
    {
        Assert.Equal(Vnd.Million(8_000), Parts.Sum(p => p.Amount));
        Assert.Equal([1_120, 580, 850, 5_450], Parts.Select(p => p.Amount.Dong / 1_000_000));
    }

    [Fact]
    public void What_is_paid_without_contract_is_counted_once()
    {
        var parts = BudgetSegment.OfSupport(Vnd.Million(100), Vnd.Zero, Vnd.Million(60));
        Assert.Equal([60, 0, 40], parts.Select(p => p.Amount.Dong / 1_000_000));
    }

    [Fact]
    public void What_is_approved_beyond_the_allotment_is_a_part_of_its_own()
    {
        var parts = BudgetSegment.Of(new BudgetPosition(2024, FundingSource.Local, Vnd.Million(100), Vnd.Million(130), Vnd.Million(20), Vnd.Zero, Vnd.Million(20)));
        Assert.Equal(Vnd.Million(130), parts.Sum(p => p.Amount));
        Assert.Equal((Vnd.Million(30), BudgetFill.Over), (parts[^1].Amount, parts[^1].Fill));
    }

    [Fact]
    public async Task The_bar_holds_the_same_figures_for_eye_and_reader()
    {
        var bar = await BarAsync(Parts);
        Assert.Equal(["14%", "7.25%", "10.625%", "68.125%"], bar.QuerySelectorAll("svg.bar > rect").Select(r => r.GetAttribute("width")!));
        var seen = bar.QuerySelectorAll(".legend .vnd").Select(e => e.TextContent).ToList();
        var read = bar.QuerySelectorAll("tbody tr td:nth-child(2)").Select(e => e.TextContent).ToList();
        Assert.Equal(["1.120.000.000\u00A0đ", "580.000.000\u00A0đ", "850.000.000\u00A0đ", "5.450.000.000\u00A0đ"], seen);
        Assert.Equal([.. seen, "8.000.000.000\u00A0đ"], read);
        Assert.Contains("Được giao 8.000.000.000\u00A0đ = 100 %", bar.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_beyond_the_allotment_is_told_in_percent_of_it()
    {
        var bar = await BarAsync(BudgetSegment.Of(new BudgetPosition(2024, FundingSource.Local, Vnd.Million(100), Vnd.Million(150), Vnd.Million(50), Vnd.Zero, Vnd.Million(50))));
        Assert.Contains("Được giao 100.000.000\u00A0đ = 100 %", bar.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("50 %", bar.QuerySelector(".legend li:last-child .quiet")!.TextContent);
        Assert.Equal("33.333%", bar.QuerySelector("svg.bar > rect:last-of-type")!.GetAttribute("width"));
        var none = await BarAsync(BudgetSegment.Of(BudgetPosition.None(2025, FundingSource.Local).After(Vnd.Million(10))));
        Assert.DoesNotContain("100 %", none.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawings_carry_no_inline_style()
    {
        Assert.DoesNotContain("style=", (await BarAsync(Parts)).OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", await Rendered.HtmlAsync(new PercentLineTagHelper { Points = [new(new DateOnly(2024, 5, 2), 5), new(new DateOnly(2024, 6, 2), 9)] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Support_without_contract_has_no_part_that_speaks_of_contracts()
    {
        var bar = await BarAsync(BudgetSegment.OfSupport(Vnd.Million(100), Vnd.Zero, Vnd.Million(60)));
        Assert.Equal(["Đã giải ngân", "Chưa giải ngân"], bar.QuerySelectorAll("tbody tr:not(:last-child) th").Select(e => e.TextContent));
        Assert.DoesNotContain("hợp đồng", bar.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_nothing_is_neither_drawn_nor_listed()
    {
        var bar = await BarAsync(BudgetSegment.OfSupport(Vnd.Million(100), Vnd.Million(100), Vnd.Million(30)));
        Assert.Equal((2, 2, 2), (bar.QuerySelectorAll("svg.bar > rect").Length, bar.QuerySelectorAll(".legend li").Length, bar.QuerySelectorAll("tbody tr").Length - 1));
    }

    [Fact]
    public async Task A_bar_of_nothing_draws_nothing_and_shows_dashes()
    {
        var bar = await BarAsync(BudgetSegment.OfSupport(Vnd.Zero, Vnd.Zero, Vnd.Zero));
        Assert.Empty(bar.QuerySelectorAll("svg.bar > rect, .legend li"));
        Assert.All(bar.QuerySelectorAll("tbody td:nth-child(3)"), cell => Assert.Equal("–", cell.TextContent));
    }

    [Fact]
    public async Task A_label_with_markup_is_encoded() => Assert.Empty(
        (await BarAsync([new BudgetSegment("<i>x</i>", Vnd.Million(1), BudgetFill.Free)])).QuerySelectorAll("i"));

    [Fact]
    public async Task A_line_shows_every_report_and_lists_it()
    {
        var line = await Rendered.ElementAsync(new PercentLineTagHelper
        {
            Points = [new(new DateOnly(2024, 5, 2), 0), new(new DateOnly(2024, 6, 1), 45), new(new DateOnly(2024, 7, 1), 100)],
        });
        Assert.Equal("40,96 232,58.2 424,12", line.QuerySelector("polyline")!.GetAttribute("points"));
        Assert.Equal(["0", "45", "100"], line.QuerySelectorAll("tbody td").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Two_reports_of_one_day_do_not_break_the_line() => Assert.Contains(
        "points=\"40,96 40,12\"",
        await Rendered.HtmlAsync(new PercentLineTagHelper { Points = [new(new DateOnly(2024, 5, 2), 0), new(new DateOnly(2024, 5, 2), 100)] }), StringComparison.Ordinal);

    [Fact]
    public async Task No_report_and_a_single_one_draw_no_line()
    {
        Assert.Equal("", await Rendered.HtmlAsync(new PercentLineTagHelper()));
        Assert.Equal("", await Rendered.HtmlAsync(new PercentLineTagHelper { Points = [new(new DateOnly(2024, 5, 2), 5)] }));
    }

    private static Task<IElement> BarAsync(IReadOnlyList<BudgetSegment> parts) =>
        Rendered.ElementAsync(new BudgetBarTagHelper(Rendered.Encoder) { Caption = "Năm 2024", WholeLabel = "Được giao", Segments = parts });
}
