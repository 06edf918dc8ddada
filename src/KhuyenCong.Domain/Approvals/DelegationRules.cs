using KhuyenCong.Domain.People;

namespace KhuyenCong.Domain.Approvals;

/// <summary>
/// Why a permission cannot be lent, all reasons at once. NĐ 30/2020/NĐ-CP Điều 13: in writing, limited in time and in
/// content, only to the head of a unit below, and not lent on.
/// </summary>
public static class DelegationRules
{
    /// <summary>Days that a delegation lasts at most unless the operator says otherwise; the decree names no figure.</summary>
    public const int LongestDays = 180;

    /// <param name="asked">What is to be recorded.</param>
    /// <param name="lender">Who lends.</param>
    /// <param name="delegated">Who would act instead.</param>
    /// <param name="today">Today in Vietnam.</param>
    /// <param name="longestDays">Days, the first and the last included.</param>
    public static IReadOnlyList<Refusal> WhyNotLend(Delegation asked, Party lender, Party delegated, DateOnly today, int longestDays)
    {
        List<Refusal> refusals = [];
        if (asked.FromId == asked.ToId) refusals.Add(new SettingRefusals.DelegatedToOneself());
        else if (delegated.Holds(asked.Permission)) refusals.Add(new SettingRefusals.AlreadyHolds(delegated.Name, asked.Permission));
        else if (asked.Permission == Permissions.PlansApprove && !delegated.HeadsUnit) refusals.Add(new SettingRefusals.NotHeadOfUnit(delegated.Name));
        if (asked.ToId == asked.RecordedById) refusals.Add(new SettingRefusals.RecordedForOneself());
        if (!lender.Holds(asked.Permission)) refusals.Add(new SettingRefusals.LenderLacksPermission(lender.Name, asked.Permission));
        if (asked.Until < today) refusals.Add(new SettingRefusals.DelegationInThePast(asked.Until));
        if (asked.Until > asked.From.AddDays(longestDays - 1)) refusals.Add(new SettingRefusals.DelegationTooLong(asked.From.AddDays(longestDays - 1), longestDays));
        return refusals;
    }

    /// <summary>A person with the roles that count here: their own, nothing lent.</summary>
    public sealed record Party(string Name, IReadOnlyCollection<Role> Roles)
    {
        public bool Holds(string permission) => RolePermissions.Of(Roles).Contains(permission);

        /// <summary>Trưởng phòng, lãnh đạo Trung tâm: the roles tell it, since accounts name no unit.</summary>
        public bool HeadsUnit => Roles.Contains(Role.DivisionHead) || Roles.Contains(Role.CentreManager);
    }
}
