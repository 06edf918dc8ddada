namespace KhuyenCong.Services.Imports.Rows;

/// <summary>What a row below the header is.</summary>
public enum AnnexLineKind
{
    /// <summary>Blank, a repeated header, a row of column numbers, an amount carried to the next page.</summary>
    Skip,

    /// <summary>Heads groups, such as "A. Khuyến công quốc gia".</summary>
    Section,
    Group,
    Subtotal,
    GrandTotal,
    Item,

    /// <summary>A line of the project above: one of its beneficiaries, or what its amount is made of.</summary>
    Part,

    /// <summary>Says again what is above in other parts: "Trong đó: …" below a total.</summary>
    Breakdown,

    /// <summary>Struck through: it stands there and no longer counts.</summary>
    Struck,

    /// <summary>Belongs to another table below the annex.</summary>
    OtherTable,

    /// <summary>Text without number or amount: a footer or a note.</summary>
    Text,

    /// <summary>Left out because a person said so.</summary>
    Ignored,
}
