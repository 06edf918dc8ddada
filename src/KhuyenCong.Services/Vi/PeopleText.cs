using KhuyenCong.Domain.People;

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
        SignInKind.LockedOut => "Bị tạm khóa",
        SignInKind.SignedOut => "Đăng xuất",
    };

    /// <summary>What kind of body an organisation is.</summary>
    public static string Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Department => "Sở",
        OrganisationKind.Centre => "Trung tâm",
        OrganisationKind.PeoplesCommittee => "Ủy ban nhân dân",
        OrganisationKind.Ministry => "Bộ",
    };
}
