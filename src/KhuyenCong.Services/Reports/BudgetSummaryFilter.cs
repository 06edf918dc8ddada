using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Reports;

/// <summary>What the budget summary counts and how it shows it.</summary>
public sealed record BudgetSummaryFilter
{
    /// <summary>Plan year; null for this year, or the latest with an approved plan.</summary>
    public int? Year { get; init; }

    /// <summary>One plan of that year; null for all.</summary>
    public int? PlanId { get; init; }

    public Tranche? Tranche { get; init; }

    /// <summary>Only projects with support from this source; their other sources stay counted.</summary>
    public FundingSource? Source { get; init; }

    public AreaView AreaView { get; init; }

    public AmountUnit Unit { get; init; }

    /// <summary>The last day whose decisions, contracts, money and acceptances count; null for today.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Shape of the filter.</summary>
public sealed class BudgetSummaryFilterValidator : AbstractValidator<BudgetSummaryFilter>
{
    public BudgetSummaryFilterValidator(TimeProvider clock)
    {
        RuleFor(f => f.Year).InclusiveBetween(2000, 2100).WithMessage("Chọn năm kế hoạch từ 2000 đến 2100.");
        RuleFor(f => f.Tranche).Must(t => t is null || t.Value.IsValid).WithMessage("Chọn đợt có trong danh sách.");
        RuleFor(f => f.Source).IsInEnum().WithMessage("Chọn nguồn kinh phí có trong danh sách.");
        RuleFor(f => f.AreaView).IsInEnum().WithMessage("Chọn cách tổng hợp địa bàn có trong danh sách.");
        RuleFor(f => f.Unit).IsInEnum().WithMessage("Chọn đơn vị tính là đồng hoặc triệu đồng.");
        RuleFor(f => f.AsOf).Must(day => day is null || day <= clock.Today())
            .WithMessage("Chọn ngày số liệu không sau hôm nay.");
    }
}
