using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.People;

/// <summary>The services refuse by themselves, whatever a page asked or forgot to ask.</summary>
public sealed class StepUpGuardTests
{
    public static TheoryData<string> Acts => [.. All.Keys];

    private static Dictionary<string, Func<TestPortal, Actor, Task<Result>>> All { get; } = new(StringComparer.Ordinal)
    {
        ["approve a plan"] = (portal, actor) => portal.UseAsync((PlanApprovalService s) => s.ApproveAsync(actor, 1, new ApprovalRequest(), default)),
        ["approve an adjustment"] = (portal, actor) => portal.UseAsync((AdjustmentApprovalService s) => s.ApproveAsync(actor, 1, new ApprovalRequest(), default)),
        ["sign a step"] = (portal, actor) => portal.UseAsync((SubmissionService s) => s.EndorseAsync(actor, 1, "x", null, default)),
        ["sign many"] = async (portal, actor) => await portal.UseAsync((BulkApprovalService s) => s.ApproveAsync(actor, new BulkApprovalRequest(), default)),
        ["ask for an account"] = async (portal, actor) => await portal.UseAsync((AccountRequestService s) => s.AskAccountAsync(actor, new NewAccount(), default)),
        ["ask for a password"] = async (portal, actor) => await portal.UseAsync((AccountRequestService s) => s.AskPasswordAsync(actor, 1, "Lý do", default)),
        ["ask for new factors"] = async (portal, actor) => await portal.UseAsync((AccountRequestService s) => s.AskFactorsAsync(actor, 1, "Lý do", default)),
        ["ask to unlock"] = async (portal, actor) => await portal.UseAsync((AccountRequestService s) => s.AskUnlockAsync(actor, 1, "Lý do", default)),
        ["give roles"] = async (portal, actor) => await portal.UseAsync((AccountService s) => s.SetRolesAsync(actor, 1, [Role.Leader], "Lý do", default)),
        ["confirm a request"] = async (portal, actor) => await portal.UseAsync((AccountConfirmationService s) => s.ConfirmAsync(actor, 1, default)),
        ["set which roles demand a factor"] = (portal, actor) => portal.UseAsync((RoleFactorService s) => s.SetAsync(actor, [], "Lý do", default)),
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_that_counts_is_refused_without_a_fresh_factor(string act)
    {
        await using var portal = await TestPortal.StartAsync();
        var person = await portal.PersonAsync("Người Mọi Quyền", Role.Leader, Role.DivisionHead, Role.Administrator);
        Expect.RefusedOnlyBy<AccountRefusals.FactorNotFresh>(await All[act](portal, person with { MustShowFactor = true }));
        Assert.DoesNotContain((await All[act](portal, person)).Refusals, r => r is AccountRefusals.FactorNotFresh);
    }
}
