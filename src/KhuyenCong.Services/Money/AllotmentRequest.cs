using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Money;

/// <summary>A paper that allots budget, as typed.</summary>
public sealed record AllotmentRequest
{
    public int? Year { get; init; }

    public FundingSource? Source { get; init; }

    public string? Number { get; init; }

    public string? IssuedOn { get; init; }

    /// <summary>Grouped or plain digits, in đồng.</summary>
    public string? Amount { get; init; }

    /// <summary>The paper takes budget back instead of giving it.</summary>
    public bool Lowers { get; init; }

    public string? Note { get; init; }

    internal Vnd SignedAmount()
    {
        VndText.TryRead(Amount, out var amount, out _);
        return Lowers ? -amount : amount;
    }
}

/// <summary>Shape only.</summary>
public sealed class AllotmentRequestValidator : AbstractValidator<AllotmentRequest>
{
    public AllotmentRequestValidator()
    {
        RuleFor(r => r.Year).NotNull().WithMessage("Nhập năm ngân sách.").InclusiveBetween(2000, 2100).WithMessage("Nhập năm từ 2000 đến 2100.");
        RuleFor(r => r.Source).NotNull().WithMessage("Chọn nguồn kinh phí.");
        RuleFor(r => r.Number).NotEmpty().WithMessage("Nhập số, ký hiệu văn bản giao dự toán.").MaximumLength(100).WithMessage("Số, ký hiệu dài không quá 100 ký tự.");
        RuleFor(r => r.IssuedOn).Must(ViShape.IsDateOrEmpty).WithMessage(ViShape.DateMessage);
        RuleFor(r => r.Amount).NotEmpty().WithMessage("Nhập số tiền.").Must(ViShape.IsPositiveAmountOrEmpty).WithMessage(ViShape.AmountMessage);
        RuleFor(r => r.Note).MaximumLength(500).WithMessage("Ghi chú dài không quá 500 ký tự.");
    }
}
