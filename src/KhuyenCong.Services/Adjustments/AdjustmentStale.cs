using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>An adjustment that somebody else changed while it was being looked at.</summary>
internal static class AdjustmentStale
{
    public static async Task<Failure> StaleAdjustmentAsync(this AppDbContext db, int id, DateOnly today, CancellationToken stop)
    {
        if (await AdjustmentReading.FindAsync(db, id, today, stop) is not { } now) return Failure.NotFound;
        var key = id.ToString(CultureInfo.InvariantCulture);
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Adjustment) && e.EntityKey == key)
            .OrderByDescending(e => e.Number).Select(e => new { e.ActorName, e.At }).FirstOrDefaultAsync(stop);
        List<StaleRow> rows =
        [
            new("Tình trạng", "như trang bạn đang xem", AdjustmentText.Of(now.Adjustment.Status)),
            .. now.Adjustment.Lines.OrderBy(l => l.Ordinal).Select(l => new StaleRow(
                string.Create(CultureInfo.InvariantCulture, $"Nội dung {l.Ordinal}"), "–",
                $"{AdjustmentText.Of(l.Kind)}: {(l.ProjectId is { } project && now.Projects.TryGetValue(project, out var of) ? of.Terms.Name : l.Name)}")),
        ];
        return Failure.StaleContent(new StaleReport(
            string.Create(CultureInfo.InvariantCulture, $"Điều chỉnh lần {now.Adjustment.Ordinal} – {now.Plan.Title}"), last?.ActorName, last?.At, rows));
    }
}
