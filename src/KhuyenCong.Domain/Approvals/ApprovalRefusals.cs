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

    /// <summary>The permission was lent, and the delegation is over.</summary>
    /// <summary>The account was locked, or the role taken away, since the page was opened.</summary>
    public sealed record RightLost : Refusal;

    public sealed record DelegationOver : Refusal;

    /// <summary>Who lent the permission submitted this: the delegate signs it no more than the lender could.</summary>
    public sealed record DelegatorSubmitted(string Name) : Refusal;

    /// <summary>The stored content no longer bears the hash that was submitted.</summary>
    public sealed record ContentMoved(string Submitted, string Now) : Refusal;

    public sealed record OverNorm(int ProjectId, string Name, Vnd Support, Vnd Limit) : Refusal;
}
