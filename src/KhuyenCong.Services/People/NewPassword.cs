using FluentValidation;

namespace KhuyenCong.Services.People;

/// <summary>The one-time code and the password that its holder sets with it, as typed.</summary>
public sealed record NewPassword
{
    public string? Code { get; init; }

    public string? New { get; init; }

    public string? Again { get; init; }
}

/// <summary>Shape only; the password's own rules are Identity's.</summary>
public sealed class NewPasswordValidator : AbstractValidator<NewPassword>
{
    public NewPasswordValidator()
    {
        RuleFor(r => r.Code).NotEmpty().WithMessage("Nhập mã đặt mật khẩu.").MaximumLength(100).WithMessage("Mã dài không quá 100 ký tự.");
        RuleFor(r => r.New).NotEmpty().WithMessage("Nhập mật khẩu mới.").MaximumLength(128).WithMessage("Mật khẩu dài không quá 128 ký tự.");
        RuleFor(r => r.Again).Equal(r => r.New).WithMessage("Nhập lại đúng mật khẩu mới.");
    }
}
