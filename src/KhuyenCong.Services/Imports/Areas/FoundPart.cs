using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>A part of an area text with the units that it may name.</summary>
internal sealed class FoundPart(AreaPart part, IReadOnlyList<UnitName> units)
{
    public AreaPart Part { get; } = part;

    public IReadOnlyList<UnitName> Units { get; set; } = units;

    /// <summary>Says only where another part lies.</summary>
    public bool IsQualifier { get; set; }

    /// <summary>What stands there contradicts itself, or can be read in two ways.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>The text left room, and was read in the likely way.</summary>
    public bool IsUnderstoodAs { get; set; }

    public IEnumerable<UnitName> Of(UnitLevel level) => Units.Where(u => u.Level == level);
}
