using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Codes that open an account to its holder once: kept as keyed digests, shown when they are made and never again.</summary>
internal static class OneTimeLinks
{
    // 140 bits.
    private const int Letters = 28;
    private const int Group = 4;
    private const string Purpose = "one-time-link";

    /// <summary>A new link in place of those that wait. Whoever calls saves.</summary>
    /// <returns>The code, in groups of four.</returns>
    public static async Task<string> MakeLinkAsync(this AppDbContext db, SecretBox box, int userId, OneTimeLinkPurpose purpose, int madeById, DateTime door, CancellationToken stop)
    {
        await db.DropLinksAsync(userId, door, stop);
        var code = Base32.Of(RandomNumberGenerator.GetBytes(18))[..Letters].ToLowerInvariant();
        db.OneTimeLinks.Add(new OneTimeLink
        {
            UserId = userId, Purpose = purpose, TokenHash = box.Digest(code, Purpose, string.Empty), MadeById = madeById, MadeAt = door,
            ExpiresAt = door + (purpose == OneTimeLinkPurpose.FirstPassword ? OneTimeLink.ForFirstPassword : OneTimeLink.ForNewPassword),
        });
        return string.Join('-', code.Chunk(Group).Select(g => new string(g)));
    }

    /// <summary>Makes the account's unused links void. Whoever calls saves.</summary>
    public static async Task DropLinksAsync(this AppDbContext db, int userId, DateTime door, CancellationToken stop)
    {
        foreach (var link in await db.OneTimeLinks.Where(l => l.UserId == userId && l.UsedAt == null).ToListAsync(stop)) link.Use(door);
    }

    /// <summary>The digest of a code as typed; null for what is none. Blanks, hyphens and the case are not looked at.</summary>
    public static string? DigestOf(SecretBox box, string? typed)
    {
        if (typed is null || typed.Length > 4 * Letters) return null;
        var code = new string([.. typed.Where(c => c != '-' && !char.IsWhiteSpace(c))]).ToLowerInvariant();
        return code.Length == Letters ? box.Digest(code, Purpose, string.Empty) : null;
    }
}
