using KhuyenCong.Data;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>Finds an uploaded annex.</summary>
internal static class OwnWorkbookQuery
{
    /// <summary>The workbook, for who uploaded it only; null for others, and for documents of another kind.</summary>
    public static Task<Document?> OwnWorkbookAsync(this AppDbContext db, Actor actor, int documentId, CancellationToken stop) => db.Documents.AsNoTracking().SingleOrDefaultAsync(
        d => d.Id == documentId && d.AddedById == actor.UserId && (d.ContentType == DocumentIntake.Workbook || d.ContentType == DocumentIntake.OldWorkbook), stop);
}
