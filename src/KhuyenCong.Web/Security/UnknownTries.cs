using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Web.Security;

/// <summary>
/// Counts failed tries on addresses that have no account by the rules that hold for accounts, so that nobody can tell
/// the two apart: the count never lapses, and the try that locks sets it back to nothing. Only a hash of the address is
/// kept, in memory; the addresses tried longest ago make room for new ones.
/// </summary>
/// <param name="clock">The clock of lockouts, which is not the portal's business clock.</param>
public sealed class UnknownTries(TimeProvider clock) : IDisposable
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
            var failed = _tries.Get<Record>(key).Failed + 1;
            var locks = failed >= SignIn.Tries;
            var record = locks ? new Record(0, clock.GetUtcNow() + SignIn.LockoutTime) : new Record(failed, null);
            _tries.Set(key, record, new MemoryCacheEntryOptions { Size = 1 });
            return locks;
        }
    }

    public bool IsLockedOut(string address)
    {
        lock (_gate) return _tries.Get<Record>(Key(address)).LockedUntil >= clock.GetUtcNow();
    }

    public void Dispose() => _tries.Dispose();

    private static string Key(string address) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant())));

    private readonly record struct Record(int Failed, DateTimeOffset? LockedUntil);
}
