using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>
/// What an area cell was understood as. Candidates are the units to choose from when doubtful, or near misses when
/// unknown; UnderstoodAs is true when the text left room and the preview should say what it was read as.
/// </summary>
public sealed record AreaReading(
    AreaReadingKind Kind,
    IReadOnlyList<UnitName> Units,
    IReadOnlyList<UnitName> Candidates,
    bool UnderstoodAs = false)
{
    public static readonly AreaReading Missing = new(AreaReadingKind.Missing, [], []);

    public static readonly AreaReading WholeProvince = new(AreaReadingKind.WholeProvince, [], []);

    /// <summary>What the text says besides the units: a hamlet or street in them, "ưu tiên xã nghèo"; null for nothing.</summary>
    public string? Below { get; init; }

    /// <summary>A bare name that is a commune's and was a district's: asked, whatever another day makes of it.</summary>
    public bool MayHaveEnded { get; init; }

    public bool IsUnderstood => Kind is AreaReadingKind.WholeProvince or AreaReadingKind.Units;

    public AreaScope Scope => Kind switch
    {
        AreaReadingKind.WholeProvince => AreaScope.WholeProvince,
        AreaReadingKind.Units => AreaScope.Units,
        AreaReadingKind.Missing or AreaReadingKind.Doubtful or AreaReadingKind.Unknown => AreaScope.Unset,
    };
}
