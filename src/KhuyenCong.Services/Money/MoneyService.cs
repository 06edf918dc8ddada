using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>The money ledger: the Centre proposes, the accountant posts or rejects, nothing is ever changed.</summary>
public sealed class MoneyService(
    IDbContextFactory<AppDbContext> databases, IValidator<ProposeMoneyRequest> proposing, IValidator<RejectMoneyRequest> rejecting, TimeProvider clock)
{
    /// <summary>
    /// Proposes an advance, a payment or a recovery; it counts against the limit at once. The same form sent twice
    /// is recorded once.
    /// </summary>
    /// <returns>The entry's id.</returns>
    public async Task<Result<int>> ProposeAsync(Actor actor, ProposeMoneyRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyPropose)) return Failure.Forbidden;
        var shape = await proposing.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await databases.RetryAsync(db => ProposeAsync(db, actor, request, stop), stop);
    }

    /// <summary>Posts an entry to the ledger, checked again against what is posted by now.</summary>
    public async Task<Result> ValidateAsync(Actor actor, int entryId, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyValidate)) return Failure.Forbidden;
        return await databases.RetryAsync(db => DecideAsync(db, actor, entryId, posted: true, reason: null, stop), stop);
    }

    /// <summary>Rejects an entry with its reason; what it held of the limit is free again.</summary>
    public async Task<Result> RejectAsync(Actor actor, RejectMoneyRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.MoneyValidate)) return Failure.Forbidden;
        var shape = await rejecting.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var reason = VietnameseText.CleanLines(request.Reason)!;
        return await databases.RetryAsync(db => DecideAsync(db, actor, request.EntryId, posted: false, reason, stop), stop);
    }

    private async Task<Result<int>> ProposeAsync(AppDbContext db, Actor actor, ProposeMoneyRequest request, CancellationToken stop)
    {
        var today = clock.Today();
        var project = await db.Projects.VisibleTo(actor, today).Include(p => p.MoneyEntries).ThenInclude(e => e.Verdict)
            .SingleOrDefaultAsync(p => p.Id == request.ProjectId, stop);
        if (project is null) return Failure.NotFound;

        var entry = Read(request, actor);
        var sent = await db.MoneyEntries.AsNoTracking().SingleOrDefaultAsync(e => e.FormKey == entry.FormKey, stop);
        if (sent is not null)
        {
            if (SaysTheSame(sent, entry)) return sent.Id;
            return Failure.Invalid(nameof(request.FormKey), "Biểu mẫu này đã được gửi một lần với nội dung khác. Xem lại sổ tiền; nếu đây là khoản mới thì gửi lại.");
        }

        IReadOnlyList<Refusal> refusals =
        [
            .. MoneyRules.WhyNotPropose(project, entry, await db.DecidedOnAsync(project.Id, stop), today),
            .. MoneyRules.WhyNotVoucher(entry.Voucher, project.MoneyEntries),
        ];
        if (refusals.Count > 0) return Failure.Refused(refusals);

        project.Propose(entry);
        await db.SaveAsync(actor, null, stop);
        return entry.Id;
    }

    private async Task<Result> DecideAsync(AppDbContext db, Actor actor, int entryId, bool posted, string? reason, CancellationToken stop)
    {
        var entry = await db.MoneyEntries.Include(e => e.Verdict).SingleOrDefaultAsync(e => e.Id == entryId, stop);
        if (entry is null) return Failure.NotFound;
        var project = await db.Projects.VisibleTo(actor, clock.Today()).SingleOrDefaultAsync(p => p.Id == entry.ProjectId, stop);
        if (project is null) return Failure.NotFound;

        // A second click on the same button is no mistake.
        if (entry.Verdict is { } said && said.ById == actor.UserId && said.Posted == posted && said.Reason == reason) return Result.Done;
        var refusals = posted ? MoneyRules.WhyNotPost(project, entry, actor.UserId) : MoneyRules.WhyNotDecide(entry, actor.UserId);
        if (refusals.Count > 0) return Failure.Refused(refusals);

        db.MoneyVerdicts.Add(new MoneyVerdict
        {
            EntryId = entry.Id, Posted = posted, Reason = reason, ById = actor.UserId!.Value, ByName = actor.Name, At = clock.NowUtc(),
        });
        project.Settle(entry, posted, actor, clock.NowUtc());
        await db.SaveAsync(actor, reason, stop);
        return Result.Done;
    }

    private MoneyEntry Read(ProposeMoneyRequest request, Actor actor) => new()
    {
        ProjectId = request.ProjectId, Kind = request.Kind!.Value, Amount = ViShape.Amount(request.Amount)!.Value,
        Date = ViShape.Date(request.Date)!.Value, Voucher = VietnameseText.Clean(request.Voucher)!, Note = VietnameseText.CleanLines(request.Note),
        ProposedById = actor.UserId!.Value, ProposedByName = actor.Name, ProposedAt = clock.NowUtc(), FormKey = request.FormKey!.Value,
    };

    private static bool SaysTheSame(MoneyEntry a, MoneyEntry b) =>
        (a.ProjectId, a.Kind, a.Amount, a.Date, a.Voucher, a.Note, a.ProposedById)
        == (b.ProjectId, b.Kind, b.Amount, b.Date, b.Voucher, b.Note, b.ProposedById);
}
