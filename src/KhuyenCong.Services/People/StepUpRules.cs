using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>Which acts demand a second factor shown lately, of people who have one.</summary>
/// <param name="PostingThreshold">Posting this much or more demands it, in đồng.</param>
public sealed record StepUpRules(long PostingThreshold = 100_000_000)
{
    /// <summary>How long a factor counts as shown lately.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Why an act that demands a fresh factor cannot go on; null where it can.</summary>
    public static Failure? Refuse(Actor actor) => actor.MustShowFactor ? Failure.Refused(new AccountRefusals.FactorNotFresh()) : null;

    /// <summary>The same for posting an amount in đồng.</summary>
    public Failure? RefusePosting(Actor actor, long amount) => Math.Abs(amount) >= PostingThreshold ? Refuse(actor) : null;
}
