using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Writes adjustments: starts one, adds, changes and removes its lines, discards it. Nothing of the plan moves.</summary>
public sealed class AdjustmentDraftService(
    IDbContextFactory<AppDbContext> databases, IValidator<AdjustmentRequest> heading, IValidator<AdjustmentLineRequest> validator, TimeProvider clock)
{
    /// <returns>The new adjustment's id.</returns>
    public Task<Result<int>> StartAsync(Actor actor, int planId, AdjustmentRequest request, CancellationToken stop) => StartAsync(actor, planId, request, [], stop);

    /// <summary>Starts one with lines of projects that are there, all of them or none.</summary>
    /// <returns>The new adjustment's id.</returns>
    internal async Task<Result<int>> StartAsync(Actor actor, int planId, AdjustmentRequest request, IReadOnlyList<AdjustmentLineRequest> lines, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        var shape = await heading.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        foreach (var line in lines) await validator.ValidateAndThrowAsync(line, stop);
        return await databases.RetryAsync<Result<int>>(
            async db =>
            {
                var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop);
                if (plan is null) return Failure.NotFound;
                if (AdjustmentRules.WhyNotStart(plan) is { Count: > 0 } refusals) return Failure.Refused(refusals);
                var last = await db.Adjustments.Where(a => a.PlanId == planId).MaxAsync(a => (int?)a.Ordinal, stop) ?? 0;
                var adjustment = new Adjustment
                {
                    PlanId = planId, Ordinal = last + 1, Reason = VietnameseText.CleanLines(request.Reason)!, CreatedById = actor.UserId!.Value,
                };
                foreach (var (line, index) in lines.Select((l, i) => (l, i)))
                {
                    var change = new AdjustmentLine { Ordinal = index + 1, Kind = line.Kind!.Value, ProjectId = line.ProjectId, Reason = string.Empty };
                    if (await FillAsync(db, change, plan.Year, line, stop) is { } failure) return failure;
                    adjustment.Lines.Add(change);
                }

                db.Adjustments.Add(adjustment);
                await db.SaveAsync(actor, null, stop);
                return adjustment.Id;
            },
            stop);
    }

    /// <summary>Changes the reason of the whole.</summary>
    public async Task<Result> RenameAsync(Actor actor, int id, AdjustmentRequest request, CancellationToken stop)
    {
        var shape = await heading.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await ChangeAsync(
            actor, id, request.Version,
            (_, adjustment) =>
            {
                adjustment.Reason = VietnameseText.CleanLines(request.Reason)!;
                return Task.FromResult<Failure?>(null);
            },
            stop);
    }

    /// <summary>Adds a line; what stands against it is told by the page, and guards the submission.</summary>
    public async Task<Result> AddLineAsync(Actor actor, int id, AdjustmentLineRequest request, CancellationToken stop)
    {
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await ChangeAsync(
            actor, id, request.Version,
            async (db, adjustment) =>
            {
                var (kind, adds) = (request.Kind!.Value, request.Kind == AdjustmentKind.AddProject);
                if (!adds && !await db.Projects.AnyAsync(p => p.Id == request.ProjectId && p.PlanId == adjustment.PlanId, stop))
                {
                    return Failure.Invalid(nameof(request.ProjectId), "Chọn một đề án của kế hoạch này.");
                }

                var line = new AdjustmentLine { Ordinal = adjustment.Lines.Count + 1, Kind = kind, ProjectId = adds ? null : request.ProjectId, Reason = string.Empty };
                if (await FillAsync(db, line, adjustment.Plan!.Year, request, stop) is { } failure) return failure;
                adjustment.Lines.Add(line);
                return null;
            },
            stop);
    }

    /// <summary>Changes what a line says; its kind and its project stay.</summary>
    public async Task<Result> ChangeLineAsync(Actor actor, int id, int lineId, AdjustmentLineRequest request, CancellationToken stop)
    {
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        return await ChangeAsync(
            actor, id, request.Version,
            async (db, adjustment) => adjustment.Lines.SingleOrDefault(l => l.Id == lineId) is { } line && (line.Kind, line.ProjectId) == (request.Kind!.Value, request.ProjectId)
                ? await FillAsync(db, line, adjustment.Plan!.Year, request, stop)
                : Failure.NotFound,
            stop);
    }

    /// <summary>Takes a line out; the rest is numbered anew.</summary>
    public Task<Result> RemoveLineAsync(Actor actor, int id, int lineId, int version, CancellationToken stop) => ChangeAsync(
        actor, id, version,
        (db, adjustment) =>
        {
            var line = adjustment.Lines.SingleOrDefault(l => l.Id == lineId);
            if (line is null) return Task.FromResult<Failure?>(Failure.NotFound);
            adjustment.Lines.Remove(line);
            db.Remove(line);
            foreach (var (rest, index) in adjustment.Lines.OrderBy(l => l.Ordinal).Select((l, i) => (l, i))) rest.Ordinal = index + 1;
            return Task.FromResult<Failure?>(null);
        },
        stop);

    /// <summary>Discards an adjustment that was never submitted.</summary>
    /// <returns>Its plan's id.</returns>
    public async Task<Result<int>> DiscardAsync(Actor actor, int id, int version, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var adjustment = await db.Adjustments.Include(a => a.Lines).ThenInclude(l => l.Areas).Include(a => a.Documents).SingleOrDefaultAsync(a => a.Id == id, stop);
        if (adjustment is null) return Failure.NotFound;
        if (AdjustmentRules.WhyNotDiscard(adjustment) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        if (adjustment.Version != version) return await db.StaleAdjustmentAsync(id, clock.Today(), stop);
        db.Remove(adjustment);
        var saved = await db.SaveEditAsync(actor, null, () => db.StaleAdjustmentAsync(id, clock.Today(), stop), stop);
        return saved.IsDone ? adjustment.PlanId : Failure.From(saved);
    }

    private async Task<Result> ChangeAsync(Actor actor, int id, int version, Func<AppDbContext, Adjustment, Task<Failure?>> change, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var adjustment = await db.Adjustments.Include(a => a.Plan).Include(a => a.Lines).ThenInclude(l => l.Areas).SingleOrDefaultAsync(a => a.Id == id, stop);
        if (adjustment is null) return Failure.NotFound;
        if (AdjustmentRules.WhyNotMove(adjustment, AdjustmentAction.Edit) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        if (adjustment.Version != version) return await db.StaleAdjustmentAsync(id, clock.Today(), stop);
        if (await change(db, adjustment) is { } failure) return failure;
        adjustment.Touch();
        return await db.SaveEditAsync(actor, null, () => db.StaleAdjustmentAsync(id, clock.Today(), stop), stop);
    }

    private async Task<Failure?> FillAsync(AppDbContext db, AdjustmentLine line, int planYear, AdjustmentLineRequest request, CancellationToken stop)
    {
        if (line.Kind == AdjustmentKind.AddProject && !await db.Categories.AnyAsync(c => c.Id == request.CategoryId, stop)) return Failure.Invalid(nameof(request.CategoryId), "Chọn nhóm nội dung.");
        if (request.NormId is { } norm && !await db.SpendingNorms.AnyAsync(n => n.Id == norm, stop)) return Failure.Invalid(nameof(request.NormId), "Chọn một định mức trong danh sách.");
        line.Reason = VietnameseText.CleanLines(request.Reason)!;
        AdjustmentLineWriting.Write(line, request);
        if (line.BeneficiaryText is { } written)
        {
            line.Beneficiary = await db.Beneficiaries.Where(b => b.MergedIntoId == null).OrderBy(b => b.Id).SpelledAsync(written, stop);
            line.BeneficiaryId = line.Beneficiary?.Id;
        }

        if (line.Kind == AdjustmentKind.MoveToNextYear)
        {
            var terms = await db.TermsAsOf(clock.Today()).AsNoTracking().Include(t => t.Funding).SingleOrDefaultAsync(t => t.ProjectId == line.ProjectId, stop);
            return terms is not null && AdjustmentLineRules.WhyNotEndThen(line, terms) is [var outside] ? Failure.Invalid(nameof(request.EndMonth), RefusalText.Of(outside)) : null;
        }

        if (line.Kind is not (AdjustmentKind.ChangePlace or AdjustmentKind.AddProject)) return null;

        // Nobody knows yet from which day the decision will count: a unit that has ended may be named, and is asked for on that day.
        DateOnly[] days = [clock.Today(), UnitNames.LastDayOfDistricts, UnitNames.DayOf(planYear)];
        var reading = await db.ResolveAreaAsync(request.Area, days.Where(d => d <= clock.Today()), stop);
        if (AreaAnswers.WhyNot(reading, request.Area, nameof(request.Area)) is { } unknown) return unknown;
        line.AreaScope = reading.Scope;
        var units = reading.Scope == AreaScope.Units ? reading.Units.Select(u => u.UnitId).ToHashSet() : [];
        foreach (var gone in line.Areas.Where(a => !units.Contains(a.UnitId)).ToList()) line.Areas.Remove(gone);
        foreach (var unit in units.Except(line.Areas.Select(a => a.UnitId)).ToList()) line.Areas.Add(new AdjustmentLineArea { UnitId = unit });
        return null;
    }
}
