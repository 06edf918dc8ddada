using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.People;

/// <summary>One officer for one or many projects.</summary>
public sealed record AssignOfficerRequest
{
    public IReadOnlyList<int> ProjectIds { get; init; } = [];

    public int? OfficerId { get; init; }

    /// <summary>The first day assigned.</summary>
    public string? From { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AssignOfficerRequestValidator : AbstractValidator<AssignOfficerRequest>
{
    public AssignOfficerRequestValidator()
    {
        RuleFor(r => r.OfficerId).NotNull().WithMessage("Chọn cán bộ theo dõi.");
        RuleFor(r => r.From).NotEmpty().WithMessage("Nhập ngày bắt đầu theo dõi.").DateOrEmpty();
        RuleFor(r => r.ProjectIds).Must(ids => ids.Count <= 500).WithMessage("Chọn không quá 500 đề án một lần.");
    }
}
