namespace KhuyenCong.Domain.Auditing;

/// <summary>Why the trail cannot be verified now.</summary>
public static class AuditRefusals
{
    /// <summary>Writers wait while a verification reads: two at once would make them wait twice as long for the same answer.</summary>
    public sealed record VerificationRuns : Refusal;
}
