using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>What a person was told of the own account.</summary>
public sealed class NoticeService(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>One page, the newest first.</summary>
    public async Task<Result<NoticeList>> ListAsync(Actor actor, int page, CancellationToken stop)
    {
        if (actor.UserId is not { } id) return Failure.Forbidden;
        await using var db = await databases.CreateDbContextAsync(stop);
        var own = db.Notices.AsNoTracking().Where(n => n.UserId == id);
        var counts = await own.GroupBy(n => n.ReadAt == null).Select(g => new { IsNew = g.Key, Count = g.Count() }).ToListAsync(stop);
        var total = counts.Sum(c => c.Count);
        var at = Math.Clamp(page, 1, Math.Max(1, (total + NoticeList.PageSize - 1) / NoticeList.PageSize));
        var rows = await own.OrderByDescending(n => n.Id).Skip((at - 1) * NoticeList.PageSize).Take(NoticeList.PageSize).ToListAsync(stop);
        return new NoticeList(rows, total, counts.Where(c => c.IsNew).Sum(c => c.Count), at);
    }

    /// <summary>Notes that the person has seen every notice so far.</summary>
    public async Task<Result> ReadAsync(Actor actor, CancellationToken stop)
    {
        if (actor.UserId is not { } id) return Failure.Forbidden;
        return await databases.RetryAsync<Result>(
            async db =>
            {
                foreach (var notice in await db.Notices.Where(n => n.UserId == id && n.ReadAt == null).OrderByDescending(n => n.Id).Take(NoticeList.MostRead).ToListAsync(stop)) notice.Read(clock.NowUtc());
                await db.SaveAsync(actor, null, stop);
                return Result.Done;
            },
            stop);
    }
}
