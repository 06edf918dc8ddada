using FluentValidation;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Projects;

/// <summary>The acceptance of a project's work, as typed.</summary>
public sealed record RecordAcceptanceRequest
{
    public int ProjectId { get; init; }

    /// <summary>The version of the project that the form was filled from.</summary>
    public int? Version { get; init; }

    public string? Date { get; init; }

    /// <summary>The result, in the minutes' words.</summary>
    public string? Finding { get; init; }

    public string? MinutesNumber { get; init; }

    /// <summary>Support accepted, in đồng; empty for the whole current support.</summary>
    public string? AcceptedSupport { get; init; }

    /// <summary>The signed minutes; optional.</summary>
    public FileUpload? Minutes { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class RecordAcceptanceRequestValidator : AbstractValidator<RecordAcceptanceRequest>
{
    public RecordAcceptanceRequestValidator()
    {
        RuleFor(r => r.Version).NotNull().WithMessage("Mở lại trang rồi ghi nghiệm thu.");
        RuleFor(r => r.Date).NotEmpty().WithMessage("Nhập ngày nghiệm thu.").DateOrEmpty();
        RuleFor(r => r.MinutesNumber).NotEmpty().WithMessage("Nhập số biên bản nghiệm thu.").MaximumLength(100).WithMessage("Số biên bản dài không quá 100 ký tự.");
        RuleFor(r => r.Finding).NotEmpty().WithMessage("Ghi kết quả nghiệm thu.").MaximumLength(2000).WithMessage("Kết quả nghiệm thu dài không quá 2.000 ký tự.");
        RuleFor(r => r.AcceptedSupport).AmountOrEmpty();
    }
}
