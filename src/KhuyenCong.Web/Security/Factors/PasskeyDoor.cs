using System.Globalization;
using System.Security.Cryptography;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations.Watch;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>Challenges for passkeys and the proof of their answers. The user must have unlocked the passkey; a challenge works once.</summary>
public sealed class PasskeyDoor(
    IPasskeyHandler<AppUser> handler, UserManager<AppUser> users, IHttpContextAccessor http, IDataProtectionProvider protection, PasskeyService passkeys, SpentChallenges spent,
    SecurityLog security)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("KhuyenCong.Passkey").ToTimeLimitedDataProtector();

    /// <summary>A challenge for a new passkey of the person.</summary>
    public async Task<PasskeyChallenge> ForNewAsync(Actor actor, string account)
    {
        var entity = new PasskeyUserEntity { Id = Text(actor.UserId!.Value), Name = account, DisplayName = actor.Name };
        var made = await handler.MakeCreationOptionsAsync(entity, http.HttpContext!);
        return new PasskeyChallenge(made.CreationOptionsJson, Protect(made.AttestationState));
    }

    /// <summary>Whether the account has a passkey at all.</summary>
    public async Task<bool> AnyAsync(AppUser user) => (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>A challenge for the passkeys of an account; null for whoever owns the passkey that answers.</summary>
    public async Task<PasskeyChallenge> ForUseAsync(AppUser? user)
    {
        var made = await handler.MakeRequestOptionsAsync(user, http.HttpContext!);
        return new PasskeyChallenge(made.RequestOptionsJson, Protect(made.AssertionState));
    }

    /// <summary>The new passkey, proved; null where the answer proves nothing.</summary>
    public async Task<UserPasskeyInfo?> ProveNewAsync(Actor actor, string? credential, string? state)
    {
        if (string.IsNullOrEmpty(credential) || Unprotect(state) is not { } known) return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http.HttpContext!, CredentialJson = credential, AttestationState = known });
        return result.Succeeded && result.Passkey.IsUserVerified && result.UserEntity.Id == Text(actor.UserId!.Value) ? result.Passkey : null;
    }

    /// <summary>Whose passkey answered; null where the answer proves nothing, or is another account's than expected.</summary>
    public async Task<AppUser?> ProveUseAsync(string? credential, string? state, int? expected, CancellationToken stop)
    {
        var owner = await OwnerAsync(credential, state, expected, stop);
        security.Factor("Passkey", owner is null ? SignInOutcome.Wrong : SignInOutcome.Done, owner?.Id ?? expected);
        return owner;
    }

    private async Task<AppUser?> OwnerAsync(string? credential, string? state, int? expected, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(credential) || Unprotect(state) is not { } known) return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http.HttpContext!, CredentialJson = credential, AssertionState = known });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || (expected is { } id && result.User.Id != id)) return null;
        var person = new Actor(result.User.Id, result.User.FullName, new HashSet<string>(StringComparer.Ordinal));
        return (await passkeys.UsedAsync(person, result.Passkey, stop)).IsDone ? result.User : null;
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private string Protect(string? state) => _protector.Protect(state ?? string.Empty, Longest);

    private string? Unprotect(string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) || !spent.Spend(state) ? null : _protector.Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
