using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Headers of one to three rows, and what each line below them is.</summary>
public sealed class AnnexLayoutTests
{
    [Theory]
    [InlineData("Tên đề án", "Nội dung", "Máy sấy", "01 máy")]
    [InlineData("Nội dung", "Tên đề án", "01 máy", "Máy sấy")]
    public void A_name_and_a_content_side_by_side_are_told_apart(string first, string second, string left, string right)
    {
        var preview = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng")
            .Line(3, 1, "STT", first, second, "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ", "Đối ứng")
            .Line(4, 1, "I", first == "Tên đề án" ? "Tư vấn, trợ giúp" : null, first == "Tên đề án" ? null : "Tư vấn, trợ giúp")
            .Line(5, 1, 1, left, right, "Huyện Ea Kar", "05/2024", 100, 60, 40).Preview();
        AssertClean(preview, 1);
        Assert.Equal(("Máy sấy", "01 máy"), (preview.Rows.Single().Name, preview.Rows.Single().Goal));
    }

    [Fact]
    public void A_header_of_three_rows_is_read_from_its_lowest_labels()
    {
        var preview = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Kinh phí").Merge("E3:G3")
            .Line(4, 5, "Tổng số", "Trong đó").Merge("F4:G4")
            .Line(5, 6, "Hỗ trợ", "Đối ứng")
            .Line(6, 1, "I", "Tư vấn, trợ giúp").Item(7, 1).Preview();
        AssertClean(preview, 1);
        Assert.Equal(["E4", "F5", "G5"], new[] { AnnexColumn.Total, AnnexColumn.Support, AnnexColumn.Counterpart }.Select(c => HeaderOf(preview, c)));
    }

    [Fact]
    public void A_label_that_says_nothing_alone_is_read_with_the_one_above_it()
    {
        var preview = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ", "Đối ứng").Merge("G3:H3")
            .Line(4, 7, "Cơ sở", "Khác")
            .Line(5, 1, "I", "Tư vấn, trợ giúp").Item(6, 1).Preview();
        AssertClean(preview, 1);
        Assert.Equal(["F3", "G4", "H4"], new[] { AnnexColumn.Support, AnnexColumn.Counterpart, AnnexColumn.Other }.Select(c => HeaderOf(preview, c)));
    }

    [Fact]
    public void A_lone_number_a_short_repeated_header_and_numbered_columns_are_no_projects()
    {
        AssertClean(AnnexFixture.Small().Item(5, 1).Line(6, 1, 2).Preview(), 1);
        AssertClean(AnnexFixture.Small().Item(5, 1).Line(6, 1, "STT", "Tên đề án").Item(7, 2).Preview(), 2);
        AssertClean(AnnexFixture.Small().Line(5, 1, "(1)", "(2)", "(3)").Item(6, 1).Preview(), 1);
        AssertClean(AnnexFixture.Small().Line(5, 1, "1", "2", "Huyện Ea Kar", "05/2024", 100, 60, 40).Preview(), 1);
    }

    [Fact]
    public void A_line_with_a_number_or_a_place_is_a_project_even_where_its_name_or_its_money_is_missing()
    {
        Assert.Equal(2, AnnexFixture.Small().Item(5, 1).Line(6, 1, 2, null, "Huyện Ea Kar").Preview().Count);
        Assert.Equal(2, AnnexFixture.Small().Item(5, 1).Line(6, 1, null, "Đề án thêm", "Huyện Ea Kar").Preview().Count);
        Assert.Equal(2, AnnexFixture.Small().Item(5, 1).Line(6, 1, null, "Đề án thêm", null, null, 100, 60, 40).Preview().Count);
        Assert.Equal(2, AnnexFixture.Small().Item(5, 1).Line(6, 1, null, "ĐỀ ÁN THÊM", "Huyện Ea Kar", "05/2024", 100, 60, 40).Preview().Count);
    }

    [Fact]
    public void Capitals_with_a_sum_and_no_place_begin_a_group()
    {
        var preview = AnnexFixture.Small().Item(5, 1).Line(6, 1, null, "TƯ VẤN, TRỢ GIÚP", null, null, 100, 60, 40).Item(7, 1).Preview();
        AssertClean(preview, 2);
        Assert.Equal(["ND6", "ND5"], preview.Groups.Select(g => g.CategoryCode));
        Assert.Equal(3, preview.Sums.Count);
    }

    [Theory]
    [InlineData("II", 2)]
    [InlineData("Z", 2)]
    [InlineData("B.", 2)]
    [InlineData("Đ)", 2)]
    [InlineData("i", 1)]
    [InlineData("AB", 1)]
    public void A_group_is_numbered_by_a_Roman_numeral_or_a_capital(string numeral, int groups) =>
        Assert.Equal(groups, AnnexFixture.Small().Item(5, 1).Line(6, 1, numeral, "Tư vấn, trợ giúp").Item(7, 1).Preview().Groups.Count(g => g.Rows.Count > 0));

    private static string HeaderOf(AnnexPreview preview, AnnexColumn column) => preview.Columns.Single(c => c.Column == column).Header.ToString();
}
