using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>A unit of the place as it shall be.</summary>
public class AdjustmentLineArea
{
    public int LineId { get; init; }
    public required int UnitId { get; init; }
    public AdministrativeUnit? Unit { get; init; }
}
