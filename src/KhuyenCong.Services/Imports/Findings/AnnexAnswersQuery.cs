using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Reads what was answered about an upload.</summary>
internal static class AnnexAnswersQuery
{
    public static async Task<AnnexChoices> AnswersAsync(this AppDbContext db, int documentId, CancellationToken stop) => AnnexAnswers.Read(
        (await db.AnnexAnswers.AsNoTracking().Where(a => a.DocumentId == documentId).OrderBy(a => a.Id).Select(a => new { a.Subject, a.Value }).ToListAsync(stop))
        .Select(a => new KeyValuePair<string, string>(a.Subject, a.Value)));
}
