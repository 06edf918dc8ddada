namespace KhuyenCong.Domain.People;

/// <summary>Why the register of beneficiaries cannot be changed so.</summary>
public static class BeneficiaryRefusals
{
    /// <summary>Another row has the tax code.</summary>
    public sealed record TaxCodeTaken(int Id, string Name, string TaxCode) : Refusal;

    /// <summary>A merged row only points to the row that was kept.</summary>
    public sealed record IsMerged(string Name, int IntoId) : Refusal;

    public sealed record MergedWithItself : Refusal;

    /// <summary>Two tax codes are two taxpayers, unless somebody confirms that one establishment changed its code.</summary>
    public sealed record TaxCodesDiffer(string Kept, string Merged) : Refusal;
}
