namespace KhuyenCong.Domain.Money;

/// <summary>The accountant's word on an entry: posted or rejected, once.</summary>
public class MoneyVerdict : IAppendOnly
{
    /// <summary>The entry; also the key, so that there can be only one word.</summary>
    public required int EntryId { get; init; }

    /// <summary>True when posted to the ledger, false when rejected.</summary>
    public required bool Posted { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    public required int ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
