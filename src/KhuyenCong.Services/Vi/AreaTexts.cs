using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports.Areas;

namespace KhuyenCong.Services.Vi;

/// <summary>Words for areas.</summary>
public static class AreaTexts
{
    public const string WholeProvince = "Toàn tỉnh";

    public const string SeveralAreas = "Nhiều địa bàn";

    /// <summary>Heads the units that a text may have meant.</summary>
    public const string Likely = "Có thể là";

    /// <summary>Heads the units of district level.</summary>
    public const string Districts = "Huyện, thị xã, thành phố";

    /// <summary>Heads the communes of one district, or of the province when there are no districts.</summary>
    public static string CommunesOf(string? parent) => parent is null ? "Xã, phường, thị trấn" : $"Xã, phường, thị trấn thuộc {parent}";

    /// <summary>A unit by its name; a commune with the district that tells it from others of its name.</summary>
    public static string Of(UnitName unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Level == UnitLevel.Commune && unit.ParentName is { } parent ? $"{unit.Name} – {parent}" : unit.Name;
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
}
