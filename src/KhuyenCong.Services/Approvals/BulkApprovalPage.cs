using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Money;

namespace KhuyenCong.Services.Approvals;

/// <summary>Everything that waits for a person's signature, and who may issue decisions.</summary>
/// <param name="Waiting">What waits, oldest first.</param>
/// <param name="Bodies">Who may issue decisions.</param>
/// <param name="Budgets">What the waiting decisions make of the budgets, if all are signed.</param>
public sealed record BulkApprovalPage(IReadOnlyList<WaitingSignature> Waiting, IReadOnlyList<IssuingBody> Bodies, IReadOnlyList<BudgetChange> Budgets);

/// <summary>One thing that waits.</summary>
public sealed record WaitingSignature(
    int SubmissionId, ApprovalSubject Subject, int Id, int Version, string Title, Vnd? Support, string Sha256, string Position, bool IsDecision, bool IsIllustrative, string SubmittedByName, DateTime SubmittedAt)
{
    public string Href => Subject == ApprovalSubject.Plan ? $"/ke-hoach/{Id}" : $"/dieu-chinh/{Id}";
}

/// <summary>How one of them ended.</summary>
public sealed record BulkApprovalOutcome(string Title, string Href, Result Result);
