namespace KhuyenCong.Domain.Money;

/// <summary>What holds the net disbursement of a project.</summary>
public enum LimitBasis
{
    /// <summary>The approved support.</summary>
    Support,

    /// <summary>The contracts' value.</summary>
    Contract,

    /// <summary>The support that was found due at acceptance.</summary>
    Acceptance,
}
