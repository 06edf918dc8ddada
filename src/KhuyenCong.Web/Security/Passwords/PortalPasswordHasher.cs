using System.Buffers.Binary;
using System.Security.Cryptography;
using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KhuyenCong.Web.Security.Passwords;

/// <summary>
/// PBKDF2 with HMAC-SHA-512. A wrong password takes as long on an old hash, and where there is none, as on a new one: the
/// time of the answer tells nothing. A right one on an old hash is hashed anew at that sign-in.
/// </summary>
public sealed class PortalPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<AppUser>(options)
{
    // The third format of Identity: a mark, the function, then the iterations in four bytes, the highest first.
    private const byte ThirdFormat = 1;
    private const int IterationsAt = 5;

    private readonly int _iterations = options.Value.IterationCount;

    public override PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
    {
        var result = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        if (result == PasswordVerificationResult.Failed) Spend(providedPassword, _iterations - IterationsOf(hashedPassword));
        return result;
    }

    /// <summary>Takes as long as looking at a password of an account.</summary>
    public void SpendTime(string providedPassword) => Spend(providedPassword, _iterations);

    private static void Spend(string password, int iterations)
    {
        if (iterations > 0) Rfc2898DeriveBytes.Pbkdf2(password, "khuyencong-khong-co"u8, iterations, HashAlgorithmName.SHA512, 32);
    }

    private static int IterationsOf(string hash)
    {
        Span<byte> bytes = stackalloc byte[128];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length > IterationsAt + 4 && bytes[0] == ThirdFormat
            ? (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes[IterationsAt..]), int.MaxValue)
            : 0;
    }
}
