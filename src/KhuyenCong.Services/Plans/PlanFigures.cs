using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Plans;

/// <summary>Count and sums over projects; the total is derived.</summary>
public sealed record PlanFigures(int Count, Vnd Support, Vnd Counterpart, Vnd Other)
{
    public static readonly PlanFigures None = new(0, Vnd.Zero, Vnd.Zero, Vnd.Zero);

    /// <summary>One project's; a stopped one counts no longer, though what it keeps is part of the sums.</summary>
    public static PlanFigures Of(bool isStopped, Vnd support, Vnd counterpart, Vnd other) => new(isStopped ? 0 : 1, support, counterpart, other);

    /// <summary>The same of terms with their funding.</summary>
    public static PlanFigures Of(ProjectTerms terms) => Of(terms.IsStopped, terms.Support, terms.Counterpart, terms.Other);

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
