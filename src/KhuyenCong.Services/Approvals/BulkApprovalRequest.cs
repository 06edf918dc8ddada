using FluentValidation;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Approvals;

/// <summary>Several waiting things decided with one confirmation: what is common, and each with its own number and file.</summary>
public sealed record BulkApprovalRequest
{
    public string? IssuedOn { get; init; }
    public int? IssuingBodyId { get; init; }
    public string? Signatory { get; init; }
    public string? SignatoryTitle { get; init; }
    public SigningCapacity? Capacity { get; init; }
    public string? LegalBases { get; init; }
    public IReadOnlyList<BulkApprovalItem> Items { get; init; } = [];
}

/// <summary>One chosen thing, as it was shown.</summary>
/// <param name="Subject">Plan or adjustment.</param>
/// <param name="Id">Its id.</param>
/// <param name="SubmissionId">The submission that was shown.</param>
/// <param name="Version">The version that was shown.</param>
/// <param name="Sha256">The hash that was shown.</param>
/// <param name="Number">The decision's number; none where a step before the decision is signed.</param>
/// <param name="File">The signed PDF.</param>
public sealed record BulkApprovalItem(ApprovalSubject Subject, int Id, int SubmissionId, int Version, string? Sha256, string? Number, FileUpload? File);

/// <summary>Shape only; each item's own data is checked with it.</summary>
public sealed class BulkApprovalRequestValidator : AbstractValidator<BulkApprovalRequest>
{
    public BulkApprovalRequestValidator()
    {
        RuleFor(r => r.Items).NotEmpty().WithMessage("Chọn ít nhất một nội dung.");
        RuleFor(r => r.IssuedOn).DateOrEmpty();
    }
}
