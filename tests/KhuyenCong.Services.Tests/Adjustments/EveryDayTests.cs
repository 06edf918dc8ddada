using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Inbox;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>What holds must hold on each day, and for each decision in the register's own order.</summary>
public sealed class EveryDayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_and_after_of_a_decided_adjustment_leave_out_later_decisions_of_its_day()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var first = await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var second = await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.Second, "130.000.000"));
        var third = await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Add(support: "10.000.000"));
        Assert.Equal((2, 200L, 2, 250L), await FiguresAsync(first));
        Assert.Equal((2, 250L, 2, 280L), await FiguresAsync(second));
        Assert.Equal((2, 280L, 3, 290L), await FiguresAsync(third));

        async Task<(int Before, long Million, int After, long MillionAfter)> FiguresAsync(int id)
        {
            var page = await desk.PageAsync(id);
            return (page.Before.Count, page.Before.Support.Dong / 1_000_000, page.After.Count, page.After.Support.Dong / 1_000_000);
        }
    }

    [Fact]
    public async Task Stated_figures_are_those_of_the_decisions_day()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.ApprovedAsync("20/05/2024", AdjustmentDesk.Lower(desk.Second, "50.000.000"));
        var back = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.ApproveAsync(back, "10/05/2024", change: r => r with { StatedTotal = "250.000.000", StatedBasis = StatedBasis.Support, StatedCount = 2 }));
        Assert.Equal(Vnd.Million(250), await desk.Plans.LookAsync(db => db.Decisions.Where(d => d.AdjustmentId == back).Select(d => d.ComputedTotal).SingleAsync(Stop)));
    }

    [Fact]
    public async Task No_more_is_paid_on_any_day_after_the_acceptance_than_was_accepted()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", "15/04/2024", contract: "100.000.000");
        await StartAsync(desk, desk.First);
        Expect.Done(await AcceptAsync(desk, "80.000.000", "01/05/2024"));
        await desk.RecoverAsync(desk.First, "40.000.000", "20/05/2024");
        var over = Expect.RefusedOnlyBy<MoneyRefusals.OverLimitOnDay>(await desk.ProposeAsync(desk.First, "60.000.000", "10/05/2024"));
        Assert.Equal((new DateOnly(2024, 5, 10), Vnd.Million(120), Vnd.Million(80)), (over.Day, over.Posted, over.Limit));
        Expect.Done(await desk.ProposeAsync(desk.First, "60.000.000", "20/05/2024"));
    }

    [Fact]
    public async Task The_work_is_not_accepted_from_a_day_on_which_more_had_been_paid()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "90.000.000", "15/04/2024", contract: "100.000.000");
        await StartAsync(desk, desk.First);
        await desk.RecoverAsync(desk.First, "20.000.000", "10/05/2024");
        var over = Expect.RefusedOnlyBy<MoneyRefusals.OverLimitOnDay>(await AcceptAsync(desk, "80.000.000", "01/05/2024"));
        Assert.Equal((new DateOnly(2024, 5, 1), Vnd.Million(90), Vnd.Million(80)), (over.Day, over.Posted, over.Limit));
        Expect.Done(await AcceptAsync(desk, "80.000.000", "10/05/2024"));
    }

    [Fact]
    public async Task What_was_accepted_on_a_past_day_stays_accepted_on_that_day()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await StartAsync(desk, desk.First);
        Expect.Done(await AcceptAsync(desk, "100.000.000", "01/05/2024"));
        await using (var db = desk.Plans.Portal.Db())
        {
            // As a decision on a settled project lowers it: what was accepted may not stay above the support.
            var project = await db.Projects.SingleAsync(p => p.Id == desk.First, Stop);
            db.Entry(project).Property(p => p.AcceptedSupport).CurrentValue = Vnd.Million(80);
            await db.SaveAsync(desk.Plans.Leader, null, Stop);
        }

        foreach (var (day, accepted) in new (int, Vnd?)[] { (30, null), (1, Vnd.Million(100)) })
        {
            var page = await desk.DoAsync((ProjectPageService s) => s.ReadAsync(desk.Plans.Leader, desk.First, new DateOnly(2024, day == 30 ? 4 : 5, day), Stop));
            Assert.Equal(accepted, page.Value.Money.AcceptedSupport);
        }
    }

    [Fact]
    public async Task Home_shows_this_years_budget_also_after_a_project_was_carried_over()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.ApprovedAsync("01/06/2024", Carry(desk.First));
        Assert.Equal([2024], await YearsAsync());
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 2, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal([2025], await YearsAsync());
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2026, 2, 1, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal([2025], await YearsAsync());

        async Task<IEnumerable<int>> YearsAsync() => (await desk.DoAsync((InboxService s) => s.ReadAsync(desk.Plans.Leader, Stop))).Value.Budgets.Select(b => b.Year).Distinct();
    }

    [Fact]
    public async Task Nobody_is_under_contract_for_less_than_nothing_after_a_stop()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await SignAsync(desk, "01/HĐ", "70.000.000", "Công ty Một");
        await SignAsync(desk, "02/HĐ", "30.000.000", "Công ty Hai");
        await desk.SpendAsync(desk.First, "10.000.000");
        var id = await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Stop(desk.First, "10.000.000", "30/09/2024"));
        var contracts = await desk.Plans.LookAsync(db => db.Contracts.Where(c => c.ProjectId == desk.First).OrderBy(c => c.Id).Select(c => new { c.Beneficiary!.Id, c.Beneficiary.Name, c.Number, c.Value }).ToListAsync(Stop));
        Assert.Equal(
            [("Công ty Hai", $"{100 + id}/QĐ-SCT", Vnd.Million(-30)), ("Công ty Một", $"{100 + id}/QĐ-SCT (2024)", Vnd.Million(-60))], contracts.Skip(2).Select(c => (c.Name, c.Number, c.Value)));
        foreach (var (beneficiary, value) in contracts.Take(2).Zip([Vnd.Million(10), Vnd.Zero]))
        {
            var page = (await desk.DoAsync((BeneficiaryPageService s) => s.ReadAsync(desk.Plans.Leader, beneficiary.Id, Stop))).Value;
            Assert.Equal(value, Assert.Single(page.Projects).Contracted);
        }

        Assert.Equal(Vnd.Million(10), (await desk.ProjectAsync(desk.First)).Contracted);
    }

    [Fact]
    public async Task Who_was_locked_or_lost_the_role_since_the_page_was_opened_signs_nothing()
    {
        await using var opened = await AdjustmentDesk.OpenAsync();
        var id = await opened.SubmittedAsync(AdjustmentDesk.Raise(opened.First, "150.000.000"));
        foreach (var isLocked in new[] { true, false })
        {
            await using var desk = await opened.CopyAsync();
            await using (var db = desk.Plans.Portal.Db())
            {
                if (isLocked) db.Entry(await db.Users.SingleAsync(u => u.Id == desk.Head.UserId, Stop)).Property(u => u.IsLocked).CurrentValue = true;
                else db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == desk.Head.UserId));
                await db.SaveAsync(desk.Plans.Leader, null, Stop);
            }

            Expect.RefusedOnlyBy<ApprovalRefusals.RightLost>(await desk.EndorseAsync(id));
        }

        Expect.Done(await opened.EndorseAsync(id));
        await using (var db = opened.Plans.Portal.Db())
        {
            db.Entry(await db.Users.SingleAsync(u => u.Id == opened.Plans.Leader.UserId, Stop)).Property(u => u.IsLocked).CurrentValue = true;
            await db.SaveAsync(opened.Plans.Clerk, null, Stop);
        }

        Expect.RefusedOnlyBy<ApprovalRefusals.RightLost>(await opened.ApproveAsync(id));
        Assert.Equal(Vnd.Million(100), (await opened.ProjectAsync(opened.First)).Support);
    }

    [Fact]
    public async Task An_officer_is_refused_a_stopped_project_by_its_own_reason()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var officer = await desk.Plans.Portal.PersonAsync("Y Khoa Êban", Role.Officer);
        var draft = (await desk.Plans.ProjectsAsync(await desk.Plans.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Máy rang"))))[0].Id;
        await desk.SpendAsync(desk.Second, "10.000.000", contract: "50.000.000");
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Stop(desk.First), AdjustmentDesk.Stop(desk.Second, "10.000.000", "30/09/2024"));
        Assert.Equal(ProjectStatus.Discontinued, Expect.RefusedOnlyBy<ProjectRefusals.NothingToFollow>(await AssignAsync(desk.First)).Status);
        Expect.RefusedOnlyBy<ProjectRefusals.NotApprovedYet>(await AssignAsync(draft));

        // Money may still come back: somebody follows it.
        Assert.Equal(1, (await AssignAsync(desk.Second)).Value);

        Task<Result<int>> AssignAsync(int project) => desk.DoAsync((AssignmentService s) =>
            s.AssignAsync(desk.Centre, new AssignOfficerRequest { ProjectIds = [project], OfficerId = officer.UserId, From = "01/06/2024" }, Stop));
    }

    [Fact]
    public async Task A_corrected_number_reaches_the_budget_and_frees_the_old_one()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var allotting = await desk.Plans.LookAsync(db => db.Decisions.Where(d => d.Kind == DecisionKind.Allot).Select(d => d.Id).SingleAsync(Stop));
        Expect.Done(await CorrectAsync(desk, allotting, "07/QĐ-UBND", "01/01/2024"));
        var paper = Assert.Single((await desk.DoAsync((AllotmentService s) => s.ReadAsync(desk.Plans.Leader, null, Stop))).Value.Papers);
        Assert.Equal(("07/QĐ-UBND", new DateOnly(2024, 1, 1)), (paper.Number, paper.IssuedOn!.Value));
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("100.000.000", "01/QĐ-UBND", "10/01/2024")));
        Expect.RefusedOnlyBy<PlanRefusals.DecisionNumberTaken>(await desk.Plans.RecordAsync(desk.Plans.Allotment("100.000.000", "07/QĐ-UBND", "10/01/2024")));

        // By another body the number is free, but not for a paper of the same budget: neither recorded nor corrected.
        var byDepartment = desk.Plans.Allotment("100.000.000", "07/QĐ-UBND", "11/01/2024") with { IssuingBodyId = desk.Plans.Department };
        Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.AllotmentPaperTaken>(await desk.Plans.RecordAsync(byDepartment)).Year);
        Expect.Done(await desk.Plans.RecordAsync(byDepartment with { Number = "08/QĐ-SCT" }));
        var own = await desk.Plans.LookAsync(db => db.Decisions.Where(d => d.Number == "08/QĐ-SCT").Select(d => d.Id).SingleAsync(Stop));
        Expect.RefusedOnlyBy<MoneyRefusals.AllotmentPaperTaken>(await CorrectAsync(desk, own, "07/qđ-ubnd", "11/01/2024"));
    }

    [Fact]
    public async Task Carrying_over_by_a_number_that_a_paper_of_the_budget_bears_is_refused()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.EndorsedAsync(Carry(desk.First));
        Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.AllotmentPaperTaken>(await desk.ApproveAsync(id, change: r => r with { Number = "01/QĐ-UBND" })).Year);
        Expect.Done(await desk.ApproveAsync(id));
    }

    [Fact]
    public async Task Objectives_and_reasons_keep_their_lines()
    {
        const string Lines = "Dây chuyền sấy:\n- 02 máy\n- 01 kho";
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangeContent, ProjectId = desk.First, Objectives = Lines, Reason = "Căn cứ:\n1. Đơn\n2. Biên bản" },
            AdjustmentDesk.Add() with { Objectives = Lines });
        var version = await desk.VersionAsync(id);
        Expect.Done(await desk.DoAsync((AdjustmentDraftService s) => s.RenameAsync(desk.Plans.Clerk, id, new AdjustmentRequest { Version = version, Reason = "Căn cứ:\n- Tờ trình" }, Stop)));
        var line = await desk.Plans.LookAsync(db => db.AdjustmentLines.Where(l => l.AdjustmentId == id).OrderBy(l => l.Ordinal).Select(l => l.Id).FirstAsync(Stop));
        var form = (await desk.DoAsync((AdjustmentFormService s) => s.OfLineAsync(desk.Plans.Clerk, id, line, Stop))).Value.Line!;
        Assert.Equal((Lines, "Căn cứ:\n1. Đơn\n2. Biên bản"), (form.Objectives, form.Reason));
        Expect.Done(await desk.DoAsync((AdjustmentDraftService s) => s.ChangeLineAsync(desk.Plans.Clerk, id, line, form, Stop)));
        Expect.Done(await desk.SubmitAsync(id));
        Expect.Done(await desk.EndorseAsync(id));
        Expect.Done(await desk.ApproveAsync(id));
        var page = await desk.PageAsync(id);
        Assert.Equal(("Căn cứ:\n- Tờ trình", "Căn cứ:\n1. Đơn\n2. Biên bản"), (page.Reason, page.Changes[0].Lines[0].Reason));
        Assert.Equal(2, await desk.Plans.LookAsync(db => db.ProjectTerms.CountAsync(t => t.Decision!.AdjustmentId == id && t.Objectives == Lines, Stop)));
        Assert.Empty((await desk.DoAsync((Services.Auditing.AuditVerifyService s) => s.VerifyAsync(null, Stop))).Faults);
    }

    [Fact]
    public async Task A_place_is_one_of_the_decisions_own_day_whatever_the_day_of_typing()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 6, 20, 2, 0, 0, TimeSpan.Zero));
        var early = await desk.EndorsedAsync(Place(desk.First, "Huyện Ea Kar"));
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 7, 10, 2, 0, 0, TimeSpan.Zero));
        var refusal = Expect.RefusedOnlyBy<DecisionRefusals.PlaceNotOnDay>(await desk.ApproveAsync(early, "01/07/2025"));
        Assert.Equal(("Máy sấy cà phê", "Huyện Ea Kar", new DateOnly(2025, 7, 1)), (refusal.Name, refusal.Place, refusal.Day));
        Expect.Done(await desk.ApproveAsync(early, "30/06/2025"));

        // A decision of June entered in July names the district that it names; a unit of July it cannot name.
        var late = await desk.EndorsedAsync(Place(desk.Second, "Huyện Cư M'gar"), AdjustmentDesk.Add());
        Assert.Equal(["Huyện Cư M'gar", "Huyện Krông Năng"], (await desk.ApproveAsync(late, "01/07/2025")).Refusals.OfType<DecisionRefusals.PlaceNotOnDay>().Select(r => r.Place));
        Expect.Done(await desk.ApproveAsync(late, "25/06/2025"));
        var tooNew = await desk.EndorsedAsync(Place(desk.First, "Xã Phú Xuân"));
        Expect.RefusedOnlyBy<DecisionRefusals.PlaceNotOnDay>(await desk.ApproveAsync(tooNew, "30/06/2025"));
        Expect.Done(await desk.ApproveAsync(tooNew, "01/07/2025"));

        // What changes something else keeps the place that its project has.
        Expect.Done(await desk.ApproveAsync(await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.Second, "90.000.000")), "05/07/2025"));
    }

    [Fact]
    public async Task A_plan_names_the_units_of_its_decisions_day()
    {
        await using var desk = await PlanDesk.OpenAsync();
        desk.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 8, 1, 2, 0, 0, TimeSpan.Zero));
        Expect.Done(await desk.RecordAsync(desk.Allotment("500.000.000", "01/QĐ-UBND", "02/01/2025", 2025)));
        var plan = (await desk.DoAsync((DraftPlanService s) => s.CreateAsync(desk.Clerk, new NewPlanRequest { Year = 2025, Tranche = 1, Source = FundingSource.Local }, Stop))).Value;
        var project = PlanDesk.Project() with { StartMonth = "2025-08", EndMonth = "2025-11" };
        Expect.Done(await desk.AddAsync(plan, project));
        Expect.Done(await desk.AddAsync(plan, project with { Name = "Máy rang", Area = "Xã Phú Xuân" }));
        Expect.Done(await desk.SubmitAsync(plan));
        await desk.PassAsync(plan);
        Assert.Equal("Huyện Krông Năng", Expect.RefusedOnlyBy<DecisionRefusals.PlaceNotOnDay>(await desk.ApproveAsync(plan, r => r with { IssuedOn = "01/08/2025" })).Place);
        Assert.Equal("Xã Phú Xuân", Expect.RefusedOnlyBy<DecisionRefusals.PlaceNotOnDay>(await desk.ApproveAsync(plan, r => r with { IssuedOn = "30/06/2025" })).Place);
    }

    private static AdjustmentLineRequest Place(int project, string area) => new() { Kind = AdjustmentKind.ChangePlace, ProjectId = project, Area = area, Reason = "Dời xưởng" };

    [Fact]
    public async Task A_bare_name_that_was_a_district_and_is_a_commune_is_asked_and_only_places_of_the_province_and_day_are_suggested()
    {
        await using var desk = await PlanDesk.OpenAsync();
        desk.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 7, 20, 2, 0, 0, TimeSpan.Zero));
        var plan = (await desk.DoAsync((DraftPlanService s) => s.CreateAsync(desk.Clerk, new NewPlanRequest { Year = 2025, Tranche = 1, Source = FundingSource.Local }, Stop))).Value;
        var project = PlanDesk.Project() with { StartMonth = "2025-08", EndMonth = "2025-11" };
        var asked = await desk.AddAsync(plan, project with { Area = "Krông Búk" });
        Assert.Equal(Outcome.Invalid, asked.Outcome);
        Assert.Contains("Huyện Krông Búk", asked.Errors.Single().Message, StringComparison.Ordinal);
        Expect.Done(await desk.AddAsync(plan, project with { Area = "Xã Krông Búk" }));
        Expect.Done(await desk.AddAsync(plan, project with { Area = "Toàn tỉnh" }));

        async Task<IReadOnlyList<string>> SuggestedAsync(int year)
        {
            var id = year == 2025 ? plan : await desk.DraftAsync(Tranche.Numbered(5), PlanDesk.Project());
            return (await desk.DoAsync((DraftProjectFormService s) => s.ReadAsync(desk.Clerk, id, null, Stop))).Value.AreaSuggestions;
        }

        var (old, now) = (await SuggestedAsync(2024), await SuggestedAsync(2025));
        Assert.Equal((16, "Toàn tỉnh"), (old.Count, old[0]));
        Assert.DoesNotContain("Huyện Tuy An", old);
        Assert.Contains("Xã Krông Búk", now);
        Assert.DoesNotContain(now, n => n.StartsWith("Huyện", StringComparison.Ordinal));
    }

    private static AdjustmentLineRequest Carry(int project) => new() { Kind = AdjustmentKind.MoveToNextYear, ProjectId = project, EndMonth = "03/2025", Reason = "Máy về muộn" };

    private static async Task StartAsync(AdjustmentDesk desk, int project)
    {
        await using var db = desk.Plans.Portal.Db();
        var row = await db.Projects.SingleAsync(p => p.Id == project, Stop);
        row.Start(desk.Centre, DateTime.UnixEpoch);
        await db.SaveAsync(desk.Centre, null, Stop);
    }

    private static async Task<Result> AcceptAsync(AdjustmentDesk desk, string accepted, string day)
    {
        var version = (await desk.ProjectAsync(desk.First)).Version;
        return await desk.DoAsync((AcceptanceService s) => s.RecordAsync(
            desk.Centre, new RecordAcceptanceRequest { ProjectId = desk.First, Version = version, Date = day, Finding = "Đạt", MinutesNumber = "01/BB", AcceptedSupport = accepted }, Stop));
    }

    private static async Task SignAsync(AdjustmentDesk desk, string number, string value, string beneficiary)
    {
        var version = (await desk.ProjectAsync(desk.First)).Version;
        Expect.Done(await desk.DoAsync((ContractService s) => s.RecordAsync(
            desk.Centre, new RecordContractRequest { ProjectId = desk.First, Version = version, Number = number, SignedOn = "05/03/2024", Value = value, Beneficiary = beneficiary }, Stop)));
    }

    private static async Task<Result> CorrectAsync(AdjustmentDesk desk, int decision, string number, string issuedOn)
    {
        var form = (await desk.DoAsync((DecisionCorrectionService s) => s.ReadAsync(desk.Plans.Clerk, decision, Stop))).Value;
        return await desk.DoAsync((DecisionCorrectionService s) => s.CorrectAsync(desk.Plans.Clerk, decision, form.Filled with { Number = number, IssuedOn = issuedOn, Reason = "Ghi nhầm số" }, Stop));
    }
}
