using KhuyenCong.Domain.Adjustments;

namespace KhuyenCong.Services.Adjustments;

/// <summary>What the list shows; lives in the query string.</summary>
public sealed record AdjustmentFilter(int? PlanId, AdjustmentStatus? Status, int? Page);
