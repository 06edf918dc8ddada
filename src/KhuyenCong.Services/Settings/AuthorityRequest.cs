using FluentValidation;
using KhuyenCong.Domain.Adjustments;

namespace KhuyenCong.Services.Settings;

/// <summary>Who decides each kind of adjustment, as chosen.</summary>
public sealed record AuthorityRequest
{
    public IReadOnlyList<AuthorityChoice> Choices { get; init; } = new List<AuthorityChoice>();

    public string? Reason { get; init; }
}

/// <summary>One kind: the decider chosen, and the one that was shown.</summary>
public sealed record AuthorityChoice
{
    public AdjustmentKind Kind { get; init; }

    public AdjustmentDecider Decider { get; init; }

    public AdjustmentDecider Shown { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AuthorityRequestValidator : AbstractValidator<AuthorityRequest>
{
    public AuthorityRequestValidator() =>
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
}
