using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Imports;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Database;

/// <summary>What the database holds unique is refused in words before it throws, or is written by the program alone.</summary>
public class UniqueIndexTests
{
    private const string Counted = "numbered by the program, and asked again in a collision";
    private const string Reference = "reference data, written by seeding alone";
    private const string Drawn = "drawn at random, or by the authenticator";
    private const string Kept = "what is there is changed, not added once more";

    private static readonly Dictionary<string, object> Held = new(StringComparer.Ordinal)
    {
        ["ActivityCategory: Code"] = Reference,
        ["Adjustment: PlanId, Ordinal"] = Counted,
        ["AdministrativeUnit: Code, ValidFrom"] = Reference,
        ["Allotment: Year, Source"] = Kept,
        ["AllotmentPaper: AllotmentId, Number"] = typeof(MoneyRefusals.YearClosed),
        ["AnnexAlias: Kind, Key"] = typeof(AnnexRefusals.ReadOtherwise),
        ["AnnexAnswer: DocumentId, Subject"] = Kept,
        ["AnnexCarryOver: DocumentId"] = "written once, with its upload",
        ["AppRole: NormalizedName"] = Reference,
        ["AppUser: NormalizedUserName"] = typeof(AccountRefusals.AddressTaken),
        ["AppraisalOpinion: ProjectId, Round"] = Kept,
        ["ApprovalSignature: SubmissionId, StepOrdinal"] = typeof(ApprovalRefusals.AllSigned),
        ["BeneficiaryMerge: FromId"] = typeof(BeneficiaryRefusals.IsMerged),
        ["Contract: ProjectId, Number"] = typeof(MoneyRefusals.ContractNumberTaken),
        ["Decision: IssuingBodyId, Year, Number"] = typeof(PlanRefusals.DecisionNumberTaken),
        ["MoneyEntry: FormKey"] = "a form that is sent twice is answered as it was the first time",
        ["OneTimeLink: TokenHash"] = Drawn,
        ["Organisation: Code"] = Reference,
        ["Passkey: CredentialId"] = Drawn,
        ["Plan: Year, Tranche"] = typeof(PlanRefusals.TrancheTaken),
        ["ProgressUpdate: ProjectId, Date"] = typeof(ProjectRefusals.ProgressTwiceADay),
        ["Project: Code"] = Counted,
        ["RecoveryCode: UserId, CodeHash"] = Drawn,
        ["SpendingNorm: Code, ValidFrom"] = typeof(NormRefusals.NotAfterTheLast),
        ["Submission: Subject, SubjectId, Round"] = Counted,
        ["UnitAlias: UnitId, Alias"] = Reference,
        ["UserSession: TokenHash"] = Drawn,
        ["YearClosing: Year"] = typeof(MoneyRefusals.YearClosed),
    };

    [Fact]
    public void Each_has_its_refusal_or_its_reason()
    {
        using var db = PortalModels.Sqlite();
        var found = db.Model.GetEntityTypes().Where(t => !t.ClrType.Namespace!.StartsWith("Microsoft", StringComparison.Ordinal))
            .SelectMany(t => t.GetIndexes().Where(i => i.IsUnique).Select(i => $"{t.ClrType.Name}: {string.Join(", ", i.Properties.Select(p => p.Name))}")).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', Held.Keys.Order(StringComparer.Ordinal)), string.Join('\n', found));
        Assert.All(Held.Values.OfType<Type>(), refusal => Assert.True(refusal.IsSubclassOf(typeof(Refusal)), refusal.Name));
    }
}
