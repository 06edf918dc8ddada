using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>The papers of a project, and their files for those who see the project.</summary>
public sealed class ProjectPapersService(IDbContextFactory<AppDbContext> databases, FileStore store, TimeProvider clock)
{
    /// <summary>Decisions, contracts and the acceptance minutes, in order of time; four SQL commands.</summary>
    public async Task<Result<IReadOnlyList<ProjectPaper>>> ListAsync(Actor actor, int id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.Projects.VisibleTo(actor, clock.Today()).AnyAsync(p => p.Id == id, stop)) return Failure.NotFound;
        var decisions = await db.ProjectTerms.AsNoTracking().Where(t => t.ProjectId == id && t.Decision != null)
            .OrderBy(t => t.EffectiveFrom).ThenBy(t => t.DecisionId)
            .Select(t => new { t.Decision!.Number, t.Decision.IssuedOn, t.Decision.DocumentId, File = db.Documents.FirstOrDefault(d => d.Id == t.Decision.DocumentId) })
            .ToListAsync(stop);
        var contracts = await db.Contracts.AsNoTracking().Where(c => c.ProjectId == id).OrderBy(c => c.SignedOn).ThenBy(c => c.Id)
            .Select(c => new { c.Kind, c.Number, c.SignedOn, c.Value, c.Beneficiary!.Name }).ToListAsync(stop);
        var acceptance = await db.Acceptances.AsNoTracking().Include(a => a.Document).SingleOrDefaultAsync(a => a.ProjectId == id, stop);

        List<ProjectPaper> papers =
        [
            .. decisions.Select(d => new ProjectPaper(PaperKind.Decision, d.Number, d.IssuedOn, null, d.DocumentId, d.File?.FileName, d.File?.Length)),
            .. contracts.Select(c => new ProjectPaper(KindOf(c.Kind), c.Number, c.SignedOn, $"{c.Name}, {VndFormat.DongShort(c.Value)}", null, null, null)),
        ];
        if (acceptance is not null)
        {
            papers.Add(new ProjectPaper(
                PaperKind.Acceptance, acceptance.MinutesNumber, acceptance.Date, acceptance.Finding, acceptance.DocumentId,
                acceptance.Document?.FileName, acceptance.Document?.Length));
        }

        return papers;
    }

    /// <summary>Opens a file of a project in scope; files that are not the project's are not found.</summary>
    public async Task<Result<DocumentDownload>> OpenAsync(Actor actor, int id, int documentId, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var document = await db.Documents.AsNoTracking()
            .Where(d => d.Id == documentId && db.Projects.VisibleTo(actor, clock.Today()).Any(p => p.Id == id)
                && (db.ProjectTerms.Any(t => t.ProjectId == id && t.Decision!.DocumentId == d.Id)
                    || db.Acceptances.Any(a => a.ProjectId == id && a.DocumentId == d.Id)
                    || db.MoneyEntries.Any(e => e.ProjectId == id && e.EvidenceId == d.Id)))
            .SingleOrDefaultAsync(stop);
        if (document is null || store.Open(document.Sha256) is not { } content) return Failure.NotFound;
        return new DocumentDownload(document.FileName, document.ContentType, content);
    }

    private static PaperKind KindOf(ContractKind kind) => kind switch
    {
        ContractKind.Contract => PaperKind.Contract,
        ContractKind.Appendix => PaperKind.Appendix,
        ContractKind.Termination => PaperKind.Termination,
    };
}
