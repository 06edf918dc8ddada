namespace KhuyenCong.Domain.Projects;

/// <summary>Work status of a project; money status is separate.</summary>
public enum ProjectStatus
{
    Registered,
    Surveyed,
    Drafted,
    Appraised,
    Approved,
    Contracted,
    InProgress,
    Accepted,
    Liquidated,
    Settled,
    Archived,
    Rejected,
    Withdrawn,
    Discontinued,
}
