using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Money;

/// <summary>The closing of a budget year, as typed.</summary>
public sealed record CloseYearRequest
{
    /// <summary>By source; a list of its own, because the binder fills it.</summary>
    public IReadOnlyList<CarryOverRequest> Carried { get; init; } = new List<CarryOverRequest>();

    public string? Note { get; init; }
}

/// <summary>What one source carries over into the next year.</summary>
public sealed record CarryOverRequest
{
    public FundingSource? Source { get; init; }

    /// <summary>In đồng. The rest is cancelled: a year is closed once, so that nothing too is typed.</summary>
    public string? Amount { get; init; }

    /// <summary>The unallocated amount that was shown, in đồng.</summary>
    public long? Shown { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class CloseYearRequestValidator : AbstractValidator<CloseYearRequest>
{
    public CloseYearRequestValidator()
    {
        RuleForEach(r => r.Carried).ChildRules(line =>
        {
            line.RuleFor(l => l.Source).NotNull().WithMessage("Chọn nguồn kinh phí.");
            line.RuleFor(l => l.Amount).NotEmpty().WithMessage("Nhập số chuyển sang năm sau; nhập 0 nếu hủy hết.").AmountOrEmpty();
        });
        RuleFor(r => r.Note).MaximumLength(2000).WithMessage("Ghi chú dài không quá 2.000 ký tự.");
    }
}
