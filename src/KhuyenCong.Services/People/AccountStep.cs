namespace KhuyenCong.Services.People;

/// <summary>What came of a change of an account.</summary>
/// <param name="RequestId">The request that waits for a second person; null where it was done at once.</param>
public sealed record AccountStep(int? RequestId);
