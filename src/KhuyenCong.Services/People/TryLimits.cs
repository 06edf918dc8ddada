using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace KhuyenCong.Services.People;

/// <summary>
/// Slows down guessing by waits that grow, never by a lock that anybody can put on somebody else. Each try counts as
/// failed before it is looked at, so that many at once gain nothing, and is taken back when it succeeds. Subjects are
/// counted alike whether they exist or not. Kept in the memory of one node, by hashes; what was tried longest ago makes
/// room for what is new.
/// </summary>
public sealed class TryLimits(DoorClock clock) : IDisposable
{
    private readonly MemoryCache _counters = new(new MemoryCacheOptions { SizeLimit = 100_000 });
    private readonly Lock _gate = new();

    /// <summary>Counts a try, unless it comes too early.</summary>
    /// <param name="subject">What is guessed at, such as an address.</param>
    /// <param name="ownDevice">The browser, where the subject was used from it before; null for any other.</param>
    /// <param name="network">Where the try comes from.</param>
    public TryTurn Take(string subject, string? ownDevice, string network)
    {
        var name = subject.Trim().ToUpperInvariant();
        (string Key, TryRule Rule)[] counted = ownDevice is not null
            ? [(Key("device", name, ownDevice), TryRule.OwnDevice)]
            : [(Key("account-network", name, network), TryRule.AccountFromNetwork), (Key("account", name), TryRule.Account), (Key("network", network), TryRule.Network)];
        lock (_gate)
        {
            var now = clock.NowUtc;
            var found = counted.Select(c => (c.Key, c.Rule, Counter: Find(c.Key, c.Rule, now))).ToList();
            var wait = found.Max(f => f.Counter.At + f.Rule.WaitAfter(f.Counter.Failed) - now);
            if (wait > TimeSpan.Zero) return new TryTurn(wait, wait, false, []);
            foreach (var (key, _, counter) in found) Keep(key, counter with { Failed = counter.Failed + 1, At = now });
            return new TryTurn(
                TimeSpan.Zero, found.Max(f => f.Rule.WaitAfter(f.Counter.Failed + 1)), found[0].Counter.Failed + 1 == found[0].Rule.Free,
                [.. found.Select(f => new CountedTry(f.Key, f.Counter.At))]);
        }
    }

    /// <summary>Takes a try back that succeeded.</summary>
    public void Succeed(TryTurn turn)
    {
        lock (_gate)
        {
            foreach (var (key, formerlyAt) in turn.Counted)
            {
                if (_counters.Get<Counter>(key) is { Failed: > 0 } counter) Keep(key, new Counter(counter.Failed - 1, formerlyAt));
            }
        }
    }

    public void Dispose() => _counters.Dispose();

    private Counter Find(string key, TryRule rule, DateTime now) =>
        _counters.Get<Counter>(key) is { } counter && now - counter.At < rule.Forgotten ? counter : new Counter(0, DateTime.UnixEpoch);

    private void Keep(string key, Counter counter) =>
        _counters.Set(key, counter, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(12) });

    private static string Key(params ReadOnlySpan<string> parts) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    private sealed record Counter(int Failed, DateTime At);
}
