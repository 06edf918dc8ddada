using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Vi;

/// <summary>The word for a value of any enum that rows hold: for the trail, which tells of them all.</summary>
public static class EnumText
{
    public static string Of(Enum value) => value switch
    {
        PlanStatus status => StatusText.Of(status),
        PlanAction action => StatusText.Of(action),
        ProjectStatus status => StatusText.Of(status),
        ProjectAction action => StatusText.Of(action),
        AppraisalVerdict verdict => StatusText.Of(verdict),
        ContractKind kind => StatusText.Of(kind),
        DecisionKind kind => StatusText.Of(kind),
        StatedBasis basis => StatusText.Of(basis),
        MoneyEntryKind kind => StatusText.Of(kind),
        FundingSource source => StatusText.Of(source),
        SigningCapacity capacity => DecisionText.Of(capacity),
        CorrectedField field => DecisionText.Of(field),
        AdjustmentStatus status => AdjustmentText.Of(status),
        AdjustmentAction action => AdjustmentText.Of(action),
        AdjustmentKind kind => AdjustmentText.Of(kind),
        AdjustmentDecider decider => AdjustmentText.Of(decider),
        ApprovalSubject subject => AdjustmentText.Of(subject),
        BeneficiaryKind kind => PeopleText.Of(kind),
        SignInKind kind => PeopleText.Of(kind),
        SessionEnd end => PeopleText.Of(end),
        AccountRequestKind kind => PeopleText.Of(kind),
        OneTimeLinkPurpose purpose => PeopleText.Of(purpose),
        NoticeKind kind => PeopleText.Of(kind),
        IntegrityAlarmKind kind => AuditText.Of(kind),
        AreaScope scope => AreaTexts.Of(scope),
        UnitLevel level => AreaTexts.Of(level),
        OrganisationKind kind => PeopleText.Of(kind),
        AnnexAliasKind kind => AnnexAliasTexts.Of(kind),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "An enum without words."),
    };
}
