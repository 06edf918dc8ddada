using System.Security.Claims;
using System.Threading.RateLimiting;
using KhuyenCong.Web.Operations;

namespace KhuyenCong.Web.Security.Limits;

/// <summary>
/// How much one client may ask for, and how much that is costly may run at once. A client is a person, or for strangers the
/// line they come from. What is too much waits in its own line, so that nobody's haste is another's delay.
/// </summary>
internal sealed class RequestQuotas : IDisposable
{
    private const string Person = "p ";

    /// <summary>Requests of one client that are worked on at once; a browser asks for one page at a time.</summary>
    public const int AtOnce = 2;

    /// <summary>Requests of one client that may wait for those.</summary>
    public const int Waiting = 60;

    /// <summary>Costly requests of all that may wait.</summary>
    public const int AllCostlyWaiting = 24;

    /// <summary>Costly requests of all that are worked on at once: half of the processors stay for the pages of everybody else.</summary>
    public static readonly int AllCostlyAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    /// <param name="perMinute">Requests of one person in a minute, a fifth of them in one go; strangers of one line have half.</param>
    public RequestQuotas(int perMinute)
    {
        Ordinary = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(ClientOf(context), client => Rate(IsPerson(client) ? perMinute : Math.Max(1, perMinute / 2)))),
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(ClientOf(context), _ => InLine(AtOnce, Waiting))));
        Costly = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(ClientOf(context), _ => InLine(1, AtOnce))),
            PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetConcurrencyLimiter(string.Empty, _ => InLine(AllCostlyAtOnce, AllCostlyWaiting))));
    }

    public PartitionedRateLimiter<HttpContext> Ordinary { get; }

    public PartitionedRateLimiter<HttpContext> Costly { get; }

    /// <exception cref="StartException">The number cannot be one.</exception>
    public static RequestQuotas Of(IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("Limits:RequestsPerMinute", 600);
        return perMinute is >= 2 and <= 10_000_000 ? new RequestQuotas(perMinute) : throw new StartException($"Limits:RequestsPerMinute «{perMinute}» phải từ 2 đến 10.000.000.");
    }

    public void Dispose()
    {
        Ordinary.Dispose();
        Costly.Dispose();
    }

    // In one go a fifth of it: more than anybody opens, and less than what keeps the machine busy for long.
    private static TokenBucketRateLimiterOptions Rate(int perMinute) => new()
    {
        TokenLimit = Math.Max(1, perMinute / 5), TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromMinutes(Math.Max(1, perMinute / 60) / (double)perMinute), AutoReplenishment = true,
    };

    private static ConcurrencyLimiterOptions InLine(int atOnce, int waiting) => new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private static string ClientOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person
        ? Person + person
        : TryOrigin.NetworkOf(context.Connection.RemoteIpAddress);

    private static bool IsPerson(string client) => client.StartsWith(Person, StringComparison.Ordinal);
}
