namespace KhuyenCong.Domain.Decisions;

/// <summary>What of a decision's own metadata can be corrected.</summary>
public enum CorrectedField
{
    Number,
    IssuedOn,
    Signatory,
    SignatoryTitle,
    Capacity,
    LegalBases,
}
