using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Passwords;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security;

/// <summary>The first step of signing in, which tells no stranger which addresses have an account.</summary>
public sealed class SignIn(
    AppDbContext db, UserManager<AppUser> users, PortalPasswordHasher hasher, TryLimits limits, TryOrigin origin, SessionOpening sessions, SecondStep secondStep, SignInLog log,
    SecurityLog security, AccountSealService seals, ProviderLinkService links)
{
    public async Task<SignInAnswer> InAsync(string address, string password, CancellationToken stop)
    {
        var user = await users.FindByEmailAsync(address);
        var answer = await AnswerAsync(user, address, password, stop);
        security.SignIn(answer.Outcome, user?.Id);
        return answer;
    }

    /// <summary>The same for somebody whom the provider vouches for, which stands in for the password and for nothing else.</summary>
    public async Task<SignInAnswer> ByProviderAsync(ProviderIdentity who, CancellationToken stop)
    {
        var linked = await links.FindAsync(ActorClaims.Nobody, who, stop);
        var user = linked.IsDone ? await users.FindByIdAsync(linked.Value.ToString(CultureInfo.InvariantCulture)) : null;
        var answer = user is null ? SignInAnswer.NotLinked : await EnterAsync(user, stop);
        security.Provider(answer.Outcome.ToString(), answer.Outcome is SignInOutcome.Done or SignInOutcome.FactorNext, user?.Id);
        return answer;
    }

    private async Task<SignInAnswer> AnswerAsync(AppUser? user, string address, string password, CancellationToken stop)
    {
        var turn = limits.Take("password " + address, await origin.OwnDeviceAsync(user?.Id, stop), origin.Network);
        if (turn.MustWait) return SignInAnswer.TooEarly(turn.Wait);
        if (!await IsRightAsync(user, password))
        {
            if (user is not null) log.RecordTry(user.Id, turn.BeginsToWait);
            return SignInAnswer.Wrong(turn.NextWait);
        }

        limits.Succeed(turn);
        return await EnterAsync(user!, stop);
    }

    // From here on password and provider are alike.
    private async Task<SignInAnswer> EnterAsync(AppUser user, CancellationToken stop)
    {
        // Told only to whoever knows the password, or is vouched for.
        if (user.IsLocked)
        {
            log.RecordLocked(user.Id);
            return SignInAnswer.Locked;
        }

        // A hash that was put there by hand opens nothing; said to whoever knows its password, and to the administrators.
        var falsified = await seals.FindFalsifiedAsync(new Actor(user.Id, user.FullName, new HashSet<string>(StringComparer.Ordinal)), stop);
        if (falsified.Count > 0) throw new FalsifiedRowException(falsified);

        if (await HasFactorAsync(user, stop))
        {
            await secondStep.BeginAsync(user);
            return SignInAnswer.FactorNext;
        }

        await sessions.OpenAsync(user, withFactor: false, stop);
        return SignInAnswer.Done;
    }

    private async Task<bool> HasFactorAsync(AppUser user, CancellationToken stop) => (await db.FactorsOfAsync(user.Id, stop)).Has;

    private async Task<bool> IsRightAsync(AppUser? user, string password)
    {
        if (user?.PasswordHash is not null) return await users.CheckPasswordAsync(user, password);
        hasher.SpendTime(password);
        return false;
    }
}
