namespace KhuyenCong.Domain.Documents;

/// <summary>What became of the answers of an earlier upload when its mended annex was uploaded again.</summary>
public class AnnexCarryOver : IAppendOnly
{
    public const int LongestText = 1_000;

    public int Id { get; init; }

    /// <summary>The new upload.</summary>
    public int DocumentId { get; init; }

    public Document? Document { get; init; }

    /// <summary>The earlier upload whose answers were kept.</summary>
    public required int FromId { get; init; }

    public Document? From { get; init; }

    /// <summary>How many answers are kept.</summary>
    public required int Kept { get; init; }

    /// <summary>How many are not.</summary>
    public required int Lost { get; init; }

    /// <summary>Which are not, and why, in words; null when all are kept.</summary>
    public string? LostText { get; init; }
}
