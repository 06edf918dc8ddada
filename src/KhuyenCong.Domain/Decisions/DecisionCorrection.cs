namespace KhuyenCong.Domain.Decisions;

/// <summary>«Đính chính»: one slip in a decision's metadata put right, with its reason.</summary>
public class DecisionCorrection : IAppendOnly
{
    public int Id { get; init; }
    public int DecisionId { get; init; }
    public required CorrectedField Field { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public required string Reason { get; init; }
    public required int ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
