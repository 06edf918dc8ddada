using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>The money ledger: the Centre proposes, the accountant posts or rejects, nothing is ever changed.</summary>
public sealed class MoneyService(
    IDbContextFactory<AppDbContext> databases, IValidator<ProposeMoneyRequest> proposing, IValidator<ReverseMoneyRequest> reversing,
    IValidator<RejectMoneyRequest> rejecting, DocumentIntake intake, StepUpRules stepUp, TimeProvider clock)
{
    /// <summary>
    /// Proposes an entry of any kind but a reversal; it counts against the limits at once. The same form sent twice is
    /// recorded once.
    /// </summary>
    /// <returns>The entry's id.</returns>
    public async Task<Result<int>> ProposeAsync(Actor actor, ProposeMoneyRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyPropose)) return Failure.Forbidden;
        var shape = await proposing.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await RecordAsync(actor, p => p.Id == request.ProjectId, EntryDraft.Of(request), stop);
    }

    /// <summary>Proposes to undo a posted entry, wholly, by an entry of the same amount with a voucher of its own.</summary>
    /// <returns>The id of the reversing entry.</returns>
    public async Task<Result<int>> ReverseAsync(Actor actor, ReverseMoneyRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyPropose)) return Failure.Forbidden;
        var shape = await reversing.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await RecordAsync(actor, p => p.Id == request.ProjectId && p.MoneyEntries.Any(e => e.Id == request.EntryId), EntryDraft.Of(request), stop);
    }

    /// <summary>Posts an entry to the ledger, checked again against what is posted by now.</summary>
    public async Task<Result> ValidateAsync(Actor actor, int entryId, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyValidate)) return Failure.Forbidden;
        return await databases.RetryAsync(db => DecideAsync(db, actor, entryId, posted: true, reason: null, stop), stop);
    }

    /// <summary>Rejects an entry with its reason; what it held of the limit and its voucher are free again.</summary>
    public async Task<Result> RejectAsync(Actor actor, RejectMoneyRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyValidate)) return Failure.Forbidden;
        var shape = await rejecting.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var reason = VietnameseText.CleanLines(request.Reason)!;
        return await databases.RetryAsync(db => DecideAsync(db, actor, request.EntryId, posted: false, reason, stop), stop);
    }

    private async Task<Result<int>> RecordAsync(
        Actor actor, System.Linq.Expressions.Expression<Func<Project, bool>> isMeant, EntryDraft draft, CancellationToken stop)
    {
        if (draft.Evidence is { } file && await intake.WhyNotEvidenceAsync(file, stop) is { } problem)
        {
            return Failure.Invalid(nameof(ProposeMoneyRequest.Evidence), problem);
        }

        return await databases.RetryAsync(db => RecordAsync(db, actor, db.Projects.VisibleTo(actor, clock.Today()).Where(isMeant), draft, stop), stop, readsAtOnce: true);
    }

    private async Task<Result<int>> RecordAsync(AppDbContext db, Actor actor, IQueryable<Project> one, EntryDraft draft, CancellationToken stop)
    {
        var opened = await db.OpenBookAsync(one, draft.Date, VoucherUse.KeyOf(draft.Voucher), draft.FormKey, stop);
        if (opened is null) return Failure.NotFound;
        var book = opened.Book;
        if (opened.IsFormUsed)
        {
            if (book.Entries.FirstOrDefault(e => e.FormKey == draft.FormKey) is { } sent && draft.IsSaidBy(sent, actor.UserId)) return sent.Id;
            return Failure.Invalid(nameof(ProposeMoneyRequest.FormKey), "Biểu mẫu này đã được gửi một lần với nội dung khác. Xem lại sổ tiền; nếu đây là khoản mới thì gửi lại.");
        }

        var undone = book.Entries.FirstOrDefault(e => e.Id == draft.ReversesId);
        if (undone is not null && MoneyRules.WhyNotReverse(undone, book.Entries, draft.Note) is { Count: > 0 } whyNot) return Failure.Refused(whyNot);
        var refusals = WhyNot(opened, Entry(draft, undone, opened, null, actor));
        if (refusals.Count > 0) return Failure.Refused(refusals);

        // Kept only now: what is refused leaves no file behind.
        var evidence = draft.Evidence is { } file ? await intake.KeepAsync(file, actor, stop) : null;
        var entry = Entry(draft, undone, opened, evidence, actor);
        book.Project.Propose(entry);
        if (opened.UnitId is { } unitId)
        {
            db.VoucherUses.Add(new VoucherUse { UnitId = unitId, Year = entry.Date.Year, VoucherKey = VoucherUse.KeyOf(entry.Voucher), Entry = entry });
        }

        await db.SaveAsync(actor, undone is null ? draft.LateReason : draft.Note, stop);
        return entry.Id;
    }

    private List<Refusal> WhyNot(OpenBook opened, MoneyEntry entry)
    {
        List<Refusal> refusals = [.. LedgerRules.WhyNotPropose(opened.Book, entry, clock.Today())];
        if (opened.VoucherTaken is { } taken) refusals.Add(new MoneyRefusals.VoucherTaken(taken, entry.Date.Year));
        return refusals;
    }

    private MoneyEntry Entry(EntryDraft draft, MoneyEntry? undone, OpenBook opened, Document? evidence, Actor actor) => new()
    {
        ProjectId = opened.Book.Project.Id, Kind = draft.Kind, Amount = undone?.Amount ?? draft.Amount, Date = draft.Date, Voucher = draft.Voucher,
        UnitId = opened.UnitId, ReversesId = undone?.Id, ReversedKind = undone?.Kind, Evidence = evidence, Note = draft.Note, LateReason = draft.LateReason,
        ProposedById = actor.UserId!.Value, ProposedByName = actor.Name, ProposedAt = clock.NowUtc(), FormKey = draft.FormKey,
    };

    private async Task<Result> DecideAsync(AppDbContext db, Actor actor, int entryId, bool posted, string? reason, CancellationToken stop)
    {
        var asked = await db.MoneyEntries.AsNoTracking().Where(e => e.Id == entryId).Select(e => new { e.ProjectId, e.Date }).SingleOrDefaultAsync(stop);
        if (asked is null) return Failure.NotFound;
        var one = db.Projects.VisibleTo(actor, clock.Today()).Where(p => p.Id == asked.ProjectId);
        var opened = await db.OpenBookAsync(one, asked.Date, string.Empty, Guid.Empty, stop);
        if (opened is null) return Failure.NotFound;
        var (book, entry) = (opened.Book, opened.Book.Entries.Single(e => e.Id == entryId));

        // A second click on the same button is no mistake.
        if (entry.Verdict is { } said && said.ById == actor.UserId && said.Posted == posted && said.Reason == reason) return Result.Done;
        if (posted && stepUp.RefusePosting(actor, entry.Amount.Dong) is { } stale) return stale;
        var refusals = posted ? LedgerRules.WhyNotPost(book, entry, actor.UserId) : MoneyRules.WhyNotDecide(entry, actor.UserId);
        if (refusals.Count > 0) return Failure.Refused(refusals);

        db.MoneyVerdicts.Add(new MoneyVerdict
        {
            EntryId = entry.Id, Posted = posted, Reason = reason, ById = actor.UserId!.Value, ByName = actor.Name, At = clock.NowUtc(),
        });
        book.Project.Settle(entry, posted, actor, clock.NowUtc());
        if (!posted) db.VoucherUses.RemoveRange(await db.VoucherUses.Where(v => v.EntryId == entryId).ToListAsync(stop));
        await db.SaveAsync(actor, reason, stop);
        return Result.Done;
    }
}
