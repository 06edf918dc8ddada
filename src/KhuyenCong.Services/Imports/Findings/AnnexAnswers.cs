using System.Globalization;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>
/// Choices of a preview as forms and addresses carry them: "E17.13" (the unit with id 13 for the area in E17),
/// "E17.tinh" (the whole province), "2.ND9" (category ND9 for the group with index 2), "Million" (the unit). What is not of this form is
/// ignored: the question then stays open.
/// </summary>
public static class AnnexAnswers
{
    private const string WholeProvince = "tinh";
    private const int Most = 4_000;

    public static string Key(CellAddress cell, int unitId) => string.Create(CultureInfo.InvariantCulture, $"{cell}.{unitId}");

    public static string WholeProvinceKey(CellAddress cell) => $"{cell}.{WholeProvince}";

    public static string Key(int group, string category) => string.Create(CultureInfo.InvariantCulture, $"{group}.{category}");

    public static AnnexChoices Read(IEnumerable<string?>? areas, IEnumerable<string?>? groups, string? unit) => new()
    {
        Areas = Pairs(areas).Select(p => (Cell: CellAddress.Parse(p.Left), p.Right))
            .Where(p => p.Cell is not null && (p.Right == WholeProvince || Number(p.Right) is not null))
            .GroupBy(p => p.Cell!.Value)
            .ToDictionary(g => g.Key, g => g.Any(p => p.Right == WholeProvince) ? AreaChoice.Whole : AreaChoice.Of([.. g.Select(p => Number(p.Right)!.Value).Distinct()])),
        Categories = Pairs(groups).Where(p => Number(p.Left) is not null).GroupBy(p => Number(p.Left)!.Value).ToDictionary(g => g.Key, g => g.First().Right),
        Unit = Enum.GetValues<MoneyUnit>().Where(u => u.ToString() == unit).Select(u => (MoneyUnit?)u).FirstOrDefault(),
    };

    /// <summary>The keys of the areas chosen for a cell.</summary>
    public static IReadOnlyList<string> Keys(CellAddress cell, AreaChoice choice) =>
        choice.WholeProvince ? [WholeProvinceKey(cell)] : [.. choice.UnitIds.Select(id => Key(cell, id))];

    private static IEnumerable<(string Left, string Right)> Pairs(IEnumerable<string?>? values) =>
        (values ?? []).Take(Most).Select(v => v?.Split('.')).Where(p => p is { Length: 2 } && p[0].Length is > 0 and < 12 && p[1].Length is > 0 and < 20).Select(p => (p![0], p[1]));

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
