using FluentValidation;
using KhuyenCong.Domain.Documents;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>What a remembered text is to mean.</summary>
public sealed record AnnexAliasRequest
{
    /// <summary>The value of an option; for a place the names of its units.</summary>
    public string? Value { get; init; }

    /// <summary>The version that was shown.</summary>
    public int Version { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AnnexAliasRequestValidator : AbstractValidator<AnnexAliasRequest>
{
    public AnnexAliasRequestValidator() => RuleFor(r => r.Value).NotEmpty().WithMessage("Ghi hoặc chọn cách hiểu.")
        .MaximumLength(AnnexAlias.LongestValue).WithMessage("Cách hiểu dài không quá 2.000 ký tự.");
}
