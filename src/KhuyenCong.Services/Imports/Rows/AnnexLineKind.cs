namespace KhuyenCong.Services.Imports.Rows;

/// <summary>What a row below the header is.</summary>
internal enum AnnexLineKind
{
    /// <summary>Blank, a repeated header, a row of column numbers.</summary>
    Skip,
    Group,
    Subtotal,
    GrandTotal,
    Item,

    /// <summary>Text without number or amount: a footer, or a group without numeral when items follow.</summary>
    Text,
}
