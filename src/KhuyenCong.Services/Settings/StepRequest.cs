using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Settings;

/// <summary>A step of approvals, as typed.</summary>
public sealed record StepRequest
{
    /// <summary>The row as it was shown, so that an edit in between is noticed; empty for a new step.</summary>
    public string? Shown { get; init; }

    public string? Position { get; init; }

    public string? Permission { get; init; }

    /// <summary>Đồng; empty when the step is always needed.</summary>
    public string? Threshold { get; init; }

    public bool Enabled { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class StepRequestValidator : AbstractValidator<StepRequest>
{
    public StepRequestValidator()
    {
        RuleFor(r => r.Position).NotEmpty().WithMessage("Nhập chức danh ký bước này.").MaximumLength(100).WithMessage("Chức danh dài không quá 100 ký tự.");
        RuleFor(r => r.Permission).NotEmpty().WithMessage("Chọn quyền của người ký.").Must(p => string.IsNullOrEmpty(p) || PermissionText.OfSteps.Contains(p, StringComparer.Ordinal)).WithMessage("Chọn một quyền trong danh sách.");
        RuleFor(r => r.Threshold).PositiveAmountOrEmpty();
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
