using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Decisions;

/// <summary>A page of the register, newest first.</summary>
public sealed record DecisionList(IReadOnlyList<DecisionRow> Rows, IReadOnlyList<int> Years, int Found, int Page);

/// <summary>One decision, stated beside computed.</summary>
public sealed record DecisionRow(
    int Id, string Number, int Year, DateOnly? IssuedOn, DateOnly EffectiveFrom, DecisionKind Kind, string IssuingBody,
    int? PlanId, string? PlanTitle, bool IsIllustrative, string Signatory, string SignatoryTitle,
    Vnd? StatedTotal, StatedBasis StatedBasis, int? StatedCount, Vnd ComputedTotal, int ComputedCount, string? DifferenceReason,
    string? FileName, long? FileLength)
{
    public bool Agrees => (StatedTotal is null || StatedTotal == ComputedTotal) && (StatedCount is null || StatedCount == ComputedCount);
}
