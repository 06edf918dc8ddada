using FluentValidation;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Plans;

/// <summary>The approving decision, as typed.</summary>
public sealed record ApprovalRequest
{
    /// <summary>The plan's version that was shown.</summary>
    public int Version { get; init; }

    /// <summary>The hash of the submitted content that was shown, and is approved.</summary>
    public string? Sha256 { get; init; }

    public string? Number { get; init; }

    /// <summary>The decision's date; may stay empty only for illustrative plans, with <see cref="EffectiveFrom"/> given.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>The effective day where the date is not known.</summary>
    public string? EffectiveFrom { get; init; }

    public int? IssuingBodyId { get; init; }

    public string? Signatory { get; init; }

    public string? SignatoryTitle { get; init; }

    /// <summary>KT., TL., TUQ.; in one's own office when not told.</summary>
    public SigningCapacity? Capacity { get; init; }

    /// <summary>Căn cứ, one a line, as the decision names them.</summary>
    public string? LegalBases { get; init; }

    /// <summary>As the decision states it, in đồng; empty when it states none.</summary>
    public string? StatedTotal { get; init; }

    public StatedBasis? StatedBasis { get; init; }

    /// <summary>Number of projects as the decision states it.</summary>
    public int? StatedCount { get; init; }

    /// <summary>Why stated and computed figures differ.</summary>
    public string? DifferenceReason { get; init; }

    /// <summary>The signed PDF.</summary>
    public FileUpload? File { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class ApprovalRequestValidator : AbstractValidator<ApprovalRequest>
{
    public ApprovalRequestValidator()
    {
        RuleFor(r => r.Number).NotEmpty().WithMessage("Nhập số quyết định.").MaximumLength(100).WithMessage("Số quyết định dài không quá 100 ký tự.");
        RuleFor(r => r.IssuedOn).DateOrEmpty();
        RuleFor(r => r.EffectiveFrom).DateOrEmpty();
        RuleFor(r => r.IssuingBodyId).NotNull().WithMessage("Chọn cơ quan ban hành.");
        RuleFor(r => r.Signatory).NotEmpty().WithMessage("Nhập họ tên người ký.").MaximumLength(500).WithMessage("Họ tên người ký dài không quá 500 ký tự.");
        RuleFor(r => r.SignatoryTitle).NotEmpty().WithMessage("Nhập chức vụ người ký.").MaximumLength(500).WithMessage("Chức vụ dài không quá 500 ký tự.");
        RuleFor(r => r.Capacity).IsInEnum().WithMessage("Chọn thể thức ký.");
        RuleFor(r => r.LegalBases).MaximumLength(4000).WithMessage("Căn cứ dài không quá 4.000 ký tự.");
        RuleFor(r => r.StatedTotal).AmountOrEmpty();
        RuleFor(r => r.StatedBasis).NotNull().When(r => !string.IsNullOrWhiteSpace(r.StatedTotal)).WithMessage("Chọn tổng nêu trong quyết định tính trên cơ sở nào.");
        RuleFor(r => r.StatedCount).InclusiveBetween(1, 99999).WithMessage("Nhập số đề án nêu trong quyết định.");
        RuleFor(r => r.DifferenceReason).MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
