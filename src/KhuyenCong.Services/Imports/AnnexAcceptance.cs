using FluentValidation;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Imports;

/// <summary>The wish to make a draft plan of an uploaded annex, with the choices made in the preview.</summary>
public sealed record AnnexAcceptance
{
    public NewPlanRequest Plan { get; init; } = new();

    /// <summary>Over what was answered in the preview, the reasons for accepting its warnings included.</summary>
    public AnnexChoices Choices { get; init; } = AnnexChoices.None;

    /// <summary>The remembered readings that the preview showed: <see cref="AnnexImport.AliasStamp"/>.</summary>
    public string? AliasStamp { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AnnexAcceptanceValidator : AbstractValidator<AnnexAcceptance>
{
    public AnnexAcceptanceValidator() => RuleFor(r => r.Plan).SetValidator(new NewPlanRequestValidator());
}
