using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>Reads what the office remembers.</summary>
internal static class AnnexAliasesQuery
{
    /// <summary>All of it: no more than <see cref="AnnexAliasService.Most"/> are in use.</summary>
    public static async Task<AnnexAliases> AliasesAsync(this AppDbContext db, CancellationToken stop) => new(
        await db.AnnexAliases.AsNoTracking().Where(a => a.WithdrawnAt == null).OrderBy(a => a.Id).Take(AnnexAliasService.Most)
            .Select(a => new KnownAlias(a.Id, a.Version, a.Kind, a.Key, a.Text, a.Value)).ToListAsync(stop));
}
