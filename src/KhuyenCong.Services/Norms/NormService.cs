using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Norms;

/// <summary>Keeps the norms: dated rows with their legal source. Nothing is deleted, and rows of one code never overlap.</summary>
public sealed class NormService(IDbContextFactory<AppDbContext> databases, IValidator<NewNormRequest> validator, TimeProvider clock)
{
    /// <summary>Every row, by norm and then by its first day. One SQL command.</summary>
    public async Task<Result<NormRow[]>> ListAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var today = clock.Today();
        var rows = await db.SpendingNorms.AsNoTracking().ToListAsync(stop);
        return rows.GroupBy(n => n.Code, StringComparer.Ordinal).OrderBy(g => g.Min(n => n.Id))
            .SelectMany(g => g.OrderBy(n => n.ValidFrom).Select(n => new NormRow(
                n.Id, n.Code, n.Title, n.MaxRatePercent, n.Cap, n.CapUnit, n.LegalSource, n.ValidFrom, n.ValidTo, n.Enabled, n.IsInForceOn(today))
            { IsLast = n.ValidFrom == g.Max(o => o.ValidFrom) }))
            .ToArray();
    }

    /// <summary>A new row follows the newest of its code, which ends on the day before.</summary>
    public async Task<Result> AddAsync(Actor actor, int id, NewNormRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var from = ViShape.Date(request.ValidFrom)!.Value;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var last = await db.SpendingNorms.Where(n => db.SpendingNorms.Any(c => c.Id == id && c.Code == n.Code)).OrderByDescending(n => n.ValidFrom).FirstOrDefaultAsync(stop);
                if (last is null) return Failure.NotFound;
                if (from <= last.ValidFrom) return Failure.Refused(new NormRefusals.NotAfterTheLast(last.Title, last.ValidFrom));
                if (last.ValidTo is null || last.ValidTo >= from) last.ValidTo = from.AddDays(-1);
                db.SpendingNorms.Add(new SpendingNorm
                {
                    Code = last.Code, Title = last.Title, CapUnit = last.CapUnit, MaxRatePercent = request.Percent, Cap = ViShape.Amount(request.Cap),
                    LegalSource = VietnameseText.Clean(request.LegalSource)!, ValidFrom = from, Enabled = true,
                });
                await db.SaveAsync(actor, VietnameseText.CleanLines(request.Reason), stop);
                return Result.Done;
            },
            stop);
    }

    /// <summary>Starts or stops checking by a row.</summary>
    public async Task<Result> SwitchAsync(Actor actor, int id, bool enabled, string? reason, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        if (VietnameseText.CleanLines(reason) is not { Length: <= 2000 } why) return Failure.Invalid("Reason", "Nhập lý do, không quá 2.000 ký tự.");
        return await databases.RetryAsync<Result>(
            async db =>
            {
                var norm = await db.SpendingNorms.SingleOrDefaultAsync(n => n.Id == id, stop);
                if (norm is null) return Failure.NotFound;
                if (norm.Enabled == enabled) return Failure.Refused(new NormRefusals.AlreadySwitched(enabled));
                norm.Enabled = enabled;
                await db.SaveAsync(actor, why, stop);
                return Result.Done;
            },
            stop);
    }
}
