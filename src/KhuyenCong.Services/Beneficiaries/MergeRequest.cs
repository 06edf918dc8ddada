using FluentValidation;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Two rows of the register that are one establishment, as they were shown.</summary>
public sealed record MergeRequest
{
    public int Id { get; init; }

    public int Version { get; init; }

    public int OtherId { get; init; }

    public int OtherVersion { get; init; }

    /// <summary>Which of the two is kept.</summary>
    public int? KeepId { get; init; }

    /// <summary>Confirms that two tax codes belong to one establishment.</summary>
    public bool IsOneTaxpayer { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class MergeRequestValidator : AbstractValidator<MergeRequest>
{
    public MergeRequestValidator()
    {
        RuleFor(r => r.KeepId).NotNull().WithMessage("Chọn dòng giữ lại.").Must((r, keep) => keep is null || keep == r.Id || keep == r.OtherId).WithMessage("Chọn một trong hai dòng.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do gộp.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
