namespace KhuyenCong.Web.Operations.Status;

/// <summary>What the last verification found: "verification.json" of <see cref="StatusFiles"/>.</summary>
/// <param name="At">UTC.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="Rows">Rows compared.</param>
/// <param name="Faults">What did not agree.</param>
public sealed record LastVerification(DateTime At, double Seconds, long Entries, long Rows, int Faults)
{
    public const string FileName = "verification";
}
