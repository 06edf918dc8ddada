using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Progress;

/// <summary>What an officer reports on a day, as typed.</summary>
public sealed record ReportProgressRequest
{
    public int ProjectId { get; init; }

    public string? Date { get; init; }

    /// <summary>Percent of the work done, 0 to 100.</summary>
    public string? Percent { get; init; }

    public string? Done { get; init; }

    public string? Difficulties { get; init; }

    public string? Proposals { get; init; }

    public string? Next { get; init; }

    /// <summary>Why the percent is lower than before.</summary>
    public string? LowerReason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class ReportProgressRequestValidator : AbstractValidator<ReportProgressRequest>
{
    public ReportProgressRequestValidator()
    {
        RuleFor(r => r.Date).NotEmpty().WithMessage("Nhập ngày báo cáo.").DateOrEmpty();
        RuleFor(r => r.Percent).NotEmpty().WithMessage("Nhập tỷ lệ hoàn thành.").Must(ViShape.IsPercentOrEmpty).WithMessage(ViShape.PercentMessage);
        RuleFor(r => r.Done).NotEmpty().WithMessage("Ghi khối lượng đã thực hiện.").MaximumLength(2000).WithMessage("Khối lượng đã thực hiện dài không quá 2.000 ký tự.");
        RuleFor(r => r.Difficulties).MaximumLength(2000).WithMessage("Khó khăn, vướng mắc dài không quá 2.000 ký tự.");
        RuleFor(r => r.Proposals).MaximumLength(2000).WithMessage("Kiến nghị dài không quá 2.000 ký tự.");
        RuleFor(r => r.Next).MaximumLength(2000).WithMessage("Việc tiếp theo dài không quá 2.000 ký tự.");
        RuleFor(r => r.LowerReason).MaximumLength(500).WithMessage("Lý do dài không quá 500 ký tự.");
    }
}
