namespace KhuyenCong.Web.Operations.Status;

/// <summary>What the last backup left behind: "backup.json" of <see cref="StatusFiles"/>.</summary>
/// <param name="At">UTC.</param>
/// <param name="Bytes">The size of the copy; null where it was not measured.</param>
/// <param name="TrialAt">When a trial restore of it succeeded, UTC; null where there was none.</param>
public sealed record LastBackup(DateTime At, long? Bytes, DateTime? TrialAt)
{
    public const string FileName = "backup";
}
