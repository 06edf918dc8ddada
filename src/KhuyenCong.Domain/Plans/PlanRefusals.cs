using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>Why something cannot be done to a plan.</summary>
public static class PlanRefusals
{
    public sealed record WrongStatus(PlanAction Action, PlanStatus Status) : Refusal;

    public sealed record TrancheTaken(int Year, Tranche Tranche) : Refusal;

    /// <summary>What was ever submitted has a history that others rely on; it is not discarded.</summary>
    public sealed record WasSubmitted : Refusal;

    public sealed record NoProjects : Refusal;

    public sealed record AreaNotSet(int ProjectId, string ProjectName) : Refusal;

    public sealed record NoSupport(int ProjectId, string ProjectName) : Refusal;

    /// <summary>The beneficiary or the implementing unit is not written down.</summary>
    public sealed record NoParties(int ProjectId, string ProjectName) : Refusal;

    public sealed record NoPeriod(int ProjectId, string ProjectName) : Refusal;

    public sealed record NoOpinion(int ProjectId, string ProjectName) : Refusal;

    /// <summary>An opinion «không đạt» or «cần chỉnh sửa» blocks approval until the plan is returned and mended.</summary>
    public sealed record OpinionBlocks(int ProjectId, string ProjectName, AppraisalVerdict Verdict) : Refusal;

    /// <summary>Separation of duties: who submitted may not appraise.</summary>
    public sealed record SubmitterMayNotAppraise : Refusal;

    /// <summary>Separation of duties: who submitted may not approve.</summary>
    public sealed record SubmitterMayNotApprove : Refusal;

    public sealed record NoAllotment(int Year, FundingSource Source) : Refusal;

    public sealed record OverAllotment(int Year, FundingSource Source, Vnd Asked, Vnd Unallocated, Vnd Allotted, Vnd Allocated) : Refusal;

    public sealed record StatedTotalDiffers(Vnd Stated, Vnd Computed) : Refusal;

    public sealed record StatedCountDiffers(int Stated, int Computed) : Refusal;

    public sealed record DecisionNumberTaken(string Number, int Year) : Refusal;

    public sealed record DecisionDateMissing : Refusal;

    public sealed record DecisionDateInFuture(DateOnly IssuedOn) : Refusal;

    public sealed record DecisionFileMissing : Refusal;

    public sealed record ReasonMissing : Refusal;
}
