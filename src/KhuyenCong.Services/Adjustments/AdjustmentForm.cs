using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Adjustments;

/// <summary>The adjustment's head and what can be chosen.</summary>
public sealed record AdjustmentForm(
    int Id, int Version, int Ordinal, int PlanId, string PlanTitle, FundingSource Source, bool IsEditable, string? Centre,
    IReadOnlyList<DraftChoice> Projects, IReadOnlyList<DraftChoice> Categories, IReadOnlyList<DraftChoice> Norms, IReadOnlyList<string> AreaSuggestions, AdjustmentFormProject? Project)
{
    /// <summary>The line that is changed, in the form's own words; null for a new one.</summary>
    public AdjustmentLineRequest? Line { get; init; }
}

/// <summary>The project as it stands: what the form shows beside what is typed; «Least» is what the support can be lowered to.</summary>
public sealed record AdjustmentFormProject(
    int Id, string Code, ProjectStatus Status, string Name, string Beneficiary, string ImplementingUnit, string? Objectives, string? Area,
    DateOnly? StartMonth, DateOnly? EndMonth, Vnd Support, Vnd Counterpart, Vnd Other, FundingSource Source, Vnd? Contracted, Vnd Posted, Vnd Pending, Vnd Least,
    string? Norm, Vnd? EligibleCost, int? Establishments);
