using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;

namespace KhuyenCong.Services.Vi;

/// <summary>Names of the permissions as people are shown them.</summary>
public static class PermissionText
{
    /// <summary>Permissions that a step of an approval may ask for; the same can be lent.</summary>
    public static IReadOnlyList<string> OfSteps { get; } = [Permissions.PlansEndorse, Permissions.PlansApprove];

    /// <summary>Marks a permission that is lent.</summary>
    public const string LentMark = "ủy quyền";

    public static string Of(ProjectScope scope) => scope switch
    {
        ProjectScope.All => "Mọi đề án",
        ProjectScope.Assigned => "Đề án được phân công",
        ProjectScope.None => "Không",
    };

    public static string Of(string permission) => permission switch
    {
        Permissions.PlansRead => "Xem kế hoạch",
        Permissions.PlansEdit => "Lập, sửa kế hoạch",
        Permissions.PlansSubmit => "Trình kế hoạch",
        Permissions.PlansAppraise => "Thẩm định",
        Permissions.PlansReturn => "Trả lại kế hoạch",
        Permissions.AdjustmentsEdit => "Lập điều chỉnh",
        Permissions.AdjustmentsSubmit => "Trình điều chỉnh",
        Permissions.AllotmentsEdit => "Ghi dự toán được giao",
        Permissions.DecisionsRead => "Xem quyết định",
        Permissions.DecisionsCorrect => "Đính chính quyết định",
        Permissions.YearsClose => "Khóa sổ năm",
        Permissions.ProjectsRead => "Xem đề án",
        Permissions.ProjectsReadAll => "Xem mọi đề án",
        Permissions.OfficersAssign => "Phân công cán bộ",
        Permissions.ContractsRecord => "Ghi hợp đồng",
        Permissions.ProjectsStart => "Ghi khởi công",
        Permissions.AcceptancesRecord => "Ghi nghiệm thu",
        Permissions.ProgressUpdate => "Cập nhật tiến độ",
        Permissions.MoneyPropose => "Đề nghị tiền",
        Permissions.MoneyValidate => "Duyệt, ghi sổ tiền",
        Permissions.ReportsRead => "Xem báo cáo",
        Permissions.ReportsExport => "Xuất báo cáo",
        Permissions.AccountsManage => "Quản trị tài khoản",
        Permissions.AccountsConfirm => "Xác nhận đề nghị về tài khoản",
        Permissions.BeneficiariesRead => "Xem đơn vị thụ hưởng",
        Permissions.BeneficiariesEdit => "Sửa đơn vị thụ hưởng",
        Permissions.SettingsManage => "Quản trị cấu hình",
        Permissions.AuditRead => "Xem nhật ký tài khoản, cấu hình",
        Permissions.AuditReadAll => "Xem nhật ký nghiệp vụ",
        Permissions.PlansEndorse => "Xem xét, ký trình (cấp phòng)",
        Permissions.PlansApprove => "Phê duyệt (lãnh đạo Sở)",
        _ => permission,
    };
}
