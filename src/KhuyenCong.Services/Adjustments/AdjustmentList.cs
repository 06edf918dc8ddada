using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Adjustments;

/// <summary>A page of adjustments.</summary>
public sealed record AdjustmentList(IReadOnlyList<AdjustmentRow> Rows, int Found, int Page);

/// <summary>One adjustment; the effect in đồng once it is decided.</summary>
public sealed record AdjustmentRow(
    int Id, int PlanId, string PlanTitle, int Ordinal, string Reason, AdjustmentStatus Status, DateTime? SubmittedAt, int Lines, int? DecisionId, string? DecisionNumber, long? EffectDong)
{
    public Vnd? Effect => EffectDong is { } dong ? new Vnd(dong) : null;
}
