namespace KhuyenCong.Web.Operations;

/// <summary>The last backup, for who looks after the portal.</summary>
/// <param name="MadeAt">UTC.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Bytes">Database and files.</param>
/// <param name="Duration">Of copying and of the trial restore.</param>
/// <param name="Verified">True after a trial restore without a finding.</param>
/// <param name="Problem">What the trial restore found; null where nothing, or where there was none.</param>
public sealed record BackupRecord(DateTime MadeAt, string Folder, long Bytes, TimeSpan Duration, bool Verified, string? Problem);
