using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KhuyenCong.Domain.People;

/// <summary>The codes of authenticator apps (RFC 6238 with the values that every app knows: HMAC-SHA-1, 30 seconds, six digits).</summary>
public static class TotpCode
{
    public const int Digits = 6;
    public const int StepSeconds = 30;

    /// <summary>How far a telephone's clock may be off, in steps.</summary>
    private const int Tolerance = 1;

    /// <summary>The time step of a moment.</summary>
    public static long StepAt(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond / StepSeconds;

    /// <summary>The code of a time step.</summary>
    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // The apps know no other function; HMAC does not rest on the collisions that broke SHA-1.
        HMACSHA1.HashData(key, moment, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed; null for a wrong code, one that is too old, and one that was used.</summary>
    /// <param name="key">The secret that the app holds.</param>
    /// <param name="typed">Six digits; blanks are not looked at.</param>
    /// <param name="now">UTC.</param>
    /// <param name="last">The last step whose code was accepted: it and those before are used up.</param>
    public static long? Match(ReadOnlySpan<byte> key, string? typed, DateTime now, long? last)
    {
        var code = new string([.. (typed ?? string.Empty).Where(c => !char.IsWhiteSpace(c))]);
        if (code.Length != Digits || !code.All(char.IsAsciiDigit)) return null;
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            var isSame = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(code));
            if (isSame && !(step <= last)) found ??= step;
        }

        return found;
    }
}
