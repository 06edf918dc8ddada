using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Groups, rows of sums, merged cells and units: what belongs to what.</summary>
public sealed class AnnexTableTests
{
    private static WorkbookBuilder TwoGroups(bool statesFirst, bool statesSecond)
    {
        var annex = Small().Item(5, 1);
        if (statesFirst) annex.Line(6, 1, null, "Cộng", null, null, 100, 60, 40);
        return (statesSecond ? annex.Line(7, 1, "II", "Tư vấn, trợ giúp", null, null, 100, 60, 40) : annex.Line(7, 1, "II", "Tư vấn, trợ giúp")).Item(8, 2);
    }

    [Fact]
    public void A_bare_sum_at_the_end_is_the_whole_annexs_unless_the_last_group_waits_for_its_own()
    {
        AssertClean(TwoGroups(true, true).Line(9, 1, null, "Cộng", null, null, 200, 120, 80).Preview(), 2);
        AssertClean(TwoGroups(false, true).Line(9, 1, null, "Cộng mục II", null, null, 100, 60, 40).Preview(), 2);
        AssertClean(TwoGroups(false, false).Line(9, 1, "Cộng", null, null, null, 200, 120, 80).Preview(), 2);
        AssertClean(TwoGroups(true, false).Line(9, 1, "Cộng", null, null, null, 100, 60, 40).Preview(), 2);
        AssertClean(TwoGroups(true, true).Line(9, 1, "TỔNG CỘNG", null, null, null, 200, 120, 80).Preview(), 2);
    }

    [Theory]
    [InlineData("GIÁM ĐỐC")]
    [InlineData("Nơi nhận:")]
    public void What_stands_below_the_total_is_no_project_and_is_named(string text)
    {
        var preview = Small().Item(5, 1).Line(6, 2, "TỔNG CỘNG", null, null, 100, 60, 40).Text("B8", text).Text("C8", "KT. GIÁM ĐỐC").Line(9, 2, "- Như trên;").Preview();
        AssertClean(preview, 1);
        Assert.Equal([8, 9], preview.Account.LeftOut);
        Assert.Null(preview.Rows.Single().Goal);
    }

    [Fact]
    public void A_project_below_the_total_is_still_one() =>
        Assert.Equal(2, Small().Item(5, 1).Line(6, 2, "TỔNG CỘNG", null, null, 100, 60, 40).Item(7, 2).Preview().Count);

    [Fact]
    public void A_column_of_words_without_a_header_is_named() =>
        Assert.Equal(10, Assert.Single(Small().Item(5, 1).Text("J5", "KHÔNG DUYỆT").Preview().Account.Columns).Header.Column);

    [Fact]
    public void A_number_that_the_format_hides_is_asked() =>
        Assert.Equal(AmountProblem.Unreadable, AnnexAmount.Read(new SheetCell(new(5, 6), CellKind.Number, "210", 210) { Format = ";;;" }, MoneyUnit.Million).Problem);

    [Fact]
    public void A_wrong_sum_says_whose_it_is()
    {
        var warning = Small().Item(5, 1).Line(6, 1, null, "Cộng", null, null, 101, 60, 40).Preview().Warnings.Single();
        Assert.Equal(
            (AnnexProblemKind.SubtotalDiffers, "I. Thông tin, tuyên truyền", 0, Vnd.Million(101), Vnd.Million(100)),
            (warning.Kind, warning.GroupTitle, warning.Group, warning.Stated!.Value, warning.Computed!.Value));
        var bold = Small().Item(5, 1).Text("B6", "Tư vấn, trợ giúp", WorkbookBuilder.Bold).Item(7, 1).Line(8, 1, null, "Cộng nhóm", null, null, 101, 60, 40).Preview().Warnings.Single();
        Assert.Equal("Tư vấn, trợ giúp", bold.GroupTitle);
        var total = Small().Item(5, 1).Line(6, 1, "TỔNG CỘNG", null, null, null, 101, 60, 40).Preview().Warnings.Single();
        Assert.Equal((AnnexProblemKind.GrandTotalDiffers, null, null), (total.Kind, total.GroupTitle, total.Group));
    }

    [Fact]
    public void A_group_with_an_amount_and_no_project_is_one_itself_and_one_of_nothing_is_passed_over()
    {
        var preview = Small().Item(5, 1).Line(6, 1, "II", "Tư vấn, trợ giúp", null, null, 50, 30, 20).Preview();
        Assert.Equal(["B6 GroupReadAsProject"], preview.Warnings.Kinds());
        Assert.Equal(("Tư vấn, trợ giúp", Vnd.Million(30)), (preview.Groups[1].Rows.Single().Name, preview.Groups[1].Rows.Single().Support));
        Assert.Empty(preview.Sums);
        AssertClean(Small().Item(5, 1).Line(6, 1, "II", "Tư vấn, trợ giúp", null, null, 0, 0, 0).Preview(), 1);
        AssertClean(Small().Item(5, 1).Line(6, 1, "II", "Tư vấn, trợ giúp").Preview(), 1);
    }

    [Fact]
    public void A_chosen_category_comes_before_the_one_that_the_title_names() =>
        Assert.Equal("ND5", Small().Item(5, 1).Preview(Answers(("nhom:B4", "ND5"))).Groups[0].CategoryCode);

    [Fact]
    public void Words_beside_the_table_are_passed_over_and_an_amount_makes_a_project()
    {
        AssertClean(Small().Item(5, 1).Line(6, 9, "ghi bằng bút chì").Item(7, 2).Preview(), 2);
        AssertClean(Small().Item(5, 1).Line(6, 1, "STT", "Đề án (tiếp)", "Địa điểm", "Thời gian").Item(7, 2).Preview(), 2);
        Assert.Equal(2, Small().Item(5, 1).Line(6, 1, null, "Đề án thêm").Formula("E6", "F6+G6", null).Preview().Count);
        foreach (var amount in new[] { "-100", "4.899", "0,5" }) Assert.Equal(2, Small().Item(5, 1).Line(6, 1, null, "Đề án thêm", null, null, amount).Preview().Count);
        Assert.Equal(1, Small().Item(5, 1).Line(6, 1, null, "Người lập", null, null, "ký tên").Preview().Count);
    }

    [Fact]
    public void Names_and_amounts_are_never_taken_from_a_merged_cell_above()
    {
        var annex = Small().Item(5, 1).Line(6, 1, 2, null, "Huyện Ea Kar", "05/2024", null, 60, 40).Merge("B5:B6").Merge("E5:E6");
        Assert.Equal(["B6 NameMissing", "E6 AmountMissing"], annex.Preview().Faults.Kinds());
        var place = Small().Line(4, 1, 1, "Đề án", null, "05/2024", 100, 60, 40).Merge("C3:C4").Preview();
        Assert.Contains("C4 AreaMissing", place.Faults.Kinds());
        AssertClean(Small().Item(300_000, 1).Line(300_001, 1, 2, "Đề án tiếp", null, "05/2024", 100, 60, 40).Merge("C300000:C300001").Preview(), 2);
    }

    [Fact]
    public void A_faulty_cell_is_told_with_what_stands_there()
    {
        var faults = Small().Item(5, 1).Formula("B5", "A1", null).Text("D5", "13/2024").Text("E5", "mười").Preview().Faults;
        Assert.Equal([("B5", "=A1"), ("D5", "13/2024"), ("E5", "mười")], faults.Select(f => (f.Cell!.Value.ToString(), f.Text!)));
        Assert.Equal(AnnexProblemKind.NameIsFormulaWithoutValue, faults[0].Kind);
    }

    [Fact]
    public void An_answer_without_a_unit_answers_nothing()
    {
        var annex = Small().Item(5, 1).Text("C5", "xã Tân Lập");
        Assert.Equal(["C5 AreaDoubtful"], annex.Preview(new AnnexChoices { Areas = new Dictionary<CellAddress, AreaChoice> { [new(5, 3)] = AreaChoice.Of() } }).Faults.Kinds());
    }

    [Fact]
    public void Columns_that_are_not_there_hold_nothing_where_that_may_be()
    {
        var annex = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ")
            .Line(4, 1, "I", "Tư vấn, trợ giúp").Line(5, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 60, 60);
        var row = annex.Preview().Rows.Single();
        Assert.Equal((Vnd.Million(60), Vnd.Zero, Vnd.Zero), (row.Support!.Value, row.Counterpart!.Value, row.Other!.Value));
        Assert.Null(annex.Text("F3", "Tỷ lệ").Preview().Rows.Single().Support);
    }

    [Fact]
    public void The_unit_is_read_above_the_table_from_its_line_or_the_cell_beside_it()
    {
        Assert.Equal(MoneyUnit.Million, Small("Đơn vị tính:").Text("B1", "triệu đồng").Item(5, 1).Preview().Unit);
        Assert.Equal(MoneyUnit.Million, Small("ĐVT: triệu đồng").Text("B1", "lần thứ hai").Item(5, 1).Preview().Unit);
        Assert.Equal(MoneyUnit.Million, Small("ĐVT: triệu đồng").Text("I3", "đồng").Item(5, 1).Preview().Unit);
        Assert.Equal(["A1 UnitAmbiguous"], Small("Đơn vị tính:").Item(5, 1).Preview().Faults.Kinds());
        Assert.Equal(["A1 UnitAmbiguous"], Small("ĐVT: triệu đồng").Text("A2", "ĐVT: đồng").Item(5, 1).Preview().Faults.Kinds());
        Assert.Equal(["A1 UnitAmbiguous"], Small("ĐVT triệu đồng và nghìn đồng").Item(5, 1).Preview().Faults.Kinds());
        Assert.Equal(["A1 UnitAmbiguous"], Small("ĐVT: 10.000 đồng").Item(5, 1).Preview().Faults.Kinds());
        Assert.Null(Small("ĐVT triệu đồng " + new string('x', 186)).Item(5, 1).Preview().Unit);
    }

    [Fact]
    public void A_line_that_sums_its_sub_items_is_not_counted_beside_them()
    {
        var annex = Small().Line(5, 1, "1", "Hỗ trợ máy móc", null, null, 200, 120, 80).Item(6, "1.1").Item(7, "1.2").Item(8, "2")
            .Line(9, 1, "TỔNG CỘNG", null, null, null, 300, 180, 120);
        AssertClean(annex.Preview(), 3);
        Assert.Equal(["Đề án 6", "Đề án 7", "Đề án 8"], annex.Preview().Rows.Select(r => r.Name));
        var warning = annex.Number("E5", 201).Preview().Warnings.Single();
        Assert.Equal((AnnexProblemKind.SubItemsDiffer, "E5", "Hỗ trợ máy móc", Vnd.Million(201), Vnd.Million(200)), (warning.Kind, warning.Cell!.Value.ToString(), warning.GroupTitle, warning.Stated!.Value, warning.Computed!.Value));
        Assert.Equal(["E5 SubItemsDiffer", "E9 GrandTotalDiffers"], annex.Text("E6", "mười").Preview().Consequences.Kinds());
    }

    [Fact]
    public void Sub_items_go_two_levels_deep_start_anew_in_each_group_and_need_no_sum()
    {
        AssertClean(
            Small().Line(5, 1, "1.", "Máy móc", null, null, 200, 120, 80).Line(6, 1, "1,1", "Máy sấy", null, null, 200, 120, 80).Item(7, "1.1.1").Item(8, "1.1.2")
                .Line(9, 1, "II", "Tư vấn, trợ giúp").Line(10, 1, "1", "Tư vấn").Item(11, "1.1").Preview(), 3);
        AssertClean(Small().Line(5, 1, "1", "Máy móc", null, null, 100, 60, 40).Item(6, "1.1").Line(7, 1, "II", "Tư vấn, trợ giúp").Item(8, "1.2").Preview(), 2);

        // «10» is not below «1», and a last line sums nothing.
        AssertClean(Small().Item(5, 1).Item(6, "2").Item(7, 3).Preview(), 3);
        Assert.Equal(2, Small().Item(5, "1").Item(6, "10").Preview().Count);
        Assert.Equal(2, Small().Item(5, "1.1").Item(6, "1").Preview().Count);
    }
}
