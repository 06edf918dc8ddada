using System.Globalization;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>Places as they are remembered.</summary>
internal static class AliasPlaces
{
    /// <summary>By their units, so that the name of another unit on another day is asked; a district that has ended by the words that say so.</summary>
    public static string ValueOf(AreaReading area, string typed) => area.Kind == AreaReadingKind.WholeProvince ? AnnexAnswers.WholeProvince
        : area.Units.Any(u => u.IsFormer) ? typed
        : string.Join(',', area.Units.Select(u => u.UnitId.ToString(CultureInfo.InvariantCulture)));
}
