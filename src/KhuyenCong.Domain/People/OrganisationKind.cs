namespace KhuyenCong.Domain.People;

public enum OrganisationKind
{
    /// <summary>Sở Công Thương.</summary>
    Department,

    /// <summary>Trung tâm Khuyến công và Tư vấn phát triển công nghiệp.</summary>
    Centre,

    /// <summary>Ủy ban nhân dân.</summary>
    PeoplesCommittee,

    /// <summary>Bộ Công Thương.</summary>
    Ministry,
}
