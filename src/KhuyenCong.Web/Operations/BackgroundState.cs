namespace KhuyenCong.Web.Operations;

/// <summary>How one background service fares.</summary>
/// <param name="Name">Stable name of the service; the words of screens are chosen by it.</param>
/// <param name="LastSuccess">UTC; null while nothing succeeded since the start.</param>
/// <param name="LastFailure">UTC; null while nothing failed since the start.</param>
/// <param name="Error">The kind of the last failure, which holds nobody's data; null without one.</param>
public sealed record BackgroundState(string Name, DateTime? LastSuccess, DateTime? LastFailure, string? Error)
{
    /// <summary>Whether the newest report was a success.</summary>
    public bool IsWell => LastSuccess is not null && (LastFailure is null || LastFailure <= LastSuccess);

    /// <summary>Whether the service's own loop still runs; null where it was never watched.</summary>
    public bool? IsRunning { get; init; }
}
