using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>
/// The districts of before 01/7/2025, for days on which there are none. «Huyện Krông Bông» alone says nothing valid then; who knows no
/// commune yet says so in words: «Huyện Krông Bông (cấp huyện, chưa xác định xã)».
/// </summary>
internal sealed class FormerDistricts
{
    private const string Marker = "cap huyen chua xac dinh xa";

    private readonly Dictionary<string, UnitName> _byKey = new(StringComparer.Ordinal);

    /// <param name="units">Units of any time.</param>
    /// <param name="day">The day on which a text names a place.</param>
    public FormerDistricts(IReadOnlyCollection<UnitName> units, DateOnly day)
    {
        var districts = units.Where(u => u.Level == UnitLevel.District && u.ValidFrom <= day).ToList();
        if (districts.Exists(d => d.ValidTo is null || day <= d.ValidTo)) return;
        foreach (var district in districts.OrderBy(d => d.ValidTo))
        {
            foreach (var name in district.Aliases.Prepend(district.Name)) _byKey[KeyOf(name)] = district with { IsFormer = true };
        }
    }

    public IEnumerable<KeyValuePair<string, UnitName>> ByKey => _byKey;

    public UnitName? Named(string key) => _byKey.GetValueOrDefault(key);

    public UnitName? Find(int unitId) => _byKey.Values.FirstOrDefault(u => u.UnitId == unitId);

    /// <summary>A text that says of its districts that the commune is not known, with other places between semicolons; null for any other text.</summary>
    public AreaReading? Read(string text, Func<string, AreaReading> others)
    {
        if (_byKey.Count == 0 || !VietnameseText.Fold(text).Contains(Marker, StringComparison.Ordinal)) return null;
        var units = new List<UnitName>();
        foreach (var piece in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var folded = VietnameseText.Fold(piece);
            if (folded.Contains(Marker, StringComparison.Ordinal))
            {
                if (Named(KeyOf(folded.Replace(Marker, " ", StringComparison.Ordinal).Trim())) is not { } district) return new AreaReading(AreaReadingKind.Unknown, [], []);
                units.Add(district);
            }
            else if (others(piece) is { Kind: AreaReadingKind.Units } reading) units.AddRange(reading.Units);
            else return others(piece) is { IsUnderstood: false } open ? open : new AreaReading(AreaReadingKind.Doubtful, [], []);
        }

        return new AreaReading(AreaReadingKind.Units, [.. units.Distinct()], []);
    }

    private static string KeyOf(string name) => AreaText.Key(AreaText.TakeType(VietnameseText.Fold(name)).Name);
}
