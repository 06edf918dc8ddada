using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Settings;

/// <summary>An ủy quyền, as typed.</summary>
public sealed record DelegationRequest
{
    public int? FromId { get; init; }

    public int? ToId { get; init; }

    public string? Permission { get; init; }

    public string? FirstDay { get; init; }

    public string? LastDay { get; init; }

    public string? LegalBasis { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class DelegationRequestValidator : AbstractValidator<DelegationRequest>
{
    public DelegationRequestValidator()
    {
        RuleFor(r => r.FromId).NotNull().WithMessage("Chọn người ủy quyền.");
        RuleFor(r => r.ToId).NotNull().WithMessage("Chọn người được ủy quyền.");
        RuleFor(r => r.Permission).NotEmpty().WithMessage("Chọn quyền được giao.").Must(p => string.IsNullOrEmpty(p) || PermissionText.OfSteps.Contains(p, StringComparer.Ordinal)).WithMessage("Chọn một quyền trong danh sách.");
        RuleFor(r => r.FirstDay).NotEmpty().WithMessage("Nhập ngày bắt đầu.").Must(ViShape.IsDateOrEmpty).WithMessage(ViShape.DateMessage);
        RuleFor(r => r.LastDay).NotEmpty().WithMessage("Nhập ngày cuối.").Must(ViShape.IsDateOrEmpty).WithMessage(ViShape.DateMessage);
        RuleFor(r => r.LastDay)
            .Must((r, _) => ViShape.Date(r.FirstDay) is not { } first || ViShape.Date(r.LastDay) is not { } last || last >= first)
            .WithMessage("Ngày cuối phải từ ngày bắt đầu trở đi.");
        RuleFor(r => r.LegalBasis).NotEmpty().WithMessage("Nhập văn bản ủy quyền, ví dụ «Giấy ủy quyền số 05/GUQ-SCT».").MaximumLength(500).WithMessage("Văn bản ủy quyền dài không quá 500 ký tự.");
    }
}
