namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>Why an amount cell gives no amount.</summary>
public enum AmountProblem
{
    /// <summary>Blank, or only a dash.</summary>
    Missing,
    Unreadable,

    /// <summary>Two notations give two amounts, such as "4.899" in triệu.</summary>
    Ambiguous,
    Negative,

    /// <summary>Not a whole number of đồng.</summary>
    NotWhole,

    /// <summary>Beyond <see cref="AnnexAmount.Most"/>.</summary>
    TooLarge,
    FormulaWithoutValue,

    /// <summary>An error value such as #REF!.</summary>
    ErrorValue,
}
