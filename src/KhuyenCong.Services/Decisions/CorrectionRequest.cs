using FluentValidation;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Decisions;

/// <summary>A decision's metadata put right, as typed.</summary>
public sealed record CorrectionRequest
{
    public string? Number { get; init; }

    /// <summary>May stay empty only where the date was not known.</summary>
    public string? IssuedOn { get; init; }

    public string? Signatory { get; init; }

    public string? SignatoryTitle { get; init; }

    public SigningCapacity? Capacity { get; init; }

    /// <summary>Căn cứ, one a line.</summary>
    public string? LegalBases { get; init; }

    public string? Reason { get; init; }

    /// <summary>The values that were shown, as <see cref="CorrectionForm.Seen"/> told them.</summary>
    public string? Seen { get; init; }

    internal DecisionMetadata Read() => new(
        VietnameseText.Clean(Number)!, ViShape.Date(IssuedOn), VietnameseText.Clean(Signatory)!, VietnameseText.Clean(SignatoryTitle)!,
        Capacity!.Value, VietnameseText.CleanLines(LegalBases));
}

/// <summary>Shape only.</summary>
public sealed class CorrectionRequestValidator : AbstractValidator<CorrectionRequest>
{
    public CorrectionRequestValidator()
    {
        RuleFor(r => r.Number).NotEmpty().WithMessage("Nhập số quyết định.").MaximumLength(100).WithMessage("Số quyết định dài không quá 100 ký tự.");
        RuleFor(r => r.IssuedOn).DateOrEmpty();
        RuleFor(r => r.Signatory).NotEmpty().WithMessage("Nhập họ tên người ký.").MaximumLength(500).WithMessage("Họ tên người ký dài không quá 500 ký tự.");
        RuleFor(r => r.SignatoryTitle).NotEmpty().WithMessage("Nhập chức vụ người ký.").MaximumLength(500).WithMessage("Chức vụ dài không quá 500 ký tự.");
        RuleFor(r => r.Capacity).NotNull().WithMessage("Chọn thể thức ký.").IsInEnum().WithMessage("Chọn thể thức ký.");
        RuleFor(r => r.LegalBases).MaximumLength(4000).WithMessage("Căn cứ dài không quá 4.000 ký tự.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Ghi lý do đính chính.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
