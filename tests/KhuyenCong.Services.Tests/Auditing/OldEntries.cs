using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>Entries as earlier versions of the program wrote them, under seals that hold.</summary>
internal static class OldEntries
{
    /// <summary>Puts other changes and another hash of the row into an entry.</summary>
    /// <returns>The entry's seal, which the next one follows.</returns>
    public static async Task<string> RewriteAsync(AppDbContext db, AuditEntry entry, string changes, string rowHash, string before, CancellationToken stop)
    {
        var made = Made(entry.Number, entry.At, entry.ActorId, entry.ActorName, entry.Action, entry.Entity, entry.EntityKey, changes, rowHash);
        var hash = CanonicalRow.SealOf(made, before, TestPortal.Seal);
        await db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Changes = {changes}, RowHash = {rowHash}, Hash = {hash} WHERE Number = {entry.Number}", stop);
        return hash;
    }

    public static AuditEntry Made(long number, DateTime at, int? actorId, string actor, AuditAction action, string entity, string key, string changes, string rowHash) => new()
    {
        Number = number, At = at, ActorId = actorId, ActorName = actor, Action = action, Entity = entity, EntityKey = key, Changes = changes, RowHash = rowHash, Hash = string.Empty,
    };
}
