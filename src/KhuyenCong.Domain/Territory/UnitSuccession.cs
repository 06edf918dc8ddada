namespace KhuyenCong.Domain.Territory;

/// <summary>A unit's territory went, wholly or in part, to its successor.</summary>
public class UnitSuccession
{
    public int UnitId { get; init; }

    public AdministrativeUnit Unit { get; init; } = null!;

    public int SuccessorId { get; init; }

    public AdministrativeUnit Successor { get; init; } = null!;
}
