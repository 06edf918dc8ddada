using KhuyenCong.Services.Status;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>Failed tries on addresses without an account, by hour; in memory, 24 numbers, never the addresses.</summary>
public sealed class UnknownTryCounts
{
    private const int Hours = 24;

    private readonly Lock _gate = new();
    private readonly Dictionary<DateTime, int> _hours = [];

    public void Count(DateTime at)
    {
        var hour = HourOf(at);
        lock (_gate)
        {
            _hours[hour] = _hours.GetValueOrDefault(hour) + 1;
            foreach (var old in _hours.Keys.Where(h => h <= hour.AddHours(-Hours)).ToList()) _hours.Remove(old);
        }
    }

    /// <summary>The hours of the last day in which there was one.</summary>
    public IReadOnlyList<HourCount> Read(DateTime now)
    {
        lock (_gate) return [.. _hours.Where(h => h.Key > HourOf(now).AddHours(-Hours)).Select(h => new HourCount(h.Key, h.Value))];
    }

    private static DateTime HourOf(DateTime at) => at.Date.AddHours(at.Hour);
}
