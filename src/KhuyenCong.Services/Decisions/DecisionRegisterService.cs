using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>The register of decisions and their signed files.</summary>
public sealed class DecisionRegisterService(AppDbContext db, FileStore store)
{
    public const int PageSize = 50;

    /// <summary>Three SQL commands. A department issues a few dozen decisions a year, so words are looked for in memory.</summary>
    public async Task<Result<DecisionList>> ReadAsync(Actor actor, DecisionFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsRead)) return Failure.Forbidden;
        var years = await db.Decisions.Select(d => d.Year).Distinct().OrderByDescending(y => y).ToListAsync(stop);
        var bodies = await db.Organisations.Where(o => db.Decisions.Any(d => d.IssuingBodyId == o.Id)).OrderBy(o => o.Id)
            .Select(o => new DecisionBody(o.Id, o.Name)).ToListAsync(stop);
        var chosen = db.Decisions.AsNoTracking()
            .Where(d => filter.Year == null || d.Year == filter.Year)
            .Where(d => filter.Kind == null || d.Kind == filter.Kind)
            .Where(d => filter.BodyId == null || d.IssuingBodyId == filter.BodyId)
            .OrderByDescending(d => d.EffectiveFrom).ThenByDescending(d => d.Id);
        var rows = await db.Rows(chosen).ToListAsync(stop);
        var tokens = VietnameseText.Tokens(filter.Text);
        var found = rows.FindAll(row => Matches(row, tokens));
        var page = Math.Clamp(filter.Page ?? 1, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new DecisionList([.. found.Skip((page - 1) * PageSize).Take(PageSize)], years, bodies, found.Count, page);
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

    /// <summary>Reads the kept file again and compares it with the SHA-256 of the day it was recorded.</summary>
    public async Task<Result<FileCheck>> CheckFileAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.DecisionsRead)) return Failure.Forbidden;
        var file = await db.Decisions.AsNoTracking().Where(d => d.Id == id && d.Document != null)
            .Select(d => new { d.Document!.Sha256, d.Document.Length }).SingleOrDefaultAsync(stop);
        if (file is null) return Failure.NotFound;
        await using var content = store.Open(file.Sha256);
        if (content is null) return new FileCheck(file.Sha256, null, file.Length, null);
        var length = content.Length;
        return new FileCheck(file.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)), file.Length, length);
    }

    private static bool Matches(DecisionRow row, string[] tokens)
    {
        if (tokens.Length == 0) return true;
        var budget = row.Budget is { } allotted ? FormattableString.Invariant($"{StatusText.Of(allotted.Source)} {StatusText.Short(allotted.Source)} {allotted.Year}") : "";
        var key = VietnameseText.Fold($"{row.Number} {row.PlanTitle} {budget} {row.IssuingBody} {row.Signatory} {row.LegalBases}");
        return tokens.All(token => key.Contains(token, StringComparison.Ordinal));
    }
}
