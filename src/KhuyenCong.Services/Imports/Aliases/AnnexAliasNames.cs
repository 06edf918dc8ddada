using KhuyenCong.Data;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>The names of the units and categories that remembered readings mean.</summary>
internal sealed class AnnexAliasNames
{
    private readonly Dictionary<int, string> _units;
    private readonly Dictionary<string, string> _categories;

    private AnnexAliasNames(Dictionary<int, string> units, Dictionary<string, string> categories) => (_units, _categories) = (units, categories);

    /// <summary>Two SQL commands.</summary>
    public static async Task<AnnexAliasNames> ReadAsync(AppDbContext db, IEnumerable<(AnnexAliasKind Kind, string Value)> aliases, CancellationToken stop)
    {
        var place = AnnexAnswers.OfArea(new CellAddress(1, 1));
        var ids = aliases.Where(a => a.Kind == AnnexAliasKind.Place).SelectMany(a => AnnexAnswers.Read([new(place, a.Value)]).Areas.Values).SelectMany(c => c.UnitIds).Distinct().ToList();
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Name = new AreaName(u.Name, u.Level, u.Parent!.Name, (Domain.Territory.UnitLevel?)u.Parent.Level) }).ToListAsync(stop);
        var categories = await db.Categories.AsNoTracking().Select(c => new { c.Code, c.Title }).ToListAsync(stop);
        return new AnnexAliasNames(units.ToDictionary(u => u.Id, u => u.Name.Text), categories.ToDictionary(c => c.Code, c => c.Title, StringComparer.Ordinal));
    }

    public string Of(AnnexAliasKind kind, string value) => AnnexAliasTexts.Meaning(kind, value, _units.GetValueOrDefault, _categories.GetValueOrDefault);
}
