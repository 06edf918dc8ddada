using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>Hands out an uploaded annex with its findings as comments at their cells, to be corrected in Excel and uploaded again.</summary>
public sealed class AnnexNotesService(IDbContextFactory<AppDbContext> databases, FileStore store, AnnexImportService imports)
{
    /// <summary>A copy of the workbook with comments, for its uploader only; the kept file stays as it is.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="documentId">The kept workbook.</param>
    /// <param name="plan">The plan that it is read for, as in the preview.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<DocumentDownload>> OpenAsync(Actor actor, int documentId, NewPlanRequest plan, CancellationToken stop)
    {
        var import = await imports.PreviewAsync(actor, documentId, plan, AnnexChoices.None, stop);
        if (!import.IsDone) return Failure.From(import);
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.OwnWorkbookAsync(actor, documentId, stop) is not { } document || store.Open(document.Sha256) is not { } content) return Failure.NotFound;
        using var file = new MemoryStream();
        await using (content) await content.CopyToAsync(file, stop);
        var noted = NotedWorkbook.Of(file.ToArray(), import.Value.Preview.Sheet, AnnexNote.Of(import.Value.Preview), stop);
        return new DocumentDownload(AnnexNoteTexts.FileName(document.FileName), DocumentIntake.Workbook, new MemoryStream(noted, writable: false));
    }
}
