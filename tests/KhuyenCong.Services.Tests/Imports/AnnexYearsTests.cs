using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Support by budget year: read where it is certain, asked where it does not add up, named where it is unclear.</summary>
public sealed class AnnexYearsTests : IAsyncLifetime
{
    private static readonly AnnexTarget In2024 = new(2024);

    private AnnexDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await AnnexDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static string Plain(AnnexProblem problem) => AnnexTexts.Sentence(problem).Replace('\u00A0', ' ');

    // Columns I and J beside the usual ones; the years of each project.
    private static WorkbookBuilder Beside(string first = "Năm 2024", string second = "Năm 2025", params (object? First, object? Second)[] years)
    {
        var annex = Small().Line(3, 9, first, second);
        foreach (var (pair, i) in years.Select((y, i) => (y, i))) annex.Item(5 + i, i + 1).Line(5 + i, 9, pair.First, pair.Second);
        return annex;
    }

    // «Kinh phí KCĐP» over columns F and on, without a column of its own unless one is given.
    private static WorkbookBuilder Under(string support, params object[] children)
    {
        var last = (char)('E' + children.Length);
        return new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", support).Merge($"F3:{last}3")
            .Text($"{(char)(last + 1)}3", "Đối ứng").Line(4, 6, children).Line(5, 1, "I", "Thông tin, tuyên truyền");
    }

    [Theory]
    [InlineData("Năm 2024", "Năm 2025")]
    [InlineData("Kinh phí năm 2024", "KP năm 2025")]
    [InlineData("Hỗ trợ năm 2024", "Hỗ trợ năm 2025 (triệu đồng)")]
    [InlineData("KCĐP năm 2024", "Kinh phí KCĐP 2025")]
    [InlineData("2024", "2025")]
    public void Years_beside_the_support_are_its_division_where_they_make_it_up(string first, string second)
    {
        var preview = Beside(first, second, (60, null), (50, 10)).Preview(target: In2024);
        AssertClean(preview, 2);
        Assert.Equal([(AnnexColumn.Support, 2024, "I3"), (AnnexColumn.Support, 2025, "J3")], preview.Years.Select(y => (y.Part, y.Year, y.Header.ToString())));
        Assert.Equal((Vnd.Million(60), Vnd.Zero, Vnd.Million(10)), (preview.Rows.First().AmountOf(AnnexColumn.Support, 2024)!.Value, preview.Rows.First().AmountOf(AnnexColumn.Support, 2025)!.Value, preview.Rows.Last().AmountOf(AnnexColumn.Support, 2025)!.Value));
        Assert.Equal("2024: 110.000.000 · 2025: 10.000.000", AnnexTexts.ByYear(preview.Rows, AnnexColumn.Support));
        Assert.Null(AnnexTexts.ByYear(preview.Rows, AnnexColumn.Counterpart));
    }

    [Fact]
    public void A_year_may_stand_as_a_number_in_the_header()
    {
        AssertClean(Small().Number("I3", 2024).Number("J3", 2025).Item(5, 1).Line(5, 9, 40, 20).Preview(target: In2024), 1);
        AssertClean(Under("Kinh phí KCĐP", 2024, 2025).Line(6, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100, 40, 20, 40).Preview(target: In2024), 1);
    }

    [Theory]
    [InlineData("Năm 2024", "Năm 2025")]
    [InlineData("2024", "2025")]
    public void Years_below_a_header_of_support_are_the_support(string first, string second)
    {
        var preview = Under("Kinh phí KCĐP", first, second).Line(6, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100, 40, 20, 40).Preview(target: In2024);
        AssertClean(preview, 1);
        Assert.Equal((Vnd.Million(60), FundingSource.Local, 2), (preview.Rows.Single().Support!.Value, preview.Source, preview.Years.Count));
        Assert.DoesNotContain(preview.Columns, c => c.Column == AnnexColumn.Support);
    }

    [Fact]
    public void A_total_over_the_years_is_the_support_and_not_a_second_total()
    {
        var preview = Under("Kinh phí KCĐP", "Tổng số", "Năm 2024", "Năm 2025").Line(6, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100, 60, 40, 20, 40).Preview(target: In2024);
        AssertClean(preview, 1);
        Assert.Equal(("E3", "F4"), (preview.Columns.Single(c => c.Column == AnnexColumn.Total).Header.ToString(), preview.Columns.Single(c => c.Column == AnnexColumn.Support).Header.ToString()));
    }

    [Fact]
    public void Each_source_may_have_its_years()
    {
        var annex = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "KCQG hỗ trợ", null, "KCĐP hỗ trợ", null, "Đối ứng")
            .Merge("F3:G3").Merge("H3:I3").Line(4, 6, "2024", "2025", "2024", "2025").Line(5, 1, "I", "Thông tin, tuyên truyền")
            .Line(6, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100, 30, 10, 15, 5, 40);
        var preview = annex.Preview(target: In2024);
        AssertClean(preview, 1);
        Assert.Equal((Vnd.Million(20), Vnd.Million(40)), (preview.Rows.Single().Support!.Value, preview.Rows.Single().NationalSupport!.Value));
        Assert.Equal("2024: 30.000.000 · 2025: 10.000.000", AnnexTexts.ByYear(preview.Rows, AnnexColumn.NationalSupport));
    }

    [Fact]
    public void A_row_whose_years_do_not_make_up_its_support_is_asked_and_mended_by_typing()
    {
        var annex = Beside("Năm 2024", "Năm 2025", (60, null), (50, 10), (50, 11));
        var fault = Assert.Single(annex.Preview(target: In2024).Faults);
        Assert.Equal((AnnexProblemKind.YearsDiffer, "F7", Vnd.Million(60), Vnd.Million(61), true), (fault.Kind, fault.Cell.ToString()!, fault.Stated!.Value, fault.Computed!.Value, fault.IsTypedAnew));
        Assert.Equal("Ô F7: Kinh phí hỗ trợ 60.000.000 đ khác tổng các năm 61.000.000 đ (chênh lệch +1.000.000 đ); ghi lại ô này hoặc ô của một năm.", Plain(fault));
        AssertClean(annex.Preview(Answers(("o:J7", "10")), In2024), 3);
    }

    [Fact]
    public void A_year_that_cannot_be_read_is_asked_and_none_at_all_is_missing()
    {
        Assert.Equal(["J7 AmountUnreadable"], Beside("Năm 2024", "Năm 2025", (60, null), (50, 10), (50, "mười")).Preview(target: In2024).Faults.Kinds());
        var blank = Under("Kinh phí KCĐP", "2024", "2025").Line(6, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100, null, null, 40).Preview(target: In2024);
        Assert.Equal(["F6 AmountMissing"], blank.Faults.Kinds());
        Assert.Equal("Ô F6: thiếu số tiền ở cột Kinh phí hỗ trợ năm 2024.", AnnexTexts.Sentence(blank.Faults[0]));
        Assert.Equal(["F6 YearsDiffer"], Beside("Hỗ trợ năm 2024", "Hỗ trợ năm 2025", (60, null), (null, null)).Preview(target: In2024).Faults.Kinds());
    }

    [Theory]
    [InlineData(30, 20, "numbers that make up nothing")]
    [InlineData(60, 40, "the total, not the support")]
    [InlineData(40, 0, "the counterpart")]
    public void Years_that_do_not_make_up_the_support_are_named_as_not_read(int first, int second, string why)
    {
        var preview = Beside("Năm 2024", "Năm 2025", (first, second), (first, second)).Preview(target: In2024);
        Assert.Equal(["I3 ColumnNotRead", "J3 ColumnNotRead"], preview.Warnings.Kinds());
        Assert.True(preview.Years.Count == 0, why);
        Assert.Equal(Vnd.Million(120), preview.SumOfSupport);
    }

    [Theory]
    [InlineData("Đối ứng của cơ sở")]
    [InlineData("Kinh phí đã giải ngân")]
    [InlineData("Tổng kinh phí thực hiện")]
    public void Years_below_another_amount_are_never_support(string above)
    {
        // Even where they add up to it.
        var annex = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ", "Vốn tự có", above).Merge("H3:I3")
            .Line(4, 8, "Năm 2024", "Năm 2025").Line(5, 1, "I", "Thông tin, tuyên truyền").Item(6, 1).Line(6, 8, 50, 10);
        var preview = annex.Preview(target: In2024);
        Assert.Empty(preview.Years);
        Assert.Equal(["H4 ColumnNotRead", "I4 ColumnNotRead"], preview.Warnings.Kinds());
        Assert.Empty(preview.Faults);
    }

    [Fact]
    public void Years_beside_two_sources_belong_to_neither()
    {
        var annex = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "KCQG", "KCĐP", "Đối ứng", "Năm 2024", "Năm 2025")
            .Line(4, 1, "I", "Thông tin, tuyên truyền").Line(5, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 100, 0, 60, 40, 50, 10);
        Assert.Equal(["I3 ColumnNotRead", "J3 ColumnNotRead"], annex.Preview(target: In2024).Warnings.Kinds());
    }

    [Fact]
    public void The_same_year_twice_is_asked_and_a_hidden_year_is_named()
    {
        Assert.Equal(["J3 ColumnTwice"], Beside("Hỗ trợ năm 2024", "Hỗ trợ 2024", (60, 0)).Preview(target: In2024).Faults.Kinds());
        AssertClean(Beside("Hỗ trợ năm 2024", "Hỗ trợ 2024", (60, 0)).Preview(Answers(("cot:J", "Year2025")), In2024), 1);
        Assert.Empty(Beside("Năm 2024", "Năm 2024", (60, 0)).Preview(target: In2024).Years);
    }

    [Fact]
    public void A_person_says_which_year_a_column_is()
    {
        var annex = Beside("Giai đoạn 1", "Giai đoạn 2", (40, 20));
        Assert.Equal(["I3 ColumnNotRead", "J3 ColumnNotRead"], annex.Preview(target: In2024).Warnings.Kinds());
        var preview = annex.Preview(Answers(("cot:I", "Year2024"), ("cot:J", "Year2025")), In2024);
        AssertClean(preview, 1);
        Assert.Equal("2024: 40.000.000 · 2025: 20.000.000", AnnexTexts.ByYear(preview.Rows, AnnexColumn.Support));

        // One of them is not all of it: nothing is stored that does not add up.
        Assert.Equal(["F5 YearsDiffer"], annex.Preview(Answers(("cot:I", "Year2024")), In2024).Faults.Kinds());
    }

    [Theory]
    [InlineData("Year1999")]
    [InlineData("Year2101")]
    [InlineData("Year")]
    [InlineData("Year20a4")]
    [InlineData("year2024")]
    public void A_year_out_of_range_is_no_answer(string value)
    {
        Assert.False(AnnexAnswers.IsAnswer("cot:I", value));
        Assert.True(AnnexAnswers.IsAnswer("cot:I", "Year2024"));
    }

    [Fact]
    public void A_year_is_left_out_when_a_person_says_so()
    {
        var preview = Beside(years: [(60, null), (50, 10)]).Preview(Answers(("cot:I", "khong"), ("cot:J", "khong")), In2024);
        Assert.Empty(preview.Years);
        Assert.Equal(["I3 ColumnNotRead", "J3 ColumnNotRead"], preview.Warnings.Kinds());
    }

    [Fact]
    public void A_year_far_from_the_plans_is_told_and_so_is_one_column_that_names_another_year()
    {
        var far = Assert.Single(Beside("Năm 2024", "Năm 2042", (50, 10)).Preview(target: In2024).Warnings);
        Assert.Equal((AnnexProblemKind.FundingYearFar, "J3"), (far.Kind, far.Cell.ToString()));
        AssertClean(Beside("Năm 2024", "Năm 2029", (50, 10)).Preview(target: In2024), 1);
        Assert.Equal(["J3 FundingYearFar"], Beside("Năm 2024", "Năm 2030", (50, 10)).Preview(target: In2024).Warnings.Kinds());
        var other = Assert.Single(Small().Text("F3", "Kinh phí hỗ trợ năm 2025").Item(5, 1).Preview(target: In2024).Warnings);
        Assert.Equal("Ô F3: cột «Kinh phí hỗ trợ năm 2025» nêu năm 2025 nhưng được ghi vào năm kế hoạch 2024; nếu không đúng, chọn «Hỗ trợ năm 2025» ở «Các cột được hiểu là».", AnnexTexts.Sentence(other));
        AssertClean(Small().Text("F3", "Kinh phí hỗ trợ năm 2024").Item(5, 1).Preview(target: In2024), 1);
        AssertClean(Small().Text("F3", "Kinh phí hỗ trợ năm 2025").Item(5, 1).Preview(Answers(("cot:F", "Year2025")), In2024), 1);
    }

    [Fact]
    public void Sums_of_the_years_are_checked_like_any_other()
    {
        var annex = Beside(years: [(60, null), (50, 10)]);
        AssertClean(annex.Line(7, 1, "TỔNG CỘNG", null, null, null, 200, 120, 80, null, 110, 10).Preview(target: In2024), 2);
        var wrong = Assert.Single(annex.Line(7, 9, 110, 11).Preview(target: In2024).Warnings);
        Assert.Equal("Ô J7: cột Kinh phí hỗ trợ năm 2025 của TỔNG CỘNG ghi 11.000.000 đ, cộng các dòng được 10.000.000 đ (chênh lệch −1.000.000 đ, bằng 10 % tổng của các dòng).", Plain(wrong));
        Assert.Equal(["J7 AmountUnreadable"], annex.Line(7, 9, 110, "mười").Preview(target: In2024).Faults.Kinds());
    }

    [Fact]
    public void Units_of_the_years_are_their_headers_own()
    {
        var preview = Small(unit: null).Line(3, 5, "Tổng kinh phí (triệu đồng)", "Hỗ trợ (triệu đồng)", "Đối ứng (triệu đồng)", "Nguồn khác (triệu đồng)", "Hỗ trợ năm 2024 (nghìn đồng)", "Hỗ trợ năm 2025 (nghìn đồng)")
            .Item(5, 1).Line(5, 9, 50_000, 10_000).Preview(target: In2024);
        Assert.Empty(preview.Faults);
        Assert.Equal("2024: 50.000.000 · 2025: 10.000.000", AnnexTexts.ByYear(preview.Rows, AnnexColumn.Support));
    }

    [Fact]
    public async Task The_draft_stores_each_years_share_and_no_other()
    {
        var document = await _desk.UploadAsync(Beside(years: [(60, null), (50, 10), (null, 60)]).Build());
        var draft = await _desk.AcceptAsync(document, AnnexDesk.FirstTranche);
        Assert.Equal(Vnd.Million(180), draft.Value.Support);
        await using var db = _desk.Portal.Db();
        var shares = await db.ProjectTerms.AsNoTracking().OrderBy(t => t.Id).Select(t => t.Funding.OrderBy(f => f.Year).Select(f => new { f.Source, f.Year, f.Amount }).ToList()).ToListAsync(Stop);
        Assert.Equal(
            ["Local 2024 60000000", "Local 2024 50000000, Local 2025 10000000", "Local 2025 60000000"],
            shares.Select(s => string.Join(", ", s.Select(f => $"{f.Source} {f.Year} {f.Amount}"))));
    }
}
