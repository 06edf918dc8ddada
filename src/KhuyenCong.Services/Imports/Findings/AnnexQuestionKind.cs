namespace KhuyenCong.Services.Imports.Findings;

/// <summary>What a preview may ask.</summary>
public enum AnnexQuestionKind
{
    Sheet,
    Unit,

    /// <summary>Whether texts in an old code are taken as converted.</summary>
    Texts,
    Category,
    Area,

    /// <summary>What a column means; asked of nobody, shown once it was said.</summary>
    Column,

    /// <summary>What a row is.</summary>
    Row,

    /// <summary>The text of a cell, typed.</summary>
    Cell,
}
