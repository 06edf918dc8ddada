using KhuyenCong.Services;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>Keeps, logs and counts what a verification found, whether a page or a command ran it.</summary>
public sealed partial class VerificationRecord(StatusFiles files, SecurityLog security, PortalMetrics metrics, ILogger<VerificationRecord> log)
{
    public async Task KeepAsync(AuditReport report, CancellationToken stop)
    {
        security.Verified(report.Faults.Count);
        metrics.Verified(report.Duration, report.Faults.Count);
        try
        {
            await files.WriteAsync(
                LastVerification.FileName,
                new LastVerification(TimeProvider.System.NowUtc(), report.Duration.TotalSeconds, report.Entries, report.Rows, report.Faults.Count), stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The result itself is shown all the same.
            NotKept(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The result of the verification could not be kept for the status page")]
    private partial void NotKept(Exception failure);
}
