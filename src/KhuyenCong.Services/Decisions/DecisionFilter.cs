namespace KhuyenCong.Services.Decisions;

/// <summary>What the register shows; lives in the query string.</summary>
public sealed record DecisionFilter
{
    /// <summary>The year the number belongs to.</summary>
    public int? Year { get; init; }

    /// <summary>Words of the number, the plan, the body or the signatory.</summary>
    public string? Text { get; init; }

    public int? Page { get; init; }
}
