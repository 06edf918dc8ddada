using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Money;

/// <summary>A money entry that the Centre proposes, as typed.</summary>
public sealed record ProposeMoneyRequest
{
    public int ProjectId { get; init; }

    public MoneyEntryKind? Kind { get; init; }

    /// <summary>Đồng, above zero; the kind gives the sign.</summary>
    public string? Amount { get; init; }

    /// <summary>The date of the voucher.</summary>
    public string? Date { get; init; }

    public string? Voucher { get; init; }

    public string? Note { get; init; }

    /// <summary>Why money comes back from a project that was stopped.</summary>
    public string? LateReason { get; init; }

    /// <summary>The scanned voucher or other evidence.</summary>
    public FileUpload? Evidence { get; init; }

    /// <summary>Made with the form, so that sending it twice records it once.</summary>
    public Guid? FormKey { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class ProposeMoneyRequestValidator : AbstractValidator<ProposeMoneyRequest>
{
    private const string KindMessage = "Chọn loại: tạm ứng, thanh toán, thu hồi, thanh toán tạm ứng hoặc quyết toán.";

    public ProposeMoneyRequestValidator()
    {
        RuleFor(r => r.Kind).NotNull().WithMessage(KindMessage).IsInEnum().WithMessage(KindMessage)
            .NotEqual(MoneyEntryKind.Reversal).WithMessage("Bút toán đảo được lập từ khoản cần đảo trong sổ tiền.");
        RuleFor(r => r.Amount).NotEmpty().WithMessage("Nhập số tiền.").PositiveAmountOrEmpty();
        RuleFor(r => r.Date).NotEmpty().WithMessage("Nhập ngày chứng từ.").DateOrEmpty();
        RuleFor(r => r.Voucher).NotEmpty().WithMessage("Nhập số chứng từ.").MaximumLength(100).WithMessage("Số chứng từ dài không quá 100 ký tự.")
            .Must(v => string.IsNullOrWhiteSpace(v) || VoucherUse.KeyOf(v).Length > 0).WithMessage("Số chứng từ phải có chữ hoặc số.");
        RuleFor(r => r.Note).MaximumLength(1000).WithMessage("Ghi chú dài không quá 1.000 ký tự.");
        RuleFor(r => r.LateReason).MaximumLength(1000).WithMessage("Lý do dài không quá 1.000 ký tự.");
        RuleFor(r => r.FormKey).NotEmpty().WithMessage("Mở lại biểu mẫu rồi nhập đề nghị.");
    }
}
