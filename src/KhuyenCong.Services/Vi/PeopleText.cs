using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Settings;

namespace KhuyenCong.Services.Vi;

/// <summary>Words of people and establishments.</summary>
public static class PeopleText
{
    public static string Of(BeneficiaryKind kind) => kind switch
    {
        BeneficiaryKind.Unknown => "Chưa rõ",
        BeneficiaryKind.Enterprise => "Doanh nghiệp",
        BeneficiaryKind.Cooperative => "Hợp tác xã",
        BeneficiaryKind.CooperativeGroup => "Tổ hợp tác",
        BeneficiaryKind.HouseholdBusiness => "Hộ kinh doanh",
        BeneficiaryKind.Organisation => "Cơ quan, tổ chức",
    };

    public static string Of(SignInKind kind) => kind switch
    {
        SignInKind.SignedIn => "Đăng nhập",
        SignInKind.WrongPassword => "Sai mật khẩu",
        SignInKind.LockedOut => "Bị chặn: tài khoản đã khóa hoặc phải chờ sau nhiều lần sai",
        SignInKind.SignedOut => "Đăng xuất",
    };

    public static string Of(SessionEnd end) => end switch
    {
        SessionEnd.SignedOut => "Đã đăng xuất",
        SessionEnd.EndedByOwner => "Chủ tài khoản kết thúc",
        SessionEnd.Replaced => "Đăng nhập lại trên cùng trình duyệt",
        SessionEnd.AccountChanged => "Tài khoản thay đổi",
    };

    public static string Of(AccountRequestKind kind) => kind switch
    {
        AccountRequestKind.GiveRoles => "Giao vai trò",
        AccountRequestKind.NewPassword => "Cấp lại mật khẩu",
        AccountRequestKind.NewFactors => "Cấp lại xác thực hai lớp",
        AccountRequestKind.Unlock => "Mở khóa tài khoản",
    };

    public static string Of(AccountState state) => state switch
    {
        AccountState.InUse => "Đang dùng",
        AccountState.Waiting => "Chờ xác nhận",
        AccountState.NoPassword => "Chưa đặt mật khẩu",
        AccountState.Locked => "Đã khóa",
    };

    public static string Of(DelegationHold hold) => hold switch
    {
        DelegationHold.LenderLocked => "Không có hiệu lực: tài khoản của người ủy quyền đã bị khóa",
        DelegationHold.DelegateLocked => "Không có hiệu lực: tài khoản của người được ủy quyền đã bị khóa",
        DelegationHold.LenderHoldsNoMore => "Không có hiệu lực: người ủy quyền không còn giữ quyền này",
    };

    public static string Of(OneTimeLinkPurpose purpose) => purpose switch
    {
        OneTimeLinkPurpose.FirstPassword => "Đặt mật khẩu lần đầu",
        OneTimeLinkPurpose.NewPassword => "Đặt lại mật khẩu",
    };

    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.NewDevice => "Đăng nhập từ thiết bị mới",
        NoticeKind.PasswordChanged => "Mật khẩu đã đổi",
        NoticeKind.FactorAdded => "Đã thêm cách xác thực hai lớp",
        NoticeKind.FactorRemoved => "Đã bỏ một cách xác thực hai lớp",
        NoticeKind.RecoveryCodeUsed => "Đã dùng một mã dự phòng",
        NoticeKind.RolesChanged => "Vai trò đã thay đổi",
        NoticeKind.ManyWrongPasswords => "Nhiều lần nhập sai mật khẩu",
        NoticeKind.LinkMade => "Đã cấp mã đặt mật khẩu",
        NoticeKind.ProviderLinked => "Đã liên kết với hệ thống đăng nhập",
        NoticeKind.ProviderUnlinked => "Đã gỡ liên kết với hệ thống đăng nhập",
        NoticeKind.AuthorityLent => "Đã ghi nhận ủy quyền",
        NoticeKind.LendingRevoked => "Đã thu hồi ủy quyền",
        NoticeKind.RecoveryCodesMade => "Đã tạo mã dự phòng mới, mã cũ hết hiệu lực",
    };

    /// <summary>The roles of a request as it keeps them: "Kế toán, Chuyên viên Sở".</summary>
    public static string OfTerms(string terms) => string.Join(
        ", ", terms.Split(';')[0].Split(',').Select(name => Enum.TryParse<Role>(name, out var role) && Enum.IsDefined(role) ? StatusText.Of(role) : name));

    /// <summary>"Kế toán, Chuyên viên Sở"; "chưa có" for none.</summary>
    public static string Of(IEnumerable<Role> roles) => string.Join(", ", roles.Select(StatusText.Of)) is { Length: > 0 } text ? text : "chưa có";

    /// <summary>What kind of body an organisation is.</summary>
    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Department => "Sở",
        OrganisationKind.Centre => "Trung tâm",
        OrganisationKind.PeoplesCommittee => "Ủy ban nhân dân",
        OrganisationKind.Ministry => "Bộ",
    };
}
