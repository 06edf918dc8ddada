using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Inbox;

/// <summary>The figures in the frame of every page.</summary>
/// <param name="Kinds">How many things of each kind wait for the person.</param>
/// <param name="Requests">The requests about accounts among them, the oldest first, each with the name of the account's holder.</param>
/// <param name="Notices">How many notices the person has not read.</param>
/// <param name="Alarms">How many integrity alarms nobody has taken note of; none for whom they do not concern.</param>
public sealed record WaitingCount(IReadOnlyDictionary<InboxKind, int> Kinds, IReadOnlyList<(AccountRequest Request, string Name)> Requests, int Notices, int Alarms)
{
    /// <summary>How many things wait.</summary>
    public int Work => Kinds.Values.Sum();
}
