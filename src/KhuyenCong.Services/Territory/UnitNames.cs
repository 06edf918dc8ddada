using KhuyenCong.Data;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Vi;
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

    /// <summary>
    /// An area by the units of the first of some days that understands it; else what the first of them makes of it. A name that is
    /// a commune on one day and was a district on another («Krông Búk») is asked.
    /// </summary>
    public static async Task<AreaReading> ResolveAreaAsync(this AppDbContext db, string? text, IEnumerable<DateOnly> days, CancellationToken stop)
    {
        var readings = new List<AreaReading>();
        foreach (var day in days.Distinct()) readings.Add((await db.AreaResolverAsync(day, stop)).Resolve(text));
        if (readings.Find(r => r.MayHaveEnded) is { } asked) return asked;
        var understood = readings.Where(r => r.IsUnderstood).ToList();
        if (understood.Count == 0) return readings.FirstOrDefault() ?? AreaReading.Missing;
        var levels = understood.Select(r => string.Join(' ', r.Units.Select(u => u.Level))).Distinct(StringComparer.Ordinal).Count();
        return levels == 1 ? understood[0] : new AreaReading(AreaReadingKind.Doubtful, [], [.. understood.SelectMany(r => r.Units).DistinctBy(u => u.Name, StringComparer.Ordinal)]);
    }

    /// <summary>What a form suggests for a day: the home province's districts, after 30/6/2025 its communes; one SQL command.</summary>
    public static async Task<IReadOnlyList<string>> AreaSuggestionsAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.Level != UnitLevel.Province && u.ValidFrom <= day && (u.ValidTo == null || u.ValidTo >= day))
            .Where(u => u.Parent!.Code == HomeProvinceCode || u.Parent.Parent!.Code == HomeProvinceCode)
            .Select(u => new { u.Name, u.Level }).ToListAsync(stop);
        var level = units.Exists(u => u.Level == UnitLevel.District) ? UnitLevel.District : UnitLevel.Commune;
        return [AreaTexts.WholeProvince, .. units.Where(u => u.Level == level).Select(u => u.Name).OrderBy(VietnameseSort.SortKey, StringComparer.Ordinal)];
    }

    /// <summary>The home province's units valid on a day, by their codes; after 30/6/2025 the districts that ended with it as well.</summary>
    public static async Task<IReadOnlyList<UnitName>> UnitNamesAsync(this AppDbContext db, DateOnly day, CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.ValidFrom <= day && (u.ValidTo == null || u.ValidTo >= day || (u.Level == UnitLevel.District && u.ValidTo == LastDayOfDistricts)))
            .Where(u => u.Code == HomeProvinceCode || u.Parent!.Code == HomeProvinceCode || u.Parent.Parent!.Code == HomeProvinceCode)
            .OrderBy(u => u.Code)
            .Select(u => new { u.Id, u.Name, u.Level, u.ValidFrom, u.ValidTo, Parent = u.Parent!.Name, Aliases = u.Aliases.Select(a => a.Alias).ToList() })
            .ToListAsync(stop);
        return units.ConvertAll(u => new UnitName(u.Id, u.Name, u.Level, u.ValidFrom, u.ValidTo, u.Parent, u.Aliases));
    }

    /// <summary>The latest day of a plan's year that has come: its units may be named as well.</summary>
    public static DateOnly LatestDay(int planYear, DateOnly today)
    {
        var (first, last) = (DayOf(planYear), new DateOnly(planYear, 12, 31));
        return today < first ? first : today > last ? last : today;
    }

    /// <summary>The day whose units a plan's annex names: before there is a decision, 1 January of its year (DOMAIN §2.2).</summary>
    public static DateOnly DayOf(int planYear) => new(planYear, 1, 1);
}
