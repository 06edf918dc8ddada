namespace KhuyenCong.Domain.People;

/// <summary>The second person's word on a request.</summary>
public class AccountVerdict : IAppendOnly
{
    /// <summary>The request, which has one verdict at most.</summary>
    public required int RequestId { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Note { get; init; }

    public required int ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
