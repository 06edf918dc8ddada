using System.Text;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public sealed class AnnexImportServiceTests : IAsyncLifetime
{
    private const string Good = "phu-luc-ke-hoach-2024-dot-1.xlsx";
    private const string Faulty = "phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx";

    private AnnexDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await AnnexDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_good_sample_becomes_a_draft_with_the_annexs_own_figures()
    {
        var draft = await _desk.AcceptAsync(await _desk.UploadAsync(AnnexFixture.Sample(Good)), AnnexDesk.FirstTranche);

        Assert.Equal((24, 5_089_000_000, 2_550_000_000, 2_539_000_000), (draft.Value.Count, draft.Value.Total.Dong, draft.Value.Support.Dong, draft.Value.Counterpart.Dong));
        await using var db = _desk.Portal.Db();
        var plan = await db.Plans.SingleAsync(Stop);
        Assert.Equal((PlanStatus.Draft, 2024, "Kế hoạch khuyến công địa phương đợt I năm 2024"), (plan.Status, plan.Year, plan.Title));
        Assert.False(plan.IsIllustrative);
        var terms = await db.ProjectTerms.AsNoTracking().Include(t => t.Funding).Include(t => t.Areas).ToListAsync(Stop);
        Assert.Equal(24, terms.Count);
        Assert.Equal(5_089_000_000, terms.Sum(t => t.Total.Dong));
        Assert.Equal(2_550_000_000, terms.Sum(t => t.Support.Dong));
        Assert.Equal(2_539_000_000, terms.Sum(t => t.Counterpart.Dong));
        Assert.All(terms, t => Assert.NotEqual(AreaScope.Unset, t.AreaScope));
        Assert.All(terms, t => Assert.NotNull(t.StartMonth));
        Assert.All(terms.SelectMany(t => t.Funding), f => Assert.Equal(FundingSource.Local, f.Source));
    }

    [Fact]
    public async Task The_plan_keeps_the_order_and_the_titles_of_the_annexs_groups()
    {
        await _desk.AcceptAsync(await _desk.UploadAsync(AnnexFixture.Sample(Good)), AnnexDesk.FirstTranche);

        await using var db = _desk.Portal.Db();
        var groups = await db.PlanGroups.Include(g => g.Category).Include(g => g.Projects).OrderBy(g => g.Ordinal).ToListAsync(Stop);
        var read = AnnexFixture.Read(AnnexFixture.Sample(Good)).Preview!;
        Assert.Equal(["ND9", "ND2", "ND3", "ND4", "ND6"], groups.Select(g => g.Category!.Code));
        Assert.Equal(read.Groups.Select(g => g.Title), groups.Select(g => g.Title));
        Assert.Equal(read.Groups.Select(g => g.Rows.Count), groups.Select(g => g.Projects.Count));
        Assert.Equal(Enumerable.Range(1, 24).Select(n => $"KC-2024-D1-{n:00}"), groups.SelectMany(g => g.Projects.OrderBy(p => p.Ordinal)).Select(p => p.Code));
    }

    [Fact]
    public async Task Accepting_leaves_the_trail_of_who_made_which_rows_and_why()
    {
        var thirdTranche = AnnexDesk.FirstTranche with { Tranche = 3 };
        await _desk.AcceptAsync(await _desk.UploadAsync(AnnexFixture.Sample(Good)), thirdTranche, "Tiêu đề ghi nhầm đợt");

        await using var db = _desk.Portal.Db();
        var entries = await db.AuditEntries.Where(e => e.ActorId == _desk.Clerk.UserId && e.Action == AuditAction.Added && e.Reason != null).ToListAsync(Stop);
        Assert.All(entries, e => Assert.Equal("Khác đợt: Ô A5: tiêu đề của tệp nêu đợt I, kế hoạch đang chọn là đợt III. Lý do: Tiêu đề ghi nhầm đợt", e.Reason));
        Assert.Equal((1, 5, 24, 24), (Told("Plan"), Told("PlanGroup"), Told("Project"), Told("ProjectTerms")));

        int Told(string entity) => entries.Count(e => e.Entity == entity);
    }

    [Fact]
    public async Task The_faulty_sample_is_refused_by_its_cells_and_writes_nothing()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Faulty));

        var refused = await _desk.AcceptAsync(document, AnnexDesk.FirstTranche, "Cứ nhập");

        Assert.Equal(Outcome.Refused, refused.Outcome);
        Assert.Equal(new AnnexRefusals.FaultsStand(6, "E17, I22, H25, B28, G30, I33"), Assert.Single(refused.Refusals));
        Assert.Equal(
            "Phụ lục còn 6 lỗi (ô E17, I22, H25, B28, G30, I33). Trả lời ngay ở danh sách lỗi phía trên, hoặc sửa trong Excel rồi tải lại tệp.",
            RefusalText.Of(refused.Refusals[0]));
        await AssertNoPlanAsync();
    }

    [Fact]
    public async Task A_database_that_fails_midway_keeps_no_row()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Good));
        await using (var db = _desk.Portal.Db())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TRIGGER fails BEFORE INSERT ON ProjectTerms WHEN (SELECT COUNT(*) FROM ProjectTerms) >= 10 BEGIN SELECT RAISE(ABORT, 'disk'); END", Stop);
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => _desk.AcceptAsync(document, AnnexDesk.FirstTranche));

        await AssertNoPlanAsync();
    }

    [Fact]
    public async Task Another_persons_workbook_is_not_found()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Good));
        var other = await _desk.Portal.PersonAsync("Người khác", Role.Division);

        Assert.Equal(Outcome.NotFound, (await _desk.PreviewAsync(document, by: other)).Outcome);
        var accepted = await _desk.Portal.UseAsync((AnnexImportService s) => s.AcceptAsync(other, document, new AnnexAcceptance { Plan = AnnexDesk.FirstTranche }, Stop));
        Assert.Equal(Outcome.NotFound, accepted.Outcome);
        Assert.Equal(Outcome.NotFound, (await _desk.PreviewAsync(document + 1)).Outcome);
        await AssertNoPlanAsync();
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.CentreManager)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Who_may_not_edit_plans_may_not_import(Role role)
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Good));
        var other = await _desk.Portal.PersonAsync("Người khác", role);

        Assert.Equal(Outcome.Forbidden, (await _desk.PreviewAsync(document, by: other)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await _desk.TryUploadAsync(AnnexFixture.Sample(Good), other)).Outcome);
        var accepted = await _desk.Portal.UseAsync((AnnexImportService s) => s.AcceptAsync(other, document, new AnnexAcceptance { Plan = AnnexDesk.FirstTranche }, Stop));
        Assert.Equal(Outcome.Forbidden, accepted.Outcome);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Warnings_need_a_reason_at_their_kind(string? reason)
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Good));

        var result = await _desk.AcceptAsync(document, AnnexDesk.FirstTranche with { Tranche = 3 }, reason);

        Assert.Equal([new FieldError("tl[ly-do:AnotherTranche]", "Ghi lý do cho cảnh báo «Khác đợt».")], result.Errors);
        await AssertNoPlanAsync();
    }

    [Fact]
    public async Task What_identifies_the_plan_must_be_given()
    {
        var result = await _desk.AcceptAsync(await _desk.UploadAsync(AnnexFixture.Sample(Good)), new NewPlanRequest());

        Assert.Equal(["Plan.Year", "Plan.Tranche", "Plan.Source"], result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task A_tranche_that_has_a_plan_is_refused_and_named_in_the_preview()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Good));
        var first = await _desk.AcceptAsync(document, AnnexDesk.FirstTranche);

        var second = await _desk.AcceptAsync(document, AnnexDesk.FirstTranche);

        Assert.Equal([new PlanRefusals.TrancheTaken(2024, Tranche.Numbered(1))], second.Refusals);
        Assert.Equal(new TakenTranche(first.Value.PlanId, first.Value.Title), (await _desk.PreviewAsync(document)).Value.Taken);
    }

    [Fact]
    public async Task Two_clicks_at_once_make_one_plan()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Good));

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _desk.AcceptAsync(document, AnnexDesk.FirstTranche), Stop)));

        Assert.Equal([Outcome.Done, Outcome.Refused], results.Select(r => r.Outcome).Order());
        await using var db = _desk.Portal.Db();
        Assert.Equal((1, 24), (await db.Plans.CountAsync(Stop), await db.Projects.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_plan_is_prefilled_from_the_annexs_heading()
    {
        var import = await _desk.PreviewAsync(await _desk.UploadAsync(AnnexFixture.Sample(Good)));

        Assert.Equal(AnnexDesk.FirstTranche, import.Value.Plan);
        Assert.Empty(import.Value.Preview.Warnings);
        Assert.Empty(import.Value.Questions);
    }

    [Fact]
    public async Task Areas_are_those_of_the_plans_year_whatever_the_day_of_the_import()
    {
        _desk.Portal.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

        var import = await _desk.PreviewAsync(await _desk.UploadAsync(AnnexFixture.Sample(Good)));

        Assert.Empty(import.Value.Preview.Faults);
        Assert.Contains(import.Value.Preview.Rows.SelectMany(r => r.Area.Units), u => u.Level == UnitLevel.District);
        var later = await _desk.PreviewAsync(import.Value.DocumentId, new NewPlanRequest { Year = 2026 });
        Assert.Contains(later.Value.Preview.Faults, f => f.Kind == AnnexProblemKind.AreaDoubtful);
    }

    [Fact]
    public async Task A_chosen_area_answers_its_question_and_can_be_changed()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Faulty));
        var question = Assert.Single((await _desk.PreviewAsync(document)).Value.Questions, q => q.Kind == AnnexQuestionKind.Area);
        Assert.True(question.IsOpen);
        Assert.Equal("E17", question.Cells[0].ToString());
        var option = question.Options[0];
        Assert.Equal(("Huyện Krông Bông", "Huyện Krông Bông"), (option.Key, option.Label));

        var answered = await _desk.PreviewAsync(document, choices: AnnexFixture.Answers((question.Subject, option.Key)));

        Assert.Equal(5, answered.Value.Preview.Faults.Count);
        Assert.Equal(option.Key, Assert.Single(answered.Value.Questions, q => q.Kind == AnnexQuestionKind.Area).Chosen);
    }

    [Fact]
    public async Task A_unit_of_another_time_is_no_answer()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Faulty));
        await using var db = _desk.Portal.Db();
        var later = await db.Units.FirstAsync(u => u.ValidFrom >= new DateOnly(2025, 7, 1), Stop);

        var answered = await _desk.PreviewAsync(document, choices: AnnexFixture.Answers(("dia-ban:E17", $"{later.Id}")));

        Assert.Equal(6, answered.Value.Preview.Faults.Count);
        Assert.True(Assert.Single(answered.Value.Questions, q => q.Kind == AnnexQuestionKind.Area).IsOpen);
    }

    [Fact]
    public async Task One_choice_answers_for_every_cell_with_the_same_text()
    {
        var workbook = AnnexFixture.Small();
        for (var row = 5; row < 8; row++) workbook.Item(row, row - 4).Text($"C{row}", "Huyện Lạ");
        var document = await _desk.UploadAsync(workbook.Build());
        var question = Assert.Single((await _desk.PreviewAsync(document)).Value.Questions, q => q.Kind == AnnexQuestionKind.Area);
        Assert.Equal(["C5", "C6", "C7"], question.Cells.Select(c => c.ToString()));

        var answered = await _desk.PreviewAsync(document, choices: AnnexFixture.Answers(("dia-ban:C5", "tinh")));

        Assert.Empty(answered.Value.Preview.Faults);
        Assert.All(answered.Value.Preview.Rows, r => Assert.Equal(AreaScope.WholeProvince, r.Area.Scope));
    }

    [Fact]
    public async Task Unit_and_category_are_chosen_where_the_annex_leaves_them_open()
    {
        var workbook = AnnexFixture.Small(unit: null).Text("B4", "Nội dung lạ").Item(5, 1);
        var document = await _desk.UploadAsync(workbook.Build());
        var open = (await _desk.PreviewAsync(document)).Value.Questions;
        Assert.Equal([AnnexQuestionKind.Unit, AnnexQuestionKind.Category], open.Select(q => q.Kind));
        Assert.DoesNotContain(open[1].Options, o => o.Key == "ND10");

        var choices = AnnexFixture.Answers(("nhom:B4", "ND6"), ("don-vi", "Million"));
        var draft = await _desk.AcceptAsync(document, AnnexDesk.FirstTranche, "Phụ lục không ghi đợt", choices);

        Assert.Equal(new Vnd(100_000_000), draft.Value.Total);
        await using var db = _desk.Portal.Db();
        var group = await db.PlanGroups.Include(g => g.Category).SingleAsync(Stop);
        Assert.Equal(("Nội dung lạ", "ND6"), (group.Title, group.Category!.Code));
    }

    [Fact]
    public async Task Text_in_decomposed_form_is_stored_composed()
    {
        var name = "Hỗ trợ máy móc ở Krông Búk";
        var workbook = AnnexFixture.Small().Item(5, 1).Text("B5", name.Normalize(NormalizationForm.FormD)).Text("C5", "Huyện Ea Kar".Normalize(NormalizationForm.FormD));
        await _desk.AcceptAsync(await _desk.UploadAsync(workbook.Build()), AnnexDesk.FirstTranche, "Phụ lục không ghi đợt");

        await using var db = _desk.Portal.Db();
        var terms = await db.ProjectTerms.Include(t => t.Areas).SingleAsync(Stop);
        Assert.Equal(name, terms.Name, StringComparer.Ordinal);
        Assert.Single(terms.Areas);
    }

    [Theory]
    [InlineData("B5", 501, "Tên đề án")]
    [InlineData("B4", 501, "Tên đề án")]
    public async Task Text_longer_than_the_database_holds_is_a_fault_at_its_cell(string cell, int length, string column)
    {
        var workbook = AnnexFixture.Small().Item(5, 1).Text(cell, string.Concat(Enumerable.Repeat("Thông tin, tuyên truyền ", 40))[..length]);
        var import = await _desk.PreviewAsync(await _desk.UploadAsync(workbook.Build()), choices: AnnexFixture.Answers(("nhom:B4", "ND6")));

        var fault = Assert.Single(import.Value.Preview.Faults, f => f.Kind == AnnexProblemKind.TextTooLong);
        Assert.Equal($"Ô {cell}: nội dung cột {column} dài {length} ký tự, nhiều nhất 500; hãy rút gọn.", AnnexTexts.Sentence(fault));
    }

    [Fact]
    public async Task No_file_asks_for_one()
    {
        var result = await _desk.Portal.UseAsync((AnnexImportService s) => s.UploadAsync(_desk.Clerk, null, Stop));

        Assert.Equal([new FieldError("File", "Chọn tệp Excel (.xlsx, .xls) của phụ lục.")], result.Errors);
    }

    [Fact]
    public async Task A_workbook_without_a_table_is_not_kept()
    {
        var result = await _desk.TryUploadAsync(new WorkbookBuilder().Text("A1", "Kính gửi").Build(), _desk.Clerk);

        Assert.Equal(AnnexTexts.Sentence(WorkbookProblem.NoTable), Assert.Single(result.Errors).Message);
        await using var db = _desk.Portal.Db();
        Assert.Equal(0, await db.Documents.CountAsync(Stop));
    }

    private async Task AssertNoPlanAsync()
    {
        await using var db = _desk.Portal.Db();
        Assert.Equal(0, await db.Plans.CountAsync(Stop) + await db.PlanGroups.CountAsync(Stop) + await db.Projects.CountAsync(Stop) + await db.ProjectTerms.CountAsync(Stop));
        Assert.Equal(0, await db.AuditEntries.CountAsync(e => e.Entity == "Plan" || e.Entity == "Project", Stop));
    }
}
