using FluentValidation;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Money;

/// <summary>A decision that allots budget, as typed.</summary>
public sealed record AllotmentRequest
{
    public int? Year { get; init; }

    public FundingSource? Source { get; init; }

    public string? Number { get; init; }

    /// <summary>Its date, and the day from which it counts.</summary>
    public string? IssuedOn { get; init; }

    public int? IssuingBodyId { get; init; }

    public string? Signatory { get; init; }

    public string? SignatoryTitle { get; init; }

    /// <summary>In one's own office when not told.</summary>
    public SigningCapacity? Capacity { get; init; }

    /// <summary>Căn cứ, one a line.</summary>
    public string? LegalBases { get; init; }

    /// <summary>Grouped or plain digits, in đồng.</summary>
    public string? Amount { get; init; }

    /// <summary>The decision takes budget back instead of giving it.</summary>
    public bool Lowers { get; init; }

    public string? Note { get; init; }

    /// <summary>The signed PDF, where there is one.</summary>
    public FileUpload? File { get; init; }

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
        RuleFor(r => r.Number).NotEmpty().WithMessage("Nhập số, ký hiệu quyết định giao dự toán.").MaximumLength(100).WithMessage("Số, ký hiệu dài không quá 100 ký tự.");
        RuleFor(r => r.IssuedOn).NotEmpty().WithMessage("Nhập ngày quyết định.").DateOrEmpty();
        RuleFor(r => r.IssuingBodyId).NotNull().WithMessage("Chọn cơ quan ban hành.");
        RuleFor(r => r.Signatory).NotEmpty().WithMessage("Nhập họ tên người ký.").MaximumLength(500).WithMessage("Họ tên người ký dài không quá 500 ký tự.");
        RuleFor(r => r.SignatoryTitle).NotEmpty().WithMessage("Nhập chức vụ người ký.").MaximumLength(500).WithMessage("Chức vụ dài không quá 500 ký tự.");
        RuleFor(r => r.Capacity).IsInEnum().WithMessage("Chọn thể thức ký.");
        RuleFor(r => r.LegalBases).MaximumLength(4000).WithMessage("Căn cứ dài không quá 4.000 ký tự.");
        RuleFor(r => r.Amount).NotEmpty().WithMessage("Nhập số tiền.").PositiveAmountOrEmpty();
        RuleFor(r => r.Note).MaximumLength(500).WithMessage("Ghi chú dài không quá 500 ký tự.");
    }
}
