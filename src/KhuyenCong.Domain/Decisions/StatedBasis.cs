namespace KhuyenCong.Domain.Decisions;

/// <summary>What a decision's stated total counts.</summary>
public enum StatedBasis
{
    /// <summary>Support + counterpart + other.</summary>
    Total,

    /// <summary>State support only.</summary>
    Support,
}
