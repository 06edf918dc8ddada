using static KhuyenCong.Domain.People.AccountRefusals;

namespace KhuyenCong.Domain.People;

/// <summary>The rules of managing accounts.</summary>
public static class AccountRules
{
    /// <summary>Why an account cannot be locked.</summary>
    /// <param name="actor">Who would lock it.</param>
    /// <param name="userId">The account.</param>
    /// <param name="name">Its holder's name.</param>
    /// <param name="isLocked">Whether it is locked already.</param>
    /// <param name="isAdministrator">Whether it is an active administrator.</param>
    /// <param name="otherAdministrators">Active administrators besides it.</param>
    public static IReadOnlyList<Refusal> RefuseLock(Actor actor, int userId, string name, bool isLocked, bool isAdministrator, int otherAdministrators)
    {
        // It would end nothing, and its reason would stand in the trail as that of a lock.
        if (isLocked) return [new AlreadyLocked(name)];
        var refusals = new List<Refusal>();
        if (actor.UserId == userId) refusals.Add(new NobodyLocksOneself());
        if (isAdministrator && otherAdministrators == 0) refusals.Add(new LastAdministrator(name));
        return refusals;
    }

    /// <summary>Why an account's roles cannot become others.</summary>
    /// <param name="actor">Who would change them; nobody gives roles to oneself, so no administrator reaches business approvals alone.</param>
    /// <param name="userId">The account.</param>
    /// <param name="name">Its holder's name.</param>
    /// <param name="isAdministrator">Whether it is an active administrator now.</param>
    /// <param name="roles">The roles it would have.</param>
    /// <param name="otherAdministrators">Active administrators besides it.</param>
    public static IReadOnlyList<Refusal> RefuseRoles(
        Actor actor, int userId, string name, bool isAdministrator, IReadOnlyCollection<Role> roles, int otherAdministrators)
    {
        List<Refusal> refusals = [];
        if (isAdministrator && otherAdministrators == 0 && !roles.Contains(Role.Administrator)) refusals.Add(new LastAdministrator(name));
        if (actor.UserId == userId && roles.Any(r => r != Role.Administrator)) refusals.Add(new NobodyGivesOneselfRoles());
        return refusals;
    }
}
