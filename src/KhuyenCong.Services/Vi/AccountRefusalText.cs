using KhuyenCong.Domain;
using static KhuyenCong.Domain.People.AccountRefusals;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="Domain.People.AccountRefusals"/>.</summary>
internal static class AccountRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of an account's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        LastAdministrator r => $"{r.Name} là người quản trị cuối cùng đang hoạt động. Giao vai trò Quản trị cho người khác trước.",
        NobodyLocksOneself => "Không ai tự khóa tài khoản của mình. Nhờ người quản trị khác khóa.",
        NobodyGivesOneselfRoles => "Không ai tự giao vai trò nghiệp vụ cho mình. Nhờ người quản trị khác giao.",
        AddressTaken r => $"Đã có tài khoản dùng địa chỉ {r.Email}. Dùng địa chỉ khác hoặc mở tài khoản đã có.",
        FactorNotFresh => "Việc này cần xác nhận lại bằng mã xác thực hoặc khóa truy cập trong 10 phút gần đây. Xác nhận lại rồi gửi lại; tệp đính kèm phải chọn lại.",
        CodeNotTaken => "Mã không đúng, đã hết hạn hoặc đã dùng rồi. Chờ mã mới hiện trên ứng dụng rồi nhập lại.",
        LastFactor => "Vai trò của bạn bắt buộc xác thực hai lớp nên phải giữ ít nhất một cách xác thực. Thêm cách khác trước khi gỡ cách này.",
        _ => null,
    };
}
