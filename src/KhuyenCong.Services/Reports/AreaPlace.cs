using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Reports;

/// <summary>A project's area as its terms state it: the scope and the units named.</summary>
public sealed record AreaPlace(AreaScope Scope, IReadOnlyList<int> UnitIds);
