using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using Xunit;
using static KhuyenCong.Domain.Approvals.SettingRefusals;

namespace KhuyenCong.Domain.Tests.Approvals;

public class DelegationRulesTests
{
    private const int Longest = 30;
    private static readonly DateOnly First = new(2024, 11, 15);
    private static readonly DelegationRules.Party Leader = new("Giám đốc", [Role.Leader]);
    private static readonly DelegationRules.Party Head = new("Trưởng phòng", [Role.DivisionHead]);

    [Theory]
    [InlineData("2024-11-14", false)]
    [InlineData("2024-11-15", true)]
    [InlineData("2024-11-20", true)]
    [InlineData("2024-11-21", false)]
    public void It_counts_from_its_first_day_to_its_last(string day, bool counts) =>
        Assert.Equal(counts, Asked().IsActiveOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Revoked_it_counts_on_no_day_and_says_by_whom_and_when()
    {
        var delegation = Asked();
        delegation.Revoke(8, DateTime.UnixEpoch);
        Assert.False(delegation.IsActiveOn(First));
        Assert.Equal((8, DateTime.UnixEpoch), (delegation.RevokedById, delegation.RevokedAt));
    }

    [Theory]
    [InlineData(Role.DivisionHead)]
    [InlineData(Role.CentreManager)]
    public void The_head_of_a_unit_below_may_sign_a_decision_in_the_leaders_stead(Role role) =>
        Assert.Empty(WhyNot(Asked(), Leader, new("Người đứng đầu", [Role.Manager, role])));

    [Theory]
    [InlineData(Role.Division)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public void Nobody_else_may(Role role) => Assert.Equal([new NotHeadOfUnit("Người khác")], WhyNot(Asked(), Leader, new("Người khác", [role])));

    [Fact]
    public void A_step_before_the_decision_is_no_signature_of_a_paper_and_may_be_lent_within_the_division() =>
        Assert.Empty(WhyNot(Asked(Permissions.PlansEndorse), Head, new("Chuyên viên", [Role.Division])));

    [Fact]
    public void What_is_lent_is_the_lenders_own() => Assert.Equal([new LenderLacksPermission("Trưởng phòng", Permissions.PlansApprove)], WhyNot(Asked(), Head, new("Giám đốc Trung tâm", [Role.CentreManager])));

    [Fact]
    public void Who_holds_it_needs_no_lending() => Assert.Equal([new AlreadyHolds("Phó Giám đốc", Permissions.PlansApprove)], WhyNot(Asked(), Leader, new("Phó Giám đốc", [Role.Leader])));

    [Fact]
    public void Nobody_lends_to_oneself_or_records_what_one_receives()
    {
        Assert.Equal([new DelegatedToOneself()], WhyNot(Asked(to: 1), Leader, Leader));
        Assert.Equal([new RecordedForOneself()], WhyNot(Asked(to: 9), Leader, Head));
    }

    [Fact]
    public void It_may_end_today_and_not_yesterday()
    {
        Assert.Empty(DelegationRules.WhyNotLend(Asked(), Leader, Head, new(2024, 11, 20), Longest));
        Assert.Equal([new DelegationInThePast(new(2024, 11, 20))], DelegationRules.WhyNotLend(Asked(), Leader, Head, new(2024, 11, 21), Longest));
    }

    [Fact]
    public void It_lasts_as_long_as_the_longest_and_not_a_day_more()
    {
        Assert.Empty(WhyNot(Asked(until: First.AddDays(Longest - 1)), Leader, Head));
        Assert.Equal([new DelegationTooLong(First.AddDays(Longest - 1), Longest)], WhyNot(Asked(until: First.AddDays(Longest)), Leader, Head));
    }

    private static IReadOnlyList<Refusal> WhyNot(Delegation asked, DelegationRules.Party lender, DelegationRules.Party delegated) =>
        DelegationRules.WhyNotLend(asked, lender, delegated, First, Longest);

    private static Delegation Asked(string permission = Permissions.PlansApprove, int to = 2, DateOnly? until = null) => new()
    {
        FromId = 1, ToId = to, Permission = permission, From = First, Until = until ?? new(2024, 11, 20), LegalBasis = "05/GUQ-SCT", RecordedById = 9, RecordedAt = DateTime.UnixEpoch,
    };
}
