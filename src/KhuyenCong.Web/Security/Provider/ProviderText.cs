namespace KhuyenCong.Web.Security.Provider;

/// <summary>What people read when signing in through the provider did not come to an end.</summary>
internal static class ProviderText
{
    /// <summary>The account at the provider opens none here.</summary>
    public static string NotLinked(string name) =>
        $"Tài khoản {name} này chưa được liên kết với tài khoản nào trên cổng. Đăng nhập bằng mật khẩu, rồi mở «Liên kết tài khoản» trong mục tên bạn để liên kết.";

    public static string Of(ProviderOutcome outcome, string name) => outcome switch
    {
        ProviderOutcome.Denied => $"{name} không cho đăng nhập, hoặc bạn đã dừng lại ở đó. Thử lại, hoặc đăng nhập bằng mật khẩu.",
        ProviderOutcome.Unreachable => $"Chưa liên lạc được với {name}. Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.",
        ProviderOutcome.Misconfigured => $"{name} trả lời khác với khai báo của cổng. Đăng nhập bằng mật khẩu và báo người quản trị.",
        ProviderOutcome.Stale => $"Lần đăng nhập qua {name} này không còn dùng được: đã quá 5 phút, đã dùng rồi hoặc bắt đầu ở trình duyệt khác. Bấm nút để làm lại từ đầu.",
        ProviderOutcome.Untrusted => $"Cổng chưa nhận được xác nhận hợp lệ từ {name}. Thử lại; nếu vẫn vậy, đăng nhập bằng mật khẩu và báo người quản trị.",
        ProviderOutcome.TooWeak => $"Cổng cần mức xác thực cao hơn mức bạn đã dùng ở {name}. Đăng nhập lại {name} bằng cách xác thực mạnh hơn, hoặc dùng mật khẩu của cổng.",
        ProviderOutcome.TooOld => $"Bạn đăng nhập {name} đã lâu. Đăng xuất khỏi {name}, đăng nhập lại ở đó rồi thử lại.",
        ProviderOutcome.Vouched => string.Empty,
    };
}
