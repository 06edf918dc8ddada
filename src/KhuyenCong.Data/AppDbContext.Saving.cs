using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.OldText;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KhuyenCong.Data;

/// <summary>The one door for writing.</summary>
public sealed partial class AppDbContext
{
    /// <summary>The portal at its own door: who is kept out, whose session ends. Not the provider, which people call «hệ thống đăng nhập».</summary>
    public static readonly Actor Door = Actor.System("Cổng (đăng nhập)");

    private static readonly Actor KeyRing = Actor.System("Khóa bảo vệ cookie");

    // A person who waits for another's write is told so after this; SQLite waits where the transaction begins.
    private const int LockWaitSeconds = 4;

    private bool _doorIsOpen;
    private IDbContextTransaction? _door;

    /// <summary>In whose name Identity's own saves are written; the account services set it to the person acting.</summary>
    public Actor IdentityActor { get; set; } = Door;

    /// <summary>Why Identity's own saves happen, where the person acting gave a reason.</summary>
    public string? IdentityReason { get; set; }

    /// <summary>
    /// Waits for the writer before and keeps the next ones waiting, in this process or another, until this context has
    /// saved or is gone: what is read from now on is what is written upon.
    /// </summary>
    public async Task LockAsync(CancellationToken stop)
    {
        _door = await Database.BeginTransactionAsync(stop);
        var usual = Database.GetCommandTimeout();
        Database.SetCommandTimeout(LockWaitSeconds);
        await AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.LastNumber, h => h.LastNumber), stop);
        Database.SetCommandTimeout(usual);
    }

    /// <summary>
    /// Saves everything that changed, in one transaction with its audit entries. The audit head is locked first,
    /// so entries are chained in the order of commits.
    /// </summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="reason">Why, where the rule demands a reason.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>The number of rows written, audit aside.</returns>
    /// <exception cref="DbUpdateConcurrencyException">A row changed since it was read; use a fresh context.</exception>
    /// <exception cref="FalsifiedRowException">A row that would be changed is not what its newest entry says; nothing was saved.</exception>
    /// <exception cref="OldTextException">A new text is certainly no Unicode; nothing was saved.</exception>
    /// <exception cref="InvalidOperationException">An append-only row would be changed or deleted.</exception>
    public async Task<int> SaveAsync(Actor actor, string? reason, CancellationToken stop)
    {
        ChangeTracker.DetectChanges();
        RefuseChangesOfAppendOnlyRows();
        if (!ChangeTracker.HasChanges()) return 0;
        OldTextGuard.Refuse(ChangeTracker, actor, reason);

        _doorIsOpen = true;
        try
        {
            if (_door is null) await LockAsync(stop);
            await using var transaction = _door!;
            var head = AuditHeads.Local.SingleOrDefault();
            if (head is null) head = await AuditHeads.SingleAsync(stop);
            else await Entry(head).ReloadAsync(stop);

            await RefuseFalsifiedRowsAsync(stop);
            var captured = AuditCapture.Of(ChangeTracker);
            var written = await base.SaveChangesAsync(true, stop);
            Append(captured, head, actor, reason);
            await base.SaveChangesAsync(true, stop);
            await transaction.CommitAsync(stop);
            return written;
        }
        catch (FalsifiedRowException falsified)
        {
            // What was begun is rolled back by now, so that the alarm finds the door free.
            await new AlarmBell(this, seal, clock).RingAsync(falsified.Rows, actor);
            throw;
        }
        finally
        {
            _door = null;
            _doorIsOpen = false;
        }
    }

    /// <summary>Only Identity's stores come this way; everything else uses <see cref="SaveAsync"/>.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_doorIsOpen) return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (ChangedEntities().All(IsIdentity)) return SaveAsync(IdentityActor, IdentityReason, cancellationToken);
        throw new InvalidOperationException("Write through SaveAsync.");
    }

    /// <summary>Only the keys of cookies come this way; their repository knows no waiting. They go through the door like all else.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        // The key ring stores a new key where nothing can wait for it: at the start, or once in ninety days.
        if (ChangedEntities().All(e => e is DataProtectionKey)) return SaveAsync(KeyRing, null, CancellationToken.None).GetAwaiter().GetResult();
        throw new InvalidOperationException("Write through SaveAsync.");
    }

    private static bool IsIdentity(object entity) =>
        entity is AppUser or AppRole or IdentityUserRole<int> or IdentityUserClaim<int> or IdentityUserLogin<int>
            or IdentityUserToken<int> or IdentityRoleClaim<int>;

    private IEnumerable<object> ChangedEntities() => ChangeTracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .Select(e => e.Entity);

    private void RefuseChangesOfAppendOnlyRows()
    {
        var broken = ChangeTracker.Entries<IAppendOnly>().FirstOrDefault(e => e.State is EntityState.Modified or EntityState.Deleted);
        if (broken is not null) throw new InvalidOperationException($"{broken.Metadata.ShortName()} is append-only.");
    }

    private void Append(List<AuditCapture> captured, AuditHead head, Actor actor, string? reason)
    {
        // Whole milliseconds: what every provider keeps, so that the seal can be made again from the stored row.
        var now = clock.GetUtcNow().UtcDateTime;
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        foreach (var capture in captured)
        {
            var (action, entity, key, changes, rowHash) = capture.Tell(seal);
            var entry = new AuditEntry
            {
                Number = head.LastNumber + 1, At = now, ActorId = actor.UserId, ActorName = actor.Name, Reason = reason,
                Action = action, Entity = entity, EntityKey = key, Changes = changes, RowHash = rowHash, Hash = string.Empty,
            };
            AuditEntries.Add(entry);
            Entry(entry).Property(e => e.Hash).CurrentValue = CanonicalRow.SealOf(entry, head.LastHash, seal);
            head.LastNumber = entry.Number;
            head.LastHash = entry.Hash;
        }
    }
}
