using KhuyenCong.Data.Reference;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Territory;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>The units of Đắk Lắk as an installation starts with them.</summary>
internal static class RealUnits
{
    public static readonly DateOnly Day2019 = new(2019, 1, 1);
    public static readonly DateOnly Day2026 = new(2026, 1, 1);

    /// <summary>The units valid on a day, with their other spellings.</summary>
    public static IReadOnlyList<UnitName> On(DateOnly day)
    {
        var rows = ReferenceFiles.Units().Where(u => u.Key.ValidFrom <= day && (u.ValidTo is null || u.ValidTo >= day)).ToDictionary(u => u.Key);
        var aliases = ReferenceFiles.UnitAliases().ToLookup(a => a.Unit, a => a.Alias);
        return
        [
            .. rows.Values.Where(u => IsHome(u) || (u.Parent is { } p && (IsHome(rows[p]) || (rows[p].Parent is { } above && IsHome(rows[above])))))
                .Select((u, i) => new UnitName(i + 1, u.Name, u.Level, u.Key.ValidFrom, u.ValidTo, u.Parent is { } p ? rows[p].Name : null, [.. aliases[u.Key]])),
        ];
    }

    /// <summary>Reads by the units of a day; after 30/6/2025 the districts that ended with it are known as such.</summary>
    public static AreaResolver Resolver(DateOnly day)
    {
        var units = On(day);
        var ended = day > UnitNames.LastDayOfDistricts ? On(UnitNames.LastDayOfDistricts).Where(u => u.Level == UnitLevel.District).Select(u => u with { UnitId = u.UnitId + 10_000 }) : [];
        return new([.. units, .. ended], day, "Tỉnh Đắk Lắk");
    }

    private static bool IsHome(UnitRow unit) => unit.Level == UnitLevel.Province && unit.Key.Code == UnitNames.HomeProvinceCode;
}
