using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Plans;

/// <summary>A project of a plan as the plan's rules see it.</summary>
public sealed record PlanLine(
    int ProjectId, string Name, AreaScope AreaScope, bool HasPeriod, IReadOnlyList<BudgetShare> Funding, AppraisalVerdict? Verdict)
{
    /// <summary>Whether the beneficiary and the implementing unit are written down.</summary>
    public bool HasParties { get; init; } = true;

    /// <summary>The support beside its norm.</summary>
    public NormFinding Norm { get; init; } = NormFinding.NotApplicable;

    /// <summary>Why the support goes beyond the norm.</summary>
    public string? OverNormReason { get; init; }

    /// <summary>State support over all sources.</summary>
    public Vnd Support => Funding.Sum(f => f.Amount);
}
