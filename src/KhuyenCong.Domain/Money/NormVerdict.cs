namespace KhuyenCong.Domain.Money;

/// <summary>What checking support against a norm found.</summary>
public enum NormVerdict
{
    /// <summary>No norm is named, or none of its code is in force on the day.</summary>
    NotApplicable,

    /// <summary>The eligible cost or the number of units is not known.</summary>
    NotEnoughData,

    Within,
    Over,
}
