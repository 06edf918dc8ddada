using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Reports;

/// <summary>One approved project on the summary's day.</summary>
internal sealed record BudgetRow
{
    public required int ProjectId { get; init; }

    public required int PlanId { get; init; }

    public required Tranche Tranche { get; init; }

    public required int CategoryId { get; init; }

    public required AreaPlace Place { get; init; }

    public required ProjectStatus Status { get; init; }

    public required Vnd Local { get; init; }

    public required Vnd National { get; init; }

    public required BudgetFigures Figures { get; init; }

    public Vnd From(FundingSource source) => source switch
    {
        FundingSource.Local => Local,
        FundingSource.National => National,
    };
}
