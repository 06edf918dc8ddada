using CsCheck;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What is needed to accept the warnings of an annex: a reason for each kind, and which figure stands where two differ much.</summary>
public sealed class AnnexReasonsTests
{
    private const string Good = "Phụ lục giấy đã được ký";

    private static readonly CellAddress E8 = new(8, 5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a", false)]
    [InlineData("aaaaaaaaaa", false)]
    [InlineData("aaaaa aaaaa", false)]
    [InlineData("Đồng ý", false)]
    [InlineData("Đồngýchấpnhậnhết", false)]
    [InlineData("ok ok ok ok ok ok", false)]
    [InlineData("đúng đúng đúng", false)]
    [InlineData("1234567890 12345", false)]
    [InlineData("........ ........ ....", false)]
    [InlineData("KÕ ho¹ch ®iÒu chØnh n¨m 2024", false)]
    [InlineData("Số trên bản giấy đúng", true)]
    [InlineData("Đợt III thay cho đợt I", true)]
    public void A_reason_says_something(string reason, bool says) => Assert.Equal(says, AnnexReasons.SaysSomething(reason));

    [Fact]
    public void Each_kind_without_a_reason_is_named_at_its_field_in_the_order_of_the_list()
    {
        var preview = Three().Preview();
        Assert.Equal(
            [
                ("tl[ly-do:ColumnNotRead]", "Ghi lý do cho cảnh báo «Cột số liệu không được đọc»."),
                ("tl[ly-do:PeriodYearAssumed]", "Đánh dấu «Đã xem» ở cảnh báo «Thời gian không ghi năm»."),
                ("tl[ly-do:OrdinalGap]", "Ghi lý do cho cảnh báo «Số thứ tự không nối tiếp»."),
            ],
            Whys(preview, AnnexChoices.None));
        Assert.Equal(["tl[ly-do:OrdinalGap]"], Fields(preview, Reasons(("ColumnNotRead", Good), ("PeriodYearAssumed", AnnexAnswers.Seen))));
        Assert.Equal(
            [("tl[ly-do:OrdinalGap]", "Lý do cho cảnh báo «Số thứ tự không nối tiếp» chưa nói vì sao: ghi thành câu, ít nhất hai từ khác nhau và mười chữ cái.")],
            Whys(preview, Reasons(("ColumnNotRead", Good), ("PeriodYearAssumed", AnnexAnswers.Seen), ("OrdinalGap", "a"))));
        Assert.Empty(Fields(preview, Reasons(("ColumnNotRead", Good), ("PeriodYearAssumed", AnnexAnswers.Seen), ("OrdinalGap", Good))));
    }

    [Fact]
    public void Seen_is_no_reason_and_a_reason_is_not_seen()
    {
        var preview = Three().Preview();
        Assert.Equal(["tl[ly-do:ColumnNotRead]", "tl[ly-do:PeriodYearAssumed]"], Fields(preview, Reasons(("ColumnNotRead", AnnexAnswers.Seen), ("PeriodYearAssumed", Good), ("OrdinalGap", Good))));
    }

    [Theory]
    [InlineData(100, 109, false)]
    [InlineData(100, 110, true)]
    [InlineData(100, 91, false)]
    [InlineData(100, 90, true)]
    [InlineData(0, 1, true)]
    [InlineData(100, 0, true)]
    public void A_tenth_of_the_lines_sum_is_a_difference_of_which_one_figure_is_chosen(int computed, int stated, bool isChosen)
    {
        foreach (var kind in Enum.GetValues<AnnexProblemKind>())
        {
            var isOfSums = kind is AnnexProblemKind.GrandTotalDiffers or AnnexProblemKind.SubtotalDiffers or AnnexProblemKind.SubItemsDiffer or AnnexProblemKind.PartsDiffer;
            Assert.Equal(isChosen && isOfSums, new AnnexProblem(kind, E8) { Computed = Vnd.Million(computed), Stated = Vnd.Million(stated) }.NeedsStanding);
        }
    }

    [Fact]
    public void A_large_difference_does_not_pass_on_a_reason()
    {
        var preview = Differing(300).Preview();
        var reason = Reasons(("GrandTotalDiffers", Good));
        Assert.Equal([("tl[tong:E8]", "Ô E8: chọn số nào đúng, tổng của các dòng hay tổng ghi trong tệp.")], Whys(preview, reason));
        Assert.Equal(
            [("tl[tong:E8]", "Ô E8: đã chọn tổng ghi trong tệp là đúng nên bảng còn thiếu dòng hoặc dòng sai. Sửa ngay trên trang, hoặc sửa tệp rồi tải lại, trước khi tạo dự thảo.")],
            Whys(preview, reason.Over(Answers(("tong:E8", "tep:200000000:300000000")))));
        Assert.Equal(["tl[ly-do:GrandTotalDiffers]"], Fields(preview, Answers(("tong:E8", "dong:200000000:300000000"))));
        Assert.Empty(Fields(preview, reason.Over(Answers(("tong:E8", "dong:200000000:300000000")))));
    }

    [Theory]
    [InlineData("tong:E8", "dong:200000000:300000001")]
    [InlineData("tong:E8", "dong:199999999:300000000")]
    [InlineData("tong:E8", "dong:300000000:200000000")]
    [InlineData("tong:F8", "dong:200000000:300000000")]
    public void A_choice_between_other_figures_or_at_another_cell_is_none(string subject, string value) =>
        Assert.Equal(["tl[tong:E8]"], Fields(Differing(300).Preview(), Reasons(("GrandTotalDiffers", Good)).Over(Answers((subject, value)))));

    [Fact]
    public void A_small_difference_passes_on_a_reason() => Assert.Empty(Fields(Differing(219).Preview(), Reasons(("GrandTotalDiffers", Good))));

    [Fact]
    public void A_difference_is_told_as_amount_and_as_share()
    {
        Assert.Contains("(chênh lệch −100.000.000 đ, bằng 50 % tổng của các dòng).", Sentence(Differing(300)), StringComparison.Ordinal);
        Assert.Contains("(chênh lệch +10.000.000 đ, bằng 5 % tổng của các dòng).", Sentence(Differing(190)), StringComparison.Ordinal);
        Assert.Contains("(chênh lệch −50.000 đ, chưa đến 0,1 % tổng của các dòng).", Sentence(Differing(200.05m)), StringComparison.Ordinal);

        static string Sentence(WorkbookBuilder annex) => AnnexTexts.Sentence(Assert.Single(annex.Preview().Warnings)).Replace('\u00A0', ' ');
    }

    [Fact]
    public void Of_a_project_and_its_parts_the_project_is_what_is_read()
    {
        var problem = new AnnexProblem(AnnexProblemKind.PartsDiffer, E8) { Computed = Vnd.Million(50), Stated = Vnd.Million(100), Text = "Đề án" };
        Assert.Equal("Số tiền của đề án (100.000.000 đ) đúng; các thành phần thiếu hoặc sai", AnnexWarningTexts.LinesStand(problem).Replace('\u00A0', ' '));
        Assert.Equal("Tổng các thành phần (50.000.000 đ) đúng; số tiền của đề án sai", AnnexWarningTexts.FileStands(problem).Replace('\u00A0', ' '));
        Assert.StartsWith("Ô E8: đã chọn tổng các thành phần là đúng nên số tiền của đề án sai.", AnnexWarningTexts.LinesAreWrong(problem), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trail_tells_each_kind_with_its_sentences_what_was_chosen_and_why()
    {
        var preview = Differing(300).Text("I3", "Cột lạ").Number("I5", 7).Preview();
        var text = AnnexReasons.Text(preview, Reasons(("GrandTotalDiffers", "Tổng trên giấy cộng nhầm"), ("ColumnNotRead", "Cột ghi số điện thoại")));
        Assert.Equal(
            "Cột số liệu không được đọc: Ô I3: cột I «Cột lạ» có số liệu nhưng không được đọc. Lý do: Cột ghi số điện thoại\n"
            + "TỔNG CỘNG khác tổng các dòng: Ô E8: cột Tổng kinh phí của TỔNG CỘNG ghi 300.000.000 đ, cộng các dòng được 200.000.000 đ (chênh lệch −100.000.000 đ, bằng 50 % tổng của các dòng). "
            + "Đã chọn tổng của các dòng là đúng, ô E8. Lý do: Tổng trên giấy cộng nhầm",
            text!.Replace('\u00A0', ' '));
        Assert.Null(AnnexReasons.Text(Small().Item(5, 1).Preview(), ReasonForAll(Good)));
    }

    [Fact]
    public void What_the_trail_cannot_hold_is_counted_and_named_by_its_cells()
    {
        var annex = Small();
        for (var row = 5; row < 505; row++) annex.Item(row, (row - 4) * 2);
        var text = AnnexReasons.Text(annex.Preview(), ReasonForAll(Good))!;
        Assert.InRange(text.Length, 1, AnnexReasons.LongestText);
        Assert.StartsWith("Số thứ tự không nối tiếp (500, ô A5, A6, A7, A8, A9 và 495 ô nữa): Ô A5:", text, StringComparison.Ordinal);
        Assert.EndsWith("Và 490 cảnh báo cùng loại. Lý do: " + Good, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_that_the_trail_cannot_hold_together_are_refused_and_never_cut()
    {
        var preview = Three().Preview();
        var longest = string.Concat(Enumerable.Repeat("lý do dài ", 100));
        var choices = Reasons(("ColumnNotRead", longest), ("PeriodYearAssumed", AnnexAnswers.Seen), ("OrdinalGap", longest + "thêm"));
        var error = Assert.Single(AnnexReasons.WhyNot(preview, choices));
        Assert.Equal("tl[ly-do:OrdinalGap]", error.Field);
        Assert.Matches("^Các lý do cùng tên cảnh báo dài 2\\.\\d{3} ký tự, nhiều nhất 2\\.000; hãy rút gọn\\.$", error.Message);
    }

    [Fact]
    public void A_label_in_an_old_code_is_not_quoted_in_the_trail()
    {
        var preview = Small().Item(5, 1).Preview() with { Warnings = [new AnnexProblem(AnnexProblemKind.OtherSheetHasTable, null) { Text = "KÕ ho¹ch ®iÒu chØnh n¨m 2024" }] };
        Assert.Equal("Trang tính khác không được đọc (1): Lý do: " + Good, AnnexReasons.Text(preview, ReasonForAll(Good)));
    }

    [Fact]
    public void Each_kind_of_warning_has_a_name_of_its_own()
    {
        var kinds = Enum.GetValues<AnnexProblemKind>().Where(k => k >= AnnexProblemKind.SubtotalDiffers).ToList();
        Assert.DoesNotContain(kinds, k => AnnexWarningTexts.Label(k) == AnnexWarningTexts.Label(AnnexProblemKind.NameMissing));
        Assert.Equal(kinds.Count, kinds.Select(AnnexWarningTexts.Label).Distinct().Count());
        Assert.All(kinds, k => Assert.True(AnnexAnswers.OfReason(k).Length <= AnnexAnswer.LongestSubject));
    }

    [Theory]
    [InlineData("ly-do:OrdinalGap", "a", true)]
    [InlineData("ly-do:OrdinalGap", "", false)]
    [InlineData("ly-do:ordinalgap", Good, false)]
    [InlineData("ly-do:7", Good, false)]
    [InlineData("ly-do", Good, false)]
    [InlineData("ly-do:OrdinalGap:A5", Good, false)]
    [InlineData("tong:G40", "dong:1:2", true)]
    [InlineData("tong:G40", "tep:1:2", true)]
    [InlineData("tong:G40", "dong", false)]
    [InlineData("tong:G40", "dong:1", false)]
    [InlineData("tong:G40", "dong:1:2:3", false)]
    [InlineData("tong:G40", "dong:-1:2", false)]
    [InlineData("tong:G40", "dong:1:x", false)]
    [InlineData("tong:G40", "dong:1:99999999999999999999", false)]
    [InlineData("tong:G40", "khac:1:2", false)]
    [InlineData("tong:40", "dong:1:2", false)]
    [InlineData("tong", "dong:1:2", false)]
    public void A_reason_and_a_choice_have_their_own_subjects(string subject, string value, bool isAnswer) => Assert.Equal(isAnswer, AnnexAnswers.IsAnswer(subject, value));

    [Fact]
    public void A_draft_needs_a_reason_for_every_kind_and_a_standing_figure_for_every_large_difference()
    {
        var preview = Differing(300).Text("I3", "Cột lạ").Number("I5", 7).Text("D6", "tháng 5").Line(9, 1, null, "Tổng cộng", null, null, 210, 60, 80).Preview();
        var groups = AnnexWarningGroup.Of(preview);
        var large = preview.Warnings.Where(w => w.NeedsStanding).ToList();
        Assert.True(groups.Count >= 3 && large.Count >= 2, string.Join(", ", preview.Warnings.Kinds()));
        string?[] reasons = [null, "", "a", "aaaaaaaaaaaa", AnnexAnswers.Seen, Good, "Đã đối chiếu với bản giấy"];
        var done = 0;
        Gen.Select(Gen.Int[0, reasons.Length - 1].Array[groups.Count], Gen.Int[0, 3].Array[large.Count]).Sample(
            (picked, chosen) =>
            {
                var given = picked.Select(p => reasons[p]).ToList();
                List<(string, string)> answers = [];
                for (var at = 0; at < groups.Count; at++) if (given[at] is { } reason) answers.Add((groups[at].Subject, reason));
                for (var at = 0; at < large.Count; at++)
                {
                    var problem = chosen[at] == 3 ? large[at] with { Computed = large[at].Computed!.Value + new Vnd(1) } : large[at];
                    if (chosen[at] > 0) answers.Add((AnnexAnswers.OfStanding(problem.Cell!.Value), AnnexAnswers.Standing(problem, isOfLines: chosen[at] != 2)));
                }

                var isWhole = chosen.All(c => c == 1) && groups.Zip(given).All(g => g.First.IsOnlySeen ? g.Second == AnnexAnswers.Seen : g.Second is Good or "Đã đối chiếu với bản giấy");
                if (isWhole) done++;
                Assert.Equal(isWhole, AnnexReasons.WhyNot(preview, Answers([.. answers])).Count == 0);
            },
            iter: LongRun.Rounds(100_000, inEveryRun: 20_000), threads: 1);
        Assert.True(done > 0, "Nothing was ever accepted.");
    }

    [Fact]
    public void Whatever_an_office_sends_its_warnings_can_be_accepted_and_the_trail_holds_them()
    {
        var warned = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "annex-cases"), "*.xls*"))
        {
            if (WorkbookReader.Read(File.ReadAllBytes(file), Stop).Content is not { } workbook || AnnexReader.Read(workbook, References).Preview is not { } preview) continue;
            if (preview.Warnings.Count > 0) warned++;
            var choices = ReasonForAll(Good).Over(Answers([.. preview.Warnings.Where(w => w.NeedsStanding).Select(w => (AnnexAnswers.OfStanding(w.Cell!.Value), AnnexAnswers.Standing(w, isOfLines: true)))]));
            Assert.Equal([], Whys(preview, choices));
            Assert.True((AnnexReasons.Text(preview, choices) ?? "").Length <= AnnexReasons.LongestText, file);
        }

        Assert.True(warned > 10, $"{warned} of them have warnings.");
    }

    [Fact]
    public async Task Reasons_and_choices_are_kept_with_the_upload_asked_anew_when_a_line_changes_and_taken_back()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Differing(300).Build());
        Expect.Done(await AnswerAsync(desk, document, ("ly-do:GrandTotalDiffers", " Bản giấy \r\n cộng nhầm "), ("tong:E8", "dong:200000000:300000000")));
        Assert.Equal(["Bản giấy\ncộng nhầm", "dong:200000000:300000000"], (await KeptAsync(desk)).Select(a => a.Value));

        // Another line, other figures: what was chosen no longer holds.
        Expect.Done(await AnswerAsync(desk, document, ("o:E5", "150"), ("o:H5", "50")));
        Assert.Equal(["tl[tong:E8]"], (await desk.AcceptAsync(document, AnnexDesk.FirstTranche)).Errors.Select(e => e.Field));
        Expect.Done(await AnswerAsync(desk, document, ("tong:E8", "tep:250000000:300000000")));
        Assert.Contains("sửa tệp rồi tải lại", Assert.Single((await desk.AcceptAsync(document, AnnexDesk.FirstTranche)).Errors).Message, StringComparison.Ordinal);
        await using (var db = desk.Portal.Db()) Assert.Equal(0, await db.Plans.CountAsync(Stop));

        Expect.Done(await AnswerAsync(desk, document, ("o:E5", ""), ("o:H5", ""), ("tong:E8", "")));
        Assert.Equal(["ly-do:GrandTotalDiffers"], (await KeptAsync(desk)).Select(a => a.Subject));
        Assert.Equal(["tl[tong:E8]"], (await desk.AcceptAsync(document, AnnexDesk.FirstTranche)).Errors.Select(e => e.Field));
        Expect.Done(await AnswerAsync(desk, document, ("tong:E8", "dong:200000000:300000000")));
        Assert.True((await desk.AcceptAsync(document, AnnexDesk.FirstTranche)).IsDone);
        await using var after = desk.Portal.Db();
        var trail = string.Join('\n', await after.AuditEntries.Where(e => e.Entity == "AnnexAnswer").Select(e => e.Changes).ToListAsync(Stop));
        Assert.All(new[] { "tong:E8", "dong:200000000:300000000", "tep:250000000:300000000", "cộng nhầm" }, told => Assert.Contains(told, trail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_weak_reason_is_kept_as_typed_and_one_in_an_old_code_or_too_long_is_refused_at_its_field()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var document = await desk.UploadAsync(Three().Build());
        Expect.Done(await AnswerAsync(desk, document, ("ly-do:OrdinalGap", "a")));
        Assert.Equal("a", (await desk.PreviewAsync(document)).Value.Choices.Reasons[AnnexProblemKind.OrdinalGap]);
        foreach (var wrong in new[] { "KÕ ho¹ch ®iÒu chØnh n¨m 2024", new string('x', 2001) })
        {
            var refused = await AnswerAsync(desk, document, ("ly-do:OrdinalGap", wrong));
            Assert.Equal((Outcome.Invalid, "tl[ly-do:OrdinalGap]"), (refused.Outcome, Assert.Single(refused.Errors).Field));
        }

        Assert.Equal("a", Assert.Single(await KeptAsync(desk)).Value);
    }

    // A column that is not read, a period without a year, a gap in the numbers.
    private static WorkbookBuilder Three() => Small().Text("A2", "Danh mục đợt I năm 2024").Text("I3", "Cột lạ").Number("I5", 7).Item(5, 1).Text("D5", "tháng 5").Item(6, 3);

    // Two projects of 100 triệu each, and another sum.
    private static WorkbookBuilder Differing(decimal stated) =>
        Small().Text("A2", "Danh mục đợt I năm 2024").Item(5, 1).Item(6, 2).Line(8, 1, null, "Tổng cộng", null, null, stated, 120, 80);

    private static AnnexChoices Reasons(params (string Kind, string Reason)[] reasons) => Answers([.. reasons.Select(r => ("ly-do:" + r.Kind, r.Reason))]);

    private static IEnumerable<string> Fields(AnnexPreview preview, AnnexChoices choices) => AnnexReasons.WhyNot(preview, choices).Select(e => e.Field);

    private static IEnumerable<(string, string)> Whys(AnnexPreview preview, AnnexChoices choices) => AnnexReasons.WhyNot(preview, choices).Select(e => (e.Field, e.Message));

    private static Task<Result> AnswerAsync(AnnexDesk desk, int document, params (string Subject, string Value)[] answers) =>
        desk.Portal.UseAsync((AnnexAnswerService s) => s.AnswerAsync(desk.Clerk, document, answers.ToDictionary(a => a.Subject, a => a.Value), Stop));

    private static async Task<List<AnnexAnswer>> KeptAsync(AnnexDesk desk)
    {
        await using var db = desk.Portal.Db();
        return await db.AnnexAnswers.AsNoTracking().OrderBy(a => a.Id).ToListAsync(Stop);
    }
}
