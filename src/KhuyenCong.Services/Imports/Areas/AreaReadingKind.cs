namespace KhuyenCong.Services.Imports.Areas;

/// <summary>How far the text of an area cell was understood.</summary>
public enum AreaReadingKind
{
    Missing,
    WholeProvince,
    Units,

    /// <summary>Names that several units bear; a person chooses.</summary>
    Doubtful,

    /// <summary>Names no unit valid on the day.</summary>
    Unknown,
}
