using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Periods;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What an annex says of its periods: the year it took from the plan, and what cannot be known.</summary>
public sealed class AnnexPeriodFindingsTests
{
    [Theory]
    [InlineData("Danh mục năm 2024", null, 2024)]
    [InlineData("Danh mục", 2024, 2024)]
    [InlineData("Danh mục năm 2023", 2024, 2024)]
    public void A_year_taken_from_the_plan_else_from_the_title_is_said_once(string title, int? planYear, int year)
    {
        var target = planYear is null ? null : new AnnexTarget(planYear);
        var preview = ThreeYearless().Text("A2", title).Preview(target: target);
        Assert.Empty(preview.Faults);
        Assert.Equal([true, true, false], preview.Rows.Select(r => r.YearAssumed));
        Assert.Equal([AnnexMonths.Between(year, 3, year, 9), AnnexMonths.Between(year, 4, year, 6), AnnexMonths.Between(2024, 5, 2024, 5)], preview.Rows.Select(r => r.Months));
        var warning = Assert.Single(preview.Warnings, w => w.Kind == AnnexProblemKind.PeriodYearAssumed);
        Assert.Equal(
            $"Ô D5: thời gian không ghi năm (như «Tháng 3-9») được hiểu là trong năm kế hoạch {year}; nếu là năm khác, ghi rõ năm.",
            AnnexTexts.Sentence(warning));
    }

    [Fact]
    public void Without_any_year_each_cell_lacks_one()
    {
        var preview = ThreeYearless().Preview();
        Assert.Equal(["D5 PeriodYearMissing", "D6 PeriodYearMissing"], preview.Faults.Kinds());
        Assert.Empty(preview.Warnings);
        Assert.All(preview.Rows.Take(2), r => Assert.Null(r.Months));
        Assert.All(preview.Rows, r => Assert.False(r.YearAssumed));
    }

    [Theory]
    [InlineData("Tháng 3, 5, 8", "Ô D5: thời gian «Tháng 3, 5, 8» gồm các tháng không liền nhau; ghi từ tháng đầu đến tháng cuối, ví dụ 03/2024 - 08/2024.")]
    [InlineData("06 tháng năm 2024", "Ô D5: thời gian «06 tháng năm 2024» chỉ nêu số tháng, chưa rõ từ tháng nào; ghi tháng bắt đầu và kết thúc, ví dụ 03/2024 - 08/2024.")]
    [InlineData("5-9", "Ô D5: có thể là tháng 5 đến tháng 9 hoặc ngày 05/9 (Excel tự đổi «5-9» thành ngày); ghi rõ như 05/2024 - 09/2024 hoặc 09/2024.")]
    [InlineData("15/2", "Ô D5: chỉ có ngày 15/02, không có năm (Excel có thể đã tự đổi); ghi rõ như 02/2024 hoặc 02/2024 - 12/2024.")]
    public void A_fault_says_what_to_write_instead(string text, string sentence)
    {
        var preview = Small().Item(5, 1).Text("D5", text).Preview(target: new AnnexTarget(2024));
        Assert.Equal([sentence], preview.Faults.Select(AnnexTexts.Sentence));
        Assert.Null(Assert.Single(preview.Rows).Months);
        Assert.NotEqual("xem cảnh báo", AnnexMarkTexts.Of(preview.Faults[0].Kind));
    }

    [Fact]
    public void A_missing_year_says_how_to_write_it() =>
        Assert.Equal(
            "Ô D5: thời gian «Quý II» không ghi năm; ghi rõ năm, ví dụ 05/2024 - 09/2024.",
            AnnexTexts.Sentence(new AnnexProblem(AnnexProblemKind.PeriodYearMissing, new CellAddress(5, 4)) { Text = "Quý II" }));

    private static WorkbookBuilder ThreeYearless() => Small().Item(5, 1).Text("D5", "Tháng 3-9").Item(6, 2).Text("D6", "Quý II").Item(7, 3);
}
