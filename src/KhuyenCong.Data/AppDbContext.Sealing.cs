using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data;

/// <summary>What is about to be believed is compared with the trail first.</summary>
public sealed partial class AppDbContext
{
    /// <summary>
    /// Compares tracked rows with their newest entries, and rings the alarm when they do not agree. For what gives rights
    /// without being written: accounts, roles, delegations.
    /// </summary>
    /// <param name="rows">Entities that this context tracks.</param>
    /// <param name="during">Who is at work.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>What does not agree; empty when all is well.</returns>
    public async Task<IReadOnlyList<BrokenSeal>> FindFalsifiedAsync(IReadOnlyCollection<object> rows, Actor during, CancellationToken stop)
    {
        if (rows.Count == 0) return [];
        var entries = rows.Select(Entry).ToList();
        var comparison = new SealedRows(this, seal);
        await Database.OpenConnectionAsync(stop);
        try
        {
            await comparison.CompareAsync(entries, stop);
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
            await comparison.CompareAsync(entries, stop);
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
