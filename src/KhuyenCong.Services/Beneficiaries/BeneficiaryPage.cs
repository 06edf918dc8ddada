using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>One row of the register with everything it takes part in.</summary>
public sealed record BeneficiaryPage(
    int Id, int Version, string Name, BeneficiaryKind Kind, string? TaxCode, string? Representative, string? Area, string? Trade,
    BeneficiaryChoice? MergedInto, IReadOnlyList<BeneficiaryProject> Projects, IReadOnlyList<BeneficiaryMerged> Merges, IReadOnlyList<BeneficiaryChoice> Alike)
{
    /// <summary>Support of the projects that a decision approved, each counted whole.</summary>
    public Vnd Approved { get; } = Projects.Where(p => p.DecisionNumber is not null).Sum(p => p.Support);
}

/// <summary>A project that names the row in its terms or in a contract.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Year">The plan's year.</param>
/// <param name="Tranche">The plan's tranche.</param>
/// <param name="Source">Who pays.</param>
/// <param name="Status">Work status.</param>
/// <param name="Support">State support of the whole project.</param>
/// <param name="Contracted">What contracts with this row give it; null without one.</param>
/// <param name="DecisionNumber">The newest decision; null for a draft.</param>
public sealed record BeneficiaryProject(
    int ProjectId, int PlanId, string Code, string Name, int Year, Tranche Tranche, FundingSource Source, ProjectStatus Status, Vnd Support, Vnd? Contracted, string? DecisionNumber);

/// <summary>A row that was merged into another.</summary>
public sealed record BeneficiaryMerged(int FromId, string FromName, string? FromTaxCode, string IntoName, string Reason, string ByName, DateTime At);

/// <summary>A row to choose, by what tells it from others of its name.</summary>
public sealed record BeneficiaryChoice(int Id, string Name, string? TaxCode, string? Area)
{
    /// <summary>«Hộ Lan Anh · 0123456789 · Huyện Ea Kar».</summary>
    public string Text => string.Join(" · ", new[] { Name, Domain.People.TaxCode.Shown(TaxCode), Area }.OfType<string>());
}
