using System.Globalization;
using System.Text.Json;
using KhuyenCong.Data;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>What moved in a plan since a version was shown, told from the audit trail.</summary>
internal static class PlanChanges
{
    private const int Most = 300;

    /// <summary>The 409 report: each changed value as the user saw it, beside what stands now.</summary>
    public static async Task<Failure> StaleAsync(this AppDbContext db, int planId, int seenVersion, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == planId, stop);
        var entries = await EntriesSinceAsync(db, planId, seenVersion, stop);
        var projects = await db.Projects.AsNoTracking().Where(p => p.PlanId == planId)
            .Select(p => new { p.Id, p.Code, Terms = p.Terms.Select(t => t.Id).ToList() }).ToListAsync(stop);
        var codes = projects.ToDictionary(p => Key(p.Id), p => p.Code, StringComparer.Ordinal);
        var termsCodes = projects.SelectMany(p => p.Terms, (p, t) => (Key: Key(t), p.Code)).ToDictionary(t => t.Key, t => t.Code, StringComparer.Ordinal);

        List<StaleRow> rows = [];
        foreach (var entry in entries) rows.AddRange(Tell(entry, planId, codes, termsCodes));
        var last = entries.LastOrDefault();
        return Failure.StaleContent(new StaleReport(plan.Title, last?.ActorName, last?.At, rows));
    }

    private static async Task<List<AuditEntry>> EntriesSinceAsync(AppDbContext db, int planId, int seenVersion, CancellationToken stop)
    {
        var seen = $"\"{seenVersion.ToString(CultureInfo.InvariantCulture)}\"]";
        var key = Key(planId);
        var since = await db.AuditEntries.Where(e => e.Entity == nameof(Plan) && e.EntityKey == key && e.Changes.Contains("\"Version\":[") && e.Changes.Contains(seen))
            .OrderByDescending(e => e.Number).Select(e => (long?)e.Number).FirstOrDefaultAsync(stop) ?? 0;
        string[] told = [nameof(Plan), nameof(Project), nameof(ProjectTerms), nameof(TermsFunding)];
        return await db.AuditEntries.AsNoTracking().Where(e => e.Number > since && told.Contains(e.Entity)).OrderBy(e => e.Number).Take(Most).ToListAsync(stop);
    }

    private static IEnumerable<StaleRow> Tell(AuditEntry entry, int planId, Dictionary<string, string> codes, Dictionary<string, string> termsCodes)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes)!;
        switch (entry.Entity)
        {
            case nameof(Plan) when entry.EntityKey == Key(planId) && fields.TryGetValue(nameof(Plan.Status), out var status):
                yield return new StaleRow("Trạng thái kế hoạch", StatusWord(status[0]), StatusWord(status[1]));
                break;
            case nameof(Project) when entry.Action == AuditAction.Deleted && fields[nameof(Project.PlanId)][0] == Key(planId):
                yield return new StaleRow($"Đề án {fields[nameof(Project.Code)][0]}", "Có trong kế hoạch", "Đã xóa");
                break;
            case nameof(Project) when entry.Action == AuditAction.Added && codes.TryGetValue(entry.EntityKey, out var code):
                yield return new StaleRow($"Đề án {code}", "Chưa có", "Mới thêm");
                break;
            case nameof(ProjectTerms) when entry.Action == AuditAction.Changed && termsCodes.TryGetValue(entry.EntityKey, out var code):
                foreach (var (field, values) in fields)
                {
                    if (ProjectFieldTexts.Of(field) is { } label) yield return new StaleRow($"{code} – {label}", Shown(field, values[0]), Shown(field, values[1]));
                }

                break;
            case nameof(TermsFunding) when entry.Action == AuditAction.Changed && termsCodes.TryGetValue(entry.EntityKey.Split('/')[0], out var code):
                yield return new StaleRow($"{code} – Kinh phí hỗ trợ", Amount(fields[nameof(TermsFunding.Amount)][0]), Amount(fields[nameof(TermsFunding.Amount)][1]));
                break;
        }
    }

    private static string Shown(string field, string? value) => field switch
    {
        nameof(ProjectTerms.Counterpart) or nameof(ProjectTerms.Other) or nameof(ProjectTerms.EligibleCost) => Amount(value),
        nameof(ProjectTerms.StartMonth) or nameof(ProjectTerms.EndMonth) => DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) ? ViDates.Month(day) : "–",
        _ => value ?? "–",
    };

    private static string Amount(string? dong) =>
        long.TryParse(dong, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) ? VndFormat.DongShort(new Vnd(amount)) : "–";

    private static string StatusWord(string? name) => Enum.TryParse<PlanStatus>(name, out var status) ? StatusText.Of(status) : "–";

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
