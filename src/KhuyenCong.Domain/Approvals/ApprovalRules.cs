namespace KhuyenCong.Domain.Approvals;

/// <summary>Why a person cannot sign a step of a submission: all reasons at once.</summary>
public static class ApprovalRules
{
    /// <summary>Why a step that was shown as waiting does not wait: who signed since, and who is next.</summary>
    public static Refusal WhyNotWaiting(Submission submission) => submission.Signatures.MaxBy(s => s.StepOrdinal) is { } last
        ? new ApprovalRefusals.SignedMeanwhile(submission.Steps.Single(s => s.Ordinal == last.StepOrdinal).Position, last.ByName, last.At, submission.Waiting?.Position)
        : submission.Waiting is { } waiting ? new ApprovalRefusals.StepWaits(waiting.Position) : new ApprovalRefusals.AllSigned();

    /// <summary>
    /// Separation of duties at each step, for delegates too: who submitted signs nothing of it, one person signs one
    /// step, and one person's authority fills one step, whoever exercises it. A signature by delegation is both the
    /// delegate's hand and the lender's authority: neither fills a second step.
    /// </summary>
    /// <param name="submission">With its steps and signatures.</param>
    /// <param name="step">The step to be signed.</param>
    /// <param name="signerId">Who would sign.</param>
    /// <param name="lentBy">Who lent the permission; null when it is the signer's own.</param>
    /// <param name="lenders">Who lent, by delegation: of every delegation that a signature names.</param>
    public static IReadOnlyList<Refusal> WhyNotSign(
        Submission submission, SubmissionStep step, int? signerId, int? lentBy, IReadOnlyDictionary<int, int> lenders)
    {
        List<Refusal> refusals = [];
        var waiting = submission.Waiting;
        if (waiting is null) refusals.Add(new ApprovalRefusals.AllSigned());
        else if (waiting.Ordinal != step.Ordinal) refusals.Add(new ApprovalRefusals.StepWaits(waiting.Position));
        if (submission.SubmittedById == signerId) refusals.Add(new ApprovalRefusals.SubmitterMayNotSign());
        else if (lentBy == submission.SubmittedById) refusals.Add(new ApprovalRefusals.DelegatorSubmitted(submission.SubmittedByName));

        var others = submission.Signatures.Where(s => s.StepOrdinal != step.Ordinal).OrderBy(s => s.StepOrdinal).ToList();
        if (others.Find(s => s.ById == signerId) is { } own) refusals.Add(new ApprovalRefusals.SignedAnotherStep(PositionOf(own)));
        else if (others.Find(s => Lender(s) == signerId) is { } lent) refusals.Add(new ApprovalRefusals.AuthorityUsed(PositionOf(lent), lent.ByName));
        else if (lentBy is not null && others.Find(s => s.ById == lentBy || Lender(s) == lentBy) is { } used)
        {
            refusals.Add(new ApprovalRefusals.LenderFilledStep(PositionOf(used), used.ByName));
        }

        return refusals;

        int? Lender(ApprovalSignature signature) => signature.DelegationId is { } id ? lenders[id] : null;
        string PositionOf(ApprovalSignature signature) => submission.Steps.Single(s => s.Ordinal == signature.StepOrdinal).Position;
    }
}
