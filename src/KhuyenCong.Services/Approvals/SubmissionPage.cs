using KhuyenCong.Domain.Approvals;
using KhuyenCong.Services.Money;

namespace KhuyenCong.Services.Approvals;

/// <summary>A submission with its text, its signatures and its verification.</summary>
/// <param name="View">Steps and signatures.</param>
/// <param name="Subject">Plan or adjustment.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Round">Which submission of it.</param>
/// <param name="Canonical">The frozen text.</param>
/// <param name="Check">Its verification, made now.</param>
/// <param name="DecisionId">The decision that rests on it.</param>
/// <param name="DecisionNumber">Its number.</param>
public sealed record SubmissionPage(
    SubmissionView View, ApprovalSubject Subject, int SubjectId, string Title, int Round, string Canonical, ContentCheck Check, int? DecisionId, string? DecisionNumber)
{
    /// <summary>What the decision would make of the budgets; nothing once it is made.</summary>
    public IReadOnlyList<BudgetChange> Budgets { get; init; } = [];

    public string Href => Subject == ApprovalSubject.Plan ? $"/ke-hoach/{SubjectId}" : $"/dieu-chinh/{SubjectId}";
}
