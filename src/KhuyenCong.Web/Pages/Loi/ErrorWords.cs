using KhuyenCong.Web.Operations;

namespace KhuyenCong.Web.Pages.Loi;

/// <summary>What an error page says: what happened, and what to do.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Happened">What happened.</param>
/// <param name="ToDo">What the reader can do now.</param>
public sealed record ErrorWords(string Title, string Happened, string ToDo)
{
    /// <summary>The item of the request under which who refused it leaves words of its own.</summary>
    public const string Key = "ErrorWords";

    /// <summary>The words of what keeps the portal from its data; null where nothing is known to.</summary>
    internal static ErrorWords? Of(Trouble trouble) => trouble switch
    {
        Trouble.Busy => new("Hệ thống đang bận ghi dữ liệu", "Một việc khác, như kiểm tra toàn vẹn hoặc nhập bảng lớn, đang giữ cơ sở dữ liệu. Chưa có gì của bạn được lưu.", "Chờ vài giây rồi gửi lại; nội dung đã nhập còn ở trang trước."),
        Trouble.Full => new("Máy chủ hết chỗ lưu", "Ổ đĩa của máy chủ đã đầy hoặc không ghi được nên yêu cầu vừa rồi không lưu được. Những gì lưu trước đó vẫn còn nguyên.", "Báo người quản trị kiểm tra và giải phóng ổ đĩa rồi gửi lại."),
        Trouble.Gone => new("Cơ sở dữ liệu không còn ở chỗ của nó", "Tệp dữ liệu đã bị xóa hoặc thay bằng tệp khác khi cổng đang chạy. Cổng không ghi thêm để không mất dữ liệu. Chưa có gì của bạn được lưu.", "Báo ngay người quản trị: khôi phục dữ liệu rồi khởi động lại cổng."),
        // Of a save that met a row which somebody had changed behind the portal's back.
        Trouble.Falsified => new(
            "Dữ liệu không khớp niêm phong",
            "Dữ liệu mà việc này dựa vào đã bị sửa ngoài cổng nên không khớp với nhật ký. Cổng đã dừng lại, chưa có gì được lưu, và đã cảnh báo người quản trị.",
            "Không làm lại việc này: thử lại cũng không được. Báo ngay cho người quản trị kèm mã yêu cầu dưới đây."),
        // The forms say which text it is, at its field; this one came past them.
        Trouble.OldText => new(
            "Có chữ không phải Unicode",
            "Trong nội dung vừa gửi có chữ ở bảng mã cũ (TCVN3 hoặc VNI) hoặc chữ bị hỏng. Chưa có gì của bạn được lưu.",
            "Quay lại trang trước, nhập lại các chữ hiện sai bằng bàn phím Unicode rồi gửi lại."),
        Trouble.None => null,
    };

    /// <summary>The words of a status code; those of 404 for codes without their own below 500, of 500 above.</summary>
    public static ErrorWords Of(int status) => status switch
    {
        400 => new("Yêu cầu chưa hợp lệ", "Biểu mẫu đã hết hạn hoặc dữ liệu gửi lên không đọc được. Chưa có gì được lưu.", "Quay lại trang trước, tải lại trang rồi gửi lại."),
        401 => new("Bạn chưa đăng nhập", "Trang này chỉ dành cho người đã đăng nhập, hoặc phiên làm việc đã hết hạn.", "Đăng nhập rồi mở lại trang."),
        403 => new("Bạn không có quyền làm việc này", "Tài khoản của bạn không có quyền mở trang hoặc thực hiện việc vừa chọn.", "Nếu công việc của bạn cần quyền này, đề nghị người quản trị cấp."),
        405 => new("Không thực hiện được theo cách này", "Địa chỉ này không nhận cách gửi vừa dùng, thường là do tải lại một trang gửi biểu mẫu.", "Mở lại trang từ menu rồi thực hiện lại."),
        409 => new("Nội dung đã được người khác thay đổi", "Trong lúc bạn làm, nội dung này đã thay đổi. Chưa có gì của bạn được lưu.", "Mở lại trang để xem nội dung hiện tại rồi thực hiện lại."),
        413 => new("Tệp gửi lên quá lớn", "Tệp hoặc biểu mẫu vượt dung lượng cho phép: bảng tính tối đa 10 MB, tệp PDF tối đa 20 MB. Chưa có gì được lưu.", "Giảm dung lượng tệp, ví dụ bỏ ảnh trong bảng tính hoặc quét lại PDF ở độ phân giải thấp hơn, rồi gửi lại."),
        415 => new("Loại tệp không được nhận", "Trang này không nhận loại dữ liệu vừa gửi. Chưa có gì được lưu.", "Chọn tệp đúng loại ghi trong hướng dẫn của trang rồi gửi lại."),
        422 => new("Chưa thực hiện được", "Yêu cầu đọc được nhưng chưa đủ điều kiện thực hiện. Chưa có gì được lưu.", "Quay lại trang trước, xem các điều kiện còn thiếu."),
        426 => new("Cổng chỉ làm việc qua https", "Trang này được mở bằng http thường. Mật khẩu và phiên đăng nhập không được đi qua đường truyền không mã hóa, nên cổng không nhận. Chưa có gì được lưu.", "Mở lại bằng địa chỉ bắt đầu bằng https://. Nếu địa chỉ đã là https: báo người quản trị, máy chủ phía trước phải gửi X-Forwarded-Proto và được khai báo trong Proxy:Known."),
        429 => new("Quá nhiều lần thử", "Hệ thống nhận quá nhiều yêu cầu từ máy của bạn trong thời gian ngắn.", "Chờ một phút rồi thử lại."),
        >= 500 => new("Hệ thống đang gặp sự cố", "Yêu cầu vừa rồi không hoàn thành được. Lỗi đã được ghi lại; những gì lưu trước đó vẫn còn nguyên.", "Thử lại sau ít phút. Nếu vẫn gặp, gửi mã yêu cầu dưới đây cho người quản trị."),
        _ => new("Không tìm thấy trang", "Địa chỉ không đúng, nội dung đã được chuyển đi, hoặc không thuộc phạm vi bạn được xem.", "Kiểm tra lại địa chỉ hoặc tìm từ danh sách."),
    };
}
