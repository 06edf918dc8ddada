using System.Text.RegularExpressions;
using FluentValidation;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Settings;

/// <summary>An ủy quyền, as typed.</summary>
public sealed record DelegationRequest
{
    public int? FromId { get; init; }

    public int? ToId { get; init; }

    public string? Permission { get; init; }

    public string? FirstDay { get; init; }

    public string? LastDay { get; init; }

    public string? LegalBasis { get; init; }
}

/// <summary>Shape only.</summary>
public sealed partial class DelegationRequestValidator : AbstractValidator<DelegationRequest>
{
    private const string Example = "ví dụ «Giấy ủy quyền số 05/GUQ-SCT ngày 10/11/2024»";

    public DelegationRequestValidator()
    {
        RuleFor(r => r.FromId).NotNull().WithMessage("Chọn người ủy quyền.");
        RuleFor(r => r.ToId).NotNull().WithMessage("Chọn người được ủy quyền.");
        RuleFor(r => r.Permission).NotEmpty().WithMessage("Chọn quyền được giao.").Must(p => string.IsNullOrEmpty(p) || PermissionText.OfSteps.Contains(p, StringComparer.Ordinal)).WithMessage("Chọn một quyền trong danh sách.");
        RuleFor(r => r.FirstDay).NotEmpty().WithMessage("Nhập ngày bắt đầu.").DateOrEmpty();
        RuleFor(r => r.LastDay).NotEmpty().WithMessage("Nhập ngày cuối.").DateOrEmpty();
        RuleFor(r => r.LastDay)
            .Must((r, _) => ViShape.Date(r.FirstDay) is not { } first || ViShape.Date(r.LastDay) is not { } last || last >= first)
            .WithMessage("Ngày cuối phải từ ngày bắt đầu trở đi.");
        RuleFor(r => r.LegalBasis).NotEmpty().WithMessage($"Nhập văn bản ủy quyền, {Example}.").MaximumLength(500).WithMessage("Văn bản ủy quyền dài không quá 500 ký tự.");
        RuleFor(r => r.LegalBasis).Must(basis => Paper(basis) is not null)
            .When(r => r.LegalBasis is { Length: > 0 and <= 500 }).WithMessage($"Ghi đủ số và ngày của văn bản ủy quyền, {Example}.");
        RuleFor(r => r.LegalBasis)
            .Must((r, basis) => Paper(basis) is not { } signed || ViShape.Date(r.FirstDay) is not { } first || signed <= first)
            .WithMessage("Văn bản ủy quyền phải ký trước hoặc trong ngày bắt đầu ủy quyền.");
    }

    /// <summary>The day of the paper; null when the text names no number with its symbol, or no day.</summary>
    internal static DateOnly? Paper(string? basis)
    {
        if (basis is null || !Number().IsMatch(basis)) return null;
        var day = Day().Match(basis);
        return day.Success ? ViShape.Date(day.Value) : null;
    }

    [GeneratedRegex(@"\d+[^\s/]*/\p{L}", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{1,2}/\d{1,2}/\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
