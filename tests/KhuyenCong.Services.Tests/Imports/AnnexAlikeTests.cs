using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexDesk;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>The same text in several cells is asked once; what may be meant is offered to press.</summary>
public sealed class AnnexAlikeTests : IAsyncLifetime
{
    private AnnexDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_same_text_in_a_column_is_one_question_for_all_its_cells()
    {
        var annex = Small().Item(5, 1).Text("D5", "Qúy hai").Item(6, 2).Text("D6", "Qúy hai").Item(7, 3).Text("D7", "lúc nào").Item(8, 4).Text("D8", "Qúy hai");
        var questions = await AskAsync(annex);
        Assert.Equal([("o:D5", "o:D6,o:D8", true), ("o:D7", "", true)], questions.Select(q => (q.Subject, string.Join(',', q.Alike), q.IsAlikeMeant)));
        Assert.Equal(["D6", "D8"], questions[0].SameProblems.Select(p => p.Cell.ToString()));
        var answered = await AskAsync(annex, ("o:D5", "04/2024 - 06/2024"), ("o:D6", "04/2024 - 06/2024"), ("o:D8", "07/2024"));
        Assert.Equal(["o:D7", "o:D5", "o:D8"], answered.Select(q => q.Subject));
        Assert.Equal(("o:D6", "Qúy hai"), (Assert.Single(answered[1].Alike), answered[1].InFile));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("#N/A")]
    public async Task Blank_cells_and_errors_are_alike_only_when_a_person_says_so(string? text)
    {
        var annex = Small();
        foreach (var row in new[] { 5, 6 })
        {
            annex.Line(row, 1, row - 4, $"Đề án {row}", "Huyện Ea Kar", null, 100, 60, 40);
            if (text is not null) annex.Error($"D{row}", text);
        }

        var question = Assert.Single(await AskAsync(annex));
        Assert.Equal(("o:D6", false), (Assert.Single(question.Alike), question.IsAlikeMeant));
    }

    [Fact]
    public async Task A_total_that_differs_is_a_question_of_its_own_row_and_offers_the_sum()
    {
        var questions = await AskAsync(Small().Item(5, 1, total: 101).Item(6, 2, total: 101));
        Assert.Equal(["o:E5", "o:E6"], questions.Select(q => q.Subject));
        Assert.All(questions, q => Assert.Empty(q.Alike));
        Assert.Equal("100.000.000 đồng", Assert.Single(questions[0].Options).Key);
        Assert.Equal(["o:E6", "o:E5"], (await AskAsync(Small().Item(5, 1, total: 101).Item(6, 2, total: 101), ("o:E5", questions[0].Options[0].Key))).Select(q => q.Subject));
    }

    [Theory]
    [InlineData("1.234", "1.234.000.000 đồng|1.234.000 đồng")]
    [InlineData("12,500", "12.500.000.000 đồng|12.500.000 đồng")]
    public async Task Both_readings_of_an_amount_are_offered_in_dong_and_are_read(string text, string readings)
    {
        var annex = Small().Item(5, 1).Text("G5", text);
        var question = (await AskAsync(annex))[0];
        Assert.Equal(readings, string.Join('|', question.Options.Select(o => o.Label)));
        foreach (var option in question.Options)
        {
            var amount = annex.Preview(Answers(("o:G5", option.Key))).Rows.Single().Counterpart!.Value;
            Assert.Equal(option.Label, Services.Vi.VndFormat.Dong(amount) + " đồng");
        }
    }

    [Theory]
    [InlineData("06 tháng", "")]
    [InlineData("Tháng 3, 8", "")]
    public async Task Every_period_that_is_no_period_is_typed_where_it_stands(string text, string offered)
    {
        var question = Assert.Single(await AskAsync(Small().Item(5, 1).Text("D5", text).Item(6, 2).Text("D6", text)));
        Assert.Equal(("o:D5", "o:D6", offered), (question.Subject, Assert.Single(question.Alike), string.Join('|', question.Options.Select(o => o.Key))));
    }

    [Fact]
    public async Task Two_columns_of_one_meaning_are_answered_at_the_second_and_no_sum_is_proposed_before()
    {
        var annex = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "KCĐP hỗ trợ", "Ngân sách tỉnh", "Đối ứng")
            .Line(4, 1, "I", "Thông tin, tuyên truyền").Line(5, 1, 1, "Phóng sự", "Toàn tỉnh", "05/2024", 100, 50, 10, 40);
        var questions = await AskAsync(annex);
        var column = Assert.Single(questions, q => q.Kind == AnnexQuestionKind.Column);
        Assert.Equal(("cot:G", AnnexProblemKind.ColumnTwice), (column.Subject, column.Problem!.Kind));
        Assert.All(questions.Where(q => q.Kind == AnnexQuestionKind.Cell), q => Assert.Empty(q.Options));
        Assert.DoesNotContain(await AskAsync(annex, ("cot:G", "Other")), q => q.IsOpen);
    }

    [Fact]
    public async Task What_is_typed_beside_the_table_says_that_it_changes_nothing() =>
        Assert.True(Assert.Single(await AskAsync(Small().Item(5, 1), ("o:Z99", "7"))).IsWithoutEffect);

    [Fact]
    public async Task Rows_with_the_same_text_are_one_question()
    {
        var annex = Small().Item(5, 1).Line(6, 1, null, "một dòng lạ").Item(7, 2).Line(8, 1, null, "một dòng lạ").Item(9, 3);
        var question = Assert.Single(await AskAsync(annex));
        Assert.Equal(("dong:6", "dong:8"), (question.Subject, Assert.Single(question.Alike)));
        var answered = Assert.Single(await AskAsync(annex, ("dong:6", "Ignored"), ("dong:8", "Ignored")));
        Assert.Equal(("dong:6", "dong:8", "Ignored"), (answered.Subject, Assert.Single(answered.Alike), answered.Chosen));
    }

    [Fact]
    public async Task What_was_typed_and_is_no_better_is_asked_again_with_it()
    {
        var question = Assert.Single(await AskAsync(Small().Item(5, 1).Text("D5", "lúc nào"), ("o:D5", "khi khác")));
        Assert.Equal((true, "khi khác", "lúc nào"), (question.IsOpen, question.Tried, question.InFile));
    }

    private async Task<IReadOnlyList<AnnexQuestion>> AskAsync(WorkbookBuilder annex, params (string, string)[] answers) =>
        (await _desk.PreviewAsync(await _desk.UploadAsync(annex.Build()), FirstTranche, Answers(answers))).Value.Questions;
}
