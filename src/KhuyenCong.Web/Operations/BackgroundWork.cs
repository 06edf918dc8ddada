using System.Collections.Concurrent;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// Where background services tell how they fare, for the readiness check and the page «Tình trạng hệ thống». In memory,
/// since the start of this node.
/// </summary>
public sealed class BackgroundWork
{
    private readonly ConcurrentDictionary<string, BackgroundState> _states = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Func<Task?>> _loops = new(StringComparer.Ordinal);

    /// <summary>Has the service's loop watched: one that ended by itself is told as stopped.</summary>
    /// <param name="name">Stable name of the service.</param>
    /// <param name="loop">Its running task; null before it started.</param>
    public void Watch(string name, Func<Task?> loop)
    {
        _loops[name] = loop;
        _states.TryAdd(name, new BackgroundState(name, null, null, null));
    }

    /// <summary>Tells how a round of work ended.</summary>
    /// <param name="name">Stable name of the service.</param>
    /// <param name="ok">Whether the round succeeded.</param>
    /// <param name="at">UTC.</param>
    /// <param name="error">The kind of failure; nobody's data.</param>
    public void Report(string name, bool ok, DateTime at, string? error = null) => _states.AddOrUpdate(
        name,
        _ => ok ? new BackgroundState(name, at, null, null) : new BackgroundState(name, null, at, error),
        (_, before) => ok ? before with { LastSuccess = at } : before with { LastFailure = at, Error = error });

    /// <summary>Every service that was watched or reported, by name.</summary>
    public IReadOnlyList<BackgroundState> Snapshot() =>
    [
        .. _states.Values.OrderBy(state => state.Name, StringComparer.Ordinal).Select(state => state with
        {
            IsRunning = _loops.TryGetValue(state.Name, out var loop) ? loop() is { IsCompleted: false } : null,
        }),
    ];
}
