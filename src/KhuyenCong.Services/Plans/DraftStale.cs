using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>A draft's project that somebody else changed while it was being edited: what was typed beside what stands now.</summary>
internal static class DraftStale
{
    public static async Task<Failure> ReportAsync(AppDbContext db, Plan plan, Project project, DraftProjectRequest typed, CancellationToken stop)
    {
        var now = await DraftProjectFormService.ValuesAsync(db, plan, project.Id, stop);
        StaleRow[] rows =
        [
            Row(nameof(ProjectTerms.Name), typed.Name, now.Name),
            Row(nameof(ProjectTerms.ImplementingUnit), typed.ImplementingUnit, now.ImplementingUnit),
            Row(nameof(ProjectTerms.BeneficiaryText), typed.Beneficiary, now.Beneficiary),
            new("Địa bàn", Shown(typed.Area), Shown(now.Area)),
            Row(nameof(ProjectTerms.Objectives), typed.Objectives, now.Objectives),
            Row(nameof(ProjectTerms.StartMonth), Month(typed.StartMonth), Month(now.StartMonth)),
            Row(nameof(ProjectTerms.EndMonth), Month(typed.EndMonth), Month(now.EndMonth)),
            Row(nameof(ProjectTerms.Support), VndFormat.DongShort(typed.SupportAmount), VndFormat.DongShort(now.SupportAmount)),
            new("Hỗ trợ từ nguồn, năm khác", Shown(DraftShares.Shown(typed.Shares)), Shown(DraftShares.Shown(now.Shares))),
            Row(nameof(ProjectTerms.Counterpart), VndFormat.DongShort(typed.CounterpartAmount), VndFormat.DongShort(now.CounterpartAmount)),
            Row(nameof(ProjectTerms.Other), VndFormat.DongShort(typed.OtherAmount), VndFormat.DongShort(now.OtherAmount)),
            Row(nameof(ProjectTerms.OverNormReason), typed.OverNormReason, now.OverNormReason),
            new("Liên kết danh bạ", Linked(typed), Linked(now)),
            Row(nameof(ProjectTerms.Note), typed.Note, now.Note),
        ];
        return await ReportAsync(db, project, now, rows, stop);
    }

    /// <summary>It was to be removed as it stood, but stands otherwise now.</summary>
    public static async Task<Failure> ReportRemovalAsync(AppDbContext db, Plan plan, Project project, CancellationToken stop)
    {
        var now = await DraftProjectFormService.ValuesAsync(db, plan, project.Id, stop);
        StaleRow row = new("Đề án", "Xóa khỏi kế hoạch", $"Đã được sửa: {now.Name}; hỗ trợ {VndFormat.DongShort(now.SupportAmount + (now.Shares ?? []).Sum(s => s.Value))}");
        return await ReportAsync(db, project, now, [row], stop);
    }

    private static async Task<Failure> ReportAsync(
        AppDbContext db, Project project, DraftProjectRequest now, IReadOnlyList<StaleRow> rows, CancellationToken stop)
    {
        var key = project.Id.ToString(CultureInfo.InvariantCulture);
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Project) && e.EntityKey == key)
            .OrderByDescending(e => e.Number).Select(e => new { e.ActorName, e.At }).FirstOrDefaultAsync(stop);
        return Failure.StaleContent(new StaleReport($"{project.Code} – {now.Name}", last?.ActorName, last?.At, rows));
    }

    private static StaleRow Row(string property, string? yours, string? current) => new(ProjectFieldTexts.Of(property)!, Shown(yours), Shown(current));

    private static string Linked(DraftProjectRequest request) => $"{request.BeneficiaryIds?.Count ?? 0} đơn vị";

    private static string Shown(string? value) => string.IsNullOrWhiteSpace(value) ? "–" : value.Trim();

    private static string? Month(string? typed) => ViShape.Month(typed) is { } month ? ViDates.Month(month) : null;
}
