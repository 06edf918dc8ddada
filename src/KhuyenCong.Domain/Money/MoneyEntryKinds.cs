namespace KhuyenCong.Domain.Money;

/// <summary>What each kind of entry means for the disbursed amount.</summary>
public static class MoneyEntryKinds
{
    /// <summary>The signed effect of an amount of this kind.</summary>
    public static Vnd Effect(this MoneyEntryKind kind, Vnd amount) => kind switch
    {
        MoneyEntryKind.Advance => amount,
        MoneyEntryKind.Payment => amount,
        MoneyEntryKind.Recovery => -amount,
        MoneyEntryKind.Clearing or MoneyEntryKind.Settlement => Vnd.Zero,

        // What a reversal does depends on the entry it undoes: MoneyEntry.Effect tells it.
        MoneyEntryKind.Reversal => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A reversal has the effect of what it undoes."),
    };
}
