using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>Which challenges were answered already, for as long as they could be answered again.</summary>
public sealed class SpentChallenges : IDisposable
{
    private readonly MemoryCache _spent = new(new MemoryCacheOptions { SizeLimit = 50_000 });
    private readonly Lock _gate = new();

    /// <summary>Uses a challenge up; false where it was before.</summary>
    public bool Spend(string state)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
        lock (_gate)
        {
            if (_spent.TryGetValue(key, out _)) return false;
            _spent.Set(key, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) });
            return true;
        }
    }

    public void Dispose() => _spent.Dispose();
}
