using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Money;

public sealed class AllotmentServiceTests
{
    [Fact]
    public async Task An_allotment_is_a_decision_in_the_register_with_its_paper_and_file()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.Done(await desk.RecordAsync(desk.Allotment("8.000.000.000", "001/QĐ-UBND") with { LegalBases = "Luật Ngân sách nhà nước; \n\n Nghị định 45/2012/NĐ-CP", File = PlanDesk.Pdf() }));

        var row = Assert.Single((await desk.DoAsync((DecisionRegisterService s) => s.ReadAsync(desk.Leader, new DecisionFilter { Kind = DecisionKind.Allot }, default))).Value.Rows);
        Assert.Equal(("001/QĐ-UBND", 2024, new DateOnly(2024, 1, 2), new DateOnly(2024, 1, 2)), (row.Number, row.Year, row.IssuedOn!.Value, row.EffectiveFrom));
        Assert.Equal((Vnd.Million(8000), SigningCapacity.ForHead, "Lê Văn Nghĩa", "Phó Chủ tịch"), (row.Effect, row.Capacity, row.Signatory, row.SignatoryTitle));
        Assert.Equal((new AllottedBudget(2024, FundingSource.Local), "quyet-dinh.pdf"), (row.Budget, row.FileName));
        Assert.Equal("Luật Ngân sách nhà nước;\n\nNghị định 45/2012/NĐ-CP", row.LegalBases);
        Assert.Null(row.PlanId);
        var paper = await desk.LookAsync(db => db.AllotmentPapers.SingleAsync());
        Assert.Equal((row.Id, Vnd.Million(8000)), (paper.DecisionId!.Value, paper.Amount));
    }

    [Fact]
    public async Task Allotments_add_up_and_allotted_less_allocated_is_unallocated()
    {
        await using var desk = await ApprovedAsync();
        Expect.Done(await desk.RecordAsync(desk.Allotment("300.000.000", "02/QĐ-UBND", "10/06/2024")));
        var overview = (await desk.DoAsync((AllotmentService s) => s.ReadAsync(desk.Leader, null, default))).Value;
        var position = Assert.Single(overview.Positions);
        Assert.Equal((Vnd.Million(1300), Vnd.Million(100), Vnd.Million(1200)), (position.Allotted, position.Approved, position.Unallocated));
        Assert.Equal(["01/QĐ-UBND", "02/QĐ-UBND"], overview.Papers.Select(p => p.Number));
        Assert.Null(overview.ClosingOf(2024));
    }

    [Fact]
    public async Task A_number_is_used_once_for_each_body_and_year_across_kinds()
    {
        await using var desk = await ApprovedAsync();
        Expect.RefusedOnlyBy<PlanRefusals.DecisionNumberTaken>(await desk.RecordAsync(desk.Allotment(number: " 01/qđ-ubnd ")));
        Expect.RefusedOnlyBy<PlanRefusals.DecisionNumberTaken>(await desk.RecordAsync(desk.Allotment(number: "38/QĐ-SCT") with { IssuingBodyId = desk.Department }));
        Expect.RefusedOnlyBy<MoneyRefusals.AllotmentPaperTaken>(await desk.RecordAsync(desk.Allotment(number: "01/QĐ-UBND") with { IssuingBodyId = desk.Department }));
        Expect.Done(await desk.RecordAsync(desk.Allotment(number: "01/QĐ-UBND", year: 2025) with { IssuingBodyId = desk.Department }));
        Assert.Equal(Outcome.Refused, (await desk.ApproveAsync(await desk.AppraisedAsync(Tranche.Numbered(2)), r => r with { Number = "01/QĐ-UBND" })).Outcome);
    }

    [Fact]
    public async Task A_budget_is_never_lowered_below_what_is_allocated()
    {
        await using var desk = await ApprovedAsync();
        var over = Expect.RefusedOnlyBy<MoneyRefusals.AllotmentBelowAllocated>(await desk.RecordAsync(Lowered(desk, "900.000.001", "14/11/2024")));
        Assert.Equal((new Vnd(-900_000_001), Vnd.Million(1000), Vnd.Million(100)), (over.Change, over.Allotted, over.Allocated));
        Expect.Done(await desk.RecordAsync(Lowered(desk, "900.000.000", "14/11/2024")));
        Assert.Equal(Vnd.Zero, (await desk.LookAsync(db => db.Allotments.SingleAsync())).Unallocated);
    }

    [Fact]
    public async Task A_lowering_dated_back_may_not_leave_less_than_allocated_on_any_later_day()
    {
        await using var desk = await ApprovedAsync(approvedOn: "05/03/2024");
        Expect.Done(await desk.RecordAsync(desk.Allotment("500.000.000", "02/QĐ-UBND", "10/06/2024")));

        // Today 1.500 are allotted and 100 allocated; from 5/3 to 9/6 only 1.000 were allotted.
        var breach = Expect.RefusedOnlyBy<AllotmentRefusals.BelowAllocatedOnDay>(await desk.RecordAsync(Lowered(desk, "950.000.000", "01/02/2024")));
        Assert.Equal((new DateOnly(2024, 3, 5), Vnd.Million(50), Vnd.Million(100)), (breach.Day, breach.Allotted, breach.Allocated));
        Expect.Done(await desk.RecordAsync(Lowered(desk, "950.000.000", "10/06/2024")));
    }

    [Fact]
    public async Task Future_days_and_closed_years_take_no_allotment()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.RefusedOnlyBy<PlanRefusals.DecisionDateInFuture>(await desk.RecordAsync(desk.Allotment(on: "16/11/2024")));
        await using (var db = desk.Portal.Db())
        {
            db.YearClosings.Add(new YearClosing { Year = 2023, ClosedById = desk.Accountant.UserId!.Value, ClosedByName = "Kế toán", ClosedAt = DateTime.UnixEpoch });
            await db.SaveAsync(desk.Accountant, null, default);
        }

        Assert.Equal(2023, Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.RecordAsync(desk.Allotment(on: "31/12/2023"))).Year);
        Assert.Equal(2023, Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.RecordAsync(desk.Allotment(year: 2023))).Year);

        // What is left of 2022 could not be carried into 2023 any more.
        var stranded = Assert.IsType<AllotmentRefusals.LaterYearClosed>((await desk.RecordAsync(desk.Allotment(year: 2022))).Refusals[0]);
        Assert.Equal((2022, 2023), (stranded.Year, stranded.Closed));
        Expect.Done(await desk.RecordAsync(desk.Allotment()));
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(2026)]
    [InlineData(2099)]
    public async Task A_paper_allots_for_its_own_year_and_those_beside_it(int year)
    {
        await using var desk = await PlanDesk.OpenAsync();
        Assert.Equal(year, Expect.RefusedOnlyBy<AllotmentRefusals.YearFarFromPaper>(await desk.RecordAsync(desk.Allotment(year: year))).Year);
        Expect.Done(await desk.RecordAsync(desk.Allotment(year: year < 2024 ? 2023 : 2025)));
    }

    [Fact]
    public async Task A_past_day_knows_the_papers_and_closings_of_then_and_today_all_of_them_newest_first()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.RecordAsync(desk.Allotment("300.000.000", "02/QĐ-UBND", "10/06/2024")));
        Expect.Done(await desk.RecordAsync(desk.Allotment("500.000.000", "03/QĐ-UBND", "11/11/2024", year: 2025)));
        await using (var db = desk.Portal.Db())
        {
            foreach (var (year, day) in new[] { (2022, 1), (2023, 10) })
            {
                db.YearClosings.Add(new YearClosing { Year = year, ClosedById = desk.Accountant.UserId!.Value, ClosedByName = "Kế toán", ClosedAt = new DateTime(2024, 11, day, 2, 0, 0, DateTimeKind.Utc) });
            }

            await db.SaveAsync(desk.Accountant, null, default);
        }

        var (before, then, now) = (await ReadAsync(desk, new DateOnly(2024, 11, 9)), await ReadAsync(desk, new DateOnly(2024, 11, 10)), await ReadAsync(desk, null));
        Assert.Equal([2022], before.Closings.Select(c => c.Year));
        Assert.Equal([2023, 2022], then.Closings.Select(c => c.Year));
        Assert.Equal([2023, 2022], now.Closings.Select(c => c.Year));
        Assert.Equal((2023, null), (now.ClosingOf(2023)!.Year, before.ClosingOf(2023)));
        Assert.Equal(["01/QĐ-UBND", "02/QĐ-UBND"], then.Papers.Select(p => p.Number));
        Assert.Equal(["03/QĐ-UBND", "01/QĐ-UBND", "02/QĐ-UBND"], now.Papers.Select(p => p.Number));
        Assert.Equal(["01/QĐ-UBND"], (await ReadAsync(desk, new DateOnly(2024, 1, 2))).Papers.Select(p => p.Number));
        Assert.Superset(new HashSet<int> { desk.Department, desk.Committee }, now.Bodies.Select(b => b.Id).ToHashSet());
        Assert.Equal(now.Bodies.Select(b => b.Id).Order(), now.Bodies.Select(b => b.Id));
        var centres = await desk.LookAsync(db => db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).Select(o => o.Id).ToListAsync());
        Assert.True(centres.Count > 0 && !now.Bodies.Any(b => centres.Contains(b.Id)));
    }

    [Fact]
    public async Task A_lowering_looks_at_its_own_budget_only()
    {
        await using var desk = await ApprovedAsync(approvedOn: "05/03/2024");
        Expect.Done(await desk.RecordAsync(desk.Allotment("500.000.000", "02/QĐ-UBND", "10/06/2024")));
        Expect.Done(await desk.RecordAsync(desk.Allotment("9.000.000.000", "03/QĐ-UBND") with { Source = FundingSource.National }));
        Expect.Done(await desk.RecordAsync(desk.Allotment("9.000.000.000", "04/QĐ-UBND", year: 2025, on: "03/01/2024")));
        await desk.DraftAsync(Tranche.Numbered(3), PlanDesk.Project("Chưa duyệt", "700.000.000"));
        await using (var db = desk.Portal.Db())
        {
            // Another project, paid by the other source in this year and by this source in the next.
            var terms = await db.ProjectTerms.Include(t => t.Funding).SingleAsync(t => t.DecisionId != null);
            var decision = await db.Decisions.SingleAsync(d => d.Id == terms.DecisionId);
            var copy = terms.Copy();
            var project = await db.Projects.SingleAsync(p => p.Id == terms.ProjectId);
            var other = new Project { Code = "KC-2024-D1-99", PlanId = project.PlanId, GroupId = project.GroupId, Ordinal = 99 };
            var paid = new ProjectTerms { Project = other, Name = "Khác", BeneficiaryText = copy.BeneficiaryText, ImplementingUnit = copy.ImplementingUnit };
            paid.SetFunding(FundingSource.National, 2024, Vnd.Million(800));
            paid.SetFunding(FundingSource.Local, 2025, Vnd.Million(700));
            paid.Decide(decision);
            db.ProjectTerms.Add(paid);
            await db.SaveAsync(desk.Leader, null, default);
        }

        // On 5/3 exactly the 100 that are allocated stay; a đồng less is refused.
        var breach = Expect.RefusedOnlyBy<AllotmentRefusals.BelowAllocatedOnDay>(await desk.RecordAsync(Lowered(desk, "900.000.001", "01/02/2024")));
        Assert.Equal((new DateOnly(2024, 3, 5), new Vnd(99_999_999), Vnd.Million(100)), (breach.Day, breach.Allotted, breach.Allocated));
        Expect.Done(await desk.RecordAsync(Lowered(desk, "900.000.000", "01/02/2024")));
    }

    [Fact]
    public async Task A_decision_of_today_counts_and_words_too_long_and_unknown_forms_of_signing_do_not()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.RecordAsync(desk.Allotment() with { Note = new string('x', 501), Capacity = (SigningCapacity)99 }), "Note", "Capacity");
        Expect.Done(await desk.RecordAsync(desk.Allotment(on: "15/11/2024") with { Note = new string('x', 500) }));
    }

    [Fact]
    public async Task What_is_missing_or_misshapen_is_told_field_by_field()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.RecordAsync(new AllotmentRequest { IssuedOn = "hôm qua" }), "Year", "Source", "Number", "IssuedOn", "IssuingBodyId", "Signatory", "SignatoryTitle", "Amount");
        Expect.InvalidIn(await desk.RecordAsync(desk.Allotment() with { IssuedOn = "", Amount = "1.2", LegalBases = new string('x', 4001), File = PlanDesk.Pdf("PK") }), "IssuedOn", "Amount", "LegalBases", "File");
        Expect.InvalidIn(await desk.RecordAsync(desk.Allotment() with { IssuingBodyId = 999 }), "IssuingBodyId");
        Assert.Equal(0, await desk.LookAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task Only_the_accountant_allots_and_only_readers_of_plans_read()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Assert.Equal(Outcome.Forbidden, (await desk.RecordAsync(desk.Allotment(), desk.Leader)).Outcome);
        var officer = await desk.Portal.PersonAsync("Y Bhăm", Role.Officer);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((AllotmentService s) => s.ReadAsync(officer, null, default))).Outcome);
    }

    [Fact]
    public async Task Of_two_who_record_the_same_decision_at_once_one_does()
    {
        await using var desk = await PlanDesk.OpenAsync(onFile: true);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.Portal.UseAsync((AllotmentService s) => s.RecordAsync(desk.Accountant, desk.Allotment(), default)))));
        Assert.Single(results, r => r.IsDone);
        Assert.All(results.Where(r => !r.IsDone), r => Assert.IsType<PlanRefusals.DecisionNumberTaken>(Assert.Single(r.Refusals)));
        Assert.Equal(Vnd.Million(8000), (await desk.LookAsync(db => db.Allotments.SingleAsync())).Allotted);
    }

    private static async Task<AllotmentOverview> ReadAsync(PlanDesk desk, DateOnly? day) => (await desk.DoAsync((AllotmentService s) => s.ReadAsync(desk.Leader, day, default))).Value;

    private static AllotmentRequest Lowered(PlanDesk desk, string amount, string on) => desk.Allotment(amount, "09/QĐ-UBND", on) with { Lowers = true };

    private static async Task<PlanDesk> ApprovedAsync(string approvedOn = "14/11/2024")
    {
        var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { IssuedOn = approvedOn }));
        return desk;
    }
}
