using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Projects;

/// <summary>Contracts with beneficiaries, and the appendices that change their values.</summary>
public sealed class ContractService(
    IDbContextFactory<AppDbContext> databases, IValidator<RecordContractRequest> validator, IValidator<RecordAppendixRequest> appending, TimeProvider clock)
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

        var name = VietnameseText.Clean(request.Beneficiary)!;
        var typed = new Typed(
            ContractKind.Contract, VietnameseText.Clean(request.Number)!, ViShape.Date(request.SignedOn)!.Value, ViShape.Amount(request.Value)!.Value);
        return await databases.EditProjectAsync(
            actor, EditOf(request.ProjectId, request.Version!.Value, typed, actor),
            (db, project) => SignAsync(db, project, typed, [], () => FindOrAddAsync(db, name, stop), actor, stop), stop);
    }

    /// <summary>
    /// Records an appendix that raises or lowers the value of one of the project's contracts: never above the support,
    /// never below what is posted and pending.
    /// </summary>
    public async Task<Result> AppendAsync(Actor actor, RecordAppendixRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.ContractsRecord)) return Failure.Forbidden;
        var shape = await appending.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);

        var amount = ViShape.Amount(request.Value)!.Value;
        var typed = new Typed(
            ContractKind.Appendix, VietnameseText.Clean(request.Number)!, ViShape.Date(request.SignedOn)!.Value, request.Lowers ? -amount : amount);
        return await databases.EditProjectAsync(
            actor, EditOf(request.ProjectId, request.Version!.Value, typed, actor),
            async (db, project) =>
            {
                var changed = project.Contracts.FirstOrDefault(c => c.Id == request.ContractId && c.Kind == ContractKind.Contract);
                if (changed is null && project.Contracts.Count > 0) return Failure.Invalid(nameof(request.ContractId), "Chọn một hợp đồng của đề án.");
                var worth = project.Contracts.Where(c => c.BeneficiaryId == changed?.BeneficiaryId).Sum(c => c.Value);
                Refusal[] refusals = changed is not null && (worth + typed.Value).IsNegative ? [new MoneyRefusals.AppendixBelowZero(typed.Value, worth)] : [];
                return await SignAsync(db, project, typed, refusals, () => db.Beneficiaries.SingleOrDefaultAsync(b => b.Id == changed!.BeneficiaryId, stop), actor, stop);
            },
            stop);
    }

    /// <summary>What an appendix may change: the project's contracts, each with what it is worth by now.</summary>
    public async Task<Result<IReadOnlyList<ContractRow>>> ContractsAsync(Actor actor, int projectId, CancellationToken stop)
    {
        if (!actor.May(Permissions.ContractsRecord)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        if (!await db.Projects.VisibleTo(actor, clock.Today()).AnyAsync(p => p.Id == projectId, stop)) return Failure.NotFound;
        var rows = await db.Contracts.AsNoTracking().Where(c => c.ProjectId == projectId).OrderBy(c => c.SignedOn).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Kind, c.Number, c.Value, c.BeneficiaryId, c.Beneficiary!.Name }).ToListAsync(stop);
        return rows.Where(c => c.Kind == ContractKind.Contract)
            .Select(c => new ContractRow(c.Id, c.Number, c.Name, rows.Where(r => r.BeneficiaryId == c.BeneficiaryId).Sum(r => r.Value))).ToList();
    }

    private async Task<Failure?> SignAsync(
        AppDbContext db, Project project, Typed typed, IReadOnlyList<Refusal> before, Func<Task<Beneficiary?>> partner, Actor actor, CancellationToken stop)
    {
        var book = (await db.OpenBookAsync(db.Projects.Where(p => p.Id == project.Id), typed.SignedOn, string.Empty, Guid.Empty, stop))!.Book;
        List<Refusal> refusals =
        [
            .. before,
            .. ProjectRules.WhyNotContract(project, typed.Kind, typed.Value, typed.SignedOn, book.DecidedOn, clock.Today()),
            .. ProjectRules.WhyNotContractNumber(typed.Number, project.Contracts.Select(c => c.Number)),
        ];

        // Today's limits, with the amounts, say it better than those of a day.
        if (refusals.Count == 0) refusals.AddRange(LedgerRules.WhyNotSign(book, typed.Value, typed.SignedOn));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        if (await partner() is not { } beneficiary)
        {
            return Failure.Invalid(nameof(RecordContractRequest.Beneficiary), "Danh bạ không có đơn vị nào mang mã số thuế này. Nhập tên đơn vị, hoặc thêm vào danh bạ trước.");
        }

        var now = clock.NowUtc();
        project.Sign(
            new Contract
            {
                Kind = typed.Kind, Number = typed.Number, SignedOn = typed.SignedOn, Value = typed.Value, RecordedById = actor.UserId!.Value, RecordedAt = now,
                Beneficiary = beneficiary,
            },
            actor, now);
        return null;
    }

    private ProjectEdit EditOf(int projectId, int version, Typed typed, Actor actor) =>
        new(projectId, version, clock.Today(), project => IsRecorded(project, typed, actor), project => Compare(project, typed));

    // By tax code, or the same spelling only. A merged row stands as the row that was kept; null for a tax code that no row has.
    private static async Task<Beneficiary?> FindOrAddAsync(AppDbContext db, string typed, CancellationToken stop)
    {
        var code = TaxCode.Read(typed);
        var rows = db.Beneficiaries.OrderBy(b => b.MergedIntoId != null).ThenBy(b => b.Id);
        var found = code is null ? await rows.SpelledAsync(typed, stop) : await rows.FirstOrDefaultAsync(b => b.TaxCode == code, stop);
        if (found?.MergedIntoId is { } kept) return await db.Beneficiaries.SingleAsync(b => b.Id == kept, stop);
        if (found is not null || code is not null) return found;
        var added = new Beneficiary { Name = typed };
        db.Beneficiaries.Add(added);
        return added;
    }

    private static bool IsRecorded(Project project, Typed typed, Actor actor) => project.Contracts.Any(c =>
        c.Kind == typed.Kind && c.Number == typed.Number && c.SignedOn == typed.SignedOn && c.Value == typed.Value && c.RecordedById == actor.UserId);

    private static IReadOnlyList<StaleRow> Compare(Project project, Typed typed)
    {
        var last = project.Contracts.OrderBy(c => c.Id).LastOrDefault();
        return
        [
            new(typed.Kind == ContractKind.Appendix ? "Số phụ lục hợp đồng" : "Số hợp đồng", typed.Number, last?.Number ?? "chưa có hợp đồng"),
            new("Ngày ký", ViDates.Day(typed.SignedOn), last is null ? "–" : ViDates.Day(last.SignedOn)),
            new(typed.Kind == ContractKind.Appendix ? "Giá trị tăng, giảm" : "Giá trị hợp đồng", VndFormat.DongShort(typed.Value), last is null ? "–" : VndFormat.DongShort(last.Value)),
            new("Tổng đã ký hợp đồng của đề án", "–", VndFormat.DongShort(project.Contracted ?? default)),
            new("Kinh phí hỗ trợ", "–", VndFormat.DongShort(project.Support)),
        ];
    }

    private sealed record Typed(ContractKind Kind, string Number, DateOnly SignedOn, Vnd Value);
}
