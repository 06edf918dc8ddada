using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Projects;

/// <summary>One project in the list, with the terms of the day.</summary>
public sealed record ProjectRow
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string BeneficiaryText { get; init; }

    public required ProjectStatus Status { get; init; }

    public required int PlanId { get; init; }

    public required int Year { get; init; }

    public required Tranche Tranche { get; init; }

    public required string CategoryCode { get; init; }

    public required AreaScope AreaScope { get; init; }

    public required IReadOnlyList<string> Areas { get; init; }

    public required DateOnly? StartMonth { get; init; }

    public required DateOnly? EndMonth { get; init; }

    /// <summary>State support by the terms of the day, before approval too.</summary>
    public required Vnd Support { get; init; }

    public required Vnd? Contracted { get; init; }

    public required Vnd Posted { get; init; }

    public required Vnd Pending { get; init; }

    public required int Percent { get; init; }

    public required DateOnly? LastProgressOn { get; init; }

    /// <summary>The officer who follows it on the day.</summary>
    public required string? Officer { get; init; }

    public required ProjectSchedule Schedule { get; init; }
}
