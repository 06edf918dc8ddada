using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>The register of decisions and their signed files.</summary>
public sealed class DecisionRegisterService(AppDbContext db, FileStore store)
{
    public const int PageSize = 50;

    /// <summary>Two SQL commands. A department issues a few dozen decisions a year, so words are looked for in memory.</summary>
    public async Task<Result<DecisionList>> ReadAsync(Actor actor, DecisionFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsRead)) return Failure.Forbidden;
        var years = await db.Decisions.Select(d => d.Year).Distinct().OrderByDescending(y => y).ToListAsync(stop);
        var rows = await db.Decisions.AsNoTracking().Where(d => filter.Year == null || d.Year == filter.Year)
            .OrderByDescending(d => d.EffectiveFrom).ThenByDescending(d => d.Id)
            .Select(d => new DecisionRow(
                d.Id, d.Number, d.Year, d.IssuedOn, d.EffectiveFrom, d.Kind, d.IssuingBody!.Name,
                d.PlanId, d.Plan!.Title, d.Plan != null && d.Plan.IsIllustrative, d.Signatory, d.SignatoryTitle,
                d.StatedTotal, d.StatedBasis, d.StatedCount, d.ComputedTotal, d.ComputedCount, d.DifferenceReason,
                d.Document!.FileName, (long?)d.Document.Length))
            .ToListAsync(stop);
        var tokens = VietnameseText.Tokens(filter.Text);
        var found = rows.FindAll(row => Matches(row, tokens));
        var page = Math.Clamp(filter.Page ?? 1, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new DecisionList([.. found.Skip((page - 1) * PageSize).Take(PageSize)], years, found.Count, page);
    }

    /// <summary>Opens the signed file; not found when the decision has none.</summary>
    public async Task<Result<DocumentDownload>> OpenAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsRead)) return Failure.Forbidden;
        var file = await db.Decisions.AsNoTracking().Where(d => d.Id == id && d.Document != null)
            .Select(d => new { d.Document!.FileName, d.Document.ContentType, d.Document.Sha256 }).SingleOrDefaultAsync(stop);
        if (file is null || store.Open(file.Sha256) is not { } content) return Failure.NotFound;
        return new DocumentDownload(file.FileName, file.ContentType, content);
    }

    private static bool Matches(DecisionRow row, string[] tokens)
    {
        if (tokens.Length == 0) return true;
        var key = VietnameseText.Fold($"{row.Number} {row.PlanTitle} {row.IssuingBody} {row.Signatory}");
        return tokens.All(token => key.Contains(token, StringComparison.Ordinal));
    }
}
