using FluentValidation;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>A row of the register, as typed.</summary>
public sealed record BeneficiaryRequest
{
    /// <summary>The version that the form was filled from; 0 for a new row.</summary>
    public int Version { get; init; }

    public string? Name { get; init; }

    public BeneficiaryKind? Kind { get; init; }

    public string? TaxCode { get; init; }

    public string? Representative { get; init; }

    /// <summary>One unit in words.</summary>
    public string? Area { get; init; }

    public string? Trade { get; init; }
}

/// <summary>Shape only; whether another row has the tax code is a refusal.</summary>
public sealed class BeneficiaryRequestValidator : AbstractValidator<BeneficiaryRequest>
{
    public BeneficiaryRequestValidator()
    {
        RuleFor(r => r.Name).NotEmpty().WithMessage("Nhập tên đơn vị thụ hưởng.").MaximumLength(400).WithMessage("Tên dài không quá 400 ký tự.");
        RuleFor(r => r.Kind).NotNull().WithMessage("Chọn loại hình.").IsInEnum().WithMessage("Chọn loại hình trong danh sách.");
        RuleFor(r => r.TaxCode).Must(code => string.IsNullOrWhiteSpace(code) || Domain.People.TaxCode.Read(code) is not null)
            .WithMessage("Mã số thuế gồm 10 chữ số (số cuối là số kiểm tra), hoặc 13 chữ số của đơn vị phụ thuộc, ví dụ 6000235482 hoặc 6000235482-001. Xem lại từng chữ số.");
        RuleFor(r => r.Representative).MaximumLength(200).WithMessage("Người đại diện dài không quá 200 ký tự.");
        RuleFor(r => r.Area).MaximumLength(200).WithMessage("Địa bàn dài không quá 200 ký tự.");
        RuleFor(r => r.Trade).MaximumLength(400).WithMessage("Ngành nghề dài không quá 400 ký tự.");
    }
}
