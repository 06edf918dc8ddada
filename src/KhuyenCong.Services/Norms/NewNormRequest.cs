using System.Globalization;
using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Norms;

/// <summary>A new level of a norm, as typed.</summary>
public sealed record NewNormRequest
{
    /// <summary>Whole percent of the eligible cost; empty when only the cap counts.</summary>
    public string? Rate { get; init; }

    /// <summary>Đồng for each unit; empty when only the rate counts.</summary>
    public string? Cap { get; init; }

    public string? LegalSource { get; init; }

    public string? ValidFrom { get; init; }

    public string? Reason { get; init; }

    internal int? Percent => int.TryParse(Rate?.Trim().TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : null;
}

/// <summary>Shape only.</summary>
public sealed class NewNormRequestValidator : AbstractValidator<NewNormRequest>
{
    public NewNormRequestValidator()
    {
        RuleFor(r => r.Rate).Must((r, rate) => string.IsNullOrWhiteSpace(rate) || r.Percent is >= 1 and <= 100).WithMessage("Nhập tỷ lệ là số nguyên từ 1 đến 100.");
        RuleFor(r => r.Cap).PositiveAmountOrEmpty();
        RuleFor(r => r.Cap).Must((r, cap) => !string.IsNullOrWhiteSpace(cap) || !string.IsNullOrWhiteSpace(r.Rate)).WithMessage("Nhập tỷ lệ hoặc mức trần.");
        RuleFor(r => r.LegalSource).NotEmpty().WithMessage("Nhập văn bản quy định, ví dụ «TT 28/2018/TT-BTC, Điều 8 khoản 4».").MaximumLength(500).WithMessage("Văn bản quy định dài không quá 500 ký tự.");
        RuleFor(r => r.ValidFrom).NotEmpty().WithMessage("Nhập ngày bắt đầu áp dụng.").DateOrEmpty();
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
