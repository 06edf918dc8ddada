namespace KhuyenCong.Domain.Adjustments;

/// <summary>One step in an adjustment's history.</summary>
public class AdjustmentStatusChange : IAppendOnly
{
    public int Id { get; init; }
    public int AdjustmentId { get; init; }
    public required AdjustmentAction Action { get; init; }
    public required AdjustmentStatus From { get; init; }
    public required AdjustmentStatus To { get; init; }
    public int? ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public string? Reason { get; init; }
}
