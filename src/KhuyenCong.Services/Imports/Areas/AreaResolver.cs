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
    private const int MostWords = 5;

    private readonly Dictionary<string, List<UnitName>> _byKey = [];
    private readonly ConcurrentDictionary<string, AreaReading> _read = [];
    private readonly Dictionary<int, UnitType?> _types = [];
    private readonly Dictionary<int, UnitName> _byId = [];
    private readonly string? _province;
    private readonly WholeProvince _whole;
    private readonly FormerDistricts _former;

    /// <param name="units">Units of any time; only those valid on the day count.</param>
    /// <param name="day">The decision's effective day, or 1 January of the plan's year.</param>
    /// <param name="homeProvince">
    /// The province that "toàn tỉnh" means, needed when units of several provinces are valid on the day; without it
    /// the name of one of several provinces is left to a person.
    /// </param>
    public AreaResolver(IEnumerable<UnitName> units, DateOnly day, string? homeProvince = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        var all = units.ToList();
        _former = new FormerDistricts(all, day);
        foreach (var unit in all.Where(u => u.ValidFrom <= day && (u.ValidTo is null || day <= u.ValidTo)))
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
        _whole = new WholeProvince(_byId.Values, _province);
    }

    /// <summary>The units valid on the day, in their given order.</summary>
    public IEnumerable<UnitName> Units => _byId.Values;

    /// <summary>The districts that have ended, on a day on which there are none.</summary>
    public IEnumerable<UnitName> FormerDistricts => _former.ByKey.Select(f => f.Value).Distinct();

    /// <summary>The unit of a choice made in the preview, a former district included; null when it is not valid on the day.</summary>
    public UnitName? Find(int unitId) => _byId.GetValueOrDefault(unitId) ?? _former.Find(unitId);

    public AreaReading Resolve(string? text)
    {
        if (VietnameseText.Clean(text) is null) return AreaReading.Missing;
        return _read.GetOrAdd(text!, Understand);
    }

    private AreaReading Understand(string text)
    {
        if (text.Length > 2_000) return new AreaReading(AreaReadingKind.Unknown, [], []);
        if (_former.Read(text, Resolve) is { } districts) return districts;
        if (_whole.IsMeant(text)) return AreaReading.WholeProvince;
        if (_whole.NoteAfter(text) is { } note && !NamesUnit(note)) return AreaReading.WholeProvince with { Below = note };
        var found = AreaText.Parts(text).ConvertAll(Candidates);
        if (found.Count == 0) return new AreaReading(AreaReadingKind.Unknown, [], []);
        if (found.Count == 1 && found[0].Units is [{ Level: UnitLevel.Province } province] && IsHome(province)) return AreaReading.WholeProvince;

        DropProvinceAtEnd(found);
        var below = TakeBelow(found);
        new DistrictNarrowing(u => _types[u.UnitId]).Apply(found.Where(f => !f.IsQualifier));
        var kept = found.Where(f => !f.IsQualifier).ToList();
        if (kept.Any(f => f.Units.Count == 0))
        {
            return new AreaReading(AreaReadingKind.Unknown, [], [.. Former(kept).Concat(kept.Where(f => f.Units.Count == 0).SelectMany(f => Nearest(f.Part))).Distinct().Take(Suggestions)]);
        }

        var chosen = kept.ConvertAll(Choose);
        return chosen.Exists(u => u is null or { Level: UnitLevel.Province }) || Overlap(chosen) || MayBeHamlet(kept)
            ? new AreaReading(AreaReadingKind.Doubtful, [], [.. kept.SelectMany(Plausible).Concat(Former(kept)).Distinct()]) { MayHaveEnded = kept.Exists(f => f.Part.Type is null && _former.Named(AreaText.Key(f.Part.Name)) is not null) }
            : new AreaReading(AreaReadingKind.Units, [.. chosen.Select(u => u!).Distinct()], [], kept.Exists(f => f.IsUnderstoodAs)) { Below = below };
    }

    private FoundPart Candidates(AreaPart part) => new(part, _byKey.GetValueOrDefault(AreaText.Key(part.Name)) ?? []);

    private bool IsHome(UnitName province) => AreaText.TakeType(VietnameseText.Fold(province.Name)).Name == _province;

    private void DropProvinceAtEnd(List<FoundPart> found)
    {
        var last = found[^1];
        if (found.Count == 1 || last.Part is { HasOwnType: true, Level: not UnitLevel.Province }) return;
        last.IsQualifier = last.Part.HasOwnType
            ? last.Of(UnitLevel.Province).Any()
            : !last.Part.IsApart && last.Units is [{ Level: UnitLevel.Province } province] && IsHome(province);
    }

    /// <summary>
    /// Takes out the hamlets, streets and industrial parks, where a commune or a district is named beside them. What is, or
    /// nearly is, the name of a unit is none ("Buôn Đôn").
    /// </summary>
    private string? TakeBelow(List<FoundPart> found)
    {
        var below = found.Where(f => f is { IsQualifier: false, Units.Count: 0, Part.LooksBelow: true } && !IsNearUnit(f.Part)).ToList();
        if (below.Count == 0 || !found.Exists(f => f.Units.Any(u => u.Level != UnitLevel.Province))) return null;
        found.RemoveAll(below.Contains);
        return string.Join("; ", below.Select(f => f.Part.Written));
    }

    private bool IsNearUnit(AreaPart part)
    {
        var key = AreaText.Key(part.Name);
        return key.Length <= LongestName && _byKey.Keys.Any(k => Math.Abs(k.Length - key.Length) <= 1 && EditDistance.Between(k, key) <= 1);
    }

    /// <summary>"Krông Năng, xã Phú Lộc": the commune alone, or the whole district as well.</summary>
    private static bool Overlap(List<UnitName?> chosen) =>
        chosen.Exists(c => c is { Level: UnitLevel.Commune } && chosen.Exists(d => d is { Level: UnitLevel.District } && d.Name == c.ParentName));

    /// <summary>"Buôn Triết, xã Đắk Liêng": a commune of that name, or a hamlet.</summary>
    private static bool MayBeHamlet(List<FoundPart> kept)
    {
        var first = kept.FindIndex(f => f.Part is { LooksBelow: true, Type: null });
        return first >= 0 && kept.Skip(first + 1).Any(f => f.Part is { HasOwnType: true, Level: UnitLevel.Commune });
    }

    private bool NamesUnit(string note)
    {
        var words = VietnameseText.Fold(note).Split(' ');
        return Enumerable.Range(0, words.Length).Any(from => Enumerable.Range(1, Math.Min(MostWords, words.Length - from))
            .Select(count => string.Concat(words.Skip(from).Take(count)))
            .Any(key => key.Length > 2 && !key.All(char.IsAsciiDigit) && _byKey.ContainsKey(key)));
    }

    private UnitName? Choose(FoundPart found)
    {
        if (found.IsDoubtful) return null;
        if (found.Part.Type is { } type)
        {
            var ofLevel = found.Of(AreaText.LevelOf(type)).ToList();
            var ofType = ofLevel.Where(u => _types[u.UnitId] == type).ToList();
            if (ofType.Count > 0) return Single(ofType, found.Part);
            found.IsUnderstoodAs = true;
            return Single(ofLevel, found.Part);
        }

        // «Krông Bông» alone, in a paper of after 01/7/2025: the commune of that name, or the district that has ended.
        if (_former.Named(AreaText.Key(found.Part.Name)) is not null) return null;
        var districts = found.Of(UnitLevel.District).ToList();
        found.IsUnderstoodAs |= districts.Count == 1 && found.Units.Count > 1;
        return Single(districts.Count > 0 ? districts : found.Units, found.Part);
    }

    /// <summary>The only unit, or the only one whose letters and marks are exactly those written.</summary>
    private static UnitName? Single(IReadOnlyList<UnitName> units, AreaPart part)
    {
        if (units.Count <= 1) return units.Count == 1 ? units[0] : null;
        var words = part.Name.Count(c => c == ' ') + 1;
        var written = AreaText.MarkedKey(part.Written, words);
        var exact = units.Where(u => AreaText.MarkedKey(u.Name, words) == written).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    private static IEnumerable<UnitName> Plausible(FoundPart found)
    {
        if (found.IsDoubtful && found.Part.Inherited) return found.Units;
        var ofLevel = found.Units.Where(u => found.Part.Level is not { } level || u.Level == level).ToList();
        return ofLevel.Count > 0 ? ofLevel : found.Units;
    }

    // «Huyện Krông Bông» when there are no districts any more.
    private IEnumerable<UnitName> Former(IEnumerable<FoundPart> found) =>
        found.Where(f => f.Part.Level is null or UnitLevel.District).Select(f => _former.Named(AreaText.Key(f.Part.Name))).OfType<UnitName>();

    private IEnumerable<UnitName> Nearest(AreaPart part)
    {
        var key = AreaText.Key(part.Name);
        if (key.Length is 0 or > LongestName) return [];
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
}
