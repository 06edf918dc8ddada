using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Plans;

/// <summary>The identity of a plan to be made.</summary>
public sealed record NewPlanRequest
{
    public int? Year { get; init; }

    /// <summary>Code of a <see cref="Domain.Plans.Tranche"/>.</summary>
    public int? Tranche { get; init; }

    public FundingSource? Source { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class NewPlanRequestValidator : AbstractValidator<NewPlanRequest>
{
    public NewPlanRequestValidator()
    {
        RuleFor(r => r.Year).NotNull().WithMessage("Nhập năm kế hoạch.").InclusiveBetween(2000, 2100).WithMessage("Nhập năm từ 2000 đến 2100.");
        RuleFor(r => r.Tranche).NotNull().WithMessage("Chọn đợt.").Must(t => t is null || new Tranche(t.Value).IsValid).WithMessage("Chọn một đợt trong danh sách.");
        RuleFor(r => r.Source).NotNull().WithMessage("Chọn nguồn kinh phí.");
    }
}
