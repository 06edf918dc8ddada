using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>An administrative unit as papers may name it, during one period of validity.</summary>
public sealed record UnitName(
    int UnitId,
    string Name,
    UnitLevel Level,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? ParentName,
    IReadOnlyList<string> Aliases)
{
    /// <summary>A district of before 01/7/2025, named on a day on which there are none: the commune in it is not known yet.</summary>
    public bool IsFormer { get; init; }
}
