using FluentValidation;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>An account to be made, as typed. It has no password: its holder sets one.</summary>
public sealed record NewAccount
{
    public string? Email { get; init; }

    public string? FullName { get; init; }

    public string? Position { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>Why, for whoever confirms it.</summary>
    public string? Reason { get; init; }
}

/// <summary>Shape only.</summary>
public sealed class NewAccountValidator : AbstractValidator<NewAccount>
{
    public NewAccountValidator()
    {
        RuleFor(r => r.Email).NotEmpty().WithMessage("Nhập địa chỉ email.")
            .EmailAddress().WithMessage("Nhập địa chỉ email đúng dạng ten@donvi.vn.")
            .MaximumLength(128).WithMessage("Địa chỉ email dài không quá 128 ký tự.");
        RuleFor(r => r.FullName).NotEmpty().WithMessage("Nhập họ tên.").MaximumLength(100).WithMessage("Họ tên dài không quá 100 ký tự.");
        RuleFor(r => r.Position).MaximumLength(100).WithMessage("Chức vụ dài không quá 100 ký tự.");
        RuleFor(r => r.Roles).NotEmpty().WithMessage("Chọn ít nhất một vai trò.");
        RuleForEach(r => r.Roles).IsInEnum().WithMessage("Chọn vai trò có trong danh sách.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("Ghi lý do.").MaximumLength(2000).WithMessage("Lý do dài không quá 2.000 ký tự.");
    }
}
