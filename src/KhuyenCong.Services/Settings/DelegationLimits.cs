using KhuyenCong.Domain.Approvals;

namespace KhuyenCong.Services.Settings;

/// <summary>What the operator sets about delegations.</summary>
/// <param name="LongestDays">Days that one lasts at most, the first and the last included.</param>
public sealed record DelegationLimits(int LongestDays)
{
    public static DelegationLimits Usual { get; } = new(DelegationRules.LongestDays);
}
