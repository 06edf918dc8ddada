using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Norms;

namespace KhuyenCong.Services.Plans;

/// <summary>What whoever drafts, appraises or approves should see before deciding: repeated support and norms.</summary>
/// <param name="Repeats">Projects whose beneficiary is supported elsewhere.</param>
/// <param name="Norms">Projects that name a norm, in the annex's order.</param>
public sealed record PlanWarnings(IReadOnlyList<RepeatedProject> Repeats, IReadOnlyList<NormLine> Norms)
{
    public static PlanWarnings None { get; } = new([], []);

    public IEnumerable<NormLine> Over => Norms.Where(n => n.Finding.Verdict == NormVerdict.Over);

    public IEnumerable<NormLine> Unchecked => Norms.Where(n => n.Finding.Verdict == NormVerdict.NotEnoughData);
}
