using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Projects;

/// <summary>A signed contract, as typed.</summary>
public sealed record RecordContractRequest
{
    public int ProjectId { get; init; }

    /// <summary>The version of the project that the form was filled from.</summary>
    public int? Version { get; init; }

    public string? Number { get; init; }

    public string? SignedOn { get; init; }

    /// <summary>State support contracted, in đồng.</summary>
    public string? Value { get; init; }

    /// <summary>Name of the establishment; found in the register or added to it.</summary>
    public string? Beneficiary { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class RecordContractRequestValidator : AbstractValidator<RecordContractRequest>
{
    public RecordContractRequestValidator()
    {
        RuleFor(r => r.Version).NotNull().WithMessage("Mở lại trang rồi nhập hợp đồng.");
        RuleFor(r => r.Number).NotEmpty().WithMessage("Nhập số hợp đồng.").MaximumLength(100).WithMessage("Số hợp đồng dài không quá 100 ký tự.");
        RuleFor(r => r.SignedOn).NotEmpty().WithMessage("Nhập ngày ký hợp đồng.").DateOrEmpty();
        RuleFor(r => r.Value).NotEmpty().WithMessage("Nhập giá trị hợp đồng (phần kinh phí hỗ trợ).").PositiveAmountOrEmpty();
        RuleFor(r => r.Beneficiary).NotEmpty().WithMessage("Nhập tên bên thụ hưởng.").MaximumLength(500).WithMessage("Tên bên thụ hưởng dài không quá 500 ký tự.");
    }
}
