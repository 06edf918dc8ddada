using static KhuyenCong.Domain.People.Permissions;

namespace KhuyenCong.Domain.People;

/// <summary>The one table of who may do what. docs/permissions.md is rendered from it and compared by a test.</summary>
public static class RolePermissions
{
    private static readonly string[] ReadsAll = [PlansRead, ProjectsRead, ProjectsReadAll, DecisionsRead, BeneficiariesRead, ReportsRead, ReportsExport];
    private static readonly string[] DivisionWork =
    [
        .. ReadsAll, PlansEdit, PlansSubmit, PlansAppraise, PlansReturn, AdjustmentsEdit, AdjustmentsSubmit, DecisionsCorrect, BeneficiariesEdit,
    ];

    /// <summary>The permissions of a role. An administrator has no business permission at all.</summary>
    public static IReadOnlySet<string> Of(Role role) => role switch
    {
        Role.Leader => Set([.. ReadsAll, PlansApprove, PlansReturn, AccountsConfirm, AuditRead, AuditReadAll]),
        Role.DivisionHead => Set([.. DivisionWork, PlansEndorse, AuditRead, AuditReadAll]),
        Role.Division => Set(DivisionWork),
        Role.Accountant => Set([.. ReadsAll, AllotmentsEdit, MoneyValidate, YearsClose]),
        Role.CentreManager => Set([.. ReadsAll, OfficersAssign, ContractsRecord, ProjectsStart, AcceptancesRecord, ProgressUpdate, MoneyPropose, BeneficiariesEdit]),
        Role.Officer => Set([ProjectsRead, ProgressUpdate, MoneyPropose]),
        Role.Manager => Set(ReadsAll),
        Role.Administrator => Set([AccountsManage, AccountsConfirm, SettingsManage, AuditRead]),
    };

    /// <summary>The union over several roles.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<Role> roles) => Set(roles.SelectMany(Of));

    /// <summary>
    /// Whether an administrator alone must not give the role: it opens business, or it is the administrator's own, whose
    /// holder could confirm what the giver asks for next.
    /// </summary>
    public static bool NeedsSecondPerson(Role role) =>
        Of(role).Any(p => !Administrative.Contains(p) || p is AccountsManage or AccountsConfirm);

    /// <summary>
    /// Whether one account would keep accounts and do business: its holder could prepare what another confirms, and use it.
    /// Not refused, since a small office may have nobody else; whoever confirms is told.
    /// </summary>
    public static bool MixesDuties(IReadOnlyCollection<Role> roles) => roles.Contains(Role.Administrator) && Of(roles).Any(p => !Administrative.Contains(p));

    private static HashSet<string> Set(IEnumerable<string> permissions) => permissions.ToHashSet(StringComparer.Ordinal);
}
