namespace KhuyenCong.Domain.Auditing;

/// <summary>What does not agree with the trail.</summary>
public enum IntegrityAlarmKind
{
    /// <summary>The row is not what its newest entry says.</summary>
    RowChanged,

    /// <summary>The row is gone without an entry that says so.</summary>
    RowMissing,

    /// <summary>The row came without an entry.</summary>
    RowExtra,
}
