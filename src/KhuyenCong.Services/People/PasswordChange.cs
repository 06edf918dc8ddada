using FluentValidation;

namespace KhuyenCong.Services.People;

/// <summary>A person's new password, as typed.</summary>
public sealed record PasswordChange
{
    public string? Current { get; init; }

    public string? New { get; init; }

    public string? Again { get; init; }
}

/// <summary>Shape only; the password's own rules are Identity's.</summary>
public sealed class PasswordChangeValidator : AbstractValidator<PasswordChange>
{
    public PasswordChangeValidator()
    {
        RuleFor(r => r.Current).NotEmpty().WithMessage("Nhập mật khẩu hiện tại.").MaximumLength(128).WithMessage("Mật khẩu dài không quá 128 ký tự.");
        RuleFor(r => r.New).NotEmpty().WithMessage("Nhập mật khẩu mới.").MaximumLength(128).WithMessage("Mật khẩu dài không quá 128 ký tự.");
        RuleFor(r => r.Again).Equal(r => r.New).WithMessage("Nhập lại đúng mật khẩu mới.");
    }
}
