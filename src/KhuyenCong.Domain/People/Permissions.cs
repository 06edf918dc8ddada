namespace KhuyenCong.Domain.People;

/// <summary>What a person may do. Policies carry the same names.</summary>
public static class Permissions
{
    public const string PlansRead = "plans.read";
    public const string PlansEdit = "plans.edit";
    public const string PlansSubmit = "plans.submit";
    public const string PlansAppraise = "plans.appraise";
    public const string PlansApprove = "plans.approve";
    public const string PlansReturn = "plans.return";

    /// <summary>Signs a step before the decision (trưởng phòng).</summary>
    public const string PlansEndorse = "plans.endorse";

    public const string AdjustmentsEdit = "adjustments.edit";
    public const string AdjustmentsSubmit = "adjustments.submit";
    public const string AllotmentsEdit = "allotments.edit";
    public const string DecisionsRead = "decisions.read";

    /// <summary>«Đính chính» of a decision's own metadata.</summary>
    public const string DecisionsCorrect = "decisions.correct";

    public const string YearsClose = "years.close";

    /// <summary>The list of projects; which ones is decided by <see cref="ProjectsReadAll"/> or by assignment.</summary>
    public const string ProjectsRead = "projects.read";
    public const string ProjectsReadAll = "projects.read.all";
    public const string OfficersAssign = "officers.assign";
    public const string ContractsRecord = "contracts.record";
    public const string ProjectsStart = "projects.start";
    public const string AcceptancesRecord = "acceptances.record";
    public const string ProgressUpdate = "progress.update";
    public const string MoneyPropose = "money.propose";
    public const string MoneyValidate = "money.validate";
    public const string ReportsRead = "reports.read";
    public const string ReportsExport = "reports.export";
    public const string AccountsManage = "accounts.manage";

    /// <summary>The second person's word on what an administrator asks for: roles, passwords, factors, locks taken back.</summary>
    public const string AccountsConfirm = "accounts.confirm";

    public const string BeneficiariesRead = "beneficiaries.read";
    public const string BeneficiariesEdit = "beneficiaries.edit";

    /// <summary>Norms, approval steps, who decides which adjustment, delegations.</summary>
    public const string SettingsManage = "settings.manage";

    /// <summary>The trail of accounts, settings and reference data, and its verification.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>The trail of the business too: plans, projects, decisions, money.</summary>
    public const string AuditReadAll = "audit.read.all";

    public static IReadOnlyList<string> All { get; } =
    [
        PlansRead, PlansEdit, PlansSubmit, PlansAppraise, PlansApprove, PlansReturn, PlansEndorse, AdjustmentsEdit, AdjustmentsSubmit,
        AllotmentsEdit, DecisionsRead, DecisionsCorrect, YearsClose,
        ProjectsRead, ProjectsReadAll, OfficersAssign, ContractsRecord, ProjectsStart, AcceptancesRecord,
        ProgressUpdate, MoneyPropose, MoneyValidate, ReportsRead, ReportsExport, AccountsManage, AccountsConfirm,
        BeneficiariesRead, BeneficiariesEdit, SettingsManage, AuditRead, AuditReadAll,
    ];

    /// <summary>What keeps the portal going and opens no business: everything else does.</summary>
    public static IReadOnlySet<string> Administrative { get; } =
        new HashSet<string>([AccountsManage, AccountsConfirm, SettingsManage, AuditRead], StringComparer.Ordinal);
}
