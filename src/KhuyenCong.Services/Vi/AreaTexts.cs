using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;

namespace KhuyenCong.Services.Vi;

/// <summary>Words for areas.</summary>
public static class AreaTexts
{
    public const string WholeProvince = "Toàn tỉnh";

    public const string SeveralAreas = "Nhiều địa bàn";

    /// <summary>Said of a district that is no unit any more.</summary>
    public const string DistrictOnly = "cấp huyện, chưa xác định xã";

    /// <summary>A unit by its name; a commune with the district that tells it from others of its name.</summary>
    public static string Of(UnitName unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.IsFormer) return $"{unit.Name} ({DistrictOnly})";
        return unit.Level == UnitLevel.Commune && unit.ParentName is { } parent ? $"{unit.Name} – {parent}" : unit.Name;
    }

    /// <summary>A unit as a form takes it: read again, it is that unit.</summary>
    public static string Written(UnitName unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit is { IsFormer: false, Level: UnitLevel.Commune, ParentName: { } parent } ? $"{unit.Name}, {char.ToLowerInvariant(parent[0])}{parent[1..]}" : Of(unit);
    }

    /// <summary>What may be typed where a place is asked: the province, districts, communes, and districts that have ended; with a commune's district only where the name alone is not enough.</summary>
    public static IReadOnlyList<string> Places(AreaResolver areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return [WholeProvince, .. areas.Units.Concat(areas.FormerDistricts).Where(u => u.Level != UnitLevel.Province).OrderBy(u => u.IsFormer).ThenBy(u => u.Level).ThenBy(u => VietnameseSort.SortKey(u.Name), StringComparer.Ordinal).Select(u => areas.Resolve(u.Name).Units is [var only] && only.UnitId == u.UnitId ? u.Name : Written(u))];
    }

    /// <summary>An area as understood; null when it was not.</summary>
    public static string? Of(AreaReading area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return area.Kind switch
        {
            AreaReadingKind.WholeProvince => WholeProvince,
            AreaReadingKind.Units => string.Join("; ", area.Units.Select(Of)),
            AreaReadingKind.Missing or AreaReadingKind.Doubtful or AreaReadingKind.Unknown => null,
        };
    }

    /// <summary>How a project's area is stated.</summary>
    public static string Of(AreaScope scope) => scope switch
    {
        AreaScope.Unset => "Chưa có",
        AreaScope.WholeProvince => WholeProvince,
        AreaScope.Units => "Theo huyện, xã",
    };

    /// <summary>The level of a unit.</summary>
    public static string Of(UnitLevel level) => level switch
    {
        UnitLevel.Province => "Cấp tỉnh",
        UnitLevel.District => "Cấp huyện",
        UnitLevel.Commune => "Cấp xã",
    };
}
