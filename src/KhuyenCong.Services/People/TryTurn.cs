namespace KhuyenCong.Services.People;

/// <summary>Whether somebody may try now, and what follows if the try fails.</summary>
/// <param name="Wait">How long to wait before trying; zero for who may try now.</param>
/// <param name="NextWait">The wait that begins should this try fail.</param>
/// <param name="BeginsToWait">Whether this failure is the first after which the account's own tries wait.</param>
/// <param name="Counted">What was counted, to be taken back after a success.</param>
public sealed record TryTurn(TimeSpan Wait, TimeSpan NextWait, bool BeginsToWait, IReadOnlyList<CountedTry> Counted)
{
    public bool MustWait => Wait > TimeSpan.Zero;
}

/// <summary>One counter as it stood before a try.</summary>
public sealed record CountedTry(string Key, DateTime FormerlyAt);
