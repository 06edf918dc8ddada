using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>Several signatures with one confirmation: each is its own, in its order, on what was shown.</summary>
public sealed class BulkApprovalServiceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_shown_oldest_first_with_what_it_makes_of_the_budgets()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var plan = await desk.Plans.AppraisedAsync(Tranche.Numbered(2), PlanDesk.Project("Máy thứ ba", "40.000.000"));
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var page = (await ReadAsync(desk, desk.Plans.Leader)).Value;
        var (ofPlan, ofAdjustment) = (page.Waiting[0], page.Waiting[1]);
        Assert.Equal(2, page.Waiting.Count);
        Assert.Equal((ApprovalSubject.Plan, plan, $"/ke-hoach/{plan}", await desk.Plans.VersionAsync(plan)), (ofPlan.Subject, ofPlan.Id, ofPlan.Href, ofPlan.Version));
        Assert.Equal((ApprovalSubject.Adjustment, adjustment, $"/dieu-chinh/{adjustment}", await desk.VersionAsync(adjustment)), (ofAdjustment.Subject, ofAdjustment.Id, ofAdjustment.Href, ofAdjustment.Version));
        Assert.DoesNotContain("Điều chỉnh", ofPlan.Title, StringComparison.Ordinal);
        Assert.StartsWith("Điều chỉnh lần 1 – Kế hoạch", ofAdjustment.Title, StringComparison.Ordinal);
        Assert.Equal((Vnd.Million(40), Vnd.Million(-10)), (ofPlan.Support, ofAdjustment.Support));
        Assert.True(ofPlan.IsDecision && ofAdjustment.IsDecision);
        Assert.Equal("Trần Thị Bình", ofPlan.SubmittedByName);

        var change = Assert.Single(page.Budgets);
        Assert.Equal((2024, FundingSource.Local, Vnd.Million(30), Vnd.Zero), (change.Move.Year, change.Move.Source, change.Move.Allocated, change.Move.Allotted));
        Assert.Equal((Vnd.Million(300), Vnd.Million(200), Vnd.Million(230)), (change.Position.Allotted, change.Position.Approved, change.After.Approved));
        Assert.Contains(page.Bodies, b => b.Id == desk.Plans.Department);
    }

    [Fact]
    public async Task A_step_before_the_decision_moves_no_budget_yet_and_is_the_heads()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var page = (await ReadAsync(desk, desk.Head)).Value;
        Assert.False(Assert.Single(page.Waiting).IsDecision);
        Assert.Empty(page.Budgets);
        Assert.Empty((await ReadAsync(desk, desk.Plans.Leader)).Value.Waiting);
    }

    [Fact]
    public async Task Only_who_signs_steps_reads_or_signs_them()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var request = Request(desk, new BulkApprovalItem(ApprovalSubject.Plan, 1, 1, 1, null, null, null));
        foreach (var actor in new[] { desk.Plans.Clerk, desk.Plans.Accountant, desk.Centre })
        {
            Assert.Equal(Outcome.Forbidden, (await ReadAsync(desk, actor)).Outcome);
            Assert.Equal(Outcome.Forbidden, (await ApproveAsync(desk, actor, request)).Outcome);
        }
    }

    [Theory]
    [InlineData("01/06/2024", false, "Items")]
    [InlineData("31/02/2024", true, "IssuedOn")]
    public async Task Nothing_chosen_and_a_day_that_is_none_are_told_at_their_fields(string day, bool chooses, string field)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var item = new BulkApprovalItem(ApprovalSubject.Plan, 1, 1, 1, null, null, null);
        Expect.InvalidIn(await ApproveAsync(desk, desk.Plans.Leader, Request(desk, chooses ? [item] : []) with { IssuedOn = day }), field);
    }

    [Fact]
    public async Task A_factor_that_is_not_fresh_signs_nothing()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var waiting = (await ReadAsync(desk, desk.Plans.Leader)).Value.Waiting[0];
        Expect.RefusedOnlyBy<AccountRefusals.FactorNotFresh>(await ApproveAsync(desk, desk.Plans.Leader with { MustShowFactor = true }, Request(desk, Item(waiting, "120/QĐ-SCT"))));
    }

    [Fact]
    public async Task Each_is_signed_for_itself_and_one_that_is_refused_stops_no_other()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var plan = await desk.Plans.AppraisedAsync(Tranche.Numbered(2), PlanDesk.Project("Máy thứ ba", "40.000.000"));
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var page = (await ReadAsync(desk, desk.Plans.Leader)).Value;
        var gone = new BulkApprovalItem(ApprovalSubject.Plan, 999, 999, 1, null, "119/QĐ-SCT", PlanDesk.Pdf());
        var outcomes = (await ApproveAsync(desk, desk.Plans.Leader, Request(desk, gone, Item(page.Waiting[1], "120/QĐ-SCT"), Item(page.Waiting[0], "120/QĐ-SCT")))).Value;
        Assert.Equal(["Nội dung không tìm thấy", page.Waiting[1].Title, page.Waiting[0].Title], outcomes.Select(o => o.Title));
        Assert.Equal(["/", $"/dieu-chinh/{adjustment}", $"/ke-hoach/{plan}"], outcomes.Select(o => o.Href));
        Assert.Equal(Outcome.NotFound, outcomes[0].Result.Outcome);
        Expect.Done(outcomes[1].Result);

        // The number was used a moment ago.
        Assert.Equal(Outcome.Refused, outcomes[2].Result.Outcome);
        var decision = await desk.Plans.LookAsync(db => db.Decisions.SingleAsync(d => d.AdjustmentId == adjustment, Stop));
        Assert.Equal(
            ("120/QĐ-SCT", new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 1), "Nguyễn Minh Tâm", "Giám đốc", desk.Plans.Department, "Luật Ngân sách nhà nước"),
            (decision.Number, decision.IssuedOn, decision.EffectiveFrom, decision.Signatory, decision.SignatoryTitle, decision.IssuingBodyId, decision.LegalBases));
        Assert.NotNull(decision.DocumentId);
        Assert.Equal(PlanStatus.Appraised, (await desk.Plans.PageAsync(plan)).Status);
    }

    [Fact]
    public async Task A_plan_and_a_step_are_signed_by_the_same_way()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var plan = await desk.Plans.AppraisedAsync(Tranche.Numbered(2), PlanDesk.Project("Máy thứ ba", "40.000.000"));
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var step = (await ReadAsync(desk, desk.Head)).Value.Waiting.Single();
        Expect.Done(Assert.Single((await ApproveAsync(desk, desk.Head, Request(desk, Item(step, null)))).Value).Result);
        Assert.Equal(desk.Head.UserId, (await desk.Plans.LookAsync(db => db.Set<ApprovalSignature>().SingleAsync(s => s.SubmissionId == step.SubmissionId, Stop))).ById);
        var waiting = (await ReadAsync(desk, desk.Plans.Leader)).Value.Waiting;
        Assert.Equal([ApprovalSubject.Plan, ApprovalSubject.Adjustment], waiting.Select(w => w.Subject));
        Expect.Done(Assert.Single((await ApproveAsync(desk, desk.Plans.Leader, Request(desk, Item(waiting[0], "121/QĐ-SCT")))).Value).Result);
        Assert.Equal(PlanStatus.Approved, (await desk.Plans.PageAsync(plan)).Status);
        Assert.Equal(adjustment, Assert.Single((await ReadAsync(desk, desk.Plans.Leader)).Value.Waiting).Id);
    }

    [Fact]
    public async Task What_somebody_else_signed_since_keeps_its_name_and_says_who_and_what_waits_now()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var other = await desk.Plans.Portal.PersonAsync("Trưởng phòng hai", Role.DivisionHead);
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var step = (await ReadAsync(desk, desk.Head)).Value.Waiting.Single();
        Expect.Done(await desk.EndorseAsync(adjustment, other));

        var endorsed = Assert.Single((await ApproveAsync(desk, desk.Head, Request(desk, Item(step, null)))).Value);
        Assert.Equal((step.Title, step.Href), (endorsed.Title, endorsed.Href));
        var since = Expect.RefusedOnlyBy<ApprovalRefusals.SignedMeanwhile>(endorsed.Result);
        Assert.Equal(("Trưởng phòng", other.Name, "Lãnh đạo"), (since.Position, since.By, since.Waits));

        var waiting = (await ReadAsync(desk, desk.Plans.Leader)).Value.Waiting.Single();
        Expect.Done(await desk.ApproveAsync(adjustment));
        var decided = Assert.Single((await ApproveAsync(desk, desk.Plans.Leader, Request(desk, Item(waiting, "120/QĐ-SCT")))).Value);
        Assert.Equal(waiting.Title, decided.Title);
        since = Expect.RefusedOnlyBy<ApprovalRefusals.SignedMeanwhile>(decided.Result);
        Assert.Equal(("Lãnh đạo", desk.Plans.Leader.Name, null), (since.Position, since.By, since.Waits));
    }

    [Fact]
    public async Task What_came_back_or_was_submitted_anew_since_says_so()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var step = (await ReadAsync(desk, desk.Head)).Value.Waiting.Single();
        var version = await desk.VersionAsync(adjustment);
        Expect.Done(await desk.DoAsync((Services.Adjustments.AdjustmentSubmissionService s) => s.ReturnAsync(desk.Head, adjustment, version, "Xem lại", Stop)));
        Assert.IsType<Domain.Adjustments.AdjustmentRefusals.WrongStatus>(Assert.Single(await AgainAsync()));
        Expect.Done(await desk.SubmitAsync(adjustment));
        Assert.IsType<ApprovalRefusals.SubmittedAgain>(Assert.Single(await AgainAsync()));

        async Task<IReadOnlyList<Domain.Refusal>> AgainAsync()
        {
            var outcome = Assert.Single((await ApproveAsync(desk, desk.Head, Request(desk, Item(step, null)))).Value);
            Assert.Equal(step.Title, outcome.Title);
            return outcome.Result.Refusals;
        }
    }

    [Fact]
    public async Task Who_may_sign_the_step_and_the_decision_is_told_that_the_decision_waits_now()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var both = await desk.Plans.Portal.PersonAsync("Nguyễn Kiêm Nhiệm", Role.DivisionHead, Role.Leader);
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var step = (await ReadAsync(desk, both)).Value.Waiting.Single();
        Expect.Done(await desk.EndorseAsync(adjustment));
        var outcome = Assert.Single((await ApproveAsync(desk, both, Request(desk, Item(step, null)))).Value);
        Assert.Equal(desk.Head.Name, Expect.RefusedOnlyBy<ApprovalRefusals.SignedMeanwhile>(outcome.Result).By);
    }

    [Fact]
    public async Task No_more_than_twenty_are_shown_the_oldest_first()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        for (var i = 0; i < BulkApprovalService.Most + 1; i++) await WaitingAsync(desk, i, "x");
        var titles = (await ReadAsync(desk, desk.Plans.Leader)).Value.Waiting.Select(w => w.Title).ToList();
        Assert.Equal(Enumerable.Range(0, BulkApprovalService.Most).Select(i => $"Kế hoạch {i}"), titles);
    }

    [Theory]
    [InlineData("project.KC-1.support.Local.2024: 5", 5L)]
    [InlineData("project.KC-1.before.support.Local.2024: 5", -5L)]
    [InlineData("group.KC-1.support.Local.2024: 5", null)]
    [InlineData("project.KC-1.counterpart.Local.2024: 5", null)]
    [InlineData("project.support.Local.2024: 5", null)]
    [InlineData("project.KC-1.support.Khác.2024: 5", null)]
    [InlineData("project.KC-1.support.Local.năm: 5", null)]
    [InlineData("project.KC-1.support.Local.2024: năm", null)]
    public async Task Only_shares_of_projects_in_the_signed_text_move_a_budget(string line, long? moved)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await WaitingAsync(desk, 0, "x\n" + line + "\n");
        var budgets = (await ReadAsync(desk, desk.Plans.Leader)).Value.Budgets;
        Assert.Equal(moved is { } dong ? [new Vnd(dong)] : [], budgets.Select(b => b.Move.Allocated));
    }

    /// <summary>A plan that waits for the leader on a text that was written by hand.</summary>
    private static async Task WaitingAsync(AdjustmentDesk desk, int i, string canonical)
    {
        await using var db = desk.Plans.Portal.Db();
        var plan = new Plan { Title = $"Kế hoạch {i}", Year = 2024, Tranche = Tranche.Numbered(i + 3), Source = FundingSource.Local, CreatedById = desk.Plans.Clerk.UserId!.Value };
        db.Plans.Add(plan);
        db.Entry(plan).Property(p => p.Status).CurrentValue = PlanStatus.Appraised;
        db.Entry(plan).Property(p => p.Round).CurrentValue = 1;
        await db.SaveAsync(desk.Plans.Clerk, null, Stop);
        db.Submissions.Add(new Submission
        {
            Subject = ApprovalSubject.Plan, SubjectId = plan.Id, PlanId = plan.Id, Round = 1, Canonical = canonical, Sha256 = $"{i}", SubmittedById = desk.Plans.Clerk.UserId!.Value,
            SubmittedByName = "Trần Thị Bình", SubmittedAt = DateTime.UnixEpoch, Steps = { new SubmissionStep { Ordinal = 1, Position = "Lãnh đạo", Permission = Permissions.PlansApprove, IsDecision = true } },
        });
        await db.SaveAsync(desk.Plans.Clerk, null, Stop);
    }

    private static BulkApprovalItem Item(WaitingSignature waiting, string? number) =>
        new(waiting.Subject, waiting.Id, waiting.SubmissionId, waiting.Version, waiting.Sha256, number, number is null ? null : PlanDesk.Pdf());

    private static BulkApprovalRequest Request(AdjustmentDesk desk, params BulkApprovalItem[] items) => new()
    {
        IssuedOn = "01/06/2024", IssuingBodyId = desk.Plans.Department, Signatory = "Nguyễn Minh Tâm", SignatoryTitle = "Giám đốc", LegalBases = "Luật Ngân sách nhà nước", Items = items,
    };

    private static Task<Result<BulkApprovalPage>> ReadAsync(AdjustmentDesk desk, Actor by) => desk.DoAsync((BulkApprovalService s) => s.ReadAsync(by, Stop));

    private static Task<Result<IReadOnlyList<BulkApprovalOutcome>>> ApproveAsync(AdjustmentDesk desk, Actor by, BulkApprovalRequest request) =>
        desk.DoAsync((BulkApprovalService s) => s.ApproveAsync(by, request, Stop));
}
