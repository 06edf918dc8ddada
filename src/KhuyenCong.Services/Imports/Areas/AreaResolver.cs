using System.Collections.Concurrent;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>
/// Understands area cells by the units valid on one day. A near miss is never accepted, only suggested; what several
/// units could be is left to a person.
/// </summary>
public sealed class AreaResolver
{
    private const int Suggestions = 3;
    private const int LongestName = 60;

    private readonly Dictionary<string, List<UnitName>> _byKey = [];
    private readonly ConcurrentDictionary<string, AreaReading> _read = [];
    private readonly Dictionary<int, UnitType?> _types = [];
    private readonly Dictionary<int, UnitName> _byId = [];
    private readonly string? _province;

    /// <param name="units">Units of any time; only those valid on the day count.</param>
    /// <param name="day">The decision's effective day, or 1 January of the plan's year.</param>
    /// <param name="homeProvince">
    /// The province that "toàn tỉnh" means, needed when units of several provinces are valid on the day; without it
    /// the name of one of several provinces is left to a person.
    /// </param>
    public AreaResolver(IEnumerable<UnitName> units, DateOnly day, string? homeProvince = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        foreach (var unit in units.Where(u => u.ValidFrom <= day && (u.ValidTo is null || day <= u.ValidTo)))
        {
            _byId[unit.UnitId] = unit;
            _types[unit.UnitId] = AreaText.TakeType(VietnameseText.Fold(unit.Name)).Type;
            foreach (var name in unit.Aliases.Prepend(unit.Name))
            {
                var key = AreaText.Key(AreaText.TakeType(VietnameseText.Fold(name)).Name);
                if (key.Length == 0) continue;
                if (!_byKey.TryGetValue(key, out var known)) _byKey[key] = known = [];
                if (!known.Contains(unit)) known.Add(unit);
            }
        }

        var provinces = _byId.Values.Where(u => u.Level == UnitLevel.Province).ToList();
        var home = homeProvince ?? (provinces.Count == 1 ? provinces[0].Name : null);
        _province = home is null ? null : AreaText.TakeType(VietnameseText.Fold(home)).Name;
    }

    /// <summary>The units valid on the day, in their given order.</summary>
    public IEnumerable<UnitName> Units => _byId.Values;

    /// <summary>The unit of a choice made in the preview; null when it is not valid on the day.</summary>
    public UnitName? Find(int unitId) => _byId.GetValueOrDefault(unitId);

    public AreaReading Resolve(string? text)
    {
        if (VietnameseText.Clean(text) is null) return AreaReading.Missing;
        return _read.GetOrAdd(text!, Understand);
    }

    private AreaReading Understand(string text)
    {
        if (text.Length > 2_000) return new AreaReading(AreaReadingKind.Unknown, [], []);
        if (AreaText.MeansWholeProvince(text, _province)) return AreaReading.WholeProvince;
        var parts = AreaText.Parts(text);
        if (parts.Count == 0) return new AreaReading(AreaReadingKind.Unknown, [], []);
        var found = parts.Select(Candidates).ToList();
        if (found.Count == 1 && found[0].Units is [{ Level: UnitLevel.Province } province] && IsHome(province)) return AreaReading.WholeProvince;

        DropProvinceAtEnd(found);
        NarrowByDistrict(found);
        var kept = found.Where(f => !f.IsQualifier).ToList();
        if (kept.Any(f => f.Units.Count == 0))
        {
            return new AreaReading(AreaReadingKind.Unknown, [], [.. kept.Where(f => f.Units.Count == 0).SelectMany(f => Nearest(f.Part)).Distinct().Take(Suggestions)]);
        }

        var chosen = kept.ConvertAll(Choose);
        if (chosen.Any(c => c.Unit is null) || chosen.Any(c => c.Unit!.Level == UnitLevel.Province))
        {
            return new AreaReading(AreaReadingKind.Doubtful, [], [.. kept.SelectMany(Plausible).Distinct()]);
        }

        return new AreaReading(AreaReadingKind.Units, [.. chosen.Select(c => c.Unit!).Distinct()], [], chosen.Any(c => c.UnderstoodAs));
    }

    private Found Candidates(AreaText.Part part) => new(part, _byKey.GetValueOrDefault(AreaText.Key(part.Name)) ?? []);

    private bool IsHome(UnitName province) => AreaText.TakeType(VietnameseText.Fold(province.Name)).Name == _province;

    private static void DropProvinceAtEnd(List<Found> found)
    {
        var last = found[^1];
        if (found.Count > 1 && last.Part.Type is UnitType.Province && last.Units.Any(u => u.Level == UnitLevel.Province)) last.IsQualifier = true;
    }

    /// <summary>"xã Tân Hòa, huyện Buôn Đôn": the district says which commune, and is not an area of its own.</summary>
    private static void NarrowByDistrict(List<Found> found)
    {
        var communes = new List<Found>();
        foreach (var item in found.Where(f => !f.IsQualifier))
        {
            if (item.Part is { Type: { } type, Inherited: false } && AreaText.LevelOf(type) == UnitLevel.District)
            {
                var districts = item.Units.Where(u => u.Level == UnitLevel.District).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
                foreach (var commune in communes)
                {
                    var inside = commune.Units.Where(u => u.Level == UnitLevel.Commune && u.ParentName is { } p && districts.Contains(p)).ToList();
                    if (inside.Count > 0)
                    {
                        commune.Units = inside;
                        item.IsQualifier = true;
                    }
                    else
                    {
                        // A commune written inside a district that has none of that name: one of the two is wrong.
                        commune.Contradicted = commune.Units.Count > 0 && districts.Count > 0;
                    }
                }

                communes.Clear();
            }
            else if (item.Part.Type is { } other && AreaText.LevelOf(other) == UnitLevel.Commune) communes.Add(item);
        }
    }

    private (UnitName? Unit, bool UnderstoodAs) Choose(Found found)
    {
        if (found.Contradicted) return (null, false);
        var all = found.Units;
        if (found.Part.Type is { } type)
        {
            var ofLevel = all.Where(u => u.Level == AreaText.LevelOf(type)).ToList();
            var ofType = ofLevel.Where(u => _types[u.UnitId] == type).ToList();
            if (ofType.Count > 0) return (Single(ofType, found.Part), false);
            return (Single(ofLevel, found.Part), true);
        }

        var districts = all.Where(u => u.Level == UnitLevel.District).ToList();
        if (districts.Count == 1) return (districts[0], all.Count > 1);
        return (Single(districts.Count > 0 ? districts : all, found.Part), false);
    }

    /// <summary>The only unit, or the only one whose letters and marks are exactly those written.</summary>
    private static UnitName? Single(IReadOnlyList<UnitName> units, AreaText.Part part)
    {
        if (units.Count <= 1) return units.Count == 1 ? units[0] : null;
        var words = part.Name.Count(c => c == ' ') + 1;
        var written = AreaText.MarkedKey(part.Written, words);
        var exact = units.Where(u => AreaText.MarkedKey(u.Name, words) == written).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    private static IEnumerable<UnitName> Plausible(Found found)
    {
        var ofLevel = found.Units.Where(u => found.Part.Type is not { } type || u.Level == AreaText.LevelOf(type)).ToList();
        return ofLevel.Count > 0 ? ofLevel : found.Units;
    }

    private IEnumerable<UnitName> Nearest(AreaText.Part part)
    {
        var key = AreaText.Key(part.Name);
        if (key.Length > LongestName) return [];
        var most = Math.Max(1, key.Length / 4);
        return _byKey
            .Select(k => (k.Value, Distance: Math.Abs(k.Key.Length - key.Length) > most ? int.MaxValue : EditDistance.Between(k.Key, key)))
            .Where(k => k.Distance <= most)
            .SelectMany(k => k.Value.Select(u => (Unit: u, k.Distance)))
            .OrderBy(u => u.Distance)
            .ThenBy(u => part.Type is { } type && u.Unit.Level == AreaText.LevelOf(type) ? 0 : 1)
            .ThenBy(u => u.Unit.Level)
            .ThenBy(u => u.Unit.Name, StringComparer.Ordinal)
            .Select(u => u.Unit)
            .Take(Suggestions);
    }

    private sealed class Found(AreaText.Part part, IReadOnlyList<UnitName> units)
    {
        public AreaText.Part Part { get; } = part;

        public IReadOnlyList<UnitName> Units { get; set; } = units;

        public bool IsQualifier { get; set; }

        public bool Contradicted { get; set; }
    }
}
