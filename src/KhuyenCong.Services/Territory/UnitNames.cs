using KhuyenCong.Data;
using KhuyenCong.Services.Imports;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Territory;

/// <summary>Reads administrative units as papers of one day may name them.</summary>
public static class UnitNames
{
    /// <summary>The resolver for area texts of a day; one SQL command for the units, one for their other spellings.</summary>
    public static async Task<AreaResolver> AreaResolverAsync(this AppDbContext db, DateOnly day, CancellationToken stop) =>
        new(await db.UnitNamesAsync(day, stop), day);

    /// <summary>The units valid on a day, by the alphabet of their codes.</summary>
    public static async Task<IReadOnlyList<UnitName>> UnitNamesAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.ValidFrom <= day && (u.ValidTo == null || u.ValidTo >= day)).OrderBy(u => u.Code)
            .Select(u => new { u.Id, u.Name, u.Level, u.ValidFrom, u.ValidTo, Parent = u.Parent!.Name, Aliases = u.Aliases.Select(a => a.Alias).ToList() })
            .ToListAsync(stop);
        return units.ConvertAll(u => new UnitName(u.Id, u.Name, u.Level, u.ValidFrom, u.ValidTo, u.Parent, u.Aliases));
    }

    /// <summary>The day whose units a plan's annex names: before there is a decision, 1 January of its year (DOMAIN §2.2).</summary>
    public static DateOnly DayOf(int planYear) => new(planYear, 1, 1);
}
