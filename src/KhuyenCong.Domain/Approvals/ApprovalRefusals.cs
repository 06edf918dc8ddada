using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Approvals;

/// <summary>Why a person cannot sign a step of an approval now.</summary>
public static class ApprovalRefusals
{
    /// <summary>Separation of duties: who submitted signs no step of it, also not for somebody else.</summary>
    public sealed record SubmitterMayNotSign : Refusal;

    /// <summary>One person signs one step of a submission.</summary>
    public sealed record SignedAnotherStep(string Position) : Refusal;

    /// <summary>Somebody signed another step in this person's stead: the authority is used.</summary>
    public sealed record AuthorityUsed(string Position, string By) : Refusal;

    /// <summary>The lender, or somebody in the lender's stead, signed another step: one authority fills one step.</summary>
    public sealed record LenderFilledStep(string Position, string By) : Refusal;

    /// <summary>An earlier step still waits.</summary>
    public sealed record StepWaits(string Position) : Refusal;

    public sealed record AllSigned : Refusal;

    /// <summary>It came back and was submitted anew since it was shown.</summary>
    public sealed record SubmittedAgain : Refusal;

    /// <summary>Nothing of the submission before the decision waits any more: who signed last, and whom it waits for now.</summary>
    /// <param name="Position">The step that was signed last.</param>
    /// <param name="By">Who signed it.</param>
    /// <param name="At">UTC.</param>
    /// <param name="Waits">The step that waits now; null when all are signed.</param>
    public sealed record SignedMeanwhile(string Position, string By, DateTime At, string? Waits) : Refusal;

    /// <summary>The account was locked, or the role taken away, since the page was opened.</summary>
    public sealed record RightLost : Refusal;

    /// <summary>The permission was lent, and the delegation is over.</summary>
    public sealed record DelegationOver : Refusal;

    /// <summary>The delegation lasts, but the account of who lent is locked: nothing is lent meanwhile.</summary>
    public sealed record LenderLocked(string Name) : Refusal;

    /// <summary>The delegation lasts, but who lent does not hold the permission by a role any more.</summary>
    public sealed record LenderHoldsNoMore(string Name) : Refusal;

    /// <summary>Who lent the permission submitted this: the delegate signs it no more than the lender could.</summary>
    public sealed record DelegatorSubmitted(string Name) : Refusal;

    /// <summary>The stored content no longer bears the hash that was submitted.</summary>
    public sealed record ContentMoved(string Submitted, string Now) : Refusal;

    public sealed record OverNorm(int ProjectId, string Name, Vnd Support, Vnd Limit) : Refusal;
}
