using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Which of two figures that differ a person called right; it holds for these two figures only.</summary>
/// <param name="IsOfLines">The lines stand, as they are read; else the sum that is stated, and lines are missing or wrong.</param>
/// <param name="Computed">The sum of the lines then.</param>
/// <param name="Stated">What the file stated then.</param>
public sealed record AnnexStanding(bool IsOfLines, Vnd Computed, Vnd Stated)
{
    /// <summary>False once a figure has changed: the question is open again.</summary>
    public bool AppliesTo(AnnexProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Computed == Computed && problem.Stated == Stated;
    }
}
