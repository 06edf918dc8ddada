namespace KhuyenCong.Domain.Documents;

/// <summary>What of an annex a remembered reading is about.</summary>
public enum AnnexAliasKind
{
    /// <summary>The heading of a column, with those above it.</summary>
    Column,

    /// <summary>The title of a group.</summary>
    Category,

    /// <summary>The text of a place.</summary>
    Place,

    /// <summary>The text that states the unit of money.</summary>
    Unit,

    /// <summary>A line between projects.</summary>
    Row,
}
