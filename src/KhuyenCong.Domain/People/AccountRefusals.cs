namespace KhuyenCong.Domain.People;

/// <summary>Why an account cannot be locked or lose a role.</summary>
public static class AccountRefusals
{
    /// <summary>Somebody must be left who can manage accounts.</summary>
    public sealed record LastAdministrator(string Name) : Refusal;

    public sealed record NobodyLocksOneself : Refusal;

    /// <summary>An administrator has no bypass: business roles are given by another administrator.</summary>
    public sealed record NobodyGivesOneselfRoles : Refusal;

    /// <summary>The second factor was shown too long ago for an act of this weight.</summary>
    public sealed record FactorNotFresh : Refusal;

    /// <summary>The code is wrong, too old, or was used before.</summary>
    public sealed record CodeNotTaken : Refusal;

    /// <summary>Whoever holds such a role keeps at least one factor.</summary>
    public sealed record LastFactor : Refusal;

    /// <summary>What opens an account is asked for by somebody else than its holder.</summary>
    public sealed record OwnAccount : Refusal;

    /// <summary>The same is asked for already and waits.</summary>
    /// <param name="Kind">What is asked for.</param>
    public sealed record AlreadyAsked(AccountRequestKind Kind) : Refusal;

    /// <summary>Somebody locked the account before.</summary>
    public sealed record AlreadyLocked(string Name) : Refusal;

    /// <summary>The account is not locked.</summary>
    public sealed record NotLocked(string Name) : Refusal;

    /// <summary>The account has neither second factor nor link with a provider that could be taken away.</summary>
    public sealed record NoFactor(string Name) : Refusal;

    /// <summary>Four eyes: who asked does not confirm.</summary>
    public sealed record OwnRequest : Refusal;

    /// <summary>The person concerned does not confirm.</summary>
    public sealed record RequestConcernsOneself : Refusal;

    /// <summary>Somebody gave the second word already.</summary>
    public sealed record RequestAnswered(bool Confirmed, string ByName) : Refusal;

    /// <param name="At">UTC.</param>
    public sealed record RequestRanOut(DateTime At) : Refusal;

    /// <summary>Roles, password, factors or lock of the account changed after the request.</summary>
    public sealed record AccountMovedOn(string Name) : Refusal;

    /// <summary>Who asked may not manage accounts any more.</summary>
    public sealed record RequesterGone(string Name) : Refusal;

    /// <summary>The account at the provider opens another account of the portal; whose is not told.</summary>
    /// <param name="Provider">What the provider is called.</param>
    public sealed record ProviderAccountTaken(string Provider) : Refusal;

    /// <summary>This account is linked already: the old link is taken away first.</summary>
    public sealed record AlreadyLinked(string Provider) : Refusal;

    /// <summary>Unknown, used, run out or made void: which one is not told.</summary>
    public sealed record LinkNotTaken : Refusal;

    /// <param name="Email">The address that already has an account.</param>
    public sealed record AddressTaken(string Email) : Refusal;
}
