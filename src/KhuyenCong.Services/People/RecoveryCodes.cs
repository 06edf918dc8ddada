using System.Globalization;
using System.Security.Cryptography;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.People;

/// <summary>Codes on paper for the day when the telephone is gone; each works once.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const string Purpose = "recovery-code";

    /// <summary>Ten new codes; those before stop working. Whoever calls saves.</summary>
    /// <returns>The codes, which are shown once.</returns>
    public static async Task<List<string>> RenewRecoveryCodesAsync(this AppDbContext db, SecretBox box, int userId, DateTime at, CancellationToken stop)
    {
        await db.DropRecoveryCodesAsync(userId, at, stop);
        // 50 bits each.
        var codes = Enumerable.Range(0, Count).Select(_ => Base32.Of(RandomNumberGenerator.GetBytes(7))[..10].ToLowerInvariant()).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { UserId = userId, CodeHash = Digest(box, userId, code), MadeAt = at }));
        return codes.ConvertAll(code => $"{code[..5]}-{code[5..]}");
    }

    /// <summary>Makes the account's unused codes void. Whoever calls saves.</summary>
    public static async Task DropRecoveryCodesAsync(this AppDbContext db, int userId, DateTime at, CancellationToken stop)
    {
        foreach (var code in await db.RecoveryCodes.Where(c => c.UserId == userId && c.UsedAt == null).ToListAsync(stop)) code.Use(at);
    }

    /// <summary>The unused code that was typed; null for any other.</summary>
    public static async Task<RecoveryCode?> FindRecoveryCodeAsync(this AppDbContext db, SecretBox box, int userId, string? typed, CancellationToken stop)
    {
        var code = new string([.. (typed ?? string.Empty).Where(c => c is not ('-' or ' '))]).ToLowerInvariant();
        if (code.Length != 10) return null;
        var digest = Digest(box, userId, code);
        return await db.RecoveryCodes.SingleOrDefaultAsync(c => c.UserId == userId && c.CodeHash == digest && c.UsedAt == null, stop);
    }

    private static string Digest(SecretBox box, int userId, string code) => box.Digest(code, Purpose, userId.ToString(CultureInfo.InvariantCulture));
}
