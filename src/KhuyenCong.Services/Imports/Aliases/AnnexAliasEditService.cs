using System.Globalization;
using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>Gives a remembered text another meaning, and withdraws it; who was slower sees what stands now.</summary>
public sealed class AnnexAliasEditService(AppDbContext db, IValidator<AnnexAliasRequest> validator, TimeProvider clock)
{
    /// <summary>A newer version than the form's answers 409 with both.</summary>
    public async Task<Result> EditAsync(Actor actor, int id, AnnexAliasRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var alias = await db.AnnexAliases.SingleOrDefaultAsync(a => a.Id == id, stop);
        if (alias is null) return Failure.NotFound;
        if (alias.Version != request.Version || alias.WithdrawnAt is not null) return await StaleAsync(id, request.Value, stop);
        var meant = await ReadAsync(alias.Kind, request.Value!, stop);
        if (!meant.IsDone) return Failure.From(meant);
        if (alias.Value == meant.Value) return Result.Done;
        (alias.Value, alias.SavedById, alias.SavedAt) = (meant.Value, actor.UserId!.Value, clock.NowUtc());
        alias.Touch();
        return await db.SaveEditAsync(actor, null, () => StaleAsync(id, request.Value, stop), stop);
    }

    /// <summary>Later imports ask again; what was imported stays.</summary>
    public async Task<Result> WithdrawAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var alias = await db.AnnexAliases.SingleOrDefaultAsync(a => a.Id == id, stop);
        if (alias is null) return Failure.NotFound;
        if (alias.Version != version || alias.WithdrawnAt is not null) return await StaleAsync(id, null, stop);
        (alias.WithdrawnById, alias.WithdrawnAt) = (actor.UserId!.Value, clock.NowUtc());
        alias.Touch();
        return await db.SaveEditAsync(actor, null, () => StaleAsync(id, null, stop), stop);
    }

    // A place is typed by its name, and kept by its units: of today, else of the last day of districts, as papers name them still.
    private async Task<Result<string>> ReadAsync(AnnexAliasKind kind, string typed, CancellationToken stop)
    {
        var value = VietnameseText.Clean(typed)!;
        var isKnown = kind == AnnexAliasKind.Category ? await db.Categories.AnyAsync(c => c.Code == value, stop) : AnnexAliasTexts.Options(kind).Any(o => o.Key == value);
        if (kind != AnnexAliasKind.Place) return isKnown ? value : Failure.Invalid(nameof(AnnexAliasRequest.Value), "Chọn một cách hiểu trong danh sách.");
        var reading = await db.ResolveAreaAsync(value, [clock.Today(), UnitNames.LastDayOfDistricts], stop);
        if (AreaAnswers.WhyNot(reading, value, nameof(AnnexAliasRequest.Value)) is { } failure) return failure;
        return AliasPlaces.ValueOf(reading, value);
    }

    private async Task<Failure> StaleAsync(int id, string? typed, CancellationToken stop)
    {
        var now = await db.AnnexAliases.AsNoTracking().SingleAsync(a => a.Id == id, stop);
        var names = await AnnexAliasNames.ReadAsync(db, [(now.Kind, now.Value)], stop);
        var key = id.ToString(CultureInfo.InvariantCulture);
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(AnnexAlias) && e.EntityKey == key)
            .OrderByDescending(e => e.Number).Select(e => new { e.ActorName, e.At }).FirstOrDefaultAsync(stop);
        var yours = typed is null ? "Thôi dùng" : now.Kind == AnnexAliasKind.Place ? typed : names.Of(now.Kind, typed);
        return Failure.StaleContent(new StaleReport(now.Text, last?.ActorName, last?.At, [new("Hiểu là", yours, now.WithdrawnAt is null ? names.Of(now.Kind, now.Value) : "Đã thôi dùng")]));
    }
}
