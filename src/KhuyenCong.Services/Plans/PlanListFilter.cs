using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Plans;

/// <summary>What the list of plans shows; lives in the query string.</summary>
public sealed record PlanListFilter
{
    public int? Year { get; init; }

    /// <summary>Code of a <see cref="Domain.Plans.Tranche"/>.</summary>
    public int? Tranche { get; init; }

    public FundingSource? Source { get; init; }

    public PlanStatus? Status { get; init; }

    public string? Text { get; init; }

    /// <summary>Newest first when null.</summary>
    public PlanListSort? Sort { get; init; }

    public bool Descending { get; init; }

    public int? Page { get; init; }

    /// <summary>A past day: only plans approved by then, with the terms of that day.</summary>
    public DateOnly? AsOf { get; init; }
}
