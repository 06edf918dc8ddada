using FluentValidation;

namespace KhuyenCong.Services.Adjustments;

/// <summary>The heading of an adjustment, as typed.</summary>
public sealed record AdjustmentRequest
{
    /// <summary>The version that the form was filled from; 0 for a new one.</summary>
    public int Version { get; init; }

    /// <summary>Why the plan is adjusted.</summary>
    public string? Reason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AdjustmentRequestValidator : AbstractValidator<AdjustmentRequest>
{
    public AdjustmentRequestValidator() =>
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do, căn cứ điều chỉnh.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
}
