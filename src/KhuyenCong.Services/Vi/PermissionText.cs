using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Vi;

/// <summary>Names of the permissions that people are shown: those that steps ask for and that can be lent.</summary>
public static class PermissionText
{
    /// <summary>Permissions that a step of an approval may ask for; the same can be lent.</summary>
    public static IReadOnlyList<string> OfSteps { get; } = [Permissions.PlansEndorse, Permissions.PlansApprove];

    public static string Of(string permission) => permission switch
    {
        Permissions.PlansEndorse => "Xem xét, ký trình (cấp phòng)",
        Permissions.PlansApprove => "Phê duyệt (lãnh đạo Sở)",
        _ => permission,
    };
}
