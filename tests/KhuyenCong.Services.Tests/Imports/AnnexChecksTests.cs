using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What an annex as a whole is compared with: the plan, its own numbers, its own heading.</summary>
public sealed class AnnexChecksTests
{
    [Theory]
    [InlineData("Danh mục khuyến công quốc gia", "Kinh phí hỗ trợ", null, FundingSource.National)]
    [InlineData("Danh mục khuyến công quốc gia", "KCĐP hỗ trợ", null, FundingSource.Local)]
    [InlineData("Danh mục", "KCĐP hỗ trợ", null, FundingSource.Local)]
    [InlineData("Danh mục", "Kinh phí hỗ trợ", null, null)]
    [InlineData("Danh mục", "KCQG hỗ trợ", FundingSource.Local, FundingSource.Local)]
    public void The_source_is_the_plans_else_that_of_the_column_else_that_of_the_title(string title, string label, FundingSource? asked, FundingSource? source)
    {
        var workbook = Small().Text("A2", title).Text("F3", label).Item(5, 1);
        var target = asked is null ? null : new AnnexTarget(2024, null, asked);
        Assert.Equal(source, workbook.Preview(target: target).Source);
        foreach (var chosen in Enum.GetValues<FundingSource>()) Assert.Equal(chosen, workbook.Preview(new AnnexChoices { Source = chosen }, target).Source);
    }

    [Theory]
    [InlineData("Danh mục năm 2024", null, true)]
    [InlineData("Danh mục năm 2022", null, false)]
    [InlineData("Danh mục năm 2022", 2024, true)]
    [InlineData("Danh mục", 2022, false)]
    [InlineData("Danh mục", null, true)]
    public void A_period_is_compared_with_the_plans_year_else_with_that_of_the_title(string title, int? asked, bool isNear)
    {
        var warnings = Small().Text("A2", title).Item(5, 1).Preview(target: asked is null ? null : new AnnexTarget(asked)).Warnings;
        Assert.Equal(isNear, warnings.All(w => w.Kind != AnnexProblemKind.PeriodFarFromPlanYear));
    }

    [Theory]
    [InlineData("bổ sung lần 2", 1, "bổ sung lần 2", "đợt I")]
    [InlineData("đợt II", 101, "đợt II", "bổ sung lần 1")]
    public void Another_tranche_is_named_as_it_is_called(string title, int asked, string stated, string expected)
    {
        var warning = Assert.Single(Small().Text("A2", "Danh mục " + title).Item(5, 1).Preview(target: new AnnexTarget(null, new Tranche(asked))).Warnings);
        Assert.Equal((AnnexProblemKind.AnotherTranche, stated, expected), (warning.Kind, warning.Text, warning.Expected));
    }

    [Fact]
    public void Numbers_run_on_or_start_again_at_one_and_each_gap_says_what_was_expected()
    {
        AssertClean(Small().Item(5, 1).Item(6, 2).Line(7, 1, "II", "Tư vấn, trợ giúp").Item(8, 3).Preview(), 3);
        AssertClean(Small().Item(5, 1).Item(6, 2).Line(7, 1, "II", "Tư vấn, trợ giúp").Item(8, 1).Preview(), 3);

        // After a line without a number any number is the next one.
        AssertClean(Small().Item(5, 1).Item(6, null).Item(7, 5).Item(8, 6).Preview(), 4);
        Assert.Equal([("A6", "1", "2")], GapsOf(Small().Item(5, 1).Item(6, 1)));
        Assert.Equal([("A5", "2", "1")], GapsOf(Small().Item(5, 2).Item(6, 3)));
        Assert.Equal([("A6", "3", "2")], GapsOf(Small().Item(5, 1).Item(6, 3).Item(7, 4)));
        Assert.Equal([("A8", "5", "1")], GapsOf(Small().Item(5, 1).Item(6, 2).Line(7, 1, "II", "Tư vấn, trợ giúp").Item(8, 5).Item(9, 6)));

        static IEnumerable<(string Cell, string Stated, string Expected)> GapsOf(WorkbookBuilder annex) =>
            annex.Preview().Warnings.Select(w => (w.Cell!.Value.ToString(), w.Text!, w.Expected ?? "2"));
    }

    [Fact]
    public void The_count_that_a_total_states_is_compared_with_the_projects()
    {
        Assert.Empty(Small().Item(5, 1).Line(6, 1, null, "Tổng cộng 1 đề án", null, null, 100, 60, 40).Preview().Warnings);
        var warning = Assert.Single(Small().Item(5, 1).Line(6, 1, null, "Tổng cộng 2 đề án", null, null, 100, 60, 40).Preview().Warnings);
        Assert.Equal((AnnexProblemKind.CountDiffers, "B6", "2", "1"), (warning.Kind, warning.Cell!.Value.ToString(), warning.Text, warning.Expected));
    }

    [Fact]
    public void A_table_without_a_support_column_cannot_be_accepted()
    {
        var preview = Small().Text("F3", "Tỷ lệ").Item(5, 1).Preview();
        Assert.Contains("A3 SupportColumnMissing", preview.Faults.Kinds());
        Assert.DoesNotContain(Small().Item(5, 1).Preview().Faults, f => f.Kind == AnnexProblemKind.SupportColumnMissing);
    }

    [Fact]
    public void A_legacy_font_is_a_fault_below_the_header_and_only_where_it_spells_something_else()
    {
        AssertClean(Small().Text("F3", "Kinh phí hỗ trợ", WorkbookBuilder.Legacy).Item(5, 1).Preview(), 1);
        AssertClean(Small().Item(5, 1).Text("B5", "May say \u007f", WorkbookBuilder.Legacy).Preview(), 1);
        Assert.Equal(["B5 OldText"], Small().Item(5, 1).Text("B5", "M\u0080y", WorkbookBuilder.Legacy).Preview().Faults.Kinds());
    }

    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void A_refusal_names_twelve_cells_at_most(int faults, bool hasMore)
    {
        var annex = Small();
        for (var row = 5; row < 5 + faults; row++) annex.Item(row, row - 4).Text($"C{row}", "Nơi không có " + row);
        var refusal = Assert.IsType<AnnexRefusals.FaultsStand>(Assert.Single(AnnexRefusals.WhyNotAccept(annex.Preview())));
        Assert.Equal((faults, hasMore), (refusal.Count, refusal.Cells.EndsWith(", …", StringComparison.Ordinal)));
        Assert.StartsWith("C5, C6, ", refusal.Cells, StringComparison.Ordinal);
        Assert.Equal(hasMore ? 13 : 12, refusal.Cells.Split(", ").Length);
    }
}
