using KhuyenCong.Data;
using KhuyenCong.Services.Imports.Areas;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Territory;

/// <summary>Reads administrative units as papers of one day may name them.</summary>
public static class UnitNames
{
    /// <summary>Tỉnh Đắk Lắk, before and after 01/07/2025.</summary>
    public const string HomeProvinceCode = "66";

    /// <summary>Districts ended with this day; many papers name them still.</summary>
    public static readonly DateOnly LastDayOfDistricts = new(2025, 6, 30);

    private const string HomeProvinceName = "Tỉnh Đắk Lắk";

    /// <summary>The resolver for area texts of a day; one SQL command for the units, one for their other spellings.</summary>
    public static async Task<AreaResolver> AreaResolverAsync(this AppDbContext db, DateOnly day, CancellationToken stop) =>
        new(await db.UnitNamesAsync(day, stop), day, HomeProvinceName);

    /// <summary>An area by the units of the first of some days that understands it; else what the first of them makes of it.</summary>
    public static async Task<AreaReading> ResolveAreaAsync(this AppDbContext db, string? text, IEnumerable<DateOnly> days, CancellationToken stop)
    {
        AreaReading? first = null;
        foreach (var day in days.Distinct())
        {
            var reading = (await db.AreaResolverAsync(day, stop)).Resolve(text);
            if (reading.IsUnderstood || reading.Kind == AreaReadingKind.Missing) return reading;
            first ??= reading;
        }

        return first ?? AreaReading.Missing;
    }

    /// <summary>The home province's units valid on a day, by their codes.</summary>
    public static async Task<IReadOnlyList<UnitName>> UnitNamesAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.ValidFrom <= day && (u.ValidTo == null || u.ValidTo >= day))
            .Where(u => u.Code == HomeProvinceCode || u.Parent!.Code == HomeProvinceCode || u.Parent.Parent!.Code == HomeProvinceCode)
            .OrderBy(u => u.Code)
            .Select(u => new { u.Id, u.Name, u.Level, u.ValidFrom, u.ValidTo, Parent = u.Parent!.Name, Aliases = u.Aliases.Select(a => a.Alias).ToList() })
            .ToListAsync(stop);
        return units.ConvertAll(u => new UnitName(u.Id, u.Name, u.Level, u.ValidFrom, u.ValidTo, u.Parent, u.Aliases));
    }

    /// <summary>The day whose units a plan's annex names: before there is a decision, 1 January of its year (DOMAIN §2.2).</summary>
    public static DateOnly DayOf(int planYear) => new(planYear, 1, 1);
}
