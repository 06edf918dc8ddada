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
        NobodyGivesOneselfRoles => "Không ai tự giao vai trò cho mình. Nhờ người quản trị khác giao.",
        AddressTaken r => $"Đã có tài khoản dùng địa chỉ {r.Email}. Dùng địa chỉ khác hoặc mở tài khoản đã có.",
        FactorNotFresh => "Việc này cần xác nhận lại bằng mã xác thực hoặc khóa truy cập trong 10 phút gần đây. Xác nhận lại rồi gửi lại; tệp đính kèm phải chọn lại.",
        CodeNotTaken => "Mã không đúng, đã hết hạn hoặc đã dùng rồi. Chờ mã mới hiện trên ứng dụng rồi nhập lại.",
        LastFactor => "Vai trò của bạn bắt buộc xác thực hai lớp nên phải giữ ít nhất một cách xác thực. Thêm cách khác trước khi gỡ cách này.",
        ProviderAccountTaken r => $"Tài khoản {r.Provider} này đã liên kết với một tài khoản khác trên cổng. Đăng nhập {r.Provider} bằng tài khoản của chính bạn rồi liên kết lại; nếu đó đúng là tài khoản của bạn, báo người quản trị.",
        AlreadyLinked r => $"Tài khoản của bạn đã liên kết với một tài khoản {r.Provider}. Gỡ liên kết cũ trước khi liên kết tài khoản khác.",
        _ => OfRequests(refusal),
    };

    private static string? OfRequests(Refusal refusal) => refusal switch
    {
        OwnAccount => "Không ai đề nghị việc này cho tài khoản của chính mình. Đổi mật khẩu ở «Đổi mật khẩu», đổi cách xác thực ở «Xác thực hai lớp», hoặc nhờ người quản trị khác đề nghị.",
        AlreadyAsked r => $"Đã có đề nghị «{PeopleText.Of(r.Kind)}» cho tài khoản này đang chờ xác nhận. Chờ trả lời, hoặc rút đề nghị đó rồi gửi lại.",
        AlreadyLocked r => $"Tài khoản của {r.Name} đã khóa từ trước.",
        NotLocked r => $"Tài khoản của {r.Name} không bị khóa.",
        NoFactor r => $"Tài khoản của {r.Name} chưa thiết lập xác thực hai lớp và không liên kết với hệ thống đăng nhập nào nên không có gì để cấp lại.",
        OwnRequest => "Người đề nghị không tự xác nhận. Nhờ người quản trị khác hoặc lãnh đạo Sở xác nhận.",
        RequestConcernsOneself => "Đề nghị này về tài khoản của chính bạn nên người khác phải xác nhận.",
        RequestAnswered { Confirmed: true } r => $"{r.ByName} đã xác nhận đề nghị này.",
        RequestAnswered r => $"{r.ByName} đã từ chối hoặc rút đề nghị này.",
        RequestRanOut r => $"Đề nghị đã hết hạn lúc {ViDates.Instant(r.At)}. Nếu vẫn cần, người quản trị gửi đề nghị mới.",
        AccountMovedOn r => $"Tài khoản của {r.Name} đã thay đổi (vai trò, mật khẩu, cách xác thực hoặc khóa) sau khi có đề nghị này. Nếu vẫn cần, người quản trị gửi đề nghị mới.",
        RequesterGone r => $"{r.Name}, người đề nghị, không còn quản trị tài khoản. Nếu vẫn cần, người quản trị khác gửi đề nghị mới.",
        LinkNotTaken => "Mã không đúng, đã dùng rồi hoặc đã hết hạn. Kiểm tra từng ký tự; nếu vẫn không được, nhờ quản trị cấp mã mới.",
        _ => null,
    };
}
