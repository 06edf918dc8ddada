using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Projects;

/// <summary>A unit named by a project's terms, as its decision named it.</summary>
public class TermsArea
{
    public int TermsId { get; init; }

    public required int UnitId { get; init; }

    public AdministrativeUnit? Unit { get; init; }
}
