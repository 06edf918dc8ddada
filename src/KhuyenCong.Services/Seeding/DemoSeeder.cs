using KhuyenCong.Data;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Seeding;

/// <summary>
/// The demonstration: illustrative plans, made by the same services that the pages use. Runs once, in an empty
/// portal; the demo accounts must be there.
/// </summary>
public sealed class DemoSeeder(IDbContextFactory<AppDbContext> databases)
{
    /// <returns>Whether the story was played now or is there already.</returns>
    public async Task<DemoOutcome> SeedAsync(DemoStage stage, CancellationToken stop)
    {
        await using (var db = await databases.CreateDbContextAsync(stop))
        {
            // The supplement is the story's last step.
            var last = Tranche.Supplement();
            if (await db.Plans.AnyAsync(p => p.Tranche == last && p.IsIllustrative && p.SubmittedAt != null, stop)) return DemoOutcome.AlreadyThere;
            if (await db.Allotments.AnyAsync(stop) || await db.Plans.AnyAsync(stop)) return DemoOutcome.Incomplete;

            // The tables were emptied behind the portal's back: playing the story again would hide it.
            if (await db.AuditEntries.AnyAsync(e => e.Entity == nameof(Plan) || e.Entity == "Allotment", stop)) return DemoOutcome.Incomplete;
        }

        await DemoPlans.AllotAsync(stage, stop);
        var planId = await DemoPlans.ApproveFirstTrancheAsync(stage, stop);
        await DemoExecution.PlayAsync(stage, planId, stop);
        await DemoPlans.DraftSecondTrancheAsync(stage, stop);
        await DemoPlans.SubmitSupplementAsync(stage, stop);
        return DemoOutcome.Seeded;
    }
}
