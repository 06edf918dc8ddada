using KhuyenCong.Domain;

namespace KhuyenCong.Services.Imports;

/// <summary>Why an annex cannot become a draft.</summary>
public static class AnnexRefusals
{
    /// <summary>A fault at a cell.</summary>
    public sealed record Fault(AnnexProblem Problem) : Refusal;
}
