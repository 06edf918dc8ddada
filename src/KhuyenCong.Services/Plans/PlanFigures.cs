using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Plans;

/// <summary>Count and sums over projects; the total is derived.</summary>
public sealed record PlanFigures(int Count, Vnd Support, Vnd Counterpart, Vnd Other)
{
    public static readonly PlanFigures None = new(0, Vnd.Zero, Vnd.Zero, Vnd.Zero);

    /// <summary>Support + counterpart + other.</summary>
    public Vnd Total => Support + Counterpart + Other;

    public static PlanFigures operator +(PlanFigures a, PlanFigures b) =>
        new(a.Count + b.Count, a.Support + b.Support, a.Counterpart + b.Counterpart, a.Other + b.Other);

    public static PlanFigures operator -(PlanFigures a, PlanFigures b) =>
        new(a.Count - b.Count, a.Support - b.Support, a.Counterpart - b.Counterpart, a.Other - b.Other);

    /// <summary>The figure that a decision's stated total is compared with.</summary>
    public Vnd On(StatedBasis basis) => basis switch
    {
        StatedBasis.Total => Total,
        StatedBasis.Support => Support,
    };
}
