using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Answers as forms carry them, and as an upload keeps them.</summary>
public sealed class AnnexAnswersTests
{
    private static readonly CellAddress E17 = new(17, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_subject_is_read_into_its_own_choice()
    {
        var choices = Answers(
            ("dia-ban:E17", "13,14,13"), ("dia-ban:E18", "tinh"), ("dia-ban:E19", "xã Ea Kiết, huyện Cư M'gar"), ("nhom:B10", "ND5"), ("dong:12", "Part"), ("cot:H", "Support"), ("cot:AA", "khong"),
            ("o:I22", "180"), ("don-vi", "Million"), ("trang", "KCĐP"));
        Assert.Equal([13, 14], choices.Areas[E17].UnitIds);
        Assert.True(choices.Areas[new(18, 5)].WholeProvince);
        Assert.Equal("xã Ea Kiết, huyện Cư M'gar", choices.Areas[new(19, 5)].Text);
        Assert.Equal("ND5", choices.Categories[new(10, 2)]);
        Assert.Equal(AnnexLineKind.Part, choices.Rows[12]);
        Assert.Equal((AnnexColumn.Support, null), (choices.Columns[8], choices.Columns[27]));
        Assert.Equal("180", choices.Typed[new(22, 9)]);
        Assert.Equal((MoneyUnit.Million, "KCĐP"), (choices.Unit, choices.Sheet));
    }

    [Theory]
    [InlineData("dia-ban:E17", "")]
    [InlineData("dia-ban:E17", " ")]
    [InlineData("nhom-con-lai", "")]
    [InlineData("dia-ban:17", "13")]
    [InlineData("dia-ban", "13")]
    [InlineData("nhom:B10", "")]
    [InlineData("nhom:B10", "ND345678901234567890")]
    [InlineData("dong:12", "Skip")]
    [InlineData("dong:12", "7")]
    [InlineData("dong:x", "Part")]
    [InlineData("cot:1", "Support")]
    [InlineData("cot:H", "Ho tro")]
    [InlineData("don-vi", "million")]
    [InlineData("don-vi", "2")]
    [InlineData("o:XFE1", "180")]
    [InlineData("khac:E17", "180")]
    [InlineData("", "180")]
    public void What_is_no_answer_leaves_its_question_open(string subject, string value) => Assert.False(AnnexAnswers.IsAnswer(subject, value));

    [Fact]
    public async Task An_answer_is_kept_with_what_the_file_has_and_taken_back()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Small().Item(5, 1).Text("F5", "sáu mươi").Build());
        Assert.Equal(["F5 AmountUnreadable"], (await desk.PreviewAsync(document)).Value.Preview.Faults.Kinds());

        Expect.Done(await AnswerAsync(desk, document, ("o:F5", " 60 ")));
        var import = (await desk.PreviewAsync(document)).Value;
        Assert.Empty(import.Preview.Faults);
        var question = Assert.Single(import.Questions, q => q.Kind == AnnexQuestionKind.Cell);
        Assert.Equal(("60", "sáu mươi", true), (question.Chosen, question.InFile, question.IsAnswered));
        var kept = await KeptAsync(desk);
        Assert.Equal(("o:F5", "60", "sáu mươi", desk.Clerk.UserId!.Value), (kept[0].Subject, kept[0].Value, kept[0].InFile, kept[0].AnsweredById));

        Expect.Done(await AnswerAsync(desk, document, ("o:F5", "")));
        Assert.Equal(["F5 AmountUnreadable"], (await desk.PreviewAsync(document)).Value.Preview.Faults.Kinds());
        Assert.Empty(await KeptAsync(desk));
    }

    [Fact]
    public async Task A_draft_is_made_of_what_was_answered()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Small().Item(5, 1).Text("F5", "sáu mươi").Text("D5", "lúc nào đó").Build());
        Assert.NotEmpty((await desk.AcceptAsync(document, AnnexDesk.FirstTranche, "Phụ lục không ghi đợt")).Refusals);
        Expect.Done(await AnswerAsync(desk, document, ("o:F5", "60"), ("o:D5", "05/2024 - 09/2024")));
        Assert.Equal(1, (await desk.AcceptAsync(document, AnnexDesk.FirstTranche, "Phụ lục không ghi đợt")).Value.Count);
        await using var db = desk.Portal.Db();
        Assert.Equal(new DateOnly(2024, 9, 1), (await db.ProjectTerms.SingleAsync(Stop)).EndMonth);
    }

    [Fact]
    public async Task Answers_are_the_uploaders_own()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Small().Item(5, 1).Build());
        var other = await desk.Portal.PersonAsync("Chuyên viên khác", Role.Division);
        Assert.Equal(Outcome.NotFound, (await AnswerAsync(desk, document, other, ("o:F5", "1"))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await AnswerAsync(desk, document, await desk.Portal.PersonAsync("Lãnh đạo", Role.Leader), ("o:F5", "1"))).Outcome);
        Assert.Equal(Outcome.NotFound, (await AnswerAsync(desk, document + 99, ("o:F5", "1"))).Outcome);
        Assert.Empty(await KeptAsync(desk));
    }

    [Fact]
    public async Task What_is_too_long_or_no_answer_is_not_kept()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Small().Item(5, 1).Build());
        Assert.Equal(Outcome.Invalid, (await AnswerAsync(desk, document, ("o:F5", new string('1', AnnexAnswer.LongestValue + 1)))).Outcome);
        Assert.Equal(Outcome.Invalid, (await AnswerAsync(desk, document, (new string('o', AnnexAnswer.LongestSubject + 1), "1"))).Outcome);
        Expect.Done(await AnswerAsync(desk, document, ("dong:12", "Skip"), ("la:E1", "x"), ("o:B6", "")));
        Assert.Empty(await KeptAsync(desk));
    }

    [Fact]
    public async Task The_same_answer_twice_is_one_and_another_one_replaces_it()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Small().Item(5, 1).Build());
        foreach (var value in new[] { "60", "60", "70" }) Expect.Done(await AnswerAsync(desk, document, ("o:F5", value)));
        Assert.Equal("70", Assert.Single(await KeptAsync(desk)).Value);
    }

    [Fact]
    public void A_row_is_what_a_person_says()
    {
        var annex = Small().Item(5, 1).Line(6, 1, null, "một dòng lạ").Item(7, 2);
        Assert.Equal(["B6 RowNotUnderstood"], annex.Preview().Faults.Kinds());
        Assert.Empty(annex.Preview(Answers(("dong:6", "Ignored"))).Faults);
        var part = annex.Preview(Answers(("dong:6", "Part")));
        Assert.Equal(("- một dòng lạ", 2), (part.Rows.First().Goal, part.Count));
        Assert.Equal(["B6 CategoryUnknown"], annex.Preview(Answers(("dong:6", "Group"))).Faults.Kinds());
        Assert.Equal(1, annex.Preview(Answers(("dong:6", "Ignored"), ("dong:7", "Ignored"))).Count);
    }

    [Fact]
    public void A_column_means_what_a_person_says()
    {
        var annex = Small().Text("H3", "Cột lạ").Item(5, 1).Number("H5", 7);
        Assert.Equal(["H3 ColumnNotRead"], annex.Preview().Warnings.Kinds());
        var other = annex.Preview(Answers(("cot:H", "Other")));
        Assert.Empty(other.Warnings);
        Assert.Equal(7_000_000, other.Rows.Single().Other!.Value.Dong);
        Assert.Contains("G3 ColumnNotRead", annex.Preview(Answers(("cot:G", "khong"))).Warnings.Kinds());
    }

    private static Task<Result> AnswerAsync(AnnexDesk desk, int document, params (string Subject, string Value)[] answers) => AnswerAsync(desk, document, desk.Clerk, answers);

    private static Task<Result> AnswerAsync(AnnexDesk desk, int document, Actor actor, params (string Subject, string Value)[] answers) =>
        desk.Portal.UseAsync((AnnexAnswerService s) => s.AnswerAsync(actor, document, answers.ToDictionary(a => a.Subject, a => a.Value), Stop));

    private static async Task<List<AnnexAnswer>> KeptAsync(AnnexDesk desk)
    {
        await using var db = desk.Portal.Db();
        return await db.AnnexAnswers.AsNoTracking().ToListAsync(Stop);
    }
}
