using KhuyenCong.Data;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>Finds and opens an uploaded annex.</summary>
internal static class OwnWorkbookQuery
{
    /// <summary>The workbook, for who uploaded it only; null for others, and for documents of another kind.</summary>
    public static Task<Document?> OwnWorkbookAsync(this AppDbContext db, Actor actor, int documentId, CancellationToken stop) => db.WorkbooksOf(actor.UserId).SingleOrDefaultAsync(d => d.Id == documentId, stop);

    /// <summary>Every workbook that a person has uploaded.</summary>
    public static IQueryable<Document> WorkbooksOf(this AppDbContext db, int? personId) =>
        db.Documents.AsNoTracking().Where(d => d.AddedById == personId && (d.ContentType == DocumentIntake.Workbook || d.ContentType == DocumentIntake.OldWorkbook));

    /// <summary>What a kept workbook holds; null when it is gone.</summary>
    public static async Task<WorkbookContent?> WorkbookAsync(this FileStore store, string sha256, CancellationToken stop)
    {
        if (store.Open(sha256) is not { } content) return null;
        await using (content) return (await WorkbookReader.ReadAsync(content, stop)).Content;
    }
}
