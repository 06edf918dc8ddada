using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What is remembered answers the next annex of anybody in the office, says so, and can be answered otherwise.</summary>
public sealed class AnnexAliasTests : IAsyncLifetime
{
    private AnnexDesk _desk = null!;
    private Actor _other = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await AnnexDesk.OpenAsync();
        _other = await _desk.Portal.PersonAsync("Trần Thị Hai", Role.Division);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_kind_is_remembered_for_everybody()
    {
        await RememberAsync(Odd(), ("cot:I", "Goal"), ("don-vi", "Million"), ("dong:6", "Ignored"), ("nhom:B4", "ND5"), ("dia-ban:C5", "tinh"));
        await using (var db = _desk.Portal.Db())
        {
            Assert.Equal(
                ["Category|việc khác hẳn|ND5", "Column|kp thêm|Goal", "Place|chỗ kia|tinh", "Row|một dòng lạ|Ignored", "Unit|đơn vị tính: 10.000 đồng|Million"],
                (await db.AnnexAliases.ToListAsync(Stop)).Select(a => $"{a.Kind}|{a.Key}|{a.Value}").Order(StringComparer.Ordinal));
        }

        var import = await TheirsAsync(Odd());
        Assert.Empty(import.Preview.Faults.Kinds());
        Assert.Equal("7", import.Preview.Rows.First().Goal);
        Assert.Equal(5, import.Aliases.Count);
        Assert.All(import.Questions, q => Assert.True(q.IsFromAlias && !q.MayBeRemembered));
        Assert.True(import.Unit.IsFromAlias);
        Assert.Equal(5, import.Questions.Count);
        Assert.Equal("Toàn tỉnh", import.Questions.Single(q => q.Kind == AnnexQuestionKind.Area).Chosen);
    }

    [Fact]
    public async Task What_this_person_answers_comes_first_and_stays_in_this_upload()
    {
        await RememberAsync(Odd(), ("cot:I", "Goal"), ("don-vi", "Million"), ("dong:6", "Ignored"), ("nhom:B4", "ND5"), ("dia-ban:C5", "tinh"));
        var document = (await _desk.TryUploadAsync(Odd().Build(), _other)).Value;
        Expect.Done(await AnswerAsync(_other, document, ("cot:I", "khong"), ("don-vi", "Dong"), ("dong:6", "Part"), ("nhom:B4", "ND6")));
        var import = (await _desk.PreviewAsync(document, by: _other)).Value;
        Assert.Equal(["dia-ban:C5"], import.Aliases.Select(u => u.Subject));
        Assert.Equal(("ND6", 100L), (import.Preview.Groups[0].CategoryCode, import.Preview.Rows.First().Total!.Value.Dong));
        _other = await _desk.Portal.PersonAsync("Lê Văn Ba", Role.Division);
        Assert.Equal(5, (await TheirsAsync(Odd())).Aliases.Count);
    }

    [Fact]
    public async Task A_heading_that_is_understood_is_read_as_a_person_said_and_a_place_is_not()
    {
        await RememberAsync(Small().Item(5, 1).Item(6, 2), ("cot:H", "khong"), ("nhom:B4", "ND5"), ("dia-ban:C5", "tinh"));
        var import = await TheirsAsync(Small().Item(5, 1).Item(6, 2).Number("H5", 3m));
        Assert.DoesNotContain(import.Preview.Columns, c => c.Column == AnnexColumn.Other);
        Assert.Equal("ND5", import.Preview.Groups[0].CategoryCode);
        Assert.Equal("Huyện Ea Kar", import.Preview.Rows.First().Area.Units[0].Name);
        Assert.Equal(["cot:H", "nhom:B4"], import.Aliases.Select(u => u.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_place_whose_units_are_gone_on_the_plans_day_is_asked_as_before()
    {
        int gone;
        await using (var db = _desk.Portal.Db()) gone = await db.Units.Where(u => u.ValidFrom > new DateOnly(2024, 12, 31)).OrderBy(u => u.Id).Select(u => u.Id).FirstAsync(Stop);
        await KnowAsync(AnnexAliasKind.Place, "Chỗ kia", $"{gone}");
        var import = await TheirsAsync(Place());
        Assert.Equal(["C5 AreaUnknown"], import.Preview.Faults.Kinds());
        Assert.Empty(import.Aliases);
        Assert.False(Assert.Single(import.Questions).IsFromAlias);
    }

    [Fact]
    public async Task A_typed_place_is_remembered_by_its_units_and_one_not_understood_is_not()
    {
        await RememberAsync(Place(), ("dia-ban:C5", "huyện Ea Kar; huyện Krông Bông"));
        var import = await TheirsAsync(Place());
        Assert.Equal(["Huyện Ea Kar", "Huyện Krông Bông"], import.Preview.Rows.First().Area.Units.Select(u => u.Name));
        await using var db = _desk.Portal.Db();
        Assert.Matches("^[0-9]+,[0-9]+$", (await db.AnnexAliases.SingleAsync(Stop)).Value);
        Assert.Contains("Chưa hiểu «Huyện Không Có»", await WhyNotAsync(Place("Chỗ nọ"), ("dia-ban:C5", "Huyện Không Có")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_over_two_columns_is_not_guessed()
    {
        await RememberAsync(Small().Item(5, 1).Text("I3", "KP thêm").Number("I5", 7m), ("cot:I", "khong"));
        var import = await TheirsAsync(Small().Item(5, 1).Text("I3", "KP thêm").Number("I5", 7m).Text("J3", "KP thêm").Number("J5", 7m));
        Assert.Empty(import.Aliases);
        Assert.Equal(["I3 ColumnNotRead", "J3 ColumnNotRead"], import.Preview.Warnings.Where(w => w.Kind == AnnexProblemKind.ColumnNotRead).Kinds());
    }

    [Theory]
    [InlineData("KP thêm", "kp  THÊM", true)]
    [InlineData("KP thêm", "KP thêm:", true)]
    [InlineData("KP thêm", "KP them", false)]
    [InlineData("KP thêm", "KP thêm (%)", false)]
    [InlineData("KP 10³ đ", "KP 10⁶ đ", false)]
    public async Task A_text_is_the_same_however_it_is_cased_and_spaced_but_not_without_its_marks(string said, string found, bool same)
    {
        await RememberAsync(Small().Item(5, 1).Text("I3", said).Number("I5", 7m), ("cot:I", "Goal"));
        Assert.Equal(same ? 1 : 0, (await TheirsAsync(Small().Item(5, 1).Text("I3", found).Number("I5", 7m))).Aliases.Count);
    }

    [Fact]
    public async Task A_decomposed_text_is_the_same_as_a_composed_one()
    {
        var decomposed = VietnameseText.Normalize("Chỗ kia", System.Text.NormalizationForm.FormD);
        await RememberAsync(Place(decomposed), ("dia-ban:C5", "tinh"));
        Assert.Equal("Chỗ kia", Assert.Single((await TheirsAsync(Place())).Aliases).Alias.Text);
        Expect.Done(await RememberAgainAsync(Place(), _other, ("dia-ban:C5", "tinh")));
        await using var db = _desk.Portal.Db();
        Assert.Equal(1, await db.AnnexAliases.CountAsync(Stop));
    }

    [Fact]
    public async Task Who_explains_a_text_otherwise_is_told_who_did_before()
    {
        await RememberAsync(Place(), ("dia-ban:C5", "tinh"));
        int unit;
        await using (var db = _desk.Portal.Db()) unit = await db.Units.Where(u => u.Name == "Huyện Ea Kar").Select(u => u.Id).FirstAsync(Stop);
        var refusal = Expect.RefusedOnlyBy<AnnexRefusals.ReadOtherwise>(await RememberAgainAsync(Place(), _other, ("dia-ban:C5", $"{unit}")));
        Assert.Equal(("Địa điểm", "Chỗ kia", "Chuyên viên"), (refusal.Kind, refusal.Text, refusal.By));
        Assert.Contains("đã được Chuyên viên lưu", RefusalText.Of([refusal]).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_sees_the_firsts()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        var people = new[] { await portal.PersonAsync("Người một", Role.Division), await portal.PersonAsync("Người hai", Role.Division) };
        var meanings = new[] { "Goal", "khong" };
        var documents = new List<int>();
        foreach (var (person, meaning) in people.Zip(meanings))
        {
            var document = await new AnnexDesk(portal, person).UploadAsync(Small().Item(5, 1).Text("I3", "KP thêm").Number("I5", 7m).Build());
            Expect.Done(await portal.UseAsync((AnnexAnswerService s) => s.AnswerAsync(person, document, new Dictionary<string, string> { ["cot:I"] = meaning }, Stop)));
            documents.Add(document);
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => portal.UseAsync((AnnexAliasService s) => s.RememberAsync(people[i], documents[i], null, ["cot:I"], Stop)))));
        var second = Assert.Single(results, r => !r.IsDone);
        Assert.StartsWith("Người", Expect.RefusedOnlyBy<AnnexRefusals.ReadOtherwise>(second).By, StringComparison.Ordinal);
        await using var db = portal.Db();
        Assert.Equal(1, await db.AnnexAliases.CountAsync(Stop));
    }

    [Fact]
    public async Task What_has_no_text_or_too_long_a_one_is_not_remembered()
    {
        Assert.Contains("không có chữ để nhớ", await WhyNotAsync(Small(unit: null).Item(5, 1), ("don-vi", "Million")), StringComparison.Ordinal);
        Assert.Contains("không có chữ để nhớ", await WhyNotAsync(Small().Line(5, 1, 1, "Hội nghị", null, "05/2024", 100, 60, 40), ("dia-ban:C5", "tinh")), StringComparison.Ordinal);
        Assert.Contains("không có chữ để nhớ", await WhyNotAsync(Small().Item(5, 1).Text("F5", "sáu mươi"), ("o:F5", "60")), StringComparison.Ordinal);
        Assert.Contains("dài hơn 400 ký tự", await WhyNotAsync(Place(new string('x', AnnexAlias.LongestText + 1)), ("dia-ban:C5", "tinh")), StringComparison.Ordinal);
        await using var db = _desk.Portal.Db();
        Assert.Empty(await db.AnnexAliases.ToListAsync(Stop));
    }

    [Fact]
    public async Task Only_the_uploader_who_may_edit_plans_remembers_and_only_what_was_answered()
    {
        var document = await _desk.UploadAsync(Place().Build());
        Expect.Done(await AnswerAsync(_desk.Clerk, document, ("dia-ban:C5", "tinh")));
        var leader = await _desk.Portal.PersonAsync("Lãnh đạo", Role.Leader);
        Assert.Equal(Outcome.Forbidden, (await RememberAsync(leader, document, "dia-ban:C5")).Outcome);
        Assert.Equal(Outcome.NotFound, (await RememberAsync(_other, document, "dia-ban:C5")).Outcome);
        Assert.Equal(Outcome.NotFound, (await RememberAsync(_desk.Clerk, document + 99, "dia-ban:C5")).Outcome);
        Expect.Done(await RememberAsync(_desk.Clerk, document, "cot:H", "dia-ban:C6", "x"));
        await using var db = _desk.Portal.Db();
        Assert.Empty(await db.AnnexAliases.ToListAsync(Stop));
    }

    [Fact]
    public async Task A_draft_is_not_made_by_a_reading_that_was_not_shown()
    {
        var document = await _desk.UploadAsync(Small().Item(5, 1).Text("I3", "KP thêm").Number("I5", 7m).Build());
        var shown = (await _desk.PreviewAsync(document, AnnexDesk.FirstTranche)).Value.AliasStamp;
        Expect.Done(await RememberAgainAsync(Small().Item(5, 1).Text("I3", "KP thêm").Number("I5", 7m), _other, ("cot:I", "Goal")));
        Assert.Equal("«KP thêm»", Expect.RefusedOnlyBy<AnnexRefusals.ReadingsMoved>(await AcceptAsync(document, shown)).Texts);
        var seen = (await _desk.PreviewAsync(document, AnnexDesk.FirstTranche)).Value.AliasStamp;
        Assert.NotEqual(shown, seen);
        Expect.Done(await AcceptAsync(document, seen));
    }

    private static WorkbookBuilder Place(string text = "Chỗ kia") => Small().Item(5, 1).Text("C5", text).Item(6, 2);

    private static WorkbookBuilder Odd() => Small("Đơn vị tính: 10.000 đồng").Text("I3", "KP thêm").Line(4, 1, "I", "Việc khác hẳn").Item(5, 1).Text("C5", "Chỗ kia").Number("I5", 7m).Line(6, 1, null, "một dòng lạ").Item(7, 2);

    private Task<Result<AnnexDraft>> AcceptAsync(int document, string stamp) => _desk.Portal.UseAsync((AnnexImportService s) => s.AcceptAsync(
        _desk.Clerk, document, new AnnexAcceptance { Plan = AnnexDesk.FirstTranche, Choices = AnnexFixture.ReasonForAll("Phụ lục không ghi đợt"), AliasStamp = stamp }, Stop));

    private async Task KnowAsync(AnnexAliasKind kind, string text, string value)
    {
        await using var db = _desk.Portal.Db();
        db.AnnexAliases.Add(new AnnexAlias { Kind = kind, Key = text.ToLowerInvariant(), Text = text, Value = value, SavedById = _desk.Clerk.UserId!.Value, SavedAt = _desk.Portal.Clock.GetUtcNow().UtcDateTime });
        await db.SaveAsync(_desk.Clerk, null, Stop);
    }

    private async Task<AnnexImport> TheirsAsync(WorkbookBuilder annex) => (await _desk.PreviewAsync((await _desk.TryUploadAsync(annex.Build(), _other)).Value, new() { Year = 2024 }, by: _other)).Value;

    private async Task RememberAsync(WorkbookBuilder annex, params (string Subject, string Value)[] answers) => Expect.Done(await RememberAgainAsync(annex, _desk.Clerk, answers));

    private async Task<Result> RememberAgainAsync(WorkbookBuilder annex, Actor actor, params (string Subject, string Value)[] answers)
    {
        var document = (await _desk.TryUploadAsync(annex.Build(), actor)).Value;
        Expect.Done(await AnswerAsync(actor, document, answers));
        return await RememberAsync(actor, document, [.. answers.Select(a => a.Subject)]);
    }

    private async Task<string> WhyNotAsync(WorkbookBuilder annex, params (string Subject, string Value)[] answers) => Assert.Single((await RememberAgainAsync(annex, _desk.Clerk, answers)).Errors).Message;

    private Task<Result> RememberAsync(Actor actor, int document, params string[] subjects) => _desk.Portal.UseAsync((AnnexAliasService s) => s.RememberAsync(actor, document, 2024, subjects, Stop));

    private Task<Result> AnswerAsync(Actor actor, int document, params (string Subject, string Value)[] answers) =>
        _desk.Portal.UseAsync((AnnexAnswerService s) => s.AnswerAsync(actor, document, answers.ToDictionary(a => a.Subject, a => a.Value), Stop));
}
