using System.Globalization;
using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>Reads the trail for people.</summary>
public sealed class AuditTrailService(AppDbContext db, IValidator<AuditTrailFilter> validator, TimeProvider clock)
{
    /// <summary>The most entries of one export.</summary>
    public const int MostExported = 20_000;

    private const int ExportBatch = 500;

    /// <summary>One page, the newest first; at most six SQL commands.</summary>
    public async Task<Result<AuditTrailPage>> ReadAsync(Actor actor, AuditTrailFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.AuditRead)) return Failure.Forbidden;
        var people = await PeopleAsync(stop);
        var shape = await validator.ValidateAsync(filter, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var entries = await Newest(await MatchingAsync(actor, filter, stop), filter.Before).Take(AuditTrailFilter.PageSize + 1).ToListAsync(stop);
        var shown = entries.Take(AuditTrailFilter.PageSize).ToList();
        return new AuditTrailPage(await new AuditTelling(db).TellAsync(shown, people, stop), entries.Count > shown.Count ? shown[^1].Number : null, people);
    }

    /// <summary>Every account that may have acted, by the Vietnamese alphabet.</summary>
    public async Task<Result<IReadOnlyList<AuditTrailPerson>>> PeopleAsync(Actor actor, CancellationToken stop) =>
        actor.May(Permissions.AuditRead) ? await PeopleAsync(stop) : Failure.Forbidden;

    /// <summary>What the filter finds as CSV, the newest first, at most <see cref="MostExported"/> entries.</summary>
    public async Task<Result<ExportFile>> ExportAsync(Actor actor, AuditTrailFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.AuditRead)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(filter, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var people = await PeopleAsync(stop);
        var matching = await MatchingAsync(actor, filter, stop);
        var telling = new AuditTelling(db);
        List<ReportRow> rows = [];
        long? before = null;
        while (rows.Count < MostExported)
        {
            var entries = await Newest(matching, before).Take(ExportBatch).ToListAsync(stop);
            rows.AddRange((await telling.TellAsync(entries, people, stop)).Select(Row));
            if (entries.Count < ExportBatch) break;
            before = entries[^1].Number;
        }

        using var to = new MemoryStream();
        CsvWriter.Write(new ReportTable("Nhật ký", Columns, rows), to);
        return new ExportFile($"nhat-ky-{clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv", "text/csv; charset=utf-8", to.ToArray());
    }

    private static IReadOnlyList<ReportColumn> Columns { get; } =
    [
        new("number", "Số", CellKind.Count, 10) { Adds = false }, new("at", "Lúc", CellKind.Text, 18), new("who", "Người", CellKind.Text, 24), new("action", "Việc", CellKind.Text, 8),
        new("thing", "Đối tượng", CellKind.Text, 40), new("changes", "Thay đổi", CellKind.Text, 80), new("reason", "Lý do", CellKind.Text, 40),
    ];

    private static ReportRow Row(AuditTrailRow row) => ReportRow.Item(
        ReportCell.Of(row.Number), ReportCell.Of(ViDates.Instant(row.At)), ReportCell.Of(row.Who), ReportCell.Of(AuditText.Of(row.Action)), ReportCell.Of(row.Thing),
        ReportCell.Of(string.Join("; ", row.Fields.Select(f => AuditText.Of(row.Action, f)))), ReportCell.Of(row.Reason));

    private static IQueryable<AuditEntry> Newest(IQueryable<AuditEntry> entries, long? before) =>
        (before is { } number ? entries.Where(e => e.Number < number) : entries).OrderByDescending(e => e.Number);

    private async Task<IQueryable<AuditEntry>> MatchingAsync(Actor actor, AuditTrailFilter filter, CancellationToken stop)
    {
        var entries = db.AuditEntries.AsNoTracking().VisibleTo(actor);
        if (VietnameseText.Clean(filter.Entity) is { } entity)
        {
            if (!TrailScope.Shows(actor, entity)) return entries.Where(_ => false);
            if (VietnameseText.Clean(filter.Key) is { } key)
            {
                // One branch for each entity, so that each is found by the index on entity and key.
                entries = (await new AuditRelations(db).OfAsync(entity, key, stop))
                    .Where(keys => TrailScope.Shows(actor, keys.Key)).Select(keys => db.AuditEntries.AsNoTracking().Where(e => e.Entity == keys.Key && keys.Value.Contains(e.EntityKey)))
                    .Aggregate((all, next) => all.Concat(next));
            }
            else
            {
                entries = entries.Where(e => e.Entity == entity);
            }
        }

        if (filter.Person == AuditTrailFilter.System) entries = entries.Where(e => e.ActorId == null);
        else if (int.TryParse(filter.Person, NumberStyles.None, CultureInfo.InvariantCulture, out var person)) entries = entries.Where(e => e.ActorId == person);
        if (ViShape.Date(filter.From) is { } from)
        {
            var start = VietnamTime.StartOf(from);
            entries = entries.Where(e => e.At >= start);
        }

        if (ViShape.Date(filter.Until) is { } until)
        {
            var end = VietnamTime.StartOf(until.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        if (VietnameseText.Clean(filter.Text) is { } text)
        {
            var pattern = "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal) + "%";
            entries = entries.Where(e => EF.Functions.Like(e.Reason!, pattern, "\\"));
        }

        return entries;
    }

    private async Task<List<AuditTrailPerson>> PeopleAsync(CancellationToken stop) => await db.Users.AsNoTracking()
        .OrderBy(u => EF.Property<string>(u, SearchKeys.SortKey)).ThenBy(u => u.Id).Select(u => new AuditTrailPerson(u.Id, u.FullName)).ToListAsync(stop);
}
