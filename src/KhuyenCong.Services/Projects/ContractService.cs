using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>Contracts with beneficiaries.</summary>
public sealed class ContractService(IDbContextFactory<AppDbContext> databases, IValidator<RecordContractRequest> validator, TimeProvider clock)
{
    /// <summary>
    /// Records a signed contract; together the contracts stay within the current support. The beneficiary is found in
    /// the register by its name, without regard to case and diacritics, or added to it.
    /// </summary>
    public async Task<Result> RecordAsync(Actor actor, RecordContractRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.ContractsRecord)) return Failure.Forbidden;
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);

        var typed = new Typed(
            VietnameseText.Clean(request.Number)!, ViShape.Date(request.SignedOn)!.Value, ViShape.Amount(request.Value)!.Value,
            VietnameseText.Clean(request.Beneficiary)!);
        var edit = new ProjectEdit(
            request.ProjectId, request.Version!.Value, clock.Today(), project => IsRecorded(project, typed, actor), project => Compare(project, typed));
        return await databases.EditProjectAsync(actor, edit, (db, project) => SignAsync(db, project, typed, actor, stop), stop);
    }

    private async Task<Failure?> SignAsync(AppDbContext db, Project project, Typed typed, Actor actor, CancellationToken stop)
    {
        var decidedOn = await db.DecidedOnAsync(project.Id, stop);
        IReadOnlyList<Domain.Refusal> refusals =
        [
            .. ProjectRules.WhyNotContract(project, typed.Value, typed.SignedOn, decidedOn, clock.Today()),
            .. ProjectRules.WhyNotContractNumber(typed.Number, project.Contracts),
        ];
        if (refusals.Count > 0) return Failure.Refused(refusals);

        if (await FindOrAddAsync(db, typed.Beneficiary, stop) is not { } beneficiary)
        {
            return Failure.Invalid(nameof(RecordContractRequest.Beneficiary), $"Danh bạ không có đơn vị nào mang mã số thuế {typed.Beneficiary}. Nhập tên đơn vị, hoặc thêm vào danh bạ trước.");
        }

        var now = clock.NowUtc();
        project.Sign(
            new Contract
            {
                Number = typed.Number, SignedOn = typed.SignedOn, Value = typed.Value, RecordedById = actor.UserId!.Value, RecordedAt = now,
                Beneficiary = beneficiary,
            },
            actor, now);
        return null;
    }

    // By tax code, or the same spelling only: names that differ by a tone mark may be two establishments. A merged row stands
    // as the row that was kept; null for a tax code that no row has.
    private static async Task<Beneficiary?> FindOrAddAsync(AppDbContext db, string typed, CancellationToken stop)
    {
        var code = TaxCode.Read(typed);
        var rows = code is null ? db.Beneficiaries.Matching(typed) : db.Beneficiaries.Where(b => b.TaxCode == code);
        var near = await rows.OrderBy(b => b.MergedIntoId != null).ThenBy(b => b.Id).ToListAsync(stop);
        var found = near.Find(b => code is not null || string.Equals(b.Name, typed, StringComparison.OrdinalIgnoreCase));
        if (found?.MergedIntoId is { } kept) return await db.Beneficiaries.SingleAsync(b => b.Id == kept, stop);
        if (found is not null || code is not null) return found;
        var added = new Beneficiary { Name = typed };
        db.Beneficiaries.Add(added);
        return added;
    }

    private static bool IsRecorded(Project project, Typed typed, Actor actor) => project.Contracts.Any(c =>
        c.Number == typed.Number && c.SignedOn == typed.SignedOn && c.Value == typed.Value && c.RecordedById == actor.UserId);

    private static IReadOnlyList<StaleRow> Compare(Project project, Typed typed)
    {
        var last = project.Contracts.OrderBy(c => c.Id).LastOrDefault();
        return
        [
            new("Số hợp đồng", typed.Number, last?.Number ?? "chưa có hợp đồng"),
            new("Ngày ký", ViDates.Day(typed.SignedOn), last is null ? "–" : ViDates.Day(last.SignedOn)),
            new("Giá trị hợp đồng", VndFormat.DongShort(typed.Value), last is null ? "–" : VndFormat.DongShort(last.Value)),
            new("Tổng đã ký hợp đồng của đề án", "–", VndFormat.DongShort(project.Contracted ?? default)),
            new("Kinh phí hỗ trợ", "–", VndFormat.DongShort(project.Support)),
        ];
    }

    private sealed record Typed(string Number, DateOnly SignedOn, Domain.Money.Vnd Value, string Beneficiary);
}
