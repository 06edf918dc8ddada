namespace KhuyenCong.Services.People;

/// <summary>
/// The clock of sessions, of codes and of waits after failed tries: the machine's own, also in the demo, whose business
/// clock stands in 2024.
/// </summary>
/// <param name="time">The machine's clock; a fixed one in tests.</param>
public sealed class DoorClock(TimeProvider time)
{
    /// <summary>Now, UTC, to the millisecond.</summary>
    public DateTime NowUtc => time.NowUtc();
}
