using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Plans;

/// <summary>Support from another source, or in another budget year, than the plan's own. A blank row says nothing; an amount of 0 takes the share away.</summary>
public sealed record DraftShareRequest
{
    public FundingSource? Source { get; init; }

    public int? Year { get; init; }

    public string? Amount { get; init; }

    public bool IsBlank => Source is null && Year is null && string.IsNullOrWhiteSpace(Amount);

    internal Vnd Value => ViShape.Amount(Amount) ?? Vnd.Zero;
}

/// <summary>Shape only.</summary>
public sealed class DraftShareRequestValidator : AbstractValidator<DraftShareRequest>
{
    public DraftShareRequestValidator()
    {
        RuleFor(s => s.Source).NotNull().When(s => !s.IsBlank).WithMessage("Chọn nguồn kinh phí.");
        RuleFor(s => s.Year).NotNull().When(s => !s.IsBlank).WithMessage("Nhập năm ngân sách.");
        RuleFor(s => s.Year).InclusiveBetween(2000, 2100).WithMessage("Nhập năm ngân sách từ 2000 đến 2100.");
        RuleFor(s => s.Amount).NotEmpty().When(s => !s.IsBlank).WithMessage("Nhập số tiền; ghi 0 để bỏ phần này.").AmountOrEmpty();
    }
}
