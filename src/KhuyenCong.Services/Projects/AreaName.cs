using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Projects;

/// <summary>A unit and, for a commune of a district, the district.</summary>
public sealed record AreaName(string Name, UnitLevel Level, string? ParentName, UnitLevel? ParentLevel)
{
    public string Text => Level == UnitLevel.Commune && ParentLevel == UnitLevel.District ? $"{Name}, {ParentName}" : Name;
}
