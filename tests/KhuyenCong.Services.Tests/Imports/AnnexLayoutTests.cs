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
    [InlineData("Tên đề án", "Tên nội dung", "Máy sấy", "01 máy")]
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
    [InlineData("Iv", 1)]
    public void A_group_is_numbered_by_a_Roman_numeral_or_a_capital(string numeral, int groups) =>
        Assert.Equal(groups, AnnexFixture.Small().Item(5, 1).Line(6, 1, numeral, "Một tên nhóm lạ").Item(7, 2).Preview().Groups.Count(g => g.Rows.Count > 0));

    [Theory]
    [InlineData("Mục tiêu", AnnexColumn.Goal)]
    [InlineData("Quy mô đầu tư", AnnexColumn.Goal)]
    [InlineData("Cơ quan thực hiện", AnnexColumn.ImplementingUnit)]
    [InlineData("Đơn vị chủ trì", AnnexColumn.ImplementingUnit)]
    [InlineData("Đơn vị phối hợp thực hiện", null)]
    [InlineData("Cách thực hiện", null)]
    [InlineData("Đơn vị", null)]
    [InlineData("Nội dung hỗ trợ", null)]
    [InlineData("Khác (triệu đồng)", AnnexColumn.Other)]
    [InlineData("Ghi chú (nếu có)", AnnexColumn.Notes)]
    public void A_label_is_known_by_its_words(string label, AnnexColumn? column) =>
        Assert.Equal(column, new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Tổng kinh phí", "Hỗ trợ", label).Line(4, 1, 1, "Máy sấy")
            .Preview().Columns.SingleOrDefault(c => c.Header.Column == 5)?.Column);

    [Theory]
    [InlineData("KCQG")]
    [InlineData("KCĐP")]
    [InlineData("Kinh phí (KCĐP)")]
    [InlineData("Vốn khuyến công")]
    [InlineData("Ngân sách")]
    [InlineData("Hỗ trợ (triệu đồng)")]
    public void Support_is_known_by_who_pays_it(string label) => AssertClean(AnnexFixture.Small().Text("F3", label).Item(5, 1).Preview(), 1);

    [Theory]
    [InlineData("Nguồn vốn")]
    [InlineData("Nguồn kinh phí")]
    [InlineData("Kinh phí")]
    [InlineData("Cơ cấu nguồn vốn")]
    [InlineData("Trong đó:")]
    public void A_label_that_heads_others_needs_no_merge(string heads)
    {
        var preview = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", heads)
            .Line(4, 5, "Tổng số", "Hỗ trợ", "Đối ứng").Line(5, 1, "I", "Tư vấn, trợ giúp").Item(6, 1).Preview();
        AssertClean(preview, 1);
        Assert.Equal(["E4", "F4", "G4"], new[] { AnnexColumn.Total, AnnexColumn.Support, AnnexColumn.Counterpart }.Select(c => HeaderOf(preview, c)));
    }

    [Fact]
    public void The_heading_is_read_from_the_lines_above_the_table_alone()
    {
        var heading = AnnexFixture.Small().Text("B3", "Danh mục đề án đợt V năm 2019").Item(5, 1).Preview().Heading;
        Assert.Equal((null, null, null, null, null), (heading.Title, heading.TitleCell, heading.Tranche, heading.Year, heading.CountCell));
        Assert.Null(AnnexFixture.Small().Text("A2", "Danh mục đợt 0").Item(5, 1).Preview().Heading.Tranche);
        Assert.Equal(new string('x', 1975) + " Danh mục đợt II năm 2024", AnnexFixture.Small().Text("A2", new string('x', 1975) + " Danh mục đợt II năm 2024").Item(5, 1).Preview().Heading.Title);
        Assert.Null(AnnexFixture.Small().Text("A2", new string('x', 1976) + " Danh mục đợt II năm 2024").Item(5, 1).Preview().Heading.Title);
    }

    [Fact]
    public void The_paper_the_centre_and_the_number_of_the_request_are_no_title()
    {
        var heading = new WorkbookBuilder().Text("A1", "Trung tâm Khuyến công đợt IV").Text("A2", "Số: 12/TTr-TTKC").Text("A3", "DANH MỤC ĐỀ ÁN ĐỢT I NĂM 2024")
            .Text("A4", "(Kèm theo Quyết định số: 38/QĐ-SCT ngày 05 tháng 02 năm 2023 về kế hoạch đợt III)").Text("A5", "ĐVT: triệu đồng")
            .Line(6, 1, "STT", "Tên đề án", "Tổng kinh phí", "Hỗ trợ").Line(7, 1, 1, "Máy sấy").Preview().Heading;
        Assert.Equal(("A3", "I", 2024), (heading.TitleCell!.Value.ToString(), heading.Tranche!.Value.ToString(), heading.Year!.Value));
        Assert.Equal(("38/QĐ-SCT", new DateOnly(2023, 2, 5)), (heading.DecisionNumber, heading.DecisionDate!.Value));
    }

    [Fact]
    public void A_year_that_only_another_line_names_is_that_of_the_annex()
    {
        Assert.Equal(2023, AnnexFixture.Small().Text("A2", "Đắk Lắk, ngày 05 tháng 02 năm 2023").Item(5, 1).Preview().Heading.Year);
        Assert.Null(AnnexFixture.Small().Text("A2", "từ năm 2023 đến năm 2024").Item(5, 1).Preview().Heading.Year);
    }

    private static string HeaderOf(AnnexPreview preview, AnnexColumn column) => preview.Columns.Single(c => c.Column == column).Header.ToString();
}
