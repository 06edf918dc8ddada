using FluentValidation;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>An account to be made, as typed.</summary>
public sealed record NewAccount
{
    public string? Email { get; init; }

    public string? FullName { get; init; }

    public string? Position { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }

    /// <summary>The first password, handed over in person.</summary>
    public string? Password { get; init; }
}

/// <summary>Shape only; the password's own rules are Identity's.</summary>
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
        RuleFor(r => r.Password).NotEmpty().WithMessage("Nhập mật khẩu ban đầu.").MaximumLength(128).WithMessage("Mật khẩu dài không quá 128 ký tự.");
    }
}
