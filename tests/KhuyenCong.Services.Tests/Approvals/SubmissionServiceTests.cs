using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>What a submission shows to whom, and who signs its steps.</summary>
public sealed class SubmissionServiceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submission_is_found_by_its_number_and_by_its_hash_and_only_by_readers_of_plans()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var submission = await desk.SubmissionAsync(await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000")));
        var officer = await desk.Plans.Portal.PersonAsync("H'Lan Niê", Role.Officer);
        Assert.Equal(submission.Canonical, (await ReadAsync(desk, desk.Plans.Accountant, submission.Id)).Value.Canonical);
        Assert.Equal(submission.Id, (await FindAsync(desk, desk.Plans.Accountant, submission.Sha256)).Value.View.Id);
        Assert.Equal(Outcome.Forbidden, (await ReadAsync(desk, officer, submission.Id)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await FindAsync(desk, officer, submission.Sha256)).Outcome);
        Assert.Equal(Outcome.NotFound, (await ReadAsync(desk, desk.Head, 999)).Outcome);
        Assert.Equal(Outcome.NotFound, (await FindAsync(desk, desk.Head, new string('0', 64))).Outcome);
    }

    [Fact]
    public async Task Its_title_address_and_steps_are_those_of_its_subject()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var ofAdjustment = (await ReadAsync(desk, desk.Head, (await desk.SubmissionAsync(adjustment)).Id)).Value;
        var ofPlan = (await ReadAsync(desk, desk.Head, await PlanSubmissionAsync(desk.Plans, desk.Plan))).Value;
        Assert.StartsWith("Điều chỉnh lần 1 – Kế hoạch", ofAdjustment.Title, StringComparison.Ordinal);
        Assert.StartsWith("Kế hoạch", ofPlan.Title, StringComparison.Ordinal);
        Assert.Equal(($"/dieu-chinh/{adjustment}", $"/ke-hoach/{desk.Plan}"), (ofAdjustment.Href, ofPlan.Href));
        Assert.Equal([(1, false, true), (2, true, false)], ofAdjustment.View.Steps.Select(s => (s.Ordinal, s.IsDecision, s.Signature is not null)));
        Assert.Equal(2, ofAdjustment.View.Waiting!.Ordinal);
        Assert.Equal((null, null), (ofAdjustment.DecisionId, ofAdjustment.DecisionNumber));
        Assert.Equal("38/QĐ-SCT", ofPlan.DecisionNumber);
    }

    [Fact]
    public async Task The_button_to_sign_is_for_whose_step_waits_and_never_for_the_decision()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var id = (await desk.SubmissionAsync(adjustment)).Id;
        Assert.Equal((true, false, false), (await MayAsync(desk.Head), await MayAsync(desk.Plans.Leader), await MayAsync(desk.Plans.Clerk)));
        Expect.Done(await desk.EndorseAsync(adjustment));
        Assert.Equal((false, false, false), (await MayAsync(desk.Head), await MayAsync(desk.Plans.Leader), await MayAsync(desk.Plans.Clerk)));

        async Task<bool> MayAsync(Actor who) => (await ReadAsync(desk, who, id)).Value.View.MayEndorse;
    }

    [Fact]
    public async Task What_it_would_make_of_the_budgets_is_told_until_it_is_decided()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Add(support: "30.000.000"));
        var id = (await desk.SubmissionAsync(adjustment)).Id;
        var change = Assert.Single((await ReadAsync(desk, desk.Head, id)).Value.Budgets);
        Assert.Equal((2024, FundingSource.Local, Vnd.Million(20), Vnd.Zero), (change.Move.Year, change.Move.Source, change.Move.Allocated, change.Move.Allotted));
        Assert.Equal((Vnd.Million(200), Vnd.Million(220)), (change.Position.Approved, change.After.Approved));
        Expect.Done(await desk.ApproveAsync(adjustment));
        Assert.Empty((await ReadAsync(desk, desk.Head, id)).Value.Budgets);
    }

    [Fact]
    public async Task A_project_that_is_carried_over_takes_its_budget_along_and_no_other_does()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var carry = new AdjustmentLineRequest { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.Second, EndMonth = "03/2025", Reason = "Máy về muộn" };
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), carry);
        var budgets = (await ReadAsync(desk, desk.Head, (await desk.SubmissionAsync(adjustment)).Id)).Value.Budgets;
        Assert.Equal(
            [(2024, Vnd.Million(-110), Vnd.Million(-100)), (2025, Vnd.Million(100), Vnd.Million(100))],
            budgets.Select(b => (b.Move.Year, b.Move.Allocated, b.Move.Allotted)));
    }

    [Fact]
    public async Task A_step_of_a_plan_is_signed_once_on_what_was_shown_and_by_whom_it_is_for()
    {
        await using var desk = await StepForPlansAsync();
        var plan = await desk.Plans.AppraisedAsync(Tranche.Numbered(2), PlanDesk.Project("Máy thứ ba", "40.000.000"));
        var (id, sha256) = (await PlanSubmissionAsync(desk.Plans, plan), (await desk.Plans.Sha256Async(plan))!);
        Assert.Equal(Outcome.Forbidden, (await EndorseAsync(desk, desk.Plans.Clerk, id, sha256)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await EndorseAsync(desk, desk.Plans.Leader, id, sha256)).Outcome);
        Assert.Equal(Outcome.NotFound, (await EndorseAsync(desk, desk.Head, 999, sha256)).Outcome);
        Assert.Equal(Outcome.Stale, (await EndorseAsync(desk, desk.Head, id, null)).Outcome);
        Expect.RefusedOnlyBy<AccountRefusals.FactorNotFresh>(await EndorseAsync(desk, desk.Head with { MustShowFactor = true }, id, sha256));
        Expect.InvalidIn(await EndorseAsync(desk, desk.Head, id, sha256, new string('x', 2001)), "Note");

        var before = await desk.Plans.VersionAsync(plan);
        Expect.Done(await EndorseAsync(desk, desk.Head, id, sha256, new string('x', 2000)));
        Assert.True(await desk.Plans.VersionAsync(plan) > before);
        var signature = await desk.Plans.LookAsync(db => db.Set<ApprovalSignature>().SingleAsync(s => s.SubmissionId == id, Stop));
        Assert.Equal((1, desk.Head.UserId!.Value, sha256, 2000), (signature.StepOrdinal, signature.ById, signature.Sha256, signature.Note!.Length));
        var since = Expect.RefusedOnlyBy<ApprovalRefusals.SignedMeanwhile>(await EndorseAsync(desk, desk.Head, id, sha256));
        Assert.Equal(("Trưởng phòng", desk.Head.Name, "Lãnh đạo"), (since.Position, since.By, since.Waits));
        Expect.Done(await desk.Plans.ApproveAsync(plan, r => r with { Number = "45/QĐ-SCT", IssuedOn = "01/06/2024" }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_of_a_plan_that_was_returned_or_submitted_anew_is_not_signed(bool anew)
    {
        await using var desk = await StepForPlansAsync();
        var plan = await desk.Plans.AppraisedAsync(Tranche.Numbered(2), PlanDesk.Project("Máy thứ ba", "40.000.000"));
        var (id, sha256) = (await PlanSubmissionAsync(desk.Plans, plan), (await desk.Plans.Sha256Async(plan))!);
        Expect.Done(await desk.Plans.ReturnAsync(plan, "Bổ sung"));
        if (anew)
        {
            Expect.Done(await desk.Plans.SubmitAsync(plan));
            await desk.Plans.PassAsync(plan);
            Expect.RefusedOnlyBy<ApprovalRefusals.ContentMoved>(await EndorseAsync(desk, desk.Head, id, sha256));
        }
        else
        {
            Expect.RefusedOnlyBy<PlanRefusals.WrongStatus>(await EndorseAsync(desk, desk.Head, id, sha256));
        }

        Assert.False(await desk.Plans.LookAsync(db => db.Set<ApprovalSignature>().AnyAsync(s => s.SubmissionId == id, Stop)));
    }

    [Fact]
    public async Task A_step_of_an_adjustment_that_was_submitted_anew_is_not_signed_on_the_old_one()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var old = await desk.SubmissionAsync(adjustment);
        var version = await desk.VersionAsync(adjustment);
        Expect.Done(await desk.DoAsync((AdjustmentSubmissionService s) => s.ReturnAsync(desk.Plans.Leader, adjustment, version, "Bổ sung", Stop)));
        Expect.Done(await desk.SubmitAsync(adjustment));
        Expect.RefusedOnlyBy<ApprovalRefusals.ContentMoved>(await EndorseAsync(desk, desk.Head, old.Id, old.Sha256));
        Expect.Done(await desk.EndorseAsync(adjustment));
    }

    [Fact]
    public async Task Who_holds_an_older_page_is_shown_what_moved_since()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("300.000.000");
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        var old = (await desk.Sha256Async(plan))!;
        Expect.Done(await desk.ReturnAsync(plan, "Bổ sung"));
        var project = (await desk.ProjectsAsync(plan))[0].Id;
        Expect.Done(await desk.EditAsync(plan, project, await desk.FormAsync(plan, project) with { Name = "Tên mới" }));
        Expect.Done(await desk.SubmitAsync(plan));
        await desk.PassAsync(plan);
        var stale = (await desk.ApproveAsync(plan, r => r with { Sha256 = old })).Stale!;
        Assert.Equal(new StaleRow("KC-2024-D1-01 – Tên đề án", "Hỗ trợ máy sấy cà phê", "Tên mới"), Assert.Single(stale.Rows));
        Assert.Empty((await desk.ApproveAsync(plan, r => r with { Sha256 = "không rõ" })).Stale!.Rows);
        Assert.Empty((await desk.ApproveAsync(plan, r => r with { Sha256 = null })).Stale!.Rows);
    }

    [Fact]
    public async Task A_hash_of_another_plan_tells_nothing_of_it()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("300.000.000");
        var plan = await desk.AppraisedAsync();
        var other = await desk.AppraisedAsync(Tranche.Numbered(2), PlanDesk.Project("Máy của kế hoạch khác"));
        var foreign = await desk.Sha256Async(other);
        Assert.Empty((await desk.ApproveAsync(plan, r => r with { Sha256 = foreign })).Stale!.Rows);
    }

    [Fact]
    public async Task A_hash_finds_the_newest_round_that_bears_it()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var plan = await desk.Plans.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Máy thứ ba", "40.000.000"));
        Expect.Done(await desk.Plans.SubmitAsync(plan));
        var sha256 = (await desk.Plans.Sha256Async(plan))!;
        Expect.Done(await desk.Plans.ReturnAsync(plan, "Trình lại sau"));
        Expect.Done(await desk.Plans.SubmitAsync(plan));
        var found = (await FindAsync(desk, desk.Plans.Leader, sha256)).Value;
        Assert.Equal((2, await PlanSubmissionAsync(desk.Plans, plan)), (found.Round, found.View.Id));
    }

    [Fact]
    public async Task Steps_are_signed_in_the_order_that_they_are_set_in_whatever_order_they_were_set_up()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await using (var db = desk.Plans.Portal.Db())
        {
            foreach (var ordinal in new[] { 3, 2 })
            {
                db.ApprovalSteps.Add(new ApprovalStep { Subject = ApprovalSubject.Adjustment, Ordinal = ordinal, Position = $"Bước {ordinal}", Permission = Permissions.PlansEndorse, Enabled = true });
                await db.SaveAsync(Actor.System("Kiểm thử"), null, Stop);
            }
        }

        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var submission = await desk.SubmissionAsync(adjustment);
        var steps = await desk.Plans.LookAsync(db => db.Submissions.Where(s => s.Id == submission.Id).SelectMany(s => s.Steps).OrderBy(s => s.Ordinal).Select(s => s.Position).ToListAsync(Stop));
        Assert.Equal(["Trưởng phòng", "Bước 2", "Bước 3", "Lãnh đạo"], steps);
        foreach (var ordinal in new[] { 1, 2 })
        {
            Expect.Done(await desk.EndorseAsync(adjustment, await desk.Plans.Portal.PersonAsync($"Trưởng phòng {ordinal}", Role.DivisionHead)));
            Assert.Equal(ordinal, await desk.Plans.LookAsync(db => db.Set<ApprovalSignature>().Where(s => s.SubmissionId == submission.Id).MaxAsync(s => s.StepOrdinal, Stop)));
        }
    }

    [Fact]
    public async Task A_submitted_plan_is_written_group_by_group_in_the_plans_order_and_an_adjustment_ends_with_its_sum()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var plan = await desk.Plans.DraftAsync(
            Tranche.Numbered(2), PlanDesk.Project("Một", "10.000.000"), PlanDesk.Project("Hai", "10.000.000"), PlanDesk.Project("Ba", "10.000.000") with { Group = "c:ND1" }, PlanDesk.Project("Bốn", "10.000.000") with { Group = "c:ND1" });
        await using (var db = desk.Plans.Portal.Db())
        {
            var terms = await db.ProjectTerms.Include(t => t.Funding).Include(t => t.Beneficiaries).SingleAsync(t => t.Name == "Một", Stop);
            terms.SetFunding(FundingSource.National, 2024, new Vnd(2));
            terms.SetFunding(FundingSource.National, 2025, new Vnd(4));
            terms.SetFunding(FundingSource.Local, 2025, new Vnd(3));
            terms.SetFunding(FundingSource.Local, 2023, Vnd.Zero);
            foreach (var name in new[] { "Hộ một", "Hộ hai" }) terms.Beneficiaries.Add(new Beneficiary { Name = name, Kind = BeneficiaryKind.HouseholdBusiness });
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
        }

        Expect.Done(await desk.Plans.SubmitAsync(plan));
        var lines = CanonicalText.Read((await desk.Plans.SubmissionAsync(ApprovalSubject.Plan, plan))!.Canonical);
        Assert.Equal(["1.1", "1.2", "2.1", "2.2"], lines.Where(l => l.Path.EndsWith(".place", StringComparison.Ordinal)).Select(l => l.Value));
        Assert.Equal(["10000000", "2", "3", "4"], lines.Where(l => l.Path.Contains("support.", StringComparison.Ordinal)).Take(4).Select(l => l.Value));
        var register = lines.Single(l => l.Path.EndsWith(".register", StringComparison.Ordinal)).Value.Split(' ').Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(register is [var first, var second] && first < second);

        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Lower(desk.Second, "95.000.000"));
        Assert.Equal(new Vnd(-15_000_000), CanonicalText.SupportOf((await desk.SubmissionAsync(adjustment)).Canonical));
    }

    private static async Task<AdjustmentDesk> StepForPlansAsync()
    {
        var desk = await AdjustmentDesk.OpenAsync();
        await using var db = desk.Plans.Portal.Db();
        db.ApprovalSteps.Add(new ApprovalStep { Subject = ApprovalSubject.Plan, Ordinal = 1, Position = "Trưởng phòng", Permission = Permissions.PlansEndorse, Enabled = true });
        await db.SaveAsync(Actor.System("Kiểm thử"), null, Stop);
        return desk;
    }

    private static async Task<int> PlanSubmissionAsync(PlanDesk desk, int plan) => (await desk.SubmissionAsync(ApprovalSubject.Plan, plan))!.Id;

    private static Task<Result<SubmissionPage>> ReadAsync(AdjustmentDesk desk, Actor by, int id) => desk.DoAsync((SubmissionService s) => s.ReadAsync(by, id, Stop));

    private static Task<Result<SubmissionPage>> FindAsync(AdjustmentDesk desk, Actor by, string sha256) => desk.DoAsync((SubmissionService s) => s.FindAsync(by, sha256, Stop));

    private static Task<Result> EndorseAsync(AdjustmentDesk desk, Actor by, int id, string? sha256, string? note = null) =>
        desk.DoAsync((SubmissionService s) => s.EndorseAsync(by, id, sha256, note, Stop));
}
