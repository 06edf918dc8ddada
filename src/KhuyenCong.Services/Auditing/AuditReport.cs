namespace KhuyenCong.Services.Auditing;

/// <summary>What the verification read and found.</summary>
/// <param name="Entries">Entries read.</param>
/// <param name="Rows">Rows compared.</param>
/// <param name="Files">Kept files compared with their hash.</param>
/// <param name="Exports">Exported heads compared with the trail, the newest first.</param>
/// <param name="Head">The head now, to be kept elsewhere.</param>
/// <param name="Faults">Everything that does not agree; empty when all is well.</param>
public sealed record AuditReport(long Entries, long Rows, int Files, IReadOnlyList<ExportedHead> Exports, AuditHeadMark Head, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
