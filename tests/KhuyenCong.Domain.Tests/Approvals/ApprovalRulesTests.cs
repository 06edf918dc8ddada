using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using Xunit;
using static KhuyenCong.Domain.Approvals.ApprovalRefusals;

namespace KhuyenCong.Domain.Tests.Approvals;

public class ApprovalRulesTests
{
    private const int Submitter = 1, Head = 2, Leader = 3, Deputy = 4, Other = 5;

    // Delegation 10: the leader's; 20: the head's.
    private static readonly Dictionary<int, int> Lenders = new() { [10] = Leader, [11] = Leader, [20] = Head };

    [Fact]
    public void The_step_that_waits_is_signed_by_whoever_has_a_free_hand() => Assert.Empty(WhyNot(Waiting(), 1, Head));

    [Fact]
    public void A_later_step_waits_for_the_earlier_one()
    {
        Assert.Equal([new StepWaits("Trưởng phòng")], WhyNot(Waiting(), 2, Leader));
        Assert.Empty(WhyNot(Waiting(Signed(1, Head)), 2, Leader));
    }

    [Fact]
    public void Of_a_submission_that_is_signed_nothing_is_signed() =>
        Assert.Equal([new AllSigned()], WhyNot(Waiting(Signed(1, Head), Signed(2, Deputy), Signed(3, Leader)), 3, Other));

    [Fact]
    public void Who_submitted_signs_nothing_neither_alone_nor_for_another()
    {
        Assert.Equal([new SubmitterMayNotSign()], WhyNot(Waiting(), 1, Submitter));
        Assert.Equal([new SubmitterMayNotSign()], WhyNot(Waiting(), 1, Submitter, lentBy: Head));
    }

    [Fact]
    public void What_the_submitter_lends_signs_nothing() =>
        Assert.Equal([new DelegatorSubmitted("Người trình")], WhyNot(Waiting(), 1, Other, lentBy: Submitter));

    [Fact]
    public void One_person_signs_one_step() =>
        Assert.Equal([new SignedAnotherStep("Trưởng phòng")], WhyNot(Waiting(Signed(1, Head)), 2, Head));

    [Fact]
    public void A_lender_who_signed_an_earlier_step_does_not_sign_again_through_a_delegate() =>
        Assert.Equal([new LenderFilledStep("Trưởng phòng", "Người 3")], WhyNot(Waiting(Signed(1, Leader)), 2, Deputy, lentBy: Leader));

    [Fact]
    public void A_delegate_who_signed_a_step_in_his_own_right_signs_none_for_the_lender() =>
        Assert.Equal([new SignedAnotherStep("Trưởng phòng")], WhyNot(Waiting(Signed(1, Head)), 2, Head, lentBy: Leader));

    [Fact]
    public void A_delegate_who_signed_for_one_lender_signs_neither_for_another_nor_for_himself()
    {
        Assert.Equal([new SignedAnotherStep("Trưởng phòng")], WhyNot(Waiting(Signed(1, Deputy, 20)), 2, Deputy, lentBy: Leader));
        Assert.Equal([new SignedAnotherStep("Trưởng phòng")], WhyNot(Waiting(Signed(1, Deputy, 20)), 2, Deputy));
    }

    [Fact]
    public void A_lender_in_whose_stead_a_step_was_signed_signs_no_other_step() =>
        Assert.Equal([new AuthorityUsed("Trưởng phòng", "Người 4")], WhyNot(Waiting(Signed(1, Deputy, 10)), 2, Leader));

    [Fact]
    public void Two_delegates_of_one_lender_fill_one_step_between_them() =>
        Assert.Equal([new LenderFilledStep("Trưởng phòng", "Người 4")], WhyNot(Waiting(Signed(1, Deputy, 10)), 2, Other, lentBy: Leader));

    [Fact]
    public void Delegates_of_different_lenders_sign_a_step_each() => Assert.Empty(WhyNot(Waiting(Signed(1, Deputy, 20)), 2, Other, lentBy: Leader));

    [Fact]
    public void The_first_of_the_steps_that_were_filled_is_named() =>
        Assert.Equal([new SignedAnotherStep("Trưởng phòng")], WhyNot(Waiting(Signed(2, Head), Signed(1, Head)), 3, Head));

    private static IReadOnlyList<Refusal> WhyNot(Submission submission, int step, int signer, int? lentBy = null) =>
        ApprovalRules.WhyNotSign(submission, submission.Steps.Single(s => s.Ordinal == step), signer, lentBy, Lenders);

    private static Submission Waiting(params ApprovalSignature[] signatures) => new()
    {
        Subject = ApprovalSubject.Plan, SubjectId = 1, PlanId = 1, Round = 1, Canonical = "", Sha256 = "", SubmittedById = Submitter, SubmittedByName = "Người trình", SubmittedAt = default,
        Steps = [Step(1, "Trưởng phòng"), Step(2, "Phó Giám đốc"), Step(3, "Lãnh đạo")], Signatures = [.. signatures],
    };

    private static SubmissionStep Step(int ordinal, string position) => new() { Ordinal = ordinal, Position = position, Permission = Permissions.PlansApprove, IsDecision = ordinal == 3 };

    private static ApprovalSignature Signed(int step, int by, int? delegation = null) => new()
    {
        StepOrdinal = step, ById = by, ByName = $"Người {by}", Capacity = "", Sha256 = "", At = default, DelegationId = delegation,
    };
}
