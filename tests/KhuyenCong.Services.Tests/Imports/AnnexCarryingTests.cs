using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Answers find the same content in the mended file, wherever it stands; what says something else is lost and named.</summary>
public sealed class AnnexCarryingTests
{
    [Fact]
    public void In_the_same_file_every_answer_stays_where_it_is()
    {
        var annex = Small(unit: null).Text("H3", "Cột lạ").Line(4, 1, "I", "Việc khác hẳn").Item(5, 1).Text("C5", "Tân Lập").Text("F5", "sáu mươi").Line(6, 1, null, "một dòng lạ").Item(7, 2);
        Assert.Equal(
            ["cot:H", "dia-ban:C5", "don-vi", "dong:6", "nhom:B4", "o:F5"],
            Kept(annex, annex, ("o:F5", "60"), ("dia-ban:C5", "37"), ("nhom:B4", "ND5"), ("dong:6", "Ignored"), ("cot:H", "Other"), ("don-vi", "Million")));
    }

    [Fact]
    public void Rows_and_columns_added_above_and_before_move_the_answers_along()
    {
        var before = Small().Item(5, 1).Text("F5", "sáu mươi").Item(6, 2).Text("F6", "bảy mươi");
        var now = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
            .Line(4, 1, "STT", "Mã số", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Nguồn khác")
            .Line(5, 1, "I", null, "Thông tin, tuyên truyền").Line(6, 1, 1, "M1", "Đề án mới", "Huyện Ea Kar", "05/2024", 100, 60, 40)
            .Line(7, 1, 2, "M2", "Đề án 6", "Huyện Ea Kar", "05/2024", 100, "bảy mươi", 40).Line(8, 1, 3, "M3", "Đề án 5", "Huyện Ea Kar", "05/2024", 100, "sáu mươi", 40);
        Assert.Equal(["o:G7", "o:G8"], Kept(before, now, ("o:F5", "60"), ("o:F6", "70")));
    }

    [Theory]
    [InlineData("F5", "60", "ô F5 đã đổi")]
    [InlineData("F5", "sáu  mươi mốt", "ô F5 đã đổi")]
    [InlineData("B5", "Đề án khác", "ô F5 không còn tìm thấy")]
    [InlineData("F3", "Kinh phí khuyến công hỗ trợ", "ô F5 không còn tìm thấy")]
    public void What_was_mended_in_the_file_is_not_answered_any_more(string cell, string text, string told)
    {
        WorkbookBuilder Annex() => Small().Item(5, 1).Text("F5", "sáu mươi").Item(6, 2).Item(7, 3);
        var lost = Carry(Annex(), Annex().Text(cell, text), ("o:F5", "60"));
        Assert.Empty(lost.Kept);
        Assert.Equal(told, Told(lost));
    }

    [Fact]
    public void A_number_where_the_same_digits_were_a_text_says_something_else() =>
        Assert.Equal("ô F5 đã đổi", Told(Carry(Small().Item(5, 1).Text("F5", "1.234"), Small().Item(5, 1).Number("F5", 1234m), ("o:F5", "1234"))));

    [Fact]
    public void A_cell_mended_elsewhere_in_the_row_leaves_the_answer_with_the_name() =>
        Assert.Equal(["o:F5"], Kept(Small().Item(5, 1).Text("F5", "sáu mươi"), Small().Item(5, 1).Text("F5", "sáu mươi").Text("D5", "06/2024"), ("o:F5", "60")));

    [Fact]
    public void A_blank_cell_that_was_filled_in_excel_needs_no_answer()
    {
        WorkbookBuilder Annex() => Small().Line(5, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100).Item(6, 2);
        Assert.Equal(["o:F5"], Kept(Annex(), Annex(), ("o:F5", "60")));
        Assert.Equal("ô F5 đã đổi", Told(Carry(Annex(), Annex().Number("F5", 60m), ("o:F5", "60"))));
    }

    [Fact]
    public void Rows_of_one_name_are_told_apart_by_the_rest_and_never_guessed()
    {
        WorkbookBuilder Line(WorkbookBuilder annex, int row, string place, object support) => annex.Line(row, 1, row - 4, "Hỗ trợ máy", place, "05/2024", 100, support, 40);
        var before = Line(Line(Small(), 5, "Huyện Ea Kar", "sáu mươi"), 6, "Huyện Cư M'gar", "sáu mươi");
        var swapped = Line(Line(Small(), 5, "Huyện Cư M'gar", "sáu mươi"), 6, "Huyện Ea Kar", "sáu mươi");
        Assert.Equal(["o:F6"], Kept(before, swapped, ("o:F5", "60")));
        var alike = Line(Line(Small(), 5, "Huyện Ea Kar", "sáu mươi"), 6, "Huyện Ea Kar", "sáu mươi");
        Assert.Equal("ô F5 không còn tìm thấy", Told(Carry(alike, alike, ("o:F5", "60"))));
        Assert.Equal("ô F5 không còn tìm thấy", Told(Carry(before, alike, ("o:F6", "60")))?.Replace("F6", "F5", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_is_answered_where_its_text_stands_first()
    {
        var before = Small().Item(5, 1).Item(6, 2).Text("C6", "Tân Lập").Item(7, 3);
        Assert.Equal(["dia-ban:C5"], Kept(before, Small().Item(5, 1).Text("C5", "Tân Lập").Item(6, 2).Text("C6", "Tân Lập").Item(7, 3), ("dia-ban:C6", "37")));
        Assert.Equal("địa bàn ở ô C6 đã đổi", Told(Carry(before, Small().Item(5, 1).Item(6, 2).Text("C6", "Xã Tân Lập, huyện Krông Búk").Item(7, 3), ("dia-ban:C6", "37"))));
    }

    [Fact]
    public void A_blank_place_belongs_to_its_row()
    {
        WorkbookBuilder Annex(int first, int second) => Small().Line(first, 1, 1, "Hội nghị", null, "05/2024", 100, 60, 40).Item(second, 2, "Đề án lâu").Line(9, 1, 3, "Bản tin", null, "05/2024", 100, 60, 40);
        Assert.Equal(["dia-ban:C6"], Kept(Annex(5, 6).Text("B6", "Đề án"), Annex(6, 5).Text("B5", "Đề án"), ("dia-ban:C5", "tinh")));
    }

    [Fact]
    public void A_category_goes_with_the_title_of_its_group()
    {
        var before = Small().Line(4, 1, "I", "Việc một").Item(5, 1).Line(6, 1, "II", "Việc hai").Item(7, 2);
        var now = Small().Line(4, 1, "I", "Việc hai").Item(5, 1, "Đề án 7").Text("B5", "Đề án 7").Line(6, 1, "II", "Việc một mới").Item(7, 2).Text("B7", "Đề án 5");
        var carried = Carry(before, now, ("nhom:B4", "ND5"), ("nhom:B6", "ND6"));
        Assert.Equal(("nhom:B4", "ND6"), (Assert.Single(carried.Kept).Subject, carried.Kept[0].Answer.Value));
        Assert.Equal("nội dung hoạt động ở ô B4 không còn tìm thấy", Told(carried));
    }

    [Fact]
    public void Projects_without_a_group_keep_each_their_category_and_the_rest_only_what_was_there()
    {
        static WorkbookBuilder Annex(params string[] names)
        {
            var annex = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Nguồn khác");
            foreach (var (name, i) in names.Select((n, i) => (n, i))) annex.Line(4 + i, 1, i + 1, name, "Huyện Ea Kar", "05/2024", 100, 60, 40);
            return annex;
        }

        Assert.Equal(["nhom-con-lai", "nhom:B5"], Kept(Annex("Một", "Hai"), Annex("Hai", "Một"), ("nhom:B4", "ND5"), ("nhom-con-lai", "ND6")));
        var more = Carry(Annex("Một", "Hai"), Annex("Mới", "Một", "Hai"), ("nhom:B4", "ND5"), ("nhom-con-lai", "ND6"));
        Assert.Equal(("nhom:B5", "nội dung của các đề án còn lại đã đổi"), (Assert.Single(more.Kept).Subject, Told(more)));
        Assert.Equal("nội dung hoạt động ở ô B4 không còn tìm thấy", Told(Carry(Annex("Một", "Hai"), Small().Item(5, 1).Text("B5", "Một").Item(6, 2).Text("B6", "Hai"), ("nhom:B4", "ND5"))));
    }

    [Fact]
    public void A_row_is_told_by_its_words_and_not_by_its_sums()
    {
        var before = Small().Item(5, 1).Line(6, 1, null, "Phần còn lại", null, null, 100, 60, 40).Item(7, 2);
        var now = Small().Item(5, 1).Item(6, 2, "Đề án").Text("B6", "Đề án 7").Line(7, 1, null, "Phần còn lại", null, null, 200, 120, 80);
        Assert.Equal(["dong:7"], Kept(before, now, ("dong:6", "Ignored")));
        Assert.Equal("dòng 6 không còn tìm thấy", Told(Carry(before, Small().Item(5, 1).Line(6, 1, null, "Phần còn lại khác").Item(7, 2), ("dong:6", "Ignored"))));
    }

    [Fact]
    public void A_unit_is_kept_while_the_file_says_the_same_about_it()
    {
        var open = Small(unit: null).Item(5, 1);
        Assert.Equal(["don-vi"], Kept(open, Small(unit: null).Item(5, 1).Item(6, 2), ("don-vi", "Million")));
        Assert.Equal("đơn vị tính đã đổi", Told(Carry(open, Small("Đơn vị tính: đồng").Item(5, 1), ("don-vi", "Million"))));
    }

    [Fact]
    public void A_column_goes_with_its_heading()
    {
        var before = Small().Text("I3", "KP thêm").Item(5, 1).Number("I5", 7m);
        var now = Small().Text("K3", "KP thêm").Item(5, 1).Number("K5", 7m);
        Assert.Equal(["cot:K"], Kept(before, now, ("cot:I", "Other")));
        Assert.Equal("cột I không còn tìm thấy", Told(Carry(before, Small().Text("I3", "KP thêm khác").Item(5, 1).Number("I5", 7m), ("cot:I", "Other"))));
        Assert.Equal("cột I không còn tìm thấy", Told(Carry(before, Small().Text("I3", "KP thêm").Text("J3", "KP thêm").Item(5, 1).Number("I5", 7m).Number("J5", 8m), ("cot:I", "Other"))));
    }

    [Fact]
    public void Answers_do_not_wander_to_another_sheet()
    {
        var one = Small().Item(5, 1).Text("F5", "sáu mươi");
        WorkbookBuilder Two() => Small().Item(5, 1).Text("F5", "sáu mươi").Sheet("Bản hai", Small().Item(5, 1).Text("F5", "sáu mươi"));
        Assert.Equal("ô F5 (chưa rõ đọc trang tính nào)", Told(Carry(one, Two(), ("o:F5", "60"))));
        Assert.Equal(["o:F5", "trang"], Kept(Two(), Two(), ("trang", "Bản hai"), ("o:F5", "60")));
        var gone = Carry(Two(), one, ("trang", "Bản hai"), ("o:F5", "60"));
        Assert.Equal(("o:F5", "trang tính không còn phải hỏi"), (Assert.Single(gone.Kept).Subject, Told(gone)));
    }

    [Fact]
    public void A_conversion_is_confirmed_for_the_texts_that_were_shown()
    {
        WorkbookBuilder Annex(string name) => Small().Item(5, 1).Text("B5", "§µo t¹o nghÒ may c«ng nghiÖp").Item(6, 2).Text("B6", name);
        var shown = Annex("Hç trî m¸y mãc thiÕt bÞ");
        Assert.Equal(["bang-ma"], Kept(shown, shown, ("bang-ma", "unicode")));
        Assert.Equal("bảng mã chữ đã đổi", Told(Carry(shown, Annex("Héi nghÞ triÓn khai c«ng t¸c"), ("bang-ma", "unicode"))));
        Assert.Equal("bảng mã chữ không còn phải hỏi", Told(Carry(shown, Small().Item(5, 1).Item(6, 2), ("bang-ma", "unicode"))));
    }

    [Fact]
    public void An_answer_that_means_nothing_is_lost_and_named() =>
        Assert.Equal("ô A999 không còn tìm thấy, dòng 99 không còn tìm thấy, cột ZZ không còn tìm thấy, địa bàn ở ô C99 không còn tìm thấy", Told(Carry(Small().Item(5, 1), Small().Item(5, 1), ("o:A999", "x"), ("dong:99", "Part"), ("cot:ZZ", "khong"), ("dia-ban:C99", "tinh"))));

    [Fact]
    public void More_than_ten_are_counted()
    {
        var lost = Carry(Small().Item(5, 1), Small().Item(5, 1), [.. Enumerable.Range(50, 13).Select(i => ($"o:B{i}", "x"))]);
        Assert.EndsWith("ô B59 không còn tìm thấy và 3 câu khác", Told(lost), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ĐỢT 1 NĂM 2024", "ĐỢT 1 NĂM 2024", true)]
    [InlineData("ĐỢT 1 NĂM 2024", "ĐỢT 2 NĂM 2024", false)]
    [InlineData("ĐỢT 1 NĂM 2024", "ĐỢT 1 NĂM 2025", false)]
    [InlineData("ĐỢT 1 NĂM 2024", "", true)]
    public void Another_year_or_tranche_is_another_annex(string before, string now, bool same)
    {
        static WorkbookBuilder Annex(string of) => Small().Text("A2", "DANH MỤC ĐỀ ÁN KHUYẾN CÔNG " + of).Item(5, 1).Item(6, 2);
        Assert.Equal(same, AnnexCarrying.IsSameAnnex(Content(Annex(before)), Content(Annex(now)), null));
    }

    [Fact]
    public void An_annex_is_told_by_its_headings_and_names()
    {
        var before = Small().Item(5, 1).Item(6, 2).Item(7, 3).Item(8, 4);
        Assert.True(Same(Small().Item(5, 1).Item(6, 2).Item(7, 3, "Khác").Item(8, 4, "Khác nữa")));
        Assert.False(Same(Small().Item(5, 1).Item(6, 2, "Khác").Item(7, 3, "Khác nữa").Item(8, 4, "Khác lắm").Line(4, 1, "I", "Đào tạo nghề")));
        Assert.True(Same(Small().Text("H3", "Vốn khác").Item(5, 1).Item(6, 2).Item(7, 3).Item(8, 4)));
        Assert.False(Same(new WorkbookBuilder().Line(3, 1, "TT", "Tên đề án", "Nơi làm", "Khi nào", "Tổng kinh phí", "Kinh phí hỗ trợ").Item(5, 1).Item(6, 2).Item(7, 3).Item(8, 4)));

        bool Same(WorkbookBuilder now) => AnnexCarrying.IsSameAnnex(Content(before), Content(now), null);
    }

    private static string[] Kept(WorkbookBuilder before, WorkbookBuilder now, params (string Subject, string Value)[] answers)
    {
        var carried = Carry(before, now, answers);
        Assert.Empty(carried.Lost.Select(l => $"{l.Answer.Subject} {l.Why}"));
        return [.. carried.Kept.Select(k => k.Subject).Order(StringComparer.Ordinal)];
    }

    private static string? Told(CarriedAnswers carried) => AnnexCarryTexts.Lost([.. carried.Lost.Select(l => (l.Answer.Subject, l.Why))]);

    private static CarriedAnswers Carry(WorkbookBuilder before, WorkbookBuilder now, params (string Subject, string Value)[] answers) => AnnexCarrying.Carry(
        [.. answers.Select(a => new AnnexAnswer { Subject = a.Subject, Value = a.Value, AnsweredById = 1, AnsweredAt = DateTime.UnixEpoch })], Content(before), Content(now), References);

    private static WorkbookContent Content(WorkbookBuilder workbook) => WorkbookReader.Read(workbook.Build(), TestContext.Current.CancellationToken).Content!;
}
