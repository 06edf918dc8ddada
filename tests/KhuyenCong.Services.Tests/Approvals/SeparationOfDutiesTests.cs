using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>No one person carries a plan or an adjustment through alone, neither by roles nor by lending.</summary>
public sealed class SeparationOfDutiesTests
{
    [Fact]
    public async Task Who_submitted_gives_no_opinion_and_ends_no_appraisal()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        var request = new AppraisalRequest { Version = await desk.VersionAsync(plan), PassRest = true };
        Expect.RefusedOnlyBy<PlanRefusals.SubmitterMayNotAppraise>(await desk.DoAsync((PlanAppraisalService s) => s.SaveAsync(desk.Clerk, plan, request, default)));
        Expect.RefusedOnlyBy<PlanRefusals.SubmitterMayNotAppraise>(await desk.DoAsync((PlanAppraisalService s) => s.FinishAsync(desk.Clerk, plan, request, default)));
        Assert.Equal(0, await desk.LookAsync(db => db.Opinions.CountAsync()));

        // The page says so where the button would be, and somebody else may.
        Assert.Equal([new PlanRefusals.SubmitterMayNotAppraise()], (await ReadAsync(desk, plan, desk.Clerk)).WhyNotOpine);
        Assert.Empty((await ReadAsync(desk, plan, desk.Appraiser)).WhyNotOpine);
        await desk.PassAsync(plan);
    }

    [Fact]
    public async Task Who_submitted_the_round_before_may_appraise_what_another_submitted()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        Expect.Done(await desk.ReturnAsync(plan, "Sửa"));
        var version = await desk.VersionAsync(plan);
        Expect.Done(await desk.DoAsync((PlanSubmissionService s) => s.SubmitAsync(desk.Appraiser, plan, version, default)));
        Expect.RefusedOnlyBy<PlanRefusals.SubmitterMayNotAppraise>(await desk.AppraiseAsync(plan, finish: true, passRest: true));
        Assert.Empty((await ReadAsync(desk, plan, desk.Clerk)).WhyNotOpine);
    }

    [Fact]
    public async Task A_lender_who_signed_an_earlier_step_himself_does_not_decide_through_a_delegate()
    {
        await using var desk = await TwoHandsAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.EndorseAsync(adjustment, desk.Plans.Leader));
        var delegated = await LendAsync(desk, desk.Plans.Leader, "Y Thịnh Niê", Permissions.PlansApprove);
        Assert.Equal("Phó Giám đốc", Expect.RefusedOnlyBy<ApprovalRefusals.LenderFilledStep>(await desk.ApproveAsync(adjustment, by: delegated)).Position);
        Assert.Contains((await desk.PageAsync(adjustment, delegated)).WhyNotApprove, r => r is ApprovalRefusals.LenderFilledStep);
    }

    [Fact]
    public async Task Two_delegates_of_one_lender_do_not_sign_two_steps()
    {
        await using var desk = await TwoHandsAsync();
        var (first, second) = (await LendAsync(desk, desk.Plans.Leader, "Y Một", Permissions.PlansApprove), await LendAsync(desk, desk.Plans.Leader, "Y Hai", Permissions.PlansApprove));
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.EndorseAsync(adjustment, first));
        Assert.Equal("Y Một", Expect.RefusedOnlyBy<ApprovalRefusals.LenderFilledStep>(await desk.ApproveAsync(adjustment, by: second)).By);
        Assert.Equal("Y Một", Expect.RefusedOnlyBy<ApprovalRefusals.AuthorityUsed>(await desk.ApproveAsync(adjustment)).By);
        Expect.RefusedOnlyBy<ApprovalRefusals.SignedAnotherStep>(await desk.ApproveAsync(adjustment, by: first));
    }

    [Fact]
    public async Task A_delegate_of_two_lenders_signs_by_the_one_whose_hand_is_free()
    {
        await using var desk = await TwoHandsAsync();
        var other = await desk.Plans.Portal.PersonAsync("Lê Văn Phó", Role.Leader);
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.EndorseAsync(adjustment, desk.Plans.Leader));
        var delegated = await LendAsync(desk, desk.Plans.Leader, "Y Thịnh Niê", Permissions.PlansApprove);
        await LendAsync(desk, other, delegated, Permissions.PlansApprove);
        Expect.Done(await desk.ApproveAsync(adjustment, by: delegated));
        var capacity = await desk.Plans.LookAsync(db => db.Signatures.OrderByDescending(s => s.Id).Select(s => s.Capacity).FirstAsync());
        Assert.Contains("Lê Văn Phó", capacity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_lender_no_longer_holds_signs_nothing_even_within_an_open_session()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var delegated = await LendAsync(desk, desk.Plans.Leader, "Y Thịnh Niê", Permissions.PlansApprove);
        await using (var db = desk.Plans.Portal.Db())
        {
            db.UserRoles.RemoveRange(db.UserRoles.Where(r => r.UserId == desk.Plans.Leader.UserId));
            await db.SaveAsync(desk.Plans.Leader, null, default);
        }

        Assert.Equal(desk.Plans.Leader.Name, Expect.RefusedOnlyBy<ApprovalRefusals.LenderHoldsNoMore>(await desk.ApproveAsync(adjustment, by: delegated)).Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_locked_lender_is_named_as_the_reason_at_every_step(bool isDecision)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var lender = isDecision ? desk.Plans.Leader : desk.Head;
        var adjustment = isDecision ? await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000")) : await desk.SubmittedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var delegated = await LendAsync(desk, lender, await desk.Plans.Portal.PersonAsync("Y Thịnh Niê", Role.CentreManager), isDecision ? Permissions.PlansApprove : Permissions.PlansEndorse);
        await using (var db = desk.Plans.Portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == lender.UserId)).IsLocked = true;
            await db.SaveAsync(lender, null, default);
        }

        var result = isDecision ? await desk.ApproveAsync(adjustment, by: delegated) : await desk.EndorseAsync(adjustment, delegated);
        Assert.Equal(lender.Name, Expect.RefusedOnlyBy<ApprovalRefusals.LenderLocked>(result).Name);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task A_delegation_signs_from_its_first_day_to_its_last(int day, bool signs)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var delegated = await LendAsync(desk, desk.Plans.Leader, "Y Thịnh Niê", Permissions.PlansApprove, new(2024, 6, 10), new(2024, 6, 19));
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2024, 6, 10, 2, 0, 0, TimeSpan.Zero).AddDays(day));
        var result = await desk.ApproveAsync(adjustment, by: delegated);
        if (signs) Expect.Done(result);
        else Expect.RefusedOnlyBy<ApprovalRefusals.DelegationOver>(result);
    }

    // The step before the decision asks for the same permission as the decision.
    private static async Task<AdjustmentDesk> TwoHandsAsync()
    {
        var desk = await AdjustmentDesk.OpenAsync();
        await using var db = desk.Plans.Portal.Db();
        foreach (var step in await db.ApprovalSteps.ToListAsync()) (step.Permission, step.Position) = (Permissions.PlansApprove, "Phó Giám đốc");
        await db.SaveAsync(desk.Plans.Leader, null, default);
        return desk;
    }

    private static async Task<Actor> LendAsync(AdjustmentDesk desk, Actor from, string to, string permission, DateOnly? first = null, DateOnly? last = null) =>
        await LendAsync(desk, from, await desk.Plans.Portal.PersonAsync(to, Role.DivisionHead), permission, first, last);

    private static async Task<Actor> LendAsync(AdjustmentDesk desk, Actor from, Actor to, string permission, DateOnly? first = null, DateOnly? last = null)
    {
        await using var db = desk.Plans.Portal.Db();
        db.Delegations.Add(new Delegation
        {
            FromId = from.UserId!.Value, ToId = to.UserId!.Value, Permission = permission, From = first ?? new(2024, 5, 1), Until = last ?? new(2024, 6, 30),
            LegalBasis = "Giấy ủy quyền số 12/GUQ-SCT ngày 29/04/2024", RecordedById = from.UserId.Value, RecordedAt = DateTime.UnixEpoch,
        });
        await db.SaveAsync(from, null, default);
        return to with { Lent = new HashSet<string>(StringComparer.Ordinal) { permission } };
    }

    private static async Task<PlanPage> ReadAsync(PlanDesk desk, int plan, Actor by) => (await desk.DoAsync((PlanPageService s) => s.ReadAsync(by, plan, null, default))).Value;
}
