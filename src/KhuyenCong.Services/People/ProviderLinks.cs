using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>
/// Links between accounts at an identity provider and accounts of the portal, in Identity's own table: the key is issuer and
/// subject, so that no two accounts share one.
/// </summary>
internal static class ProviderLinks
{
    private const string Purpose = "provider-subject";

    /// <summary>
    /// What stands for a subject in the database. A digest, since some providers name people by the number of their identity
    /// card; with a key, since such numbers can be tried through; of the exact letters, which SQL Server would take alike.
    /// </summary>
    public static string KeyOf(SecretBox box, ProviderIdentity who) => box.Digest(who.Subject, Purpose, who.Issuer);

    /// <summary>Takes all links of an account away, and tells its holder. Whoever calls saves.</summary>
    public static async Task DropProviderLinksAsync(this AppDbContext db, int userId, DateTime business, CancellationToken stop)
    {
        var links = await db.UserLogins.Where(l => l.UserId == userId).ToListAsync(stop);
        foreach (var link in links) db.Tell(userId, NoticeKind.ProviderUnlinked, link.ProviderDisplayName, business);
        db.UserLogins.RemoveRange(links);
    }
}
