using KhuyenCong.Domain.Decisions;

namespace KhuyenCong.Services.Decisions;

/// <summary>What the register shows; lives in the query string.</summary>
public sealed record DecisionFilter
{
    /// <summary>The year the number belongs to.</summary>
    public int? Year { get; init; }

    public DecisionKind? Kind { get; init; }

    /// <summary>The issuing body.</summary>
    public int? BodyId { get; init; }

    /// <summary>Words of the number, the plan, the body, the signatory or the legal bases.</summary>
    public string? Text { get; init; }

    public int? Page { get; init; }
}
