namespace KhuyenCong.Domain.People;

/// <summary>What kind of establishment receives support (Nghị định 45/2012/NĐ-CP, Điều 1).</summary>
public enum BeneficiaryKind
{
    /// <summary>Not stated yet.</summary>
    Unknown,
    Enterprise,
    Cooperative,
    CooperativeGroup,
    HouseholdBusiness,

    /// <summary>A public body or an association.</summary>
    Organisation,
}
