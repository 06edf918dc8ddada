namespace KhuyenCong.Services.Status;

/// <summary>How often something happened in one hour.</summary>
/// <param name="Hour">The hour's first moment, UTC.</param>
/// <param name="Count">How often.</param>
public sealed record HourCount(DateTime Hour, int Count);
