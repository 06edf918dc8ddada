namespace KhuyenCong.Domain.Approvals;

/// <summary>Why a person cannot sign a step of a submission: all reasons at once.</summary>
public static class ApprovalRules
{
    /// <summary>
    /// Separation of duties at each step, for delegates too: who submitted signs nothing of it, one person signs one
    /// step, and a delegate signs no more than the lender could.
    /// </summary>
    /// <param name="submission">With its steps and signatures.</param>
    /// <param name="step">The step to be signed.</param>
    /// <param name="signerId">Who would sign.</param>
    /// <param name="lentBy">Who lent the permission; null when it is the signer's own.</param>
    public static IReadOnlyList<Refusal> WhyNotSign(Submission submission, SubmissionStep step, int? signerId, int? lentBy)
    {
        List<Refusal> refusals = [];
        var waiting = submission.Waiting;
        if (waiting is null) refusals.Add(new ApprovalRefusals.AllSigned());
        else if (waiting.Ordinal != step.Ordinal) refusals.Add(new ApprovalRefusals.StepWaits(waiting.Position));
        if (submission.SubmittedById == signerId) refusals.Add(new ApprovalRefusals.SubmitterMayNotSign());
        else if (lentBy == submission.SubmittedById) refusals.Add(new ApprovalRefusals.DelegatorSubmitted(submission.SubmittedByName));
        var signed = submission.Signatures.FirstOrDefault(s => s.ById == signerId || s.ById == lentBy);
        if (signed is not null && signed.StepOrdinal != step.Ordinal)
        {
            refusals.Add(new ApprovalRefusals.SignedAnotherStep(submission.Steps.Single(s => s.Ordinal == signed.StepOrdinal).Position));
        }

        return refusals;
    }
}
