using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Vi;

/// <summary>Identity's own messages.</summary>
internal sealed class ViIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Of(nameof(DefaultError), "Không thực hiện được. Hãy thử lại.");

    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure), "Tài khoản vừa được người khác thay đổi. Tải lại trang rồi thử lại.");

    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch), "Mật khẩu hiện tại không đúng.");

    public override IdentityError InvalidToken() => Of(nameof(InvalidToken), "Mã xác nhận không đúng hoặc đã hết hạn.");

    public override IdentityError RecoveryCodeRedemptionFailed() => Of(nameof(RecoveryCodeRedemptionFailed), "Mã khôi phục không đúng.");

    public override IdentityError LoginAlreadyAssociated() => Of(nameof(LoginAlreadyAssociated), "Đăng nhập này đã thuộc một tài khoản khác.");

    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidUserName), "Địa chỉ email chỉ gồm chữ không dấu, số và các dấu . _ - + @.");

    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail), "Nhập địa chỉ email đúng dạng ten@donvi.vn.");

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateUserName), "Đã có tài khoản dùng địa chỉ email này.");

    // An address is the user name too: one sentence is enough.
    public override IdentityError DuplicateEmail(string email) => Of(nameof(DuplicateEmail), "Đã có tài khoản dùng địa chỉ email này.");

    public override IdentityError InvalidRoleName(string? role) => Of(nameof(InvalidRoleName), "Tên vai trò không hợp lệ.");

    public override IdentityError DuplicateRoleName(string role) => Of(nameof(DuplicateRoleName), "Đã có vai trò này.");

    public override IdentityError UserAlreadyHasPassword() => Of(nameof(UserAlreadyHasPassword), "Tài khoản đã có mật khẩu.");

    public override IdentityError UserLockoutNotEnabled() => Of(nameof(UserLockoutNotEnabled), "Tài khoản này không dùng khóa tạm thời.");

    public override IdentityError UserAlreadyInRole(string role) => Of(nameof(UserAlreadyInRole), "Tài khoản đã có vai trò này.");

    public override IdentityError UserNotInRole(string role) => Of(nameof(UserNotInRole), "Tài khoản không có vai trò này.");

    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), $"Mật khẩu cần ít nhất {length} ký tự.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Of(nameof(PasswordRequiresUniqueChars), $"Mật khẩu cần ít nhất {uniqueChars} ký tự khác nhau.");

    public override IdentityError PasswordRequiresNonAlphanumeric() => Of(nameof(PasswordRequiresNonAlphanumeric), "Mật khẩu cần ít nhất một dấu, như # hoặc !.");

    public override IdentityError PasswordRequiresDigit() => Of(nameof(PasswordRequiresDigit), "Mật khẩu cần ít nhất một chữ số.");

    public override IdentityError PasswordRequiresLower() => Of(nameof(PasswordRequiresLower), "Mật khẩu cần ít nhất một chữ thường.");

    public override IdentityError PasswordRequiresUpper() => Of(nameof(PasswordRequiresUpper), "Mật khẩu cần ít nhất một chữ hoa.");

    private static IdentityError Of(string code, string description) => new() { Code = code, Description = description };
}
