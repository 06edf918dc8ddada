using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services;

/// <summary>Saving an edit of shown content: who was slower is told, not retried.</summary>
public static class SaveEdit
{
    /// <param name="db">The context that holds the edit.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="reason">Why, where the rule demands it.</param>
    /// <param name="stale">Makes the 409 report when another writer was faster.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<Result> SaveEditAsync(this AppDbContext db, Actor actor, string? reason, Func<Task<Failure>> stale, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(actor, reason, stop);
            return Result.Done;
        }
        catch (DbUpdateException)
        {
            // A version, or a row that the faster writer added or removed before this one.
            db.ChangeTracker.Clear();
            return await stale();
        }
    }
}
