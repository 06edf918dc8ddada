using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Projects;

/// <summary>The acceptance of a project's work (nghiệm thu).</summary>
public class Acceptance : IAppendOnly
{
    /// <summary>The project; also the key.</summary>
    public required int ProjectId { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>What was found, in the minutes' words.</summary>
    public required string Finding { get; init; }

    /// <summary>Number of the minutes.</summary>
    public required string MinutesNumber { get; init; }

    /// <summary>Support accepted; at most the current support.</summary>
    public required Vnd AcceptedSupport { get; init; }

    public int? DocumentId { get; init; }

    /// <summary>The signed minutes.</summary>
    public Document? Document { get; init; }

    public required int RecordedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}
