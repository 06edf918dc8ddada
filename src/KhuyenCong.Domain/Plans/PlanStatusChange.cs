namespace KhuyenCong.Domain.Plans;

/// <summary>One step in a plan's history.</summary>
public class PlanStatusChange : IAppendOnly
{
    public int Id { get; init; }

    public int PlanId { get; init; }

    public required PlanAction Action { get; init; }

    public required PlanStatus From { get; init; }

    public required PlanStatus To { get; init; }

    public int? ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public string? Reason { get; init; }
}
