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

    /// <param name="Email">The address that already has an account.</param>
    public sealed record AddressTaken(string Email) : Refusal;
}
