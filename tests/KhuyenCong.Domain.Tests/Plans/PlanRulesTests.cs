using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Domain.Tests.Plans;

public class PlanRulesTests
{
    private static readonly Actor Leader = new(9, "Lãnh đạo", new HashSet<string>(StringComparer.Ordinal));
    private static readonly Actor Appraiser = new(5, "Người thẩm định", new HashSet<string>(StringComparer.Ordinal));
    private static readonly (int, FreeBudget)[] Enough = [(2024, new(FundingSource.Local, Vnd.Million(8000), Vnd.Zero))];

    [Fact]
    public void A_complete_draft_may_be_submitted() => Assert.Empty(PlanRules.WhyNotSubmit(Plans.In(PlanStatus.Draft), [Plans.Line(verdict: null)]));

    [Fact]
    public void A_plan_without_projects_is_not_submitted() =>
        Assert.Equal([new NoProjects()], PlanRules.WhyNotSubmit(Plans.In(PlanStatus.Draft), []));

    [Fact]
    public void A_project_without_beneficiary_or_implementing_unit_is_not_submitted()
    {
        var line = Plans.Line(verdict: null) with { HasParties = false };
        Assert.Equal([new NoParties(line.ProjectId, line.Name)], PlanRules.WhyNotSubmit(Plans.In(PlanStatus.Draft), [line]));
    }

    [Fact]
    public void Every_gap_of_every_project_is_told_at_once()
    {
        var bare = new PlanLine(4, "Chưa có gì", AreaScope.Unset, false, [], null);
        var free = Plans.Line(0) with { ProjectId = 5, Name = "Không tiền" };
        Assert.Equal(
            [new AreaNotSet(4, "Chưa có gì"), new NoSupport(4, "Chưa có gì"), new NoPeriod(4, "Chưa có gì"), new NoSupport(5, "Không tiền")],
            PlanRules.WhyNotSubmit(Plans.In(PlanStatus.Draft), [bare, free]));
    }

    [Theory]
    [InlineData(PlanStatus.Submitted)]
    [InlineData(PlanStatus.Appraised)]
    [InlineData(PlanStatus.Approved)]
    [InlineData(PlanStatus.Closed)]
    public void What_was_submitted_is_not_submitted_again(PlanStatus status) =>
        Assert.Equal([new WrongStatus(PlanAction.Submit, status)], PlanRules.WhyNotSubmit(Plans.In(status), [Plans.Line()]));

    [Fact]
    public void A_draft_never_submitted_may_be_discarded() => Assert.Empty(PlanRules.WhyNotDiscard(Plans.In(PlanStatus.Draft)));

    [Theory]
    [InlineData(PlanStatus.Submitted)]
    [InlineData(PlanStatus.Returned)]
    [InlineData(PlanStatus.Approved)]
    public void What_was_ever_submitted_is_not_discarded(PlanStatus status) =>
        Assert.Equal([new WasSubmitted()], PlanRules.WhyNotDiscard(Plans.In(status)));

    [Fact]
    public void The_appraisal_does_not_end_while_a_project_has_no_opinion() =>
        Assert.Equal(
            [new NoOpinion(1, "Đề án")],
            PlanRules.WhyNotAppraise(Plans.In(PlanStatus.Submitted), [Plans.Line(verdict: null), Plans.Line(verdict: AppraisalVerdict.Failed)], Appraiser));

    [Fact]
    public void A_draft_is_not_appraised() =>
        Assert.Equal([new WrongStatus(PlanAction.Appraise, PlanStatus.Draft)], PlanRules.WhyNotAppraise(Plans.In(PlanStatus.Draft), [Plans.Line()], Appraiser));

    [Fact]
    public void Who_submitted_may_not_appraise()
    {
        var submitter = Appraiser with { UserId = Plans.Submitter };
        Assert.Equal([new SubmitterMayNotAppraise()], PlanRules.WhyNotOpine(Plans.In(PlanStatus.Submitted), submitter));
        Assert.Equal([new SubmitterMayNotAppraise()], PlanRules.WhyNotAppraise(Plans.In(PlanStatus.Submitted), [Plans.Line()], submitter));
        Assert.Empty(PlanRules.WhyNotOpine(Plans.In(PlanStatus.Submitted), Appraiser));
    }

    [Fact]
    public void Nobody_is_the_submitter_of_what_was_never_submitted() =>
        Assert.Equal([new WrongStatus(PlanAction.Appraise, PlanStatus.Draft)], PlanRules.WhyNotOpine(Plans.In(PlanStatus.Draft), Actor.System("Máy")));

    [Fact]
    public void An_appraised_plan_within_its_allotment_may_be_approved() =>
        Assert.Empty(PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [Plans.Line(8000)], Enough, Leader));

    [Theory]
    [InlineData(PlanStatus.Draft)]
    [InlineData(PlanStatus.Submitted)]
    [InlineData(PlanStatus.Returned)]
    [InlineData(PlanStatus.Approved)]
    public void Only_an_appraised_plan_is_approved(PlanStatus status) =>
        Assert.Equal([new WrongStatus(PlanAction.Approve, status)], PlanRules.WhyNotApprove(Plans.In(status), [Plans.Line()], Enough, Leader));

    [Fact]
    public void Who_submitted_may_not_approve() =>
        Assert.Equal(
            [new SubmitterMayNotApprove()],
            PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [Plans.Line()], Enough, Leader with { UserId = Plans.Submitter }));

    [Fact]
    public void A_plan_that_lost_all_its_projects_is_not_approved() =>
        Assert.Equal([new NoProjects()], PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [], Enough, Leader));

    [Fact]
    public void An_opinion_that_is_missing_or_not_passed_blocks_approval() =>
        Assert.Equal(
            [
                new NoOpinion(1, "Đề án"), new OpinionBlocks(1, "Đề án", AppraisalVerdict.Failed),
                new OpinionBlocks(1, "Đề án", AppraisalVerdict.NeedsChange),
            ],
            PlanRules.WhyNotApprove(
                Plans.In(PlanStatus.Appraised),
                [Plans.Line(1, null), Plans.Line(1, AppraisalVerdict.Failed), Plans.Line(1, AppraisalVerdict.NeedsChange), Plans.Line(1)], Enough, Leader));

    [Fact]
    public void One_dong_beyond_the_unallocated_is_refused_with_the_amounts()
    {
        (int, FreeBudget)[] budget = [(2024, new(FundingSource.Local, Vnd.Million(300), Vnd.Million(200) + new Vnd(1)))];
        Assert.Equal(
            [new OverAllotment(2024, FundingSource.Local, Vnd.Million(100), Vnd.Million(100) - new Vnd(1), Vnd.Million(300), Vnd.Million(200) + new Vnd(1))],
            PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [Plans.Line(60), Plans.Line(40)], budget, Leader));
    }

    [Fact]
    public void Each_source_is_asked_against_its_own_allotment()
    {
        var both = Plans.Line() with
        {
            Funding = [new(FundingSource.Local, 2024, Vnd.Million(10)), new(FundingSource.National, 2024, Vnd.Million(20))],
        };
        Assert.Equal([new NoAllotment(2024, FundingSource.National)], PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [both], Enough, Leader));
    }

    [Fact]
    public void Each_year_is_asked_against_its_own_allotment()
    {
        var both = Plans.Line() with { Funding = [new(FundingSource.Local, 2024, Vnd.Million(10)), new(FundingSource.Local, 2025, Vnd.Million(20))] };
        Assert.Equal([new NoAllotment(2025, FundingSource.Local)], PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [both], Enough, Leader));
        (int, FreeBudget) next = (2025, new(FundingSource.Local, Vnd.Million(30), Vnd.Million(11)));
        Assert.Equal(
            [new OverAllotment(2025, FundingSource.Local, Vnd.Million(20), Vnd.Million(19), Vnd.Million(30), Vnd.Million(11))],
            PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [both], [.. Enough, next], Leader));

        // What the other year has does not make up for it, and a year that is not asked is not looked at.
        Assert.Empty(PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [Plans.Line(8000)], [.. Enough, next], Leader));
    }

    [Fact]
    public void A_source_that_gives_nothing_needs_no_allotment()
    {
        var none = Plans.Line() with { Funding = [new(FundingSource.Local, 2024, Vnd.Million(10)), new(FundingSource.National, 2024, Vnd.Zero)] };
        Assert.Empty(PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [none], Enough, Leader));
    }

    [Fact]
    public void A_project_over_its_norm_is_approved_with_a_reason_only()
    {
        var over = Plans.Line() with { Norm = new(NormVerdict.Over, Vnd.Million(90), Vnd.Million(10)) };
        Assert.Equal(
            [new KhuyenCong.Domain.Approvals.ApprovalRefusals.OverNorm(1, "Đề án", Vnd.Million(100), Vnd.Million(90))], PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [over], Enough, Leader));
        Assert.Empty(PlanRules.WhyNotApprove(Plans.In(PlanStatus.Appraised), [over with { OverNormReason = "Thiết bị mới" }], Enough, Leader));
    }
}
