using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Projects;

/// <summary>A signed appendix of a contract, as typed.</summary>
public sealed record RecordAppendixRequest
{
    public int ProjectId { get; init; }

    /// <summary>The version of the project that the form was filled from.</summary>
    public int? Version { get; init; }

    /// <summary>The contract that it changes.</summary>
    public int? ContractId { get; init; }

    public string? Number { get; init; }

    public string? SignedOn { get; init; }

    /// <summary>By how much the state support contracted changes, in đồng, above zero.</summary>
    public string? Value { get; init; }

    /// <summary>The appendix takes value away instead of adding to it.</summary>
    public bool Lowers { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class RecordAppendixRequestValidator : AbstractValidator<RecordAppendixRequest>
{
    public RecordAppendixRequestValidator()
    {
        RuleFor(r => r.Version).NotNull().WithMessage("Mở lại trang rồi nhập phụ lục hợp đồng.");
        RuleFor(r => r.ContractId).NotNull().WithMessage("Chọn hợp đồng được sửa đổi.");
        RuleFor(r => r.Number).NotEmpty().WithMessage("Nhập số phụ lục hợp đồng.").MaximumLength(100).WithMessage("Số phụ lục dài không quá 100 ký tự.");
        RuleFor(r => r.SignedOn).NotEmpty().WithMessage("Nhập ngày ký phụ lục.").DateOrEmpty();
        RuleFor(r => r.Value).NotEmpty().WithMessage("Nhập số tiền tăng hoặc giảm.").PositiveAmountOrEmpty();
    }
}
