namespace KhuyenCong.Domain.Territory;

/// <summary>How a project's area is stated.</summary>
public enum AreaScope
{
    /// <summary>Not stated yet; such a project cannot be submitted.</summary>
    Unset,

    /// <summary>The whole province; counted once, on a line of its own.</summary>
    WholeProvince,

    /// <summary>One or more units; several are counted once, on a line of their own.</summary>
    Units,
}
