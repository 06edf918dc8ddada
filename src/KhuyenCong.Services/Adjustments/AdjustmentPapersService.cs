using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Papers that support an adjustment: given and taken away while it is edited, frozen with what is submitted.</summary>
public sealed class AdjustmentPapersService(IDbContextFactory<AppDbContext> databases, DocumentIntake intake, FileStore store, TimeProvider clock)
{
    /// <summary>Most papers of one adjustment.</summary>
    public const int Most = 20;

    /// <summary>Keeps a PDF or a picture with the adjustment; the same file twice is one paper.</summary>
    public async Task<Result> AttachAsync(Actor actor, int id, int version, FileUpload? file, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        if (file is null) return Failure.Invalid(nameof(file), "Chọn tệp tài liệu.");
        if (await intake.WhyNotEvidenceAsync(file, stop) is { } problem) return Failure.Invalid(nameof(file), problem);
        return await ChangeAsync(
            actor, id, version,
            async adjustment =>
            {
                if (adjustment.Documents.Count >= Most) return Failure.Invalid(nameof(file), "Một điều chỉnh có nhiều nhất 20 tài liệu.");
                var document = await intake.KeepAsync(file, actor, stop);
                if (!adjustment.Documents.Any(d => d.Sha256 == document.Sha256)) adjustment.Documents.Add(document);
                return null;
            },
            stop);
    }

    /// <summary>Takes a paper away; the file itself stays in the store, as the trail tells.</summary>
    public Task<Result> DetachAsync(Actor actor, int id, int version, int documentId, CancellationToken stop) => actor.May(Permissions.AdjustmentsEdit)
        ? ChangeAsync(
            actor, id, version,
            adjustment =>
            {
                var paper = adjustment.Documents.SingleOrDefault(d => d.Id == documentId);
                if (paper is null) return Task.FromResult<Failure?>(Failure.NotFound);
                adjustment.Documents.Remove(paper);
                return Task.FromResult<Failure?>(null);
            },
            stop)
        : Task.FromResult<Result>(Failure.Forbidden);

    /// <summary>Opens a paper; those of other things are not found.</summary>
    public async Task<Result<DocumentDownload>> OpenAsync(Actor actor, int id, int documentId, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansRead)) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var document = await db.Adjustments.Where(a => a.Id == id).SelectMany(a => a.Documents).AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, stop);
        if (document is null || store.Open(document.Sha256) is not { } content) return Failure.NotFound;
        return new DocumentDownload(document.FileName, document.ContentType, content);
    }

    private async Task<Result> ChangeAsync(Actor actor, int id, int version, Func<Adjustment, Task<Failure?>> change, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var adjustment = await db.Adjustments.Include(a => a.Documents).SingleOrDefaultAsync(a => a.Id == id, stop);
        if (adjustment is null) return Failure.NotFound;
        if (AdjustmentRules.WhyNotMove(adjustment, AdjustmentAction.Edit) is { Count: > 0 } refusals) return Failure.Refused(refusals);
        if (adjustment.Version != version) return await db.StaleAdjustmentAsync(id, clock.Today(), stop);
        if (await change(adjustment) is { } failure) return failure;
        adjustment.Touch();
        return await db.SaveEditAsync(actor, null, () => db.StaleAdjustmentAsync(id, clock.Today(), stop), stop);
    }
}
