using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Who is supported where: a project as the radar compares it.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="Order">Its place in the annex.</param>
/// <param name="Source">Who pays.</param>
/// <param name="Scope">Whether its area is known.</param>
/// <param name="Names">Folded names of its beneficiaries.</param>
/// <param name="Rows">Rows of the register, merged ones resolved.</param>
/// <param name="TaxCodes">Tax codes of the rows named.</param>
/// <param name="Places">Its units.</param>
internal sealed record SupportSubject(
    int ProjectId, int PlanId, (int Group, int Project) Order, FundingSource Source, AreaScope Scope, IReadOnlyList<string> Names, IReadOnlySet<int> Rows, IReadOnlySet<string> TaxCodes, IReadOnlyList<SupportPlace> Places)
{
    /// <summary>The whole province overlaps with every area; an area that is not set with none.</summary>
    public bool OverlapsWith(SupportSubject other) =>
        (Scope == AreaScope.WholeProvince && other.Scope != AreaScope.Unset) || (other.Scope == AreaScope.WholeProvince && Scope != AreaScope.Unset)
        || Places.Any(p => other.Places.Any(p.Overlaps));
}

/// <summary>A unit with what it lies in: its district before and after the reform, and the units that took it over.</summary>
internal sealed record SupportPlace(int UnitId, int? DistrictId, int? FormerDistrictId, IReadOnlyList<int> Successors)
{
    public bool Overlaps(SupportPlace other) => UnitId == other.UnitId || LiesIn(other) || other.LiesIn(this);

    private bool LiesIn(SupportPlace other) => DistrictId == other.UnitId || FormerDistrictId == other.UnitId || Successors.Contains(other.UnitId);
}
