using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Adjustments.AdjustmentRefusals;

namespace KhuyenCong.Services.Tests.Adjustments;

public class AdjustmentApprovalServiceTests
{
    [Fact]
    public async Task A_day_can_be_narrowed_to_what_had_been_recorded()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();

        // Both are entered on 01/06, with effect from earlier days.
        await desk.ApprovedAsync("20/03/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        await desk.ApprovedAsync("25/03/2024", AdjustmentDesk.Stop(desk.Second));
        var day = new DateOnly(2024, 3, 31);

        var now = await desk.Plans.PageAsync(desk.Plan, day);
        Assert.Equal((Vnd.Million(150), 1), (now.Figures.Support, now.Figures.Count));
        var known = await desk.Plans.PageAsync(desk.Plan, day, new DateOnly(2024, 5, 31));
        Assert.Equal((Vnd.Million(200), 2), (known.Figures.Support, known.Figures.Count));
        Assert.All(known.Projects, p => Assert.Equal(ProjectStatus.Approved, p.Status));
        Assert.Equal(now.Figures, (await desk.Plans.PageAsync(desk.Plan, day, new DateOnly(2024, 6, 1))).Figures);
        Assert.Empty((await desk.Plans.PageAsync(desk.Plan, day, new DateOnly(2024, 2, 29))).Projects);
        var today = await desk.Plans.PageAsync(desk.Plan, null, new DateOnly(2024, 5, 31));
        Assert.Equal((Vnd.Million(200), true), (today.Figures.Support, today.IsPast));
    }

    [Fact]
    public async Task A_decision_puts_the_lines_into_force_from_its_day_on_and_nothing_before()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"), AdjustmentDesk.Stop(desk.Second), AdjustmentDesk.Add());
        Assert.Equal(Vnd.Million(100), (await desk.ProjectAsync(desk.First)).Support);

        Expect.Done(await desk.ApproveAsync(adjustment));

        var (first, second) = (await desk.ProjectAsync(desk.First), await desk.ProjectAsync(desk.Second));
        Assert.Equal((Vnd.Million(150), ProjectStatus.Approved), (first.Support, first.Status));
        Assert.Equal((Vnd.Zero, ProjectStatus.Discontinued), (second.Support, second.Status));
        Assert.Equal(Vnd.Million(230), (await desk.AllotmentAsync()).Allocated);
        var before = await desk.Plans.PageAsync(desk.Plan, new DateOnly(2024, 5, 31));
        var after = await desk.Plans.PageAsync(desk.Plan, new DateOnly(2024, 6, 1));
        Assert.Equal((2, Vnd.Million(200)), (before.Figures.Count, before.Figures.Support));
        // The stopped project keeps its row, and counts no longer.
        Assert.Equal((2, Vnd.Million(230), 3), (after.Figures.Count, after.Figures.Support, after.Projects.Count()));
        var decision = await desk.Plans.LookAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.AdjustmentId == adjustment));
        Assert.Equal((DecisionKind.Adjust, Vnd.Million(30)), (decision.Kind, decision.Effect));
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task Each_kind_changes_its_own_terms_only()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.ApprovedAsync(
            "01/06/2024", AdjustmentDesk.Replace(desk.First, "Công ty TNHH Minh Phát"),
            new() { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.First, Area = "Toàn tỉnh", Reason = "Mở rộng" },
            new() { Kind = AdjustmentKind.ChangeDates, ProjectId = desk.First, EndMonth = "12/2024", Reason = "Chậm máy" },
            new() { Kind = AdjustmentKind.ChangeContent, ProjectId = desk.First, Name = "Máy sấy cà phê 2 tấn", Objectives = "Sấy 2 tấn/mẻ", Reason = "Đổi công suất" });

        var terms = await desk.Plans.LookAsync(db => db.ProjectTerms.AsNoTracking().Include(t => t.Funding).Include(t => t.Areas)
            .Where(t => t.ProjectId == desk.First).OrderBy(t => t.Id).ToListAsync());
        Assert.Equal(2, terms.Count);
        Assert.Equal("Hộ kinh doanh Lan Anh", terms[0].BeneficiaryText);
        Assert.Equal(("Công ty TNHH Minh Phát", "Máy sấy cà phê 2 tấn", "Sấy 2 tấn/mẻ"), (terms[1].BeneficiaryText, terms[1].Name, terms[1].Objectives));
        Assert.Equal((Domain.Territory.AreaScope.WholeProvince, 0, new DateOnly(2024, 12, 1)), (terms[1].AreaScope, terms[1].Areas.Count, terms[1].EndMonth));
        Assert.Equal((Vnd.Million(100), Vnd.Million(50)), (terms[1].Support, terms[1].Counterpart));
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task A_raise_beyond_the_unallocated_is_refused_with_the_amounts_and_nothing_is_written()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "201.000.000"));

        var refusal = Expect.RefusedOnlyBy<OverAllotment>(await desk.SubmitAsync(adjustment));

        Assert.Equal((Vnd.Million(101), Vnd.Million(100), Vnd.Million(300), Vnd.Million(200)), (refusal.Raise, refusal.Unallocated, refusal.Allotted, refusal.Allocated));
        Assert.Equal(0, await desk.Plans.LookAsync(db => db.Submissions.CountAsync(s => s.Subject == ApprovalSubject.Adjustment)));
    }

    [Fact]
    public async Task What_one_line_gives_back_another_may_take()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "300.000.000"), AdjustmentDesk.Stop(desk.Second));
        Assert.Equal(Vnd.Million(300), (await desk.AllotmentAsync()).Allocated);
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task Support_is_not_lowered_below_what_is_spent_or_contracted()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "90.000.000");

        var contracted = Expect.RefusedOnlyBy<LowerBelowContracted>(await desk.SubmitAsync(await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "80.000.000"))));
        Assert.Equal(Vnd.Million(90), contracted.Contracted);
        var both = await desk.SubmitAsync(await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "50.000.000")));
        Assert.Equal(["LowerBelowContracted", "LowerBelowSpent"], both.Refusals.Select(r => r.Code).Order());
    }

    [Fact]
    public async Task A_stop_with_money_out_says_what_is_to_be_recovered_and_ends_the_contract()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "90.000.000");
        Assert.Equal(Vnd.Million(60), Expect.RefusedOnlyBy<StopNeedsRecoveryPlan>(await desk.SubmitAsync(await desk.DraftAsync(AdjustmentDesk.Stop(desk.First)))).Posted);
        Expect.RefusedOnlyBy<RecoveryBeyondPosted>(await desk.SubmitAsync(await desk.DraftAsync(AdjustmentDesk.Stop(desk.First, "60.000.001", "01/09/2024"))));

        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Stop(desk.First, "40.000.000", "01/09/2024"));

        var project = await desk.ProjectAsync(desk.First);
        Assert.Equal((Vnd.Million(60), Vnd.Million(60), Vnd.Million(60)), (project.Support, project.Contracted, project.Posted));
        var termination = await desk.Plans.LookAsync(db => db.Contracts.AsNoTracking().SingleAsync(c => c.Kind == ContractKind.Termination));
        Assert.Equal(Vnd.Million(-30), termination.Value);
        Assert.Equal(Vnd.Million(160), (await desk.AllotmentAsync()).Allocated);
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task A_stop_waits_while_money_waits_for_the_accountant()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "10.000.000", contract: "90.000.000");
        Expect.Done(await desk.ProposeAsync(desk.First, "5.000.000"));
        var refusal = Expect.RefusedOnlyBy<MoneyWaiting>(await desk.SubmitAsync(await desk.DraftAsync(AdjustmentDesk.Stop(desk.First, "0"))));
        Assert.Equal(Vnd.Million(5), refusal.Pending);
    }

    [Fact]
    public async Task The_second_of_two_adjustments_of_one_project_is_shown_again_to_its_author()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var slower = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "120.000.000"));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Replace(desk.First, "Công ty TNHH Minh Phát"));

        Expect.RefusedOnlyBy<ApprovalRefusals.ContentMoved>(await desk.ApproveAsync(slower));
        Assert.Contains((await desk.PageAsync(slower)).Moved, row => row.Label.EndsWith("Đơn vị thụ hưởng", StringComparison.Ordinal));

        var version = await desk.VersionAsync(slower);
        Expect.Done(await desk.DoAsync((AdjustmentSubmissionService s) => s.ReturnAsync(desk.Plans.Leader, slower, version, "Xem lại bên thụ hưởng", CancellationToken.None)));
        Expect.Done(await desk.SubmitAsync(slower));
        Expect.Done(await desk.EndorseAsync(slower));
        Expect.Done(await desk.ApproveAsync(slower));
        var terms = await desk.Plans.LookAsync(db => db.ProjectTerms.AsNoTracking().Include(t => t.Funding).Where(t => t.ProjectId == desk.First).OrderByDescending(t => t.Id).FirstAsync());
        Assert.Equal(("Công ty TNHH Minh Phát", Vnd.Million(120)), (terms.BeneficiaryText, terms.Support));
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task An_adjustment_of_other_projects_is_not_held_up()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var slower = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.Second, "120.000.000"));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.ApproveAsync(slower));
        Assert.Equal(Vnd.Million(270), (await desk.AllotmentAsync()).Allocated);
    }

    [Fact]
    public async Task The_budget_that_another_decision_took_meanwhile_refuses_with_what_is_left()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var slower = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.Second, "160.000.000"));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Assert.Equal(Vnd.Million(50), Assert.IsType<OverAllotment>((await desk.ApproveAsync(slower)).Refusals[0]).Unallocated);
    }

    [Fact]
    public async Task A_decision_dated_back_slips_in_before_no_later_one_of_the_same_project()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.ApprovedAsync("20/05/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var back = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "160.000.000"));
        Assert.Equal(new DateOnly(2024, 5, 20), Expect.RefusedOnlyBy<LaterDecision>(await desk.ApproveAsync(back, "19/05/2024")).EffectiveFrom);
        Expect.Done(await desk.ApproveAsync(back, "20/05/2024"));
        Assert.Equal(Vnd.Million(160), (await desk.Plans.PageAsync(desk.Plan, new DateOnly(2024, 5, 20))).Projects.Single(p => p.Id == desk.First).Figures.Support);
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task A_decision_dated_back_must_hold_on_every_day_since()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "80.000.000", "15/04/2024", contract: "100.000.000");
        var recovery = await desk.ProposeAsync(desk.First, "70.000.000", "20/05/2024", MoneyEntryKind.Recovery);
        Expect.Done(await desk.DoAsync((Services.Money.MoneyService s) => s.ValidateAsync(desk.Plans.Accountant, recovery.Value, CancellationToken.None)));
        var back = await desk.EndorsedAsync(AdjustmentDesk.Stop(desk.First, "0"));

        var refusal = Assert.IsType<BreaksProjectOnDay>(Assert.Single((await desk.ApproveAsync(back, "10/05/2024")).Refusals));

        Assert.Equal((new DateOnly(2024, 5, 10), Vnd.Million(80), Vnd.Million(10)), (refusal.Day, refusal.Posted, refusal.Limit));
        Expect.Done(await desk.ApproveAsync(back, "21/05/2024"));
    }

    [Fact]
    public async Task Support_is_not_lowered_from_a_day_on_which_contracts_were_worth_more()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SignAsync(desk.First, "100.000.000", "15/04/2024");
        await desk.LowerContractAsync(desk.First, "40.000.000", "20/05/2024");
        var back = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "70.000.000"));

        var refusal = Expect.RefusedOnlyBy<ContractsBeyondSupportOnDay>(await desk.ApproveAsync(back, "19/05/2024"));

        Assert.Equal((new DateOnly(2024, 5, 19), Vnd.Million(100), Vnd.Million(70)), (refusal.Day, refusal.Contracted, refusal.Support));
        Expect.Done(await desk.ApproveAsync(back, "20/05/2024"));
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task Nothing_is_decided_before_the_plan_or_in_the_future()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Assert.Contains((await desk.ApproveAsync(adjustment, "29/02/2024")).Refusals, r => r is BeforeApproval);
        Expect.RefusedOnlyBy<PlanRefusals.DecisionDateInFuture>(await desk.ApproveAsync(adjustment, "02/06/2024"));
    }

    [Fact]
    public async Task Kinds_that_belong_to_the_plans_body_are_not_decided_by_another()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var province = await desk.Plans.LookAsync(db => db.Organisations.Where(o => o.Id != desk.Plans.Department).Select(o => o.Id).FirstAsync());
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"), AdjustmentDesk.Replace(desk.Second, "Hộ Y Bham"));
        Assert.Equal(AdjustmentKind.RaiseSupport, Expect.RefusedOnlyBy<OtherBodyDecides>(await desk.ApproveAsync(adjustment, change: r => r with { IssuingBodyId = province })).Kind);
    }

    [Fact]
    public async Task Steps_are_signed_in_order_by_different_people_and_never_by_the_submitter()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Assert.Equal("Trưởng phòng", Expect.RefusedOnlyBy<ApprovalRefusals.StepWaits>(await desk.ApproveAsync(adjustment)).Position);
        Assert.Equal(Outcome.Forbidden, (await desk.EndorseAsync(adjustment, desk.Plans.Clerk)).Outcome);
        Expect.Done(await desk.EndorseAsync(adjustment));
        Assert.Equal(desk.Head.Name, Expect.RefusedOnlyBy<ApprovalRefusals.SignedMeanwhile>(await desk.EndorseAsync(adjustment)).By);

        var own = await desk.DraftAsync(AdjustmentDesk.Raise(desk.Second, "110.000.000"));
        Expect.Done(await desk.SubmitAsync(own, desk.Head));
        Expect.RefusedOnlyBy<ApprovalRefusals.SubmitterMayNotSign>(await desk.EndorseAsync(own));
    }

    [Fact]
    public async Task A_delegate_signs_with_the_paper_named_and_no_more_than_the_lender_could()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var deputy = await desk.Plans.Portal.PersonAsync("Y Thịnh Niê", Domain.People.Role.Division);
        await LendAsync(desk, desk.Head, deputy, Domain.People.Permissions.PlansEndorse);
        deputy = deputy with { Lent = new HashSet<string> { Domain.People.Permissions.PlansEndorse } };
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.EndorseAsync(adjustment, deputy));
        var signature = await desk.Plans.LookAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.DelegationId != null));
        Assert.Contains("TUQ. Trưởng phòng", signature.Capacity, StringComparison.Ordinal);
        Assert.Contains("12/GUQ-SCT", signature.Capacity, StringComparison.Ordinal);

        var byHead = await desk.DraftAsync(AdjustmentDesk.Raise(desk.Second, "110.000.000"));
        Expect.Done(await desk.SubmitAsync(byHead, desk.Head));
        Expect.RefusedOnlyBy<ApprovalRefusals.DelegatorSubmitted>(await desk.EndorseAsync(byHead, deputy));
    }

    [Fact]
    public async Task A_delegation_that_is_over_signs_nothing()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var deputy = await desk.Plans.Portal.PersonAsync("Y Thịnh Niê", Domain.People.Role.Division);
        deputy = deputy with { Lent = new HashSet<string> { Domain.People.Permissions.PlansEndorse } };
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.RefusedOnlyBy<ApprovalRefusals.DelegationOver>(await desk.EndorseAsync(adjustment, deputy));
    }

    [Fact]
    public async Task A_hash_that_was_not_shown_last_is_answered_with_what_changed()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var shown = (await desk.SubmissionAsync(adjustment)).Sha256;
        var version = await desk.VersionAsync(adjustment);
        Expect.Done(await desk.DoAsync((AdjustmentSubmissionService s) => s.ReturnAsync(desk.Plans.Leader, adjustment, version, "Giảm bớt", CancellationToken.None)));
        var line = await desk.Plans.LookAsync(db => db.AdjustmentLines.Where(l => l.AdjustmentId == adjustment).Select(l => l.Id).SingleAsync());
        version = await desk.VersionAsync(adjustment);
        Expect.Done(await desk.DoAsync((AdjustmentDraftService s) => s.RemoveLineAsync(desk.Plans.Clerk, adjustment, line, version, CancellationToken.None)));
        Expect.Done(await desk.AddAsync(adjustment, AdjustmentDesk.Raise(desk.First, "140.000.000")));
        Expect.Done(await desk.SubmitAsync(adjustment));
        var submission = await desk.SubmissionAsync(adjustment);

        var stale = await desk.DoAsync((SubmissionService s) => s.EndorseAsync(desk.Head, submission.Id, shown, null, CancellationToken.None));

        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Contains(stale.Stale!.Rows, r => r.Yours.StartsWith("150.000.000", StringComparison.Ordinal) && r.Current.StartsWith("140.000.000", StringComparison.Ordinal));
        Assert.Equal(0, await desk.Plans.LookAsync(db => db.Signatures.CountAsync(s => s.SubmissionId == submission.Id)));
    }

    [Fact]
    public async Task What_is_carried_over_belongs_to_the_next_years_budget()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "100.000.000");
        AdjustmentLineRequest carry = new() { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.First, EndMonth = "03/2025", Reason = "Máy về muộn" };
        await desk.ApprovedAsync("01/06/2024", carry);

        // Its unused budget goes along, so that neither a free đồng here nor a budget there is needed.
        var (here, there) = (await desk.AllotmentAsync(), await desk.AllotmentAsync(2025));
        Assert.Equal((Vnd.Million(260), Vnd.Million(160)), (here.Allotted, here.Allocated));
        Assert.Equal((Vnd.Million(40), Vnd.Million(40)), (there.Allotted, there.Allocated));
        var papers = await desk.Plans.LookAsync(db => db.AllotmentPapers.AsNoTracking().Where(p => p.Decision!.Kind == DecisionKind.Adjust).OrderBy(p => p.Amount).ToListAsync());
        Assert.Equal([(Vnd.Million(-40), "Chuyển cùng đề án sang năm 2025"), (Vnd.Million(40), "Chuyển cùng đề án từ năm 2024")], papers.Select(p => (p.Amount, p.Note)));
        Assert.All(papers, p => Assert.Equal(new DateOnly(2024, 6, 1), p.IssuedOn));
        Assert.Equal((Vnd.Million(100), Vnd.Million(100)), ((await desk.ProjectAsync(desk.First)).Support, (await desk.ProjectAsync(desk.First)).Contracted));
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task An_adjustment_that_was_under_way_when_the_year_was_closed_takes_nothing_from_it_any_more()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var late = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        await using (var db = desk.Plans.Portal.Db())
        {
            db.YearClosings.Add(new YearClosing { Year = 2024, ClosedById = desk.Plans.Accountant.UserId!.Value, ClosedByName = "Kế toán", ClosedAt = DateTime.UnixEpoch });
            await db.SaveAsync(desk.Plans.Accountant, null, CancellationToken.None);
        }

        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 1, 10, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.ApproveAsync(late, "10/01/2025")).Year);
        Assert.Contains((await desk.PageAsync(late)).WhyNotApprove, r => r is MoneyRefusals.YearClosed);
        Assert.Equal(Vnd.Million(200), (await desk.AllotmentAsync()).Allocated);
    }

    [Fact]
    public async Task What_a_carried_over_project_leaves_behind_is_not_free_for_others()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        AdjustmentLineRequest carry = new() { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.First, EndMonth = "03/2025", Reason = "Máy về muộn" };
        var over = Expect.RefusedOnlyBy<AdjustmentRefusals.OverAllotment>(await desk.SubmitAsync(await desk.DraftAsync(carry, AdjustmentDesk.Raise(desk.Second, "200.000.001"))));
        Assert.Equal((Vnd.Million(100) + new Vnd(1), Vnd.Million(100)), (over.Raise, over.Unallocated));
        await desk.ApprovedAsync("01/06/2024", carry, AdjustmentDesk.Raise(desk.Second, "200.000.000"));
        Assert.Equal((Vnd.Million(200), Vnd.Million(200)), ((await desk.AllotmentAsync()).Allotted, (await desk.AllotmentAsync()).Allocated));
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task A_stopped_project_gives_back_what_was_recovered_and_its_contract_ends_by_as_much()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "90.000.000");
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Stop(desk.First, "40.000.000", "01/09/2024"));
        await desk.RecoverAsync(desk.First, "40.000.000", "01/06/2024");
        Assert.Equal(Vnd.Million(20), Expect.RefusedOnlyBy<LowerBelowSpent>(await desk.SubmitAsync(await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "19.000.000")))).Posted);

        // The second decision bears the number of the first: the two ends of the contract do not collide.
        var back = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "20.000.000"));
        var number = await desk.Plans.LookAsync(db => db.Contracts.Where(c => c.Kind == ContractKind.Termination).Select(c => c.Number).SingleAsync());
        Expect.Done(await desk.ApproveAsync(back, "01/06/2024", change: r => r with { Number = number, IssuingBodyId = desk.Plans.Committee }));

        var project = await desk.ProjectAsync(desk.First);
        Assert.Equal((Vnd.Million(20), Vnd.Million(20), Vnd.Million(20)), (project.Support, project.Contracted, project.Posted));
        Assert.Equal([(-30L, number), (-40L, $"{number} (2024)")], await desk.Plans.LookAsync(async db => (await db.Contracts.AsNoTracking().Where(c => c.Kind == ContractKind.Termination).OrderBy(c => c.Id).ToListAsync())
            .Select(c => (c.Value.Dong / 1_000_000, c.Number)).ToList()));
        Assert.Equal(Vnd.Million(120), (await desk.AllotmentAsync()).Allocated);
        Assert.True((await desk.Plans.LookAsync(db => db.TermsAsOf(new DateOnly(2024, 6, 1)).AsNoTracking().SingleAsync(t => t.ProjectId == desk.First))).IsStopped);
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task A_project_moves_to_another_source_only_before_money_is_out()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        AdjustmentLineRequest Move(int project) => new() { Kind = AdjustmentKind.MoveSource, ProjectId = project, Source = FundingSource.National, Reason = "Được trung ương hỗ trợ" };
        await desk.SpendAsync(desk.First, "60.000.000", contract: "100.000.000");
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("150.000.000", "03/QĐ-BCT", "01/05/2024", 2024) with { Source = FundingSource.National }));
        Expect.RefusedOnlyBy<SourceAfterDisbursement>(await desk.SubmitAsync(await desk.DraftAsync(Move(desk.First))));

        await desk.ApprovedAsync("01/06/2024", Move(desk.Second));

        Assert.Equal(FundingSource.National, (await desk.ProjectAsync(desk.Second)).Source);
        Assert.Equal(Vnd.Million(100), (await desk.AllotmentAsync()).Allocated);
        Assert.Equal(Vnd.Million(100), (await desk.AllotmentAsync(source: FundingSource.National)).Allocated);
        await IsSoundAsync(desk);
    }

    [Fact]
    public async Task Of_two_leaders_who_decide_at_once_one_decides()
    {
        await using var desk = await AdjustmentDesk.OpenAsync(onFile: true);
        var deputy = await desk.Plans.Portal.PersonAsync("Lê Văn Phó", Domain.People.Role.Leader);
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var request = await desk.DecisionAsync(adjustment);
        var results = await Task.WhenAll(new[] { (desk.Plans.Leader, "201/QĐ-SCT"), (deputy, "202/QĐ-SCT") }.Select(who => Task.Run(() =>
            desk.Plans.Portal.UseAsync((AdjustmentApprovalService s) => s.ApproveAsync(who.Item1, adjustment, request with { Number = who.Item2, File = Plans.PlanDesk.Pdf() }, CancellationToken.None)))));
        Assert.Equal([Outcome.Done, Outcome.Stale], results.Select(r => r.Outcome).Order());
        Assert.Equal(Vnd.Million(150), (await desk.ProjectAsync(desk.First)).Support);
    }

    private static async Task LendAsync(AdjustmentDesk desk, Domain.People.Actor from, Domain.People.Actor to, string permission)
    {
        await using var db = desk.Plans.Portal.Db();
        db.Delegations.Add(new Delegation
        {
            FromId = from.UserId!.Value, ToId = to.UserId!.Value, Permission = permission, From = new(2024, 5, 1), Until = new(2024, 6, 30), LegalBasis = "Giấy ủy quyền số 12/GUQ-SCT",
            RecordedById = from.UserId.Value, RecordedAt = DateTime.SpecifyKind(new(2024, 5, 1), DateTimeKind.Utc),
        });
        await db.SaveAsync(from, null, CancellationToken.None);
    }

    /// <summary>The trail agrees with the rows, and every submission with what it stands for.</summary>
    private static async Task IsSoundAsync(AdjustmentDesk desk)
    {
        Assert.Empty((await desk.DoAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None))).Faults);
        foreach (var id in await desk.Plans.LookAsync(db => db.Submissions.Select(s => s.Id).ToListAsync()))
        {
            var page = (await desk.DoAsync((SubmissionService s) => s.ReadAsync(desk.Plans.Leader, id, CancellationToken.None))).Value;
            Assert.True(page.Check.IsSound, string.Join("; ", page.Check.Differences));
        }
    }
}
