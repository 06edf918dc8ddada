using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Sessions;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>Background services as the screen names them.</summary>
public static class BackgroundNames
{
    /// <summary>The words of a service; its own name where it has none yet.</summary>
    public static string Of(string name) => name switch
    {
        DailyHeadExport.Name => "Xuất đầu nhật ký",
        Housekeeping.Name => "Dọn kho tệp, soát cơ sở dữ liệu",
        SessionPulses.Name => "Ghi giờ hoạt động của phiên",
        SignInLog.Name => "Ghi nhật ký đăng nhập",
        _ => name,
    };
}
