namespace KhuyenCong.Domain.Approvals;

/// <summary>Why a setting of approvals cannot be changed so.</summary>
public static class SettingRefusals
{
    /// <summary>Nobody lends a permission to oneself.</summary>
    public sealed record DelegatedToOneself : Refusal;

    /// <summary>Who keeps the settings lends no permission to oneself.</summary>
    public sealed record RecordedForOneself : Refusal;

    /// <summary>Only what a person's own roles grant can be lent; what was lent is not lent on.</summary>
    public sealed record LenderLacksPermission(string Name, string Permission) : Refusal;

    /// <summary>A decision is signed in the leader's stead by the head of a unit below only (NĐ 30/2020 Điều 13).</summary>
    public sealed record NotHeadOfUnit(string Name) : Refusal;

    /// <summary>Lending is limited in time.</summary>
    /// <param name="Latest">The last day that may be typed.</param>
    /// <param name="LongestDays">Days, the first and the last included.</param>
    public sealed record DelegationTooLong(DateOnly Latest, int LongestDays) : Refusal;

    public sealed record AlreadyHolds(string Name, string Permission) : Refusal;

    /// <summary>The same permission of the same person is lent to one person at a time.</summary>
    public sealed record DelegationOverlaps(string Name, DateOnly From, DateOnly Until) : Refusal;

    public sealed record DelegationInThePast(DateOnly Until) : Refusal;

    public sealed record AlreadyRevoked : Refusal;

    public sealed record DelegationIsOver(DateOnly Until) : Refusal;
}
