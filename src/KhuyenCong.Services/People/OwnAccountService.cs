using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Services.People;

/// <summary>What a person does with the own account.</summary>
public sealed class OwnAccountService(AppDbContext db, UserManager<AppUser> users, IValidator<PasswordChange> validator)
{
    /// <summary>Changes the own password; other open sessions end, this one must be signed in again by its page.</summary>
    public async Task<Result> ChangePasswordAsync(Actor actor, PasswordChange request, CancellationToken stop)
    {
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        if (actor.UserId is not { } id || await users.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture)) is not { } user) return Failure.NotFound;
        db.IdentityActor = actor;
        db.IdentityReason = null;
        if (await users.IsLockedOutAsync(user)) return Failure.Invalid(nameof(PasswordChange.Current), "Đã nhập sai nhiều lần. Chờ 15 phút rồi thử lại.");
        if (!await users.CheckPasswordAsync(user, request.Current!))
        {
            // A session left open must not become a place to guess passwords.
            await users.AccessFailedAsync(user);
            return Failure.Invalid(nameof(PasswordChange.Current), "Mật khẩu hiện tại không đúng.");
        }

        var changed = await users.ChangePasswordAsync(user, request.Current!, request.New!);
        return changed.Succeeded ? Result.Done : IdentityFailure.Invalid(nameof(PasswordChange.New), changed);
    }
}
