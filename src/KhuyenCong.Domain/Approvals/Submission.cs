namespace KhuyenCong.Domain.Approvals;

/// <summary>
/// What was submitted, frozen: the canonical text of the content and its SHA-256. Who approves, approves this hash;
/// content that moved since is another content and needs another submission.
/// </summary>
public class Submission : IAppendOnly
{
    public int Id { get; init; }
    public required ApprovalSubject Subject { get; init; }

    /// <summary>The plan or the adjustment.</summary>
    public required int SubjectId { get; init; }

    /// <summary>The plan, or the plan that is adjusted.</summary>
    public required int PlanId { get; init; }

    /// <summary>The submission's round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Stable order, NFC, whole đồng.</summary>
    public required string Canonical { get; init; }

    /// <summary>SHA-256 of the canonical text in UTF-8, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required int SubmittedById { get; init; }
    public required string SubmittedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    public ICollection<SubmissionStep> Steps { get; init; } = [];
    public ICollection<ApprovalSignature> Signatures { get; init; } = [];

    /// <summary>The step that waits now; null when all are signed.</summary>
    public SubmissionStep? Waiting => Steps.OrderBy(s => s.Ordinal).FirstOrDefault(step => Signatures.All(s => s.StepOrdinal != step.Ordinal));
}
