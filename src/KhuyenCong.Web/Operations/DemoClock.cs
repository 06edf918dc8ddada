using KhuyenCong.Services;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// The portal's business clock in the demo: the day on which the process starts counts as a chosen day, because the
/// demo plan's story plays in 2024; the time of day is real. Sessions and lockouts do not use it.
/// </summary>
public sealed class DemoClock(TimeProvider real, DateOnly today) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _shift = TimeSpan.FromDays(today.DayNumber - real.Today().DayNumber);
    private DateTimeOffset? _fixed;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _fixed ?? real.GetUtcNow() + _shift;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <summary>Stands still at a moment, while the demo's past is being written.</summary>
    public void Set(DateTimeOffset moment)
    {
        lock (_gate) _fixed = moment;
    }

    /// <summary>Runs again.</summary>
    public void Resume()
    {
        lock (_gate) _fixed = null;
    }
}
