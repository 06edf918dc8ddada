namespace KhuyenCong.Web.Operations;

/// <summary>What keeps the portal from its data although nothing is wrong with the request.</summary>
internal enum Trouble
{
    None,

    /// <summary>Another writer holds the database longer than a page may wait.</summary>
    Busy,

    /// <summary>No room on the disk, or it does not take what is written.</summary>
    Full,

    /// <summary>The database's file was removed or exchanged.</summary>
    Gone,

    /// <summary>Rows that the request rests on were changed behind the portal's back.</summary>
    Falsified,

    /// <summary>A text that was sent is certainly no Unicode.</summary>
    OldText,
}
