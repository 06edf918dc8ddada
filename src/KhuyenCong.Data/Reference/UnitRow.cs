using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Data.Reference;

/// <summary>A line of units.csv: one unit during one period of validity.</summary>
/// <param name="Key">Code and first day of validity.</param>
/// <param name="Name">Full name with its type in front, NFC.</param>
/// <param name="Level">Province, district or commune.</param>
/// <param name="ValidTo">Last day of validity; null while valid.</param>
/// <param name="Parent">The unit above during this period; null for provinces.</param>
/// <param name="FormerDistrict">Code of the only former district that a commune lies in; null when there is none or several.</param>
/// <param name="Successors">The units that took over its territory, wholly or in part; empty when none or not verified.</param>
public sealed record UnitRow(
    UnitKey Key,
    string Name,
    UnitLevel Level,
    DateOnly? ValidTo,
    UnitKey? Parent,
    string? FormerDistrict,
    IReadOnlyList<UnitKey> Successors);
