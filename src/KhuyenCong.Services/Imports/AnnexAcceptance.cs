using FluentValidation;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Imports;

/// <summary>The wish to make a draft plan of an uploaded annex, with the choices made in the preview.</summary>
public sealed record AnnexAcceptance
{
    public NewPlanRequest Plan { get; init; } = new();

    public AnnexChoices Choices { get; init; } = AnnexChoices.None;

    /// <summary>Why the warnings are accepted; needed when there are any.</summary>
    public string? WarningReason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AnnexAcceptanceValidator : AbstractValidator<AnnexAcceptance>
{
    public AnnexAcceptanceValidator()
    {
        RuleFor(r => r.Plan).SetValidator(new NewPlanRequestValidator());
        RuleFor(r => r.WarningReason).MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
