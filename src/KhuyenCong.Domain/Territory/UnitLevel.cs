namespace KhuyenCong.Domain.Territory;

/// <summary>Level of an administrative unit. The district level ended on 01/07/2025.</summary>
public enum UnitLevel
{
    Province,
    District,
    Commune,
}
