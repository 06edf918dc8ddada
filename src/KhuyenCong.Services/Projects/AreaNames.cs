using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Projects;

/// <summary>A project's area in words.</summary>
public static class AreaNames
{
    /// <summary>As below, for units whose names alone are known.</summary>
    public static string? Of(AreaScope scope, IReadOnlyCollection<string> names) =>
        Of(scope, names.Select(n => new AreaName(n, UnitLevel.District, null, null)));

    /// <summary>"Toàn tỉnh", the units' names (a commune with its district), or null when not set.</summary>
    public static string? Of(AreaScope scope, IEnumerable<AreaName> units) => scope switch
    {
        AreaScope.Unset => null,
        AreaScope.WholeProvince => AreaTexts.WholeProvince,
        AreaScope.Units => units.Any() ? string.Join("; ", units.Select(u => u.Text)) : null,
    };
}
