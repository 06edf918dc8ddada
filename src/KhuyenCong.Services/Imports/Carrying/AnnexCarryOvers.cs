using KhuyenCong.Data;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>Keeps the answers of a person's latest upload of the same annex for a new upload, and tells what became of them.</summary>
internal static class AnnexCarryOvers
{
    // More than these are not opened to find the same annex.
    private const int MostOpened = 5;

    /// <summary>Adds what is kept beside the new document, to be saved with it.</summary>
    public static async Task CarryAnswersAsync(this AppDbContext db, FileStore store, Document document, WorkbookContent now, AnnexReferences references, CancellationToken stop)
    {
        // An upload whose answers were all taken back is the latest still: nothing older comes back.
        var earlier = await db.WorkbooksOf(document.AddedById)
            .Where(d => db.AnnexAnswers.Any(a => a.DocumentId == d.Id) || db.AnnexCarryOvers.Any(c => c.DocumentId == d.Id))
            .OrderByDescending(d => d.Id).Take(MostOpened).Select(d => new { d.Id, d.Sha256 }).ToListAsync(stop);
        foreach (var upload in earlier)
        {
            if (await store.WorkbookAsync(upload.Sha256, stop) is not { } before) continue;
            var answers = await db.AnnexAnswers.AsNoTracking().Where(a => a.DocumentId == upload.Id).OrderBy(a => a.Id).ToListAsync(stop);
            var sheet = answers.Find(a => a.Subject == AnnexAnswers.Sheet)?.Value;
            if (!AnnexCarrying.IsSameAnnex(before, now, sheet)) continue;
            if (answers.Count > 0) Add(db, document, upload.Id, AnnexCarrying.Carry(answers, before, now, references));
            return;
        }
    }

    /// <summary>What became of the answers of the earlier upload; null when there was none.</summary>
    public static Task<AnnexCarried?> CarriedAsync(this AppDbContext db, int documentId, CancellationToken stop) =>
        db.AnnexCarryOvers.AsNoTracking().Where(c => c.DocumentId == documentId).Select(c => new AnnexCarried(c.From!.AddedAt, c.Kept, c.Lost, c.LostText)).SingleOrDefaultAsync(stop);

    private static void Add(AppDbContext db, Document document, int from, CarriedAnswers carried)
    {
        foreach (var (answer, subject) in carried.Kept) db.AnnexAnswers.Add(new AnnexAnswer
        {
            Document = document, Subject = subject, Value = answer.Value, InFile = answer.InFile, AnsweredById = answer.AnsweredById, AnsweredAt = answer.AnsweredAt,
        });
        db.AnnexCarryOvers.Add(new AnnexCarryOver { Document = document, FromId = from, Kept = carried.Kept.Count, Lost = carried.Lost.Count, LostText = AnnexCarryTexts.Lost([.. carried.Lost.Select(l => (l.Answer.Subject, l.Why))]) });
    }
}
