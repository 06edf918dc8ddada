using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Keeps who came, was turned away, and left.</summary>
public sealed class SignInLogService(IDbContextFactory<AppDbContext> databases)
{
    /// <param name="actor">The person for coming and leaving; a named part of the system for tries, which anybody may have made.</param>
    /// <param name="happened">What happened at which account, and when.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="DbUpdateException">Still in conflict after five tries.</exception>
    public async Task<Result> RecordAsync(Actor actor, SignInEvent happened, CancellationToken stop) => await databases.RetryAsync(
        async db =>
        {
            db.SignInEvents.Add(new SignInEvent { UserId = happened.UserId, Kind = happened.Kind, At = happened.At });
            if (happened.Kind == SignInKind.LockedOut) await TellAsync(db, happened, stop);
            await db.SaveAsync(actor, null, stop);
            return Result.Done;
        },
        stop);

    // Once a day: whoever guesses must not fill the person's notices.
    private static async Task TellAsync(AppDbContext db, SignInEvent happened, CancellationToken stop)
    {
        var yesterday = happened.At.AddDays(-1);
        if (await db.Notices.AnyAsync(n => n.UserId == happened.UserId && n.Kind == NoticeKind.ManyWrongPasswords && n.At > yesterday, stop)) return;
        db.Tell(happened.UserId, NoticeKind.ManyWrongPasswords, null, happened.At);
    }
}
