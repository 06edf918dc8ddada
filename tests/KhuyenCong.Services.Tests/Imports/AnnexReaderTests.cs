using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Periods;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

public class AnnexReaderTests
{
    [Fact]
    public void A_plain_annex_is_read_without_a_remark()
    {
        var preview = AnnexFixture.Small().Item(5, 1).Item(6, 2).Line(7, 1, null, "TỔNG CỘNG", null, null, 200, 120, 80).Preview();
        AssertClean(preview, 2);
        Assert.Equal(new Vnd(200_000_000), preview.SumOf(AnnexColumn.Total));
        Assert.Equal(3, preview.Sums.Count);
    }

    [Fact]
    public void Goals_and_notes_keep_the_lines_of_their_cells_and_names_are_one_line()
    {
        var preview = new WorkbookBuilder()
            .Text("A1", "DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ĐỊA PHƯƠNG ĐỢT I NĂM 2024").Text("H2", "ĐVT: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Đơn vị thụ hưởng", "Địa điểm", "Mục tiêu, quy mô", "Thời gian", "Tổng kinh phí", "KCĐP hỗ trợ", "Đối ứng", "Ghi chú")
            .Line(4, 1, 1, "Hỗ trợ\nmáy móc", "Cơ sở\nLan Anh", "Huyện Ea Kar", "- 01 máy \r\n- 20 lao động", "05/2024", 100, 60, 40, "một\n\n\nhai")
            .Preview();
        var row = Assert.Single(preview.Rows);
        Assert.Equal(("Hỗ trợ máy móc", "Cơ sở Lan Anh", "- 01 máy\n- 20 lao động", "một\n\nhai"), (row.Name, row.Beneficiary, row.Goal, row.Notes));
    }

    [Fact]
    public void The_table_may_start_anywhere_and_its_columns_stand_in_any_order()
    {
        var preview = new WorkbookBuilder()
            .Text("D15", "DANH MỤC ĐỀ ÁN KHUYẾN CÔNG QUỐC GIA BỔ SUNG NĂM 2024").Text("K18", "ĐVT: đồng")
            .Line(20, 4, "TT", "Đối tượng thụ hưởng", "Nội dung", "Mã số", "KCQG hỗ trợ", "Vốn khác", "Vốn đối ứng", "Tổng cộng", "Địa bàn", "Đơn vị chủ trì", "Thời hạn")
            .Line(21, 4, "A", null, "Tư vấn, trợ giúp")
            .Line(22, 4, "1.", "HTX Minh Họa", "Đề án một", "M1", "60.000.000", "-", 40_000_000, 100_000_000, "Ea Kar", "Trung tâm", new DateOnly(2024, 6, 1))
            .Preview();
        AssertClean(preview, 1);
        Assert.Equal("D20", preview.Header.ToString());
        Assert.Equal(FundingSource.National, preview.Source);
        Assert.Equal(Tranche.Supplement(), preview.Heading.Tranche);
        var row = preview.Rows.Single();
        Assert.Equal("Đề án một", row.Name);
        Assert.Equal("HTX Minh Họa", row.Beneficiary);
        Assert.Equal("Trung tâm", row.ImplementingUnit);
        Assert.Equal(new Vnd(60_000_000), row.Support);
        Assert.Equal(Vnd.Zero, row.Other);
        Assert.Equal(AnnexMonths.Between(2024, 6, 2024, 6), row.Months);
        Assert.True(row.Area.UnderstoodAs);
        Assert.Equal("F22", row.Cells[AnnexColumn.Name].Address.ToString());
    }

    [Fact]
    public void Decomposed_text_is_read_and_kept_composed()
    {
        var workbook = new WorkbookBuilder();
        void Put(int row, params string?[] texts) => workbook.Line(row, 1, [.. texts.Select(t => t?.Normalize(System.Text.NormalizationForm.FormD))]);
        Put(1, "Đơn vị tính: triệu đồng");
        Put(3, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ");
        Put(4, "I", "Thông tin, tuyên truyền");
        Put(5, "1", "Đề án tuyên truyền", "Thị xã Buôn Hồ", "Quý II/2024", "180,5", "180,5");
        var preview = workbook.Preview();
        AssertClean(preview, 1);
        Assert.Equal("Đề án tuyên truyền", preview.Rows.Single().Name);
        Assert.Equal(new Vnd(180_500_000), preview.Rows.Single().Total);
    }

    [Fact]
    public void A_two_level_header_without_merges_is_understood()
    {
        var preview = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng")
            .Line(2, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Kinh phí", null, null)
            .Line(3, 5, "Tổng số", "Hỗ trợ", "Đối ứng").Merge("E2:G2")
            .Line(4, 1, "(1)", "(2)", "(3)", "(4)", "(5)=(6)+(7)", "(6)", "(7)")
            .Line(5, 1, "I", "Tư vấn, trợ giúp")
            .Item(6, 1).Preview();
        AssertClean(preview, 1);
        Assert.Equal("E3", preview.Columns.Single(c => c.Column == AnnexColumn.Total).Header.ToString());
    }

    [Fact]
    public void Subtotals_totals_blank_rows_repeated_headers_and_signatures_are_no_projects()
    {
        var preview = AnnexFixture.Small().Item(5, 1)
            .Line(6, 1, null, "Cộng I", null, null, 100, 60, 40)
            .Line(8, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Nguồn khác")
            .Line(9, 1, "II", "Tư vấn, trợ giúp").Item(11, 1).Item(13, 2)
            .Line(14, 1, null, "Cộng nhóm II", null, null, 200, 120, 80)
            .Line(15, 1, "TỔNG CỘNG (I+II)", null, null, null, 300, 180, 120).Merge("A15:D15")
            .Line(17, 2, "NGƯỜI LẬP BIỂU", null, null, null, "Đắk Lắk, ngày 05 tháng 02 năm 2024")
            .Line(18, 6, "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC").Preview();
        AssertClean(preview, 3);
        Assert.Equal([1, 2], preview.Groups.Select(g => g.Rows.Count));
        Assert.Equal(9, preview.Sums.Count);
    }

    [Fact]
    public void A_bare_sum_at_the_end_counts_all_groups_when_the_last_has_its_own()
    {
        var preview = AnnexFixture.Small().Item(5, 1).Line(6, 1, null, "Cộng", null, null, 100, 60, 40)
            .Line(7, 1, "II", "Tư vấn, trợ giúp").Item(8, 1).Line(9, 1, null, "Cộng", null, null, 100, 60, 40)
            .Line(10, 1, null, "Cộng", null, null, 200, 120, 80).Preview();
        AssertClean(preview, 2);
        Assert.Equal(3, preview.Sums.Count(s => s.Group is null));
    }

    [Theory]
    [InlineData(null, AnnexProblemKind.UnitMissing)]
    [InlineData("Tổng kinh phí 5,089 tỷ đồng", AnnexProblemKind.UnitMissing)]
    [InlineData("Đơn vị tính: triệu đồng/nghìn đồng", AnnexProblemKind.UnitAmbiguous)]
    public void The_unit_is_asked_for_and_never_guessed(string? line, AnnexProblemKind question)
    {
        var workbook = AnnexFixture.Small(line).Item(5, 1, total: "mười");
        var preview = workbook.Preview();
        Assert.Equal([question], preview.Faults.Select(f => f.Kind));
        Assert.True(preview.Faults[0].IsQuestion);
        Assert.Null(preview.Rows.Single().Support);
        var answered = workbook.Preview(new AnnexChoices { Unit = MoneyUnit.Thousand });
        Assert.Equal(["E5 AmountUnreadable"], answered.Faults.Kinds());
        Assert.Equal(new Vnd(60_000), answered.Rows.Single().Support);
    }

    [Theory]
    [InlineData("Đơn vị tính: đồng", MoneyUnit.Dong)]
    [InlineData("ĐVT: 1.000 đồng", MoneyUnit.Thousand)]
    [InlineData("(Đơn vị tính: Nghìn đồng)", MoneyUnit.Thousand)]
    [InlineData("Triệu đồng", MoneyUnit.Million)]
    [InlineData("Đơn vị: tỷ đồng", MoneyUnit.Billion)]
    public void The_unit_line_is_read(string line, MoneyUnit unit) => Assert.Equal(unit, AnnexFixture.Small(line).Item(5, 1).Preview().Unit);

    [Fact]
    public void The_unit_may_stand_in_the_header() => Assert.Equal(
        MoneyUnit.Million,
        AnnexFixture.Small(null).Text("E3", "Tổng kinh phí (triệu đồng)").Item(5, 1).Preview().Unit);

    [Fact]
    public void Missing_and_unreadable_cells_are_faults_by_address()
    {
        var preview = AnnexFixture.Small()
            .Line(5, 1, 1, "Đề án A", null, null, null, null, null)
            .Line(6, 1, 2, null, "Ea Kar", "05/2024", 100, 100)
            .Line(7, 1, 3, "Đề án B", "xã Tân Lập", "9-5/2024", 100, "4.899")
            .Line(8, 1, 4, "Đề án C", "Ea Kar", "05/2024").Formula("E8", "F8+G8", null).Error("F8", "#REF!").Preview();
        Assert.Equal(
            [
                "C5 AreaMissing", "D5 PeriodMissing", "E5 AmountMissing", "F5 AmountMissing", "B6 NameMissing",
                "C7 AreaDoubtful", "D7 PeriodEndBeforeStart", "F7 AmountAmbiguous", "E8 AmountFormulaWithoutValue", "F8 AmountErrorValue",
            ],
            preview.Faults.Kinds());
        Assert.Equal(4, preview.Count);
    }

    [Fact]
    public void A_wrong_sum_is_a_warning_and_becomes_a_consequence_when_a_cell_below_it_is_faulty()
    {
        var sums = AnnexFixture.Small().Item(5, 1).Item(6, 2).Line(7, 1, null, "Tổng cộng", null, null, 210, 120, 80);
        var preview = sums.Preview();
        Assert.Equal(["E7 GrandTotalDiffers"], preview.Warnings.Kinds());
        Assert.Empty(preview.Consequences.Kinds());
        Assert.True(preview.CanBeAccepted);
        var faulty = sums.Text("E6", "chín mươi").Preview();
        Assert.Equal(["E7 GrandTotalDiffers"], faulty.Consequences.Kinds());
        Assert.Empty(faulty.Warnings.Kinds());
    }

    [Fact]
    public void Sums_of_a_row_whose_parts_disagree_are_consequences_in_every_column()
    {
        var preview = AnnexFixture.Small().Item(5, 1, support: 65).Line(6, 1, null, "TỔNG CỘNG", null, null, 100, 60, 40).Preview();
        Assert.Equal(["E5 RowTotalDiffers"], preview.Faults.Kinds());
        Assert.Equal(["F6 GrandTotalDiffers"], preview.Consequences.Kinds());
        Assert.Empty(preview.Warnings.Kinds());
    }

    [Fact]
    public void Numbers_names_counts_and_hidden_rows_are_warned_about()
    {
        var preview = AnnexFixture.Small().Text("A2", "Danh mục 9 đề án").Item(5, 1).Item(6, 1).Item(7, 4).Hide(7)
            .Line(8, 1, 5, "Đề án 5", "Ea Kar", "05/2024", 100, 60, 40).Line(9, 1, 6, "ĐỀ ÁN  5", "Ea Kar", "05/2030", 100, 60, 40)
            .Preview(target: new AnnexTarget(2024));
        Assert.Equal(
            ["A2 CountDiffers", "A6 OrdinalTwice", "A7 OrdinalGap", "B7 HiddenRow", "B9 NameTwice", "D9 PeriodFarFromPlanYear"],
            preview.Warnings.Kinds());
        Assert.Equal(5, preview.Count);
        Assert.Empty(preview.Faults.Kinds());
    }

    [Fact]
    public void An_unknown_category_is_chosen_in_the_preview()
    {
        var workbook = AnnexFixture.Small().Text("B4", "Các đề án khác").Item(5, 1);
        Assert.Equal(["B4 CategoryUnknown"], workbook.Preview().Faults.Kinds());
        var chosen = workbook.Preview(AnnexFixture.Answers(("nhom:B4", "ND7")));
        AssertClean(chosen, 1);
        Assert.Equal("ND7", chosen.Groups.Single().CategoryCode);
        Assert.NotEmpty(workbook.Preview(AnnexFixture.Answers(("nhom:B4", "ND99"))).Faults);
    }

    [Fact]
    public void An_annex_without_groups_asks_for_its_category()
    {
        var preview = new WorkbookBuilder().Text("A1", "ĐVT: đồng").Line(2, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ", "Đối ứng").Item(3, 1).Preview();
        Assert.Equal(["B3 CategoryPerRow"], preview.Faults.Kinds());
        Assert.Null(preview.Groups.Single().Title);
    }

    [Fact]
    public void A_bold_line_without_numeral_is_a_group()
    {
        var preview = AnnexFixture.Small().Item(5, 1).Text("B6", "Tư vấn, trợ giúp", WorkbookBuilder.Bold).Item(7, 1).Preview();
        AssertClean(preview, 2);
        Assert.Equal(["ND6", "ND5"], preview.Groups.Select(g => g.CategoryCode));
    }

    [Fact]
    public void Cells_merged_over_several_projects_belong_to_each()
    {
        var preview = AnnexFixture.Small().Item(5, 1)
            .Line(6, 2, "Đề án tiếp", null, null, 100, 60, 40).Merge("A5:A6").Merge("C5:C6").Merge("D5:D6").Preview();
        AssertClean(preview, 2);
        Assert.All(preview.Rows, r => Assert.Equal(14, r.Area.Units.Single().UnitId));
    }

    [Fact]
    public void One_choice_answers_for_a_merged_area()
    {
        var workbook = AnnexFixture.Small().Item(5, 1).Text("C5", "xã Tân Lập").Line(6, 1, 2, "Đề án tiếp", null, "05/2024", 100, 60, 40).Merge("C5:C6");
        Assert.Equal(["C5 AreaDoubtful"], workbook.Preview().Faults.Kinds());
        AssertClean(workbook.Preview(new AnnexChoices { Areas = new Dictionary<CellAddress, AreaChoice> { [new(5, 3)] = AreaChoice.Whole } }), 2);
        Assert.NotEmpty(workbook.Preview(new AnnexChoices { Areas = new Dictionary<CellAddress, AreaChoice> { [new(5, 3)] = AreaChoice.Of(999) } }).Faults);
    }

    [Fact]
    public void Formula_like_text_stays_text()
    {
        var preview = AnnexFixture.Small().Item(5, 1).Text("B5", "=cmd|' /C calc'!A0").Preview();
        Assert.Equal("=cmd|' /C calc'!A0", preview.Rows.Single().Name);
    }

    [Fact]
    public void Two_support_columns_are_refused()
    {
        var preview = AnnexFixture.Small().Text("I3", "KCQG hỗ trợ").Item(5, 1).Preview();
        Assert.Equal(["I3 ColumnTwice"], preview.Faults.Kinds());
    }

    [Fact]
    public void Text_in_an_old_code_is_shown_as_converted_and_taken_only_once_it_is_confirmed()
    {
        var cells = AnnexFixture.Small().Item(5, 1).Text("B5", "§Ò ¸n", WorkbookBuilder.Legacy);
        var fault = cells.Preview().Faults.Single();
        Assert.Equal((AnnexProblemKind.OldText, "§Ò ¸n", "Đề án"), (fault.Kind, fault.Text, fault.Expected));
        var confirmed = cells.Preview(AnnexFixture.Answers(("bang-ma", "unicode")));
        Assert.Empty(confirmed.Faults);
        Assert.Equal(("Đề án", "§Ò ¸n"), (confirmed.Rows.Single().Name, confirmed.Rows.Single().Cells[AnnexColumn.Name].InFile));
        Assert.Equal("Đề án gõ lại", cells.Preview(AnnexFixture.Answers(("bang-ma", "unicode"), ("o:B5", "Đề án gõ lại"))).Rows.Single().Name);
        var all = new WorkbookBuilder().Text("A1", "Tªn ®Ò ¸n", WorkbookBuilder.Legacy);
        Assert.Equal(WorkbookProblem.NoTableLegacyFont, AnnexFixture.Read(all.Build()).Problem);
    }

    [Fact]
    public void A_workbook_without_a_table_says_so()
    {
        Assert.Equal(WorkbookProblem.NoTable, AnnexFixture.Read(new WorkbookBuilder().Build()).Problem);
        Assert.Equal(WorkbookProblem.NoTable, AnnexFixture.Read(new WorkbookBuilder().Line(1, 1, "Họ tên", "Ngày sinh", "Lương").Build()).Problem);
    }

    [Fact]
    public void A_header_without_projects_is_a_fault() => Assert.Equal(["A3 NoProjects"], AnnexFixture.Small().Preview().Faults.Kinds());

    [Fact]
    public void Sums_of_the_largest_amounts_do_not_overflow()
    {
        var workbook = AnnexFixture.Small("Đơn vị tính: tỷ đồng");
        for (var row = 5; row < 1005; row++) workbook.Item(row, row - 4, total: 10_000, support: 10_000, counterpart: 0);
        Assert.Equal(new Vnd(10_000_000_000_000_000), workbook.Preview().SumOf(AnnexColumn.Total));
        Assert.Equal(["E5 AmountTooLarge"], AnnexFixture.Small("Đơn vị tính: tỷ đồng").Item(5, 1, total: 10_001).Preview().Faults.Kinds());
    }

    [Fact]
    public void A_second_table_on_another_sheet_is_asked_about_and_the_one_not_chosen_is_named()
    {
        var workbook = AnnexFixture.Small().Item(5, 1).Sheet("Đợt II", AnnexFixture.Small().Item(5, 1).Item(6, 2));
        var asked = workbook.Preview();
        Assert.Equal([AnnexProblemKind.SheetUnclear], asked.Faults.Select(f => f.Kind));
        Assert.Equal([asked.Sheet, "Đợt II"], asked.Tables);
        var chosen = workbook.Preview(new AnnexChoices { Sheet = "Đợt II" });
        Assert.Equal(("Đợt II", 2), (chosen.Sheet, chosen.Count));
        Assert.Empty(chosen.Faults);
        Assert.Equal($"Trang tính «{asked.Sheet}» cũng có một bảng, không được đọc.", AnnexTexts.Sentence(Assert.Single(chosen.Warnings)));
        Assert.Equal([asked.Sheet], chosen.Account.Sheets);
        Assert.Equal([AnnexProblemKind.SheetUnclear], workbook.Preview(new AnnexChoices { Sheet = "Đợt V" }).Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Every_problem_is_a_sentence() => Assert.All(Enum.GetValues<AnnexProblemKind>(), kind =>
    {
        var sentence = AnnexTexts.Sentence(new AnnexProblem(kind, new CellAddress(5, 2)) { Text = "x", Expected = "y" });
        Assert.StartsWith("Ô B5: ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    });
}
