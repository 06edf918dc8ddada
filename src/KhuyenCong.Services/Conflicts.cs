using System.Diagnostics.Metrics;
using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services;

/// <summary>
/// Appending under concurrency: when another writer was faster, the work is done again in a fresh context, which sees
/// the other's rows, and so ends in success or in a refusal with amounts.
/// </summary>
public static class Conflicts
{
    // Those of this process queue here: SQLite lets who waits for its lock look again only every 150 ms.
    private static readonly SemaphoreSlim SecondTries = new(1, 1);

    // Known to whoever listens to the portal's meter; without tags, since a use case has no short name here.
    private static readonly Counter<long> Retries = new Meter("KhuyenCong").CreateCounter<long>("khuyencong.second_tries", "{try}", "Appends done again after a conflict or a refusal");

    /// <param name="databases">Makes the fresh contexts.</param>
    /// <param name="work">Reads, asks the rules, writes; run again from the start after a conflict or a refusal.</param>
    /// <param name="stop">Cancels.</param>
    /// <param name="readsAtOnce">All that the rules ask is read by one command: then a refusal rests on one moment and stands.</param>
    /// <exception cref="DbUpdateException">The rules let through what the database refuses.</exception>
    public static async Task<T> RetryAsync<T>(
        this IDbContextFactory<AppDbContext> databases, Func<AppDbContext, Task<T>> work, CancellationToken stop, bool readsAtOnce = false)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            var ended = await work(db);

            // Reading takes several commands: a refusal may rest on what others moved between two of them.
            if (readsAtOnce || ended is not Result { Outcome: Outcome.Refused }) return ended;
        }
        catch (DbUpdateException)
        {
            // A row version, a unique key or a counter's limit: the rules, asked again, name it.
        }

        Retries.Add(1);
        await SecondTries.WaitAsync(stop);
        try
        {
            // Nobody else writes meanwhile, so that the second time is the last, however many race in however many processes.
            await using var db = await databases.CreateDbContextAsync(stop);
            await db.LockAsync(stop);
            return await work(db);
        }
        finally
        {
            SecondTries.Release();
        }
    }
}
