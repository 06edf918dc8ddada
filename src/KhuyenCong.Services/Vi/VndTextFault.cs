namespace KhuyenCong.Services.Vi;

/// <summary>Why a typed amount was refused.</summary>
public enum VndTextFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>Nothing was typed, or only a unit.</summary>
    Missing,

    /// <summary>A sign stands before the number; amounts are typed without one.</summary>
    Signed,

    /// <summary>A comma: decimals, or groups in the English manner. Either way the amount is not certain.</summary>
    Comma,

    /// <summary>Dots that do not part groups of exactly three digits ("1.2", "12.34.567").</summary>
    Grouping,

    /// <summary>Something that is neither a digit nor a group dot.</summary>
    NotDigits,

    /// <summary>More than <see cref="VndText.Most"/>.</summary>
    TooLarge,
}
