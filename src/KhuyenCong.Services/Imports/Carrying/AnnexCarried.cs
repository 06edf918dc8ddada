namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>What became of the answers of an earlier upload of the same annex.</summary>
/// <param name="UploadedAt">When the earlier one was uploaded, UTC.</param>
/// <param name="Kept">How many are kept.</param>
/// <param name="Lost">How many are not.</param>
/// <param name="LostText">Which are not, and why, in words.</param>
public sealed record AnnexCarried(DateTime UploadedAt, int Kept, int Lost, string? LostText);
