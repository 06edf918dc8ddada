using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Money;

/// <summary>The undoing of a posted entry, as typed; the amount is the entry's own.</summary>
public sealed record ReverseMoneyRequest
{
    public int ProjectId { get; init; }

    /// <summary>The entry to undo.</summary>
    public int EntryId { get; init; }

    public string? Date { get; init; }

    /// <summary>The voucher of the reversal itself.</summary>
    public string? Voucher { get; init; }

    public string? Reason { get; init; }

    /// <summary>The scanned voucher or other evidence.</summary>
    public FileUpload? Evidence { get; init; }

    /// <summary>Made with the form, so that sending it twice records it once.</summary>
    public Guid? FormKey { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class ReverseMoneyRequestValidator : AbstractValidator<ReverseMoneyRequest>
{
    public ReverseMoneyRequestValidator()
    {
        RuleFor(r => r.Date).NotEmpty().WithMessage("Nhập ngày của bút toán đảo.").DateOrEmpty();
        RuleFor(r => r.Voucher).NotEmpty().WithMessage("Nhập số chứng từ của bút toán đảo.").MaximumLength(100).WithMessage("Số chứng từ dài không quá 100 ký tự.")
            .Must(v => string.IsNullOrWhiteSpace(v) || VoucherUse.KeyOf(v).Length > 0).WithMessage("Số chứng từ phải có chữ hoặc số.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do của bút toán đảo.").MaximumLength(1000).WithMessage("Lý do dài không quá 1.000 ký tự.");
        RuleFor(r => r.FormKey).NotEmpty().WithMessage("Mở lại biểu mẫu rồi nhập bút toán đảo.");
    }
}
