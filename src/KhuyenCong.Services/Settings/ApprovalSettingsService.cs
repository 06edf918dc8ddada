using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Settings;

/// <summary>Keeps the steps of approvals and who decides each kind of adjustment. A step is disabled, never deleted; what runs already keeps its steps.</summary>
public sealed class ApprovalSettingsService(AppDbContext db, IValidator<StepRequest> stepValidator, IValidator<AuthorityRequest> authorityValidator)
{
    /// <summary>Two SQL commands.</summary>
    public async Task<Result<ApprovalSettings>> ReadAsync(Actor actor, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var steps = await db.ApprovalSteps.AsNoTracking().OrderBy(s => s.Ordinal).ThenBy(s => s.Id)
            .Select(s => new StepRow(s.Id, s.Subject, s.Ordinal, s.Position, s.Permission, s.Threshold, s.Enabled)).ToListAsync(stop);
        var authorities = await db.AdjustmentAuthorities.AsNoTracking().Select(a => new AuthorityRow(a.Kind, a.Decider)).ToListAsync(stop);
        return new ApprovalSettings(steps, [.. authorities.OrderBy(a => a.Kind)]);
    }

    /// <summary>A step's values as the form shows them.</summary>
    public async Task<Result<StepRequest>> FormAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var step = await db.ApprovalSteps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop);
        if (step is null) return Failure.NotFound;
        return new StepRequest
        {
            Shown = ShownOf(step), Position = step.Position, Permission = step.Permission, Enabled = step.Enabled, Threshold = step.Threshold is { } amount ? VndFormat.Dong(amount) : null,
        };
    }

    /// <summary>A new step after the others of its subject.</summary>
    public async Task<Result> AddAsync(Actor actor, ApprovalSubject subject, StepRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var shape = await stepValidator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var last = await db.ApprovalSteps.Where(s => s.Subject == subject).MaxAsync(s => (int?)s.Ordinal, stop) ?? 0;
        var step = new ApprovalStep { Subject = subject, Ordinal = last + 1, Position = string.Empty, Permission = string.Empty };
        Write(step, request);
        db.ApprovalSteps.Add(step);
        await db.SaveAsync(actor, VietnameseText.CleanLines(request.Reason), stop);
        return Result.Done;
    }

    /// <summary>Edits, enables or disables a step; one that moved since it was shown answers 409 with both.</summary>
    public async Task<Result> EditAsync(Actor actor, int id, StepRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var shape = await stepValidator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var step = await db.ApprovalSteps.SingleOrDefaultAsync(s => s.Id == id, stop);
        if (step is null) return Failure.NotFound;
        if (ShownOf(step) != request.Shown) return await StaleAsync(id, request, stop);
        Write(step, request);
        return await db.SaveEditAsync(actor, VietnameseText.CleanLines(request.Reason), () => StaleAsync(id, request, stop), stop);
    }

    /// <summary>Moves a step one place up or down among those of its subject; at the end nothing moves.</summary>
    public async Task<Result> MoveAsync(Actor actor, int id, bool up, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var step = await db.ApprovalSteps.SingleOrDefaultAsync(s => s.Id == id, stop);
        if (step is null) return Failure.NotFound;
        var steps = await db.ApprovalSteps.Where(s => s.Subject == step.Subject).OrderBy(s => s.Ordinal).ThenBy(s => s.Id).ToListAsync(stop);
        var place = steps.IndexOf(step);
        var other = steps.ElementAtOrDefault(place + (up ? -1 : 1));
        if (other is null) return Result.Done;
        (steps[place], steps[steps.IndexOf(other)]) = (other, step);
        for (var i = 0; i < steps.Count; i++) steps[i].Ordinal = i + 1;
        return await db.SaveEditAsync(actor, null, () => StaleAsync(id, null, stop), stop);
    }

    /// <summary>Sets who decides; a kind that moved since it was shown answers 409 with both.</summary>
    public async Task<Result> DecideAsync(Actor actor, AuthorityRequest request, CancellationToken stop)
    {
        if (!actor.May(Permissions.SettingsManage)) return Failure.Forbidden;
        var shape = await authorityValidator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        var rows = await db.AdjustmentAuthorities.ToDictionaryAsync(a => a.Kind, stop);
        foreach (var (place, choice) in request.Choices.Index())
        {
            if (!rows.TryGetValue(choice.Kind, out var row) || !Enum.IsDefined(choice.Decider)) return Failure.Invalid(FormattableString.Invariant($"{nameof(request.Choices)}[{place}].{nameof(choice.Decider)}"), "Chọn người quyết định trong danh sách.");
            if (row.Decider != choice.Shown) return await StaleAsync(request, stop);
            row.Decider = choice.Decider;
        }

        return await db.SaveEditAsync(actor, VietnameseText.CleanLines(request.Reason), () => StaleAsync(request, stop), stop);
    }

    private static void Write(ApprovalStep step, StepRequest request)
    {
        step.Position = VietnameseText.Clean(request.Position)!;
        step.Permission = request.Permission!;
        step.Threshold = ViShape.Amount(request.Threshold);
        step.Enabled = request.Enabled;
    }

    private static string ShownOf(ApprovalStep step) => $"{step.Position}|{step.Permission}|{step.Threshold}|{step.Enabled}";

    private async Task<Failure> StaleAsync(int id, StepRequest? typed, CancellationToken stop)
    {
        var now = await db.ApprovalSteps.AsNoTracking().SingleAsync(s => s.Id == id, stop);
        return Failure.StaleContent(new StaleReport($"Bước «{now.Position}»", null, null,
        [
            new("Thứ tự", "–", $"{now.Ordinal}"),
            new("Chức danh", typed?.Position ?? "–", now.Position),
            new("Quyền", typed?.Permission is { } permission ? PermissionText.Of(permission) : "–", PermissionText.Of(now.Permission)),
            new("Từ số tiền", ViShape.Amount(typed?.Threshold) is { } amount ? VndFormat.DongShort(amount) : "–", now.Threshold is { } its ? VndFormat.DongShort(its) : "–"),
            new("Áp dụng", typed is null ? "–" : YesNo(typed.Enabled), YesNo(now.Enabled)),
        ]));
    }

    private async Task<Failure> StaleAsync(AuthorityRequest typed, CancellationToken stop)
    {
        var now = await db.AdjustmentAuthorities.AsNoTracking().ToDictionaryAsync(a => a.Kind, a => a.Decider, stop);
        return Failure.StaleContent(new StaleReport("Thẩm quyền quyết định điều chỉnh", null, null,
            [.. typed.Choices.Select(c => new StaleRow(AdjustmentText.Of(c.Kind), AdjustmentText.Of(c.Decider), AdjustmentText.Of(now[c.Kind])))]));
    }

    private static string YesNo(bool yes) => yes ? "có" : "không";
}
