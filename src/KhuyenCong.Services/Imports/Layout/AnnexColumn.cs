namespace KhuyenCong.Services.Imports.Layout;

/// <summary>What a column of an annex means.</summary>
public enum AnnexColumn
{
    Ordinal,
    Name,
    ImplementingUnit,
    Beneficiary,
    Area,

    /// <summary>The commune, beside a column of districts.</summary>
    Commune,
    Goal,
    Period,

    /// <summary>The month of the end, beside a column of beginnings.</summary>
    PeriodEnd,
    Total,
    Support,

    /// <summary>The national programme's support, beside a column of local support.</summary>
    NationalSupport,
    Counterpart,
    Other,
    Notes,
}
