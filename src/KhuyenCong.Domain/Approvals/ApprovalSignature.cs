namespace KhuyenCong.Domain.Approvals;

/// <summary>A person's word on one step of a submission: whom, in which capacity, when, and on which hash.</summary>
public class ApprovalSignature : IAppendOnly
{
    public int Id { get; init; }
    public int SubmissionId { get; init; }
    public required int StepOrdinal { get; init; }
    public required int ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>The position, and by which delegation where it is not the person's own.</summary>
    public required string Capacity { get; init; }

    public int? DelegationId { get; init; }

    /// <summary>The hash that was shown and is approved.</summary>
    public required string Sha256 { get; init; }

    public string? Note { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
