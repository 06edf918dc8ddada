namespace KhuyenCong.Domain.Approvals;

/// <summary>A step that a submission needs, as configured when it was submitted. The last one signs the decision.</summary>
public class SubmissionStep : IAppendOnly
{
    public int SubmissionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The position that signs, such as «Trưởng phòng».</summary>
    public required string Position { get; init; }

    public required string Permission { get; init; }
    public required bool IsDecision { get; init; }
}
