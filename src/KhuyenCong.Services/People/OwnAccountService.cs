using System.Globalization;
using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Services.People;

/// <summary>What a person does with the own account.</summary>
public sealed class OwnAccountService(AppDbContext db, UserManager<AppUser> users, IValidator<PasswordChange> validator, TryLimits limits)
{
    /// <summary>Changes the own password; other open sessions end, this one must be signed in again by its page.</summary>
    public async Task<Result> ChangePasswordAsync(Actor actor, PasswordChange request, CancellationToken stop)
    {
        var shape = await validator.ValidateAsync(request, stop);
        if (!shape.IsValid) return Failure.Invalid(shape);
        if (actor.UserId is not { } id || await users.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) is not { } user) return Failure.NotFound;
        db.IdentityActor = actor;
        db.IdentityReason = null;
        // A session left open must not become a place to guess passwords.
        var turn = limits.Take(string.Create(CultureInfo.InvariantCulture, $"own {id}"), "session", string.Empty);
        if (turn.MustWait) return Failure.Invalid(nameof(PasswordChange.Current), string.Create(CultureInfo.InvariantCulture, $"Đã nhập sai nhiều lần. Chờ {Math.Ceiling(turn.Wait.TotalSeconds)} giây rồi thử lại."));
        if (!await users.CheckPasswordAsync(user, request.Current!)) return Failure.Invalid(nameof(PasswordChange.Current), "Mật khẩu hiện tại không đúng.");
        limits.Succeed(turn);
        var changed = await users.ChangePasswordAsync(user, request.Current!, request.New!);
        return changed.Succeeded ? Result.Done : IdentityFailure.Invalid(nameof(PasswordChange.New), changed);
    }
}
