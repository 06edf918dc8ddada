using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Counts failed tries on addresses that have no account, so that they lock out like accounts and nobody can tell the
/// two apart. Only a hash of the address is kept, in memory, for the time of a lockout.
/// </summary>
public sealed class UnknownTries : IDisposable
{
    private readonly MemoryCache _tries = new(new MemoryCacheOptions { SizeLimit = 50_000 });
    private readonly Lock _gate = new();

    /// <summary>Counts one more failed try.</summary>
    /// <returns>True when the address is locked out now.</returns>
    public bool Fail(string address)
    {
        var key = Key(address);
        lock (_gate)
        {
            var count = _tries.Get<int>(key) + 1;
            _tries.Set(key, count, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = SignIn.LockoutTime });
            return count >= SignIn.Tries;
        }
    }

    public bool IsLockedOut(string address)
    {
        lock (_gate) return _tries.Get<int>(Key(address)) >= SignIn.Tries;
    }

    public void Dispose() => _tries.Dispose();

    private static string Key(string address) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant())));
}
