namespace KhuyenCong.Domain.Projects;

/// <summary>Why something cannot be done to a project.</summary>
public static class ProjectRefusals
{
    public sealed record WrongStatus(ProjectAction Action, ProjectStatus Status) : Refusal;

    /// <summary>The category's projects are carried out under contract; record it first.</summary>
    public sealed record ContractNeeded(string CategoryCode) : Refusal;

    public sealed record TakesNoProgress(ProjectStatus Status) : Refusal;

    public sealed record ProgressInFuture(DateOnly Date) : Refusal;

    public sealed record ProgressBeforeDecision(DateOnly Date, DateOnly EffectiveFrom) : Refusal;

    public sealed record ProgressTwiceADay(DateOnly Date, string ByName) : Refusal;

    public sealed record LowerPercentNeedsReason(int Percent, int Before) : Refusal;

    /// <summary>An update later than this one states less and gives no reason: this one would put a drop before it.</summary>
    public sealed record PercentAboveLater(int Percent, int After, DateOnly AfterDate) : Refusal;

    public sealed record DateInFuture(DateOnly Date) : Refusal;

    public sealed record DateBeforeDecision(DateOnly Date, DateOnly EffectiveFrom) : Refusal;

    /// <summary>Officers follow approved projects only: a draft may still change or go.</summary>
    public sealed record NotApprovedYet(string ProjectCode) : Refusal;

    /// <summary>A project that was turned down, withdrawn or stopped with nothing left has no work to follow.</summary>
    public sealed record NothingToFollow(string ProjectCode, ProjectStatus Status) : Refusal;

    public sealed record NotAnOfficer(string Name) : Refusal;

    public sealed record NothingChosen : Refusal;

    /// <summary>Of several projects, the one whose decision takes effect last: from that day on all of them can be followed.</summary>
    public sealed record FollowedBeforeDecision(string ProjectCode, DateOnly From, DateOnly EffectiveFrom) : Refusal;

    /// <summary>An assignment ends on its first day at the earliest.</summary>
    public sealed record AssignmentEndsTooEarly(DateOnly Until, DateOnly From) : Refusal;

    /// <summary>The assignment has an end already.</summary>
    public sealed record AssignmentOver(DateOnly Until) : Refusal;
}
