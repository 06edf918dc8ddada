using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Vi;

/// <summary>The roles' titles on screen.</summary>
public static class RoleText
{
    public static string Title(Role role) => role switch
    {
        Role.Leader => "Lãnh đạo Sở",
        Role.DivisionHead => "Trưởng phòng",
        Role.Division => "Chuyên viên Sở",
        Role.Accountant => "Kế toán",
        Role.CentreManager => "Lãnh đạo Trung tâm",
        Role.Officer => "Cán bộ Trung tâm",
        Role.Manager => "Quản lý (xem và xuất)",
        Role.Administrator => "Quản trị",
    };
}
