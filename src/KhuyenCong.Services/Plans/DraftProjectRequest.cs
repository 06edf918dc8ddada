using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Plans;

/// <summary>A project of a draft plan, as typed. Amounts are in đồng; the total is derived.</summary>
public sealed record DraftProjectRequest
{
    /// <summary>The project's version that the form was filled from; 0 for a new one.</summary>
    public int Version { get; init; }

    /// <summary>"g12" for a group of the plan, "c:ND4" for a new group with that category's title.</summary>
    public string? Group { get; init; }

    public string? Name { get; init; }

    public string? ImplementingUnit { get; init; }

    public string? Beneficiary { get; init; }

    /// <summary>The area in words, understood as in an annex; may stay empty in a draft.</summary>
    public string? Area { get; init; }

    public string? Objectives { get; init; }

    public string? StartMonth { get; init; }

    public string? EndMonth { get; init; }

    /// <summary>Support from the plan's own source in the plan's year.</summary>
    public string? Support { get; init; }

    /// <summary>Support from other sources and in other years; null where a caller leaves those as they are.</summary>
    public IReadOnlyList<DraftShareRequest>? Shares { get; init; }

    public string? Counterpart { get; init; }

    public string? Other { get; init; }

    public string? Note { get; init; }

    public int? NormId { get; init; }

    public string? EligibleCost { get; init; }

    public int? Establishments { get; init; }

    /// <summary>Why the support goes beyond the norm.</summary>
    public string? OverNormReason { get; init; }

    /// <summary>Rows of the register that the beneficiary is; none when nobody chose any.</summary>
    public IReadOnlyList<int>? BeneficiaryIds { get; init; }

    internal Vnd SupportAmount => ViShape.Amount(Support) ?? Vnd.Zero;

    internal Vnd CounterpartAmount => ViShape.Amount(Counterpart) ?? Vnd.Zero;

    internal Vnd OtherAmount => ViShape.Amount(Other) ?? Vnd.Zero;

    /// <summary>Derived from what is typed; what cannot be read counts as nothing.</summary>
    public Vnd Total => SupportAmount + (Shares ?? []).Sum(s => s.Value) + CounterpartAmount + OtherAmount;
}

/// <summary>Shape only; what a plan needs before it is submitted is a refusal then.</summary>
public sealed class DraftProjectRequestValidator : AbstractValidator<DraftProjectRequest>
{
    private const int MostShares = 20;

    public DraftProjectRequestValidator()
    {
        RuleFor(r => r.Group).NotEmpty().WithMessage("Chọn nhóm nội dung.");
        RuleFor(r => r.Name).NotEmpty().WithMessage("Nhập tên đề án.").MaximumLength(500).WithMessage("Tên đề án dài không quá 500 ký tự.");
        RuleFor(r => r.ImplementingUnit).NotEmpty().WithMessage("Nhập đơn vị thực hiện.").MaximumLength(500).WithMessage("Đơn vị thực hiện dài không quá 500 ký tự.");
        RuleFor(r => r.Beneficiary).NotEmpty().WithMessage("Nhập đơn vị thụ hưởng.").MaximumLength(1000).WithMessage("Đơn vị thụ hưởng dài không quá 1.000 ký tự.");
        RuleFor(r => r.Area).MaximumLength(1000).WithMessage("Địa bàn dài không quá 1.000 ký tự.");
        RuleFor(r => r.Objectives).MaximumLength(2000).WithMessage("Mục tiêu, quy mô dài không quá 2.000 ký tự.");
        RuleFor(r => r.StartMonth).Must(ViShape.IsMonthOrEmpty).WithMessage(ViShape.MonthMessage);
        RuleFor(r => r.EndMonth).Must(ViShape.IsMonthOrEmpty).WithMessage(ViShape.MonthMessage);
        RuleFor(r => r.EndMonth)
            .Must((r, _) => ViShape.Month(r.StartMonth) is not { } start || ViShape.Month(r.EndMonth) is not { } end || end >= start)
            .WithMessage("Tháng kết thúc phải từ tháng bắt đầu trở đi.");
        RuleFor(r => r.Support).NotEmpty().WithMessage("Nhập kinh phí hỗ trợ; ghi 0 nếu chưa rõ.").AmountOrEmpty();
        RuleFor(r => r.Shares).Must(s => s is null || s.Count <= MostShares).WithMessage("Ghi không quá 20 phần kinh phí từ nguồn, năm khác.");
        RuleForEach(r => r.Shares).SetValidator(new DraftShareRequestValidator());
        RuleFor(r => r.Shares).Custom(RefuseTwice);
        RuleFor(r => r.Counterpart).AmountOrEmpty();
        RuleFor(r => r.Other).AmountOrEmpty();
        RuleFor(r => r.EligibleCost).AmountOrEmpty();
        RuleFor(r => r.Establishments).InclusiveBetween(1, 9999).WithMessage("Nhập số cơ sở từ 1 đến 9.999.");
        RuleFor(r => r.OverNormReason).MaximumLength(1000).WithMessage("Lý do vượt định mức dài không quá 1.000 ký tự.");
        RuleFor(r => r.Note).MaximumLength(1000).WithMessage("Ghi chú dài không quá 1.000 ký tự.");
    }

    private static void RefuseTwice(IReadOnlyList<DraftShareRequest>? shares, ValidationContext<DraftProjectRequest> context)
    {
        var seen = new HashSet<(FundingSource, int)>();
        for (var i = 0; i < (shares?.Count ?? 0); i++)
        {
            if (shares![i] is not { Source: { } source, Year: { } year } || seen.Add((source, year))) continue;
            context.AddFailure($"{nameof(DraftProjectRequest.Shares)}[{i}].{nameof(DraftShareRequest.Year)}", $"Phần {StatusText.Short(source)} năm {year} đã ghi ở dòng trên.");
        }
    }
}
