namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>The words for a try that came to nothing.</summary>
/// <param name="Wrong">What was wrong, and what to do.</param>
/// <param name="Then">What to do after a wait: "rồi nhập lại mật khẩu".</param>
/// <param name="Field">The field that is wrong; empty where it is not told which.</param>
internal sealed record TryWords(string Wrong, string Then, string Field = "")
{
    public static TryWords Password { get; } =
        new("Email hoặc mật khẩu không đúng. Kiểm tra rồi nhập lại; sai nhiều lần thì phải chờ.", "rồi nhập lại mật khẩu");

    public static TryWords Passkey { get; } = new("Chưa xác nhận được khóa truy cập. Thử lại hoặc nhập mã.", "rồi thử lại");

    /// <summary>Of a code: who has no authenticator app is not told to look at one.</summary>
    /// <param name="field">The field of the code.</param>
    /// <param name="hasApp">Whether the account has an authenticator app.</param>
    /// <param name="hasPasskey">Whether it has a passkey, which needs no wait.</param>
    public static TryWords Code(string field, bool hasApp, bool hasPasskey) => new(
        hasApp ? "Mã không đúng, đã hết hạn hoặc đã dùng rồi. Nhập mã mới hiện trên ứng dụng." : "Mã dự phòng không đúng hoặc đã dùng rồi. Kiểm tra rồi nhập lại.",
        (hasApp ? "rồi nhập mã mới hiện trên ứng dụng" : "rồi nhập lại mã dự phòng") + (hasPasskey ? ", hoặc dùng khóa truy cập ngay" : string.Empty),
        field);
}
