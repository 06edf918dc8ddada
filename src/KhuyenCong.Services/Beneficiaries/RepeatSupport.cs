using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Another project that supports the same beneficiary in another year, tranche or source.</summary>
/// <param name="ProjectId">The other project.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="Name">Its name.</param>
/// <param name="Beneficiary">Its beneficiary as its annex writes it.</param>
/// <param name="Year">Its plan's year.</param>
/// <param name="Tranche">Its plan's tranche.</param>
/// <param name="Source">Who pays it.</param>
/// <param name="Status">Its work status.</param>
/// <param name="Support">Its state support.</param>
/// <param name="DecisionNumber">Its newest decision; null while it is only planned.</param>
/// <param name="SameRow">The register says so, by row or tax code; else name and area do.</param>
public sealed record RepeatSupport(
    int ProjectId, int PlanId, string Name, string Beneficiary, int Year, Tranche Tranche, FundingSource Source, ProjectStatus Status, Vnd Support,
    string? DecisionNumber, bool SameRow);
