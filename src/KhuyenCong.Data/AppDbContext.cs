using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Configurations;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

/// <summary>The database. Writing has one door: <see cref="SaveAsync"/> (in the other part of this class).</summary>
public sealed partial class AppDbContext(DbContextOptions<AppDbContext> options, AuditSeal seal, TimeProvider clock)
    : IdentityDbContext<AppUser, AppRole, int>(options), IDataProtectionKeyContext
{
    private static readonly SearchKeyInterceptor WritesSearchKeys = new();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanGroup> PlanGroups => Set<PlanGroup>();

    public DbSet<PlanStatusChange> PlanHistory => Set<PlanStatusChange>();

    public DbSet<ActivityCategory> Categories => Set<ActivityCategory>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectTerms> ProjectTerms => Set<ProjectTerms>();

    public DbSet<ProjectStatusChange> ProjectHistory => Set<ProjectStatusChange>();

    public DbSet<AppraisalOpinion> Opinions => Set<AppraisalOpinion>();

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<ProgressUpdate> ProgressUpdates => Set<ProgressUpdate>();

    public DbSet<OfficerAssignment> OfficerAssignments => Set<OfficerAssignment>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<AnnexAnswer> AnnexAnswers => Set<AnnexAnswer>();
    public DbSet<AnnexCarryOver> AnnexCarryOvers => Set<AnnexCarryOver>();
    public DbSet<AnnexAlias> AnnexAliases => Set<AnnexAlias>();

    public DbSet<Allotment> Allotments => Set<Allotment>();

    public DbSet<AllotmentPaper> AllotmentPapers => Set<AllotmentPaper>();

    public DbSet<SpendingNorm> SpendingNorms => Set<SpendingNorm>();

    public DbSet<MoneyEntry> MoneyEntries => Set<MoneyEntry>();

    public DbSet<MoneyVerdict> MoneyVerdicts => Set<MoneyVerdict>();

    public DbSet<VoucherUse> VoucherUses => Set<VoucherUse>();
    public DbSet<YearClosing> YearClosings => Set<YearClosing>();
    public DbSet<Adjustment> Adjustments => Set<Adjustment>();
    public DbSet<AdjustmentLine> AdjustmentLines => Set<AdjustmentLine>();
    public DbSet<AdjustmentStatusChange> AdjustmentHistory => Set<AdjustmentStatusChange>();
    public DbSet<AdjustmentAuthority> AdjustmentAuthorities => Set<AdjustmentAuthority>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<ApprovalSignature> Signatures => Set<ApprovalSignature>();
    public DbSet<ApprovalStep> ApprovalSteps => Set<ApprovalStep>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<DecisionCorrection> DecisionCorrections => Set<DecisionCorrection>();
    public DbSet<BeneficiaryMerge> BeneficiaryMerges => Set<BeneficiaryMerge>();
    public DbSet<SignInEvent> SignInEvents => Set<SignInEvent>();
    public DbSet<UserSession> UserSessions => Set<UserSession>();
    public DbSet<AccountRequest> AccountRequests => Set<AccountRequest>();
    public DbSet<AccountVerdict> AccountVerdicts => Set<AccountVerdict>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<IntegrityAlarm> IntegrityAlarms => Set<IntegrityAlarm>();
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Beneficiary> Beneficiaries => Set<Beneficiary>();

    public DbSet<AdministrativeUnit> Units => Set<AdministrativeUnit>();

    public DbSet<UnitSuccession> UnitSuccessions => Set<UnitSuccession>();

    public DbSet<UnitAlias> UnitAliases => Set<UnitAlias>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(WritesSearchKeys);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        Conventions.Finish(builder, binaryKeys: Database.ProviderName == "Microsoft.EntityFrameworkCore.SqlServer");
    }
}
