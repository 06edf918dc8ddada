using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>The readings that the office remembers, as a list and as the form of one.</summary>
public sealed class AnnexAliasListService(AppDbContext db, TimeProvider clock)
{
    /// <summary>One page of those in use, by kind and alphabet. At most four SQL commands.</summary>
    public async Task<Result<AnnexAliasList>> ListAsync(Actor actor, AnnexAliasFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var found = db.AnnexAliases.AsNoTracking().Where(a => a.WithdrawnAt == null).Matching(filter.Text);
        if (filter.Kind is { } kind) found = found.Where(a => a.Kind == kind);
        var total = await found.CountAsync(stop);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + AnnexAliasFilter.PageSize - 1) / AnnexAliasFilter.PageSize));
        var rows = await found.OrderBy(a => a.Kind == AnnexAliasKind.Column ? 0 : a.Kind == AnnexAliasKind.Category ? 1 : a.Kind == AnnexAliasKind.Place ? 2 : a.Kind == AnnexAliasKind.Unit ? 3 : 4)
            .ThenBy(a => EF.Property<string>(a, SearchKeys.SortKey)).ThenBy(a => a.Id)
            .Skip((page - 1) * AnnexAliasFilter.PageSize).Take(AnnexAliasFilter.PageSize)
            .Select(a => new { a.Id, a.Kind, a.Text, a.Value, a.SavedAt, By = db.Users.Where(u => u.Id == a.SavedById).Select(u => u.FullName).First() }).ToListAsync(stop);
        var names = await AnnexAliasNames.ReadAsync(db, rows.Select(r => (r.Kind, r.Value)), stop);
        return new AnnexAliasList(rows.ConvertAll(r => new AnnexAliasRow(r.Id, r.Kind, r.Text, names.Of(r.Kind, r.Value), r.By, r.SavedAt)), total, page);
    }

    /// <summary>One that is in use, to be edited or withdrawn.</summary>
    public async Task<Result<AnnexAliasForm>> FormAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var alias = await db.AnnexAliases.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.WithdrawnAt == null, stop);
        if (alias is null) return Failure.NotFound;
        var isPlace = alias.Kind == AnnexAliasKind.Place;
        var value = isPlace ? (await AnnexAliasNames.ReadAsync(db, [(alias.Kind, alias.Value)], stop)).Of(alias.Kind, alias.Value) : alias.Value;
        return new AnnexAliasForm(
            alias.Kind, alias.Text, alias.Kind == AnnexAliasKind.Category ? await CategoriesAsync(stop) : AnnexAliasTexts.Options(alias.Kind),
            isPlace ? await db.AreaSuggestionsAsync(clock.Today(), stop) : [], new AnnexAliasRequest { Value = value, Version = alias.Version });
    }

    private async Task<IReadOnlyList<AnnexOption>> CategoriesAsync(CancellationToken stop) =>
        await db.Categories.AsNoTracking().OrderBy(c => c.Id).Select(c => new AnnexOption(c.Code, c.Code + " – " + c.Title, null)).ToListAsync(stop);
}
