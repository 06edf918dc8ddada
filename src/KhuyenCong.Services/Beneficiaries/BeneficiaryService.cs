using System.Globalization;
using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Adds and edits rows of the register.</summary>
public sealed class BeneficiaryService(AppDbContext db, IValidator<BeneficiaryRequest> validator, TimeProvider clock)
{
    /// <returns>The new row's id.</returns>
    public async Task<Result<int>> CreateAsync(Actor actor, BeneficiaryRequest request, CancellationToken stop)
    {
        var read = await ReadAsync(actor, request, stop);
        if (!read.IsDone) return Failure.From(read);
        if (await WhyNotTakeAsync(request, null, stop) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        var row = new Beneficiary { Name = string.Empty };
        Write(row, request, read.Value);
        db.Beneficiaries.Add(row);
        await db.SaveAsync(actor, null, stop);
        return row.Id;
    }

    /// <summary>Edits a row; a newer version than the form's answers 409 with both.</summary>
    public async Task<Result> EditAsync(Actor actor, int id, BeneficiaryRequest request, CancellationToken stop)
    {
        var read = await ReadAsync(actor, request, stop);
        if (!read.IsDone) return Failure.From(read);
        var row = await db.Beneficiaries.SingleOrDefaultAsync(b => b.Id == id, stop);
        if (row is null) return Failure.NotFound;
        if (row.Version != request.Version) return await StaleAsync(id, request, stop);
        List<Refusal> refusals = [.. BeneficiaryRules.WhyNotEdit(row), .. await WhyNotTakeAsync(request, id, stop)];
        if (refusals.Count > 0) return Failure.Refused(refusals);

        Write(row, request, read.Value);
        row.Touch();
        return await db.SaveEditAsync(actor, null, () => StaleAsync(id, request, stop), stop);
    }

    // The unit that the area names; none when it is left empty.
    private async Task<Result<int?>> ReadAsync(Actor actor, BeneficiaryRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesEdit)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);

        // A register is older than the last reform of districts: a unit that has ended is still an address.
        var reading = await db.ResolveAreaAsync(request.Area, [clock.Today(), UnitNames.LastDayOfDistricts], stop);
        if (reading.Kind == AreaReadingKind.Missing) return (int?)null;
        if (reading is { Kind: AreaReadingKind.Units, Units: [var unit] }) return (int?)unit.UnitId;
        return Failure.Invalid(nameof(request.Area), reading.Candidates.Count == 0
            ? $"Không có địa bàn «{request.Area}»; ghi một huyện hoặc một xã."
            : $"«{request.Area}» có thể là: {string.Join("; ", reading.Candidates.Take(5).Select(AreaTexts.Of))}. Ghi rõ một nơi.");
    }

    private async Task<IReadOnlyList<Refusal>> WhyNotTakeAsync(BeneficiaryRequest request, int? id, CancellationToken stop)
    {
        if (TaxCode.Read(request.TaxCode) is not { } code) return [];
        var taken = await db.Beneficiaries.AsNoTracking().Where(b => b.TaxCode == code && (b.MergedIntoId ?? b.Id) != id)
            .OrderBy(b => b.Id).Select(b => new { Id = b.MergedIntoId ?? b.Id, b.Name }).FirstOrDefaultAsync(stop);
        return taken is null ? [] : [new BeneficiaryRefusals.TaxCodeTaken(taken.Id, taken.Name, TaxCode.Shown(code)!)];
    }

    private static void Write(Beneficiary row, BeneficiaryRequest request, int? unit)
    {
        row.Name = VietnameseText.Clean(request.Name)!;
        row.Kind = request.Kind!.Value;
        row.TaxCode = TaxCode.Read(request.TaxCode);
        row.Representative = VietnameseText.Clean(request.Representative);
        row.UnitId = unit;
        row.Trade = VietnameseText.Clean(request.Trade);
    }

    private async Task<Failure> StaleAsync(int id, BeneficiaryRequest typed, CancellationToken stop)
    {
        var now = await db.Beneficiaries.AsNoTracking().Include(b => b.Unit).SingleAsync(b => b.Id == id, stop);
        var key = id.ToString(CultureInfo.InvariantCulture);
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Beneficiary) && e.EntityKey == key)
            .OrderByDescending(e => e.Number).Select(e => new { e.ActorName, e.At }).FirstOrDefaultAsync(stop);
        return Failure.StaleContent(new StaleReport(now.Name, last?.ActorName, last?.At,
        [
            new("Tên", Shown(typed.Name), now.Name),
            new("Loại hình", typed.Kind is { } kind ? PeopleText.Of(kind) : "–", PeopleText.Of(now.Kind)),
            new("Mã số thuế", Shown(TaxCode.Shown(TaxCode.Read(typed.TaxCode))), Shown(TaxCode.Shown(now.TaxCode))),
            new("Người đại diện", Shown(typed.Representative), Shown(now.Representative)),
            new("Địa bàn", Shown(typed.Area), Shown(now.Unit?.Name)),
            new("Ngành nghề", Shown(typed.Trade), Shown(now.Trade)),
        ]));
    }

    private static string Shown(string? text) => VietnameseText.Clean(text) ?? "–";
}
