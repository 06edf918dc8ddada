namespace KhuyenCong.Services.Auditing;

/// <summary>What does not agree.</summary>
public enum AuditFaultKind
{
    /// <summary>Entries are gone from the middle or the beginning.</summary>
    EntriesMissing,

    /// <summary>An entry does not bear its seal: it, or the entry before it, was changed.</summary>
    EntryChanged,

    /// <summary>The newest entries are gone: the head, or an exported head, knows of later ones.</summary>
    TailCut,

    /// <summary>The head does not name the last entry, or the trail differs from an exported head.</summary>
    HeadDiffers,

    /// <summary>The row is not what its newest entry says.</summary>
    RowChanged,

    /// <summary>The row is gone without an entry that says so.</summary>
    RowMissing,

    /// <summary>The row came without an entry, or is back after its deletion.</summary>
    RowExtra,
}

/// <summary>One broken entry or row.</summary>
/// <param name="Kind">What does not agree.</param>
/// <param name="First">The first entry concerned; for a row its newest entry, 0 when there is none.</param>
/// <param name="Last">The last entry concerned.</param>
/// <param name="Entity">The row's entity; empty for entries.</param>
/// <param name="Key">The row's key; empty for entries.</param>
public sealed record AuditFault(AuditFaultKind Kind, long First, long Last, string Entity = "", string Key = "");
