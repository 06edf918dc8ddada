using KhuyenCong.Domain.People;
using Xunit;
using static KhuyenCong.Domain.People.AccountRefusals;

namespace KhuyenCong.Domain.Tests.People;

public class AccountRulesTests
{
    private static readonly Actor Me = new(1, "Tôi", new HashSet<string>(StringComparer.Ordinal) { Permissions.AccountsManage });

    [Fact]
    public void Nobody_locks_oneself_or_the_last_administrator()
    {
        Assert.Empty(AccountRules.RefuseLock(Me, 2, "B", isLocked: false, isAdministrator: false, otherAdministrators: 0));
        Assert.Empty(AccountRules.RefuseLock(Me, 2, "B", isLocked: false, isAdministrator: true, otherAdministrators: 1));
        Assert.Equal([new LastAdministrator("B")], AccountRules.RefuseLock(Me, 2, "B", isLocked: false, isAdministrator: true, otherAdministrators: 0));
        Assert.Equal([new AlreadyLocked("B")], AccountRules.RefuseLock(Me, 2, "B", isLocked: true, isAdministrator: false, otherAdministrators: 0));
        Assert.Equal([new NobodyLocksOneself(), new LastAdministrator("Tôi")], AccountRules.RefuseLock(Me, 1, "Tôi", isLocked: false, isAdministrator: true, otherAdministrators: 0));
    }

    [Fact]
    public void The_last_administrator_stays_one()
    {
        Assert.Equal([new LastAdministrator("B")], AccountRules.RefuseRoles(Me, 2, "B", isAdministrator: true, [Role.Division], otherAdministrators: 0));
        Assert.Empty(AccountRules.RefuseRoles(Me, 2, "B", isAdministrator: true, [Role.Division], otherAdministrators: 1));
        Assert.Empty(AccountRules.RefuseRoles(Me, 2, "B", isAdministrator: false, [Role.Division], otherAdministrators: 0));
        Assert.Empty(AccountRules.RefuseRoles(Me, 2, "B", isAdministrator: true, [Role.Division, Role.Administrator], otherAdministrators: 0));
    }

    [Fact]
    public void Nobody_gives_business_to_oneself()
    {
        Assert.Equal([new NobodyGivesOneselfRoles()], AccountRules.RefuseRoles(Me, 1, "Tôi", isAdministrator: true, [Role.Administrator, Role.Leader], otherAdministrators: 1));
        Assert.Empty(AccountRules.RefuseRoles(Me, 1, "Tôi", isAdministrator: true, [Role.Administrator], otherAdministrators: 1));
        Assert.Empty(AccountRules.RefuseRoles(Me, 1, "Tôi", isAdministrator: true, [], otherAdministrators: 1));
    }

    [Theory]
    [InlineData(false, Role.Administrator)]
    [InlineData(false, Role.Leader, Role.DivisionHead, Role.Accountant)]
    [InlineData(true, Role.Administrator, Role.Leader)]
    [InlineData(true, Role.Manager, Role.Administrator)]
    [InlineData(true, Role.Administrator, Role.Officer)]
    public void Keeping_accounts_beside_business_is_noticed(bool mixes, params Role[] roles) => Assert.Equal(mixes, RolePermissions.MixesDuties(roles));

    [Fact]
    public void What_is_lent_may_be_done_and_is_not_held()
    {
        var delegated = Me with { Lent = new HashSet<string>(StringComparer.Ordinal) { Permissions.PlansApprove } };
        Assert.Equal((true, false, true, true), (delegated.May(Permissions.PlansApprove), delegated.Holds(Permissions.PlansApprove), delegated.May(Permissions.AccountsManage), delegated.Holds(Permissions.AccountsManage)));
        Assert.False(delegated.May(Permissions.PlansEdit));
    }

    [Fact]
    public void An_assignment_covers_its_days_and_ends_before_the_day_named()
    {
        OfficerAssignment assignment = new() { ProjectId = 1, OfficerId = 2, From = new(2024, 5, 1), AssignedById = 1 };
        Assert.Equal((false, true, true), (assignment.CoversDay(new(2024, 4, 30)), assignment.CoversDay(new(2024, 5, 1)), assignment.CoversDay(new(2030, 1, 1))));
        assignment.End(new(2024, 6, 1));
        Assert.Equal((true, false), (assignment.CoversDay(new(2024, 5, 31)), assignment.CoversDay(new(2024, 6, 1))));
        assignment.End(new(2024, 4, 1));
        Assert.Equal(new DateOnly(2024, 5, 1), assignment.Until);
    }

    [Fact]
    public void Two_rows_of_the_register_are_merged_once_and_as_one_taxpayer()
    {
        Beneficiary a = new() { Id = 1, Name = "A", TaxCode = "6000000001" }, b = new() { Id = 2, Name = "B", TaxCode = "6000000002" }, merged = new() { Id = 3, Name = "C", MergedIntoId = 1 };
        Assert.Equal([new BeneficiaryRefusals.MergedWithItself()], BeneficiaryRules.WhyNotMerge(a, a, isOneTaxpayer: false));
        Assert.Equal([new BeneficiaryRefusals.TaxCodesDiffer("6000000002", "6000000001")], BeneficiaryRules.WhyNotMerge(a, b, isOneTaxpayer: false));
        Assert.Empty(BeneficiaryRules.WhyNotMerge(a, b, isOneTaxpayer: true));
        Assert.Empty(BeneficiaryRules.WhyNotMerge(a, new Beneficiary { Id = 4, Name = "D", TaxCode = "6000000001" }, isOneTaxpayer: false));
        Assert.Empty(BeneficiaryRules.WhyNotMerge(a, new Beneficiary { Id = 4, Name = "D" }, isOneTaxpayer: false));
        Assert.Empty(BeneficiaryRules.WhyNotMerge(new Beneficiary { Id = 4, Name = "D" }, a, isOneTaxpayer: false));
        Assert.Equal([new BeneficiaryRefusals.IsMerged("C", 1)], BeneficiaryRules.WhyNotMerge(merged, a, isOneTaxpayer: false));
        Assert.Equal([new BeneficiaryRefusals.IsMerged("C", 1)], BeneficiaryRules.WhyNotMerge(a, merged, isOneTaxpayer: false));
    }
}
