using KhuyenCong.Domain.People;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.People;

/// <summary>An account of the demo; names are invented.</summary>
public sealed record DemoAccount(string Email, string FullName, string Position, params IReadOnlyList<Role> Roles)
{
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("lanhdao@demo.sct.vn", "Nguyễn Minh Tâm", "Phó Giám đốc Sở", Role.Leader),
        new("truongphong@demo.sct.vn", "Lê Hoàng Nam", "Trưởng phòng Quản lý công nghiệp", Role.DivisionHead),
        new("chuyenvien@demo.sct.vn", "Trần Thị Bình", "Chuyên viên phòng Quản lý công nghiệp", Role.Division),
        new("chuyenvien2@demo.sct.vn", "Phạm Văn Dũng", "Chuyên viên phòng Quản lý công nghiệp", Role.Division),
        new("ketoan@demo.sct.vn", "Hoàng Thị Lan", "Kế toán, phòng Kế hoạch - Tài chính", Role.Accountant),
        new("quanly@demo.sct.vn", "Đỗ Quang Huy", "Quản lý", Role.Manager),
        new("quantri@demo.sct.vn", "Vũ Thành Long", "Quản trị hệ thống", Role.Administrator),
        new("giamdoc@demo.ttkc.vn", "Bùi Đức Thắng", "Giám đốc Trung tâm", Role.CentreManager),
        new("canbo1@demo.ttkc.vn", "H'Lan Niê", "Cán bộ Trung tâm", Role.Officer),
        new("canbo2@demo.ttkc.vn", "Y Thân Ayun", "Cán bộ Trung tâm", Role.Officer),
    ];

    public string RoleTitles => string.Join(", ", Roles.Select(StatusText.Of));
}
