using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Reports;

/// <summary>A unit of the register as the roll-up needs it.</summary>
public sealed record AreaUnit(
    int Id, string Name, UnitLevel Level, DateOnly? ValidTo, int? ParentId, int? FormerDistrictId, IReadOnlyList<int> SuccessorIds);
