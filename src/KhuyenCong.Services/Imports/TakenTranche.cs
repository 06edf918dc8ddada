namespace KhuyenCong.Services.Imports;

/// <summary>The plan that stands where a new one was to be made.</summary>
public sealed record TakenTranche(int PlanId, string Title);
