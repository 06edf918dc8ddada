using FluentValidation;

namespace KhuyenCong.Services.Money;

/// <summary>The accountant's refusal of an entry.</summary>
public sealed record RejectMoneyRequest
{
    public int EntryId { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class RejectMoneyRequestValidator : AbstractValidator<RejectMoneyRequest>
{
    public RejectMoneyRequestValidator() =>
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Ghi lý do từ chối.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
}
