namespace KhuyenCong.Services.Decisions;

/// <summary>A body that issues decisions.</summary>
public sealed record IssuingBody(int Id, string Name, bool DecidedPlan);
