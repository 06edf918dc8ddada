namespace KhuyenCong.Services.Imports.Layout;

/// <summary>What a column of an annex means.</summary>
public enum AnnexColumn
{
    Ordinal,
    Name,
    ImplementingUnit,
    Beneficiary,
    Area,
    Goal,
    Period,
    Total,
    Support,
    Counterpart,
    Other,
    Notes,
}
