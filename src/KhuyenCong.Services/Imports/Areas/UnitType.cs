namespace KhuyenCong.Services.Imports.Areas;

/// <summary>The word written before a unit's name.</summary>
internal enum UnitType
{
    Province,
    District,
    Town,
    City,
    Commune,
    Ward,
    Township,
}
