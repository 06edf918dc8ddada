using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

/// <summary>What is about to be believed is compared with the trail first.</summary>
public sealed partial class AppDbContext
{
    /// <summary>
    /// Compares rows with their newest entries, and rings the alarm when they do not agree. For what gives rights without being
    /// written: accounts, roles, delegations. Two SQL commands when all is well.
    /// </summary>
    /// <param name="questions">Which rows.</param>
    /// <param name="during">Who is at work.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>What does not agree; empty when all is well.</returns>
    public async Task<IReadOnlyList<BrokenSeal>> FindFalsifiedAsync(IReadOnlyList<SealedQuestion> questions, Actor during, CancellationToken stop)
    {
        var comparison = new SealedRows(this, seal);
        await Database.OpenConnectionAsync(stop);
        try
        {
            await comparison.CompareAsync(questions, stop);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }

        if (comparison.Broken.Count == 0) return [];

        // Row and entry were read one after the other; a lawful writer between them must not ring the alarm.
        comparison = new SealedRows(this, seal);
        await LockAsync(stop);
        try
        {
            await comparison.CompareAsync(questions, stop);
        }
        finally
        {
            await _door!.DisposeAsync();
            _door = null;
        }

        if (comparison.Broken.Count > 0) await new AlarmBell(this, seal, clock).RingAsync(comparison.Broken, during);
        return comparison.Broken;
    }

    /// <summary>Rings the alarm about rows that the trail knows and the tables lack.</summary>
    public Task AlarmAsync(IReadOnlyList<BrokenSeal> broken, Actor during) => new AlarmBell(this, seal, clock).RingAsync(broken, during);

    private async Task RefuseFalsifiedRowsAsync(CancellationToken stop)
    {
        var comparison = new SealedRows(this, seal);
        await comparison.CompareAsync(ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Deleted), stop);
        if (comparison.Broken.Count > 0) throw new FalsifiedRowException(comparison.Broken);
        if (comparison.Stale.Count > 0)
        {
            throw new DbUpdateConcurrencyException($"{comparison.Stale[0].Metadata.ShortName()} changed since it was read.");
        }
    }
}
