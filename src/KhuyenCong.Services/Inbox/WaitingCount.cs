namespace KhuyenCong.Services.Inbox;

/// <summary>The figures in the frame of every page.</summary>
/// <param name="Kinds">How many things of each kind wait for the person.</param>
/// <param name="Notices">How many notices the person has not read.</param>
/// <param name="Alarms">How many integrity alarms nobody has taken note of; none for whom they do not concern.</param>
public sealed record WaitingCount(IReadOnlyDictionary<InboxKind, int> Kinds, int Notices, int Alarms)
{
    /// <summary>How many things wait.</summary>
    public int Work => Kinds.Values.Sum();
}
