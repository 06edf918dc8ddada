namespace KhuyenCong.Services.Reports;

/// <summary>Kinds of lines by area, in the order in which they are printed.</summary>
public enum AreaGroupKind
{
    /// <summary>A district or a commune of the chosen view.</summary>
    Unit,

    /// <summary>A unit that cannot be brought to exactly one unit of the view.</summary>
    Ambiguous,

    /// <summary>Known only by its district, among communes.</summary>
    DistrictOnly,

    /// <summary>Several communes of one former district, among communes.</summary>
    SeveralInDistrict,

    /// <summary>Several units.</summary>
    Several,

    WholeProvince,

    /// <summary>Not stated.</summary>
    Unset,
}
