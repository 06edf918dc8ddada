using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services;

/// <summary>
/// Appending under concurrency: when another writer was faster, the work is done again in a fresh context, which sees
/// the other's rows, and so ends in success or in a refusal with amounts.
/// </summary>
public static class Conflicts
{
    private const int Tries = 5;

    // Who lost once waits for the others who lost: in a burst of writers each second try then meets nobody, where five
    // tries side by side would not be enough.
    private static readonly SemaphoreSlim SecondTries = new(1, 1);

    /// <param name="databases">Makes the fresh contexts.</param>
    /// <param name="work">Reads, asks the rules, writes; run again from the start after a conflict.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="DbUpdateException">Still in conflict after five tries.</exception>
    public static async Task<T> RetryAsync<T>(
        this IDbContextFactory<AppDbContext> databases, Func<AppDbContext, Task<T>> work, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (attempt > 1) await SecondTries.WaitAsync(stop);
            try
            {
                await using var db = await databases.CreateDbContextAsync(stop);
                return await work(db);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // A row version, a unique key or a counter's limit: the rules, asked again, name it.
            }
            finally
            {
                if (attempt > 1) SecondTries.Release();
            }
        }
    }
}
