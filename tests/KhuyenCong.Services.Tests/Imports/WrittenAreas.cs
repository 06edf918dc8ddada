using System.Text;
using CsCheck;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>
/// Random lists of units, written in random ways that a reader of the list alone would understand: a name that several units
/// bear is written with its type and its district, and no list holds both a commune and its district.
/// </summary>
internal sealed class WrittenAreas(IReadOnlyList<UnitName> all)
{
    private static readonly (string Type, string[] Short)[] Types =
    [
        ("Thị trấn", ["TT.", "TT", "thị trấn", "Thi tran"]), ("Thị xã", ["TX.", "TX", "thị xã"]), ("Thành phố", ["TP.", "TP", "thành phố"]),
        ("Huyện", ["H.", "H", "huyện", "HUYỆN"]), ("Phường", ["P.", "phường"]), ("Xã", ["X.", "xã", "xa"]),
    ];

    private static readonly string[] Separators = [", ", "; ", " và ", " - ", "\n", ",", " + ", " – "];

    // The tone on the other letter, as older machines write it.
    private static readonly (string New, string Old)[] Tones = [("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("úy", "uý"), ("ủy", "uỷ")];

    private readonly List<UnitName> _units = [.. all.Where(u => u.Level != UnitLevel.Province)];

    private readonly Dictionary<string, int> _bearers = all.SelectMany(u => u.Aliases.Prepend(u.Name).Select(Key).Distinct()).GroupBy(k => k, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    public Gen<(string Text, UnitName[] Units)> Gen => CsCheck.Gen.Int.Select(seed => Write(new Random(seed)));

    private (string Text, UnitName[] Units) Write(Random random)
    {
        var units = random.GetItems(_units.ToArray(), random.Next(1, 5)).Distinct().ToArray();
        units = [.. units.Where(u => !units.Any(d => d.Name == u.ParentName && d.Level == UnitLevel.District))];
        var text = new StringBuilder();
        foreach (var unit in units)
        {
            if (text.Length > 0) text.Append(Pick(random, Separators));
            text.Append(Write(unit, random));
        }

        var written = random.Next(4) == 0 ? VietnameseText.Normalize(text.ToString(), NormalizationForm.FormD) : text.ToString();
        return (written, units);
    }

    private string Write(UnitName unit, Random random)
    {
        var isShared = _bearers[Key(unit.Name)] > 1;
        var below = unit.Level == UnitLevel.Commune && random.Next(5) == 0 ? Pick(random, ["Thôn 3, ", "TDP 5, ", "số 12 đường Lê Duẩn, ", "KCN Phú Xuân 9, "]) : string.Empty;
        var hasType = below.Length > 0 || isShared || random.Next(3) > 0;
        var name = hasType ? WithType(unit.Name, random) : Bare(unit.Name, random);
        var hasDistrict = unit.Level == UnitLevel.Commune && unit.ParentName?.StartsWith("Tỉnh", StringComparison.Ordinal) == false;
        if (!hasDistrict || !hasType || (!isShared && random.Next(2) == 0)) return below + name;
        return below + name + Pick(random, [", ", " - ", " "]) + WithType(unit.ParentName!, random);
    }

    private static string WithType(string name, Random random)
    {
        var (type, written) = Types.First(t => name.StartsWith(t.Type + " ", StringComparison.Ordinal));
        return Pick(random, written) + " " + Bare(name[(type.Length + 1)..], random);
    }

    private static string Bare(string name, Random random)
    {
        var bare = WithoutType(name);
        return random.Next(6) switch
        {
            0 => bare.ToUpperInvariant(),
            1 => VietnameseText.Fold(bare),
            2 => Tones.Aggregate(bare, (text, tone) => text.Replace(tone.New, tone.Old, StringComparison.Ordinal)),
            3 => bare.Replace('\'', '’'),
            4 => bare.Replace(" ", "  ", StringComparison.Ordinal),
            _ => bare,
        };
    }

    private static string Key(string name) => VietnameseText.Fold(WithoutType(name)).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string WithoutType(string name) =>
        Types.Where(t => name.StartsWith(t.Type + " ", StringComparison.Ordinal)).Select(t => name[(t.Type.Length + 1)..]).FirstOrDefault(name);

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
