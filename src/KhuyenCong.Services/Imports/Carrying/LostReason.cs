namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>Why an answer does not move to the mended file.</summary>
public enum LostReason
{
    /// <summary>What was answered says something else now.</summary>
    Changed,

    /// <summary>It does not stand in the file any more, or not where it can be told from others.</summary>
    Gone,

    /// <summary>It is not asked any more.</summary>
    NotAsked,

    /// <summary>Several sheets hold a table, and which one is read is open.</summary>
    SheetUnclear,
}
