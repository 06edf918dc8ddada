using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.People;

/// <summary>The end of an assignment, without a successor.</summary>
public sealed record EndAssignmentRequest
{
    public int ProjectId { get; init; }

    public int AssignmentId { get; init; }

    /// <summary>The first day no longer assigned.</summary>
    public string? Until { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class EndAssignmentRequestValidator : AbstractValidator<EndAssignmentRequest>
{
    public EndAssignmentRequestValidator() =>
        RuleFor(r => r.Until).NotEmpty().WithMessage("Nhập ngày thôi theo dõi.").DateOrEmpty();
}
