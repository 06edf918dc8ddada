using System.Globalization;
using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Merges two rows that are one establishment. Terms and contracts keep the row they name; readers follow it to the kept one.</summary>
public sealed class BeneficiaryMergeService(AppDbContext db, IValidator<MergeRequest> validator, TimeProvider clock)
{
    /// <returns>The row that was kept.</returns>
    public async Task<Result<int>> MergeAsync(Actor actor, MergeRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var rows = await db.Beneficiaries.Where(b => b.Id == request.Id || b.Id == request.OtherId).ToDictionaryAsync(b => b.Id, stop);
        if (!rows.TryGetValue(request.Id, out var row) || !rows.TryGetValue(request.OtherId, out var other)) return Failure.NotFound;
        var (into, from) = request.KeepId == request.Id ? (row, other) : (other, row);
        if (BeneficiaryRules.WhyNotMerge(from, into, request.IsOneTaxpayer) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        if (row.Version != request.Version || other.Version != request.OtherVersion) return await StaleAsync(row, other, stop);

        // Rows that were merged into this one before follow it, so that a link is resolved in one step.
        foreach (var earlier in (await db.Beneficiaries.Where(b => b.MergedIntoId == from.Id).ToListAsync(stop)).Append(from))
        {
            earlier.MergedIntoId = into.Id;
            earlier.Touch();
        }

        into.Touch();
        var reason = VietnameseText.CleanLines(request.Reason)!;
        db.BeneficiaryMerges.Add(new BeneficiaryMerge { IntoId = into.Id, FromId = from.Id, Reason = reason, ById = actor.UserId!.Value, ByName = actor.Name, At = clock.NowUtc() });
        var saved = await db.SaveEditAsync(actor, reason, () => StaleAsync(row, other, stop), stop);
        return saved.IsDone ? into.Id : Failure.From(saved);
    }

    // Either row moved since the two were compared: they are shown as they stand now.
    private async Task<Failure> StaleAsync(Beneficiary row, Beneficiary other, CancellationToken stop)
    {
        var now = await db.Beneficiaries.AsNoTracking().Where(b => b.Id == row.Id || b.Id == other.Id).OrderBy(b => b.Id)
            .Select(b => new { b.Id, b.Name, b.TaxCode, b.Kind, Into = db.Beneficiaries.Where(i => i.Id == b.MergedIntoId).Select(i => i.Name).FirstOrDefault() }).ToListAsync(stop);
        var keys = now.ConvertAll(b => b.Id.ToString(CultureInfo.InvariantCulture));
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Beneficiary) && keys.Contains(e.EntityKey))
            .OrderByDescending(e => e.Number).Select(e => new { e.ActorName, e.At }).FirstOrDefaultAsync(stop);
        return Failure.StaleContent(new StaleReport(
            $"Gộp «{row.Name}» và «{other.Name}»", last?.ActorName, last?.At,
            [
                .. now.Select((b, i) => new StaleRow(
                    $"Dòng thứ {i + 1}", "Gộp như đã xem",
                    string.Join(" · ", new[] { b.Name, TaxCode.Shown(b.TaxCode), PeopleText.Of(b.Kind), b.Into is null ? null : $"đã gộp vào «{b.Into}»" }.OfType<string>()))),
            ]));
    }
}
