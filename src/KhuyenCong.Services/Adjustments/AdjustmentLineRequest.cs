using FluentValidation;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Adjustments;

/// <summary>One change, as typed. Only the fields of its kind count; amounts are in đồng.</summary>
public sealed record AdjustmentLineRequest
{
    /// <summary>The adjustment's version that the form was filled from.</summary>
    public int Version { get; init; }

    public AdjustmentKind? Kind { get; init; }

    /// <summary>The project; none for one that is added.</summary>
    public int? ProjectId { get; init; }

    public string? Reason { get; init; }

    /// <summary>Support as it shall be.</summary>
    public string? Support { get; init; }

    public FundingSource? Source { get; init; }
    public string? Counterpart { get; init; }
    public string? Other { get; init; }
    public string? Beneficiary { get; init; }

    /// <summary>The area in words, understood as in an annex.</summary>
    public string? Area { get; init; }

    public string? StartMonth { get; init; }
    public string? EndMonth { get; init; }
    public string? Name { get; init; }
    public string? Objectives { get; init; }
    public string? ImplementingUnit { get; init; }
    public int? CategoryId { get; init; }
    public int? NormId { get; init; }
    public string? EligibleCost { get; init; }
    public int? Establishments { get; init; }
    public string? OverNormReason { get; init; }
    public string? PlannedRecovery { get; init; }
    public string? RecoverBy { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class AdjustmentLineRequestValidator : AbstractValidator<AdjustmentLineRequest>
{
    public AdjustmentLineRequestValidator()
    {
        RuleFor(r => r.Kind).NotNull().WithMessage("Chọn loại điều chỉnh.").IsInEnum().WithMessage("Chọn loại điều chỉnh.");
        RuleFor(r => r.ProjectId).NotNull().When(r => r.Kind != AdjustmentKind.AddProject).WithMessage("Chọn đề án.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Nhập lý do.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
        RuleFor(r => r.Support).NotEmpty().When(r => r.Kind is AdjustmentKind.RaiseSupport or AdjustmentKind.LowerSupport or AdjustmentKind.AddProject).WithMessage("Nhập kinh phí hỗ trợ sau điều chỉnh.");
        RuleFor(r => r.Support).AmountOrEmpty();
        RuleFor(r => r.Counterpart).AmountOrEmpty();
        RuleFor(r => r.Other).AmountOrEmpty();
        RuleFor(r => r.Source).NotNull().When(r => r.Kind == AdjustmentKind.MoveSource).WithMessage("Chọn nguồn kinh phí mới.");
        RuleFor(r => r.Beneficiary).NotEmpty().When(r => r.Kind is AdjustmentKind.ReplaceBeneficiary or AdjustmentKind.AddProject).WithMessage("Nhập đơn vị thụ hưởng.");
        RuleFor(r => r.Beneficiary).MaximumLength(1000).WithMessage("Đơn vị thụ hưởng dài không quá 1.000 ký tự.");
        RuleFor(r => r.Area).NotEmpty().When(r => r.Kind is AdjustmentKind.ChangePlace or AdjustmentKind.AddProject).WithMessage("Nhập địa bàn.");
        RuleFor(r => r.Area).MaximumLength(1000).WithMessage("Địa bàn dài không quá 1.000 ký tự.");
        RuleFor(r => r.StartMonth).NotEmpty().When(r => r.Kind == AdjustmentKind.AddProject).WithMessage("Nhập tháng bắt đầu.").Must(ViShape.IsMonthOrEmpty).WithMessage(ViShape.MonthMessage);
        RuleFor(r => r.EndMonth).NotEmpty().When(r => r.Kind is AdjustmentKind.ChangeDates or AdjustmentKind.AddProject or AdjustmentKind.MoveToNextYear).WithMessage("Nhập tháng kết thúc.");
        RuleFor(r => r.EndMonth).Must(ViShape.IsMonthOrEmpty).WithMessage(ViShape.MonthMessage);
        RuleFor(r => r.Name).NotEmpty().When(r => r.Kind == AdjustmentKind.AddProject).WithMessage("Nhập tên đề án.").MaximumLength(500).WithMessage("Tên đề án dài không quá 500 ký tự.");
        RuleFor(r => r.Objectives).MaximumLength(2000).WithMessage("Mục tiêu, quy mô dài không quá 2.000 ký tự.");
        RuleFor(r => r.ImplementingUnit).NotEmpty().When(r => r.Kind == AdjustmentKind.AddProject).WithMessage("Nhập đơn vị thực hiện.").MaximumLength(500).WithMessage("Đơn vị thực hiện dài không quá 500 ký tự.");
        RuleFor(r => r.CategoryId).NotNull().When(r => r.Kind == AdjustmentKind.AddProject).WithMessage("Chọn nhóm nội dung.");
        RuleFor(r => r.EligibleCost).AmountOrEmpty();
        RuleFor(r => r.Establishments).InclusiveBetween(1, 9999).WithMessage("Nhập số cơ sở từ 1 đến 9.999.");
        RuleFor(r => r.OverNormReason).MaximumLength(1000).WithMessage("Lý do vượt định mức dài không quá 1.000 ký tự.");
        RuleFor(r => r.PlannedRecovery).AmountOrEmpty();
        RuleFor(r => r.RecoverBy).DateOrEmpty();
    }
}
