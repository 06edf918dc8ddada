namespace KhuyenCong.Domain.Territory;

/// <summary>Another spelling under which a unit is written in papers.</summary>
public class UnitAlias
{
    public int Id { get; init; }

    public int UnitId { get; init; }

    public required string Alias { get; init; }
}
