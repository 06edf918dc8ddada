namespace KhuyenCong.Services.Decisions;

/// <summary>What decisions made of a project.</summary>
public enum ProjectChangeKind
{
    Added,
    Stopped,
    Changed,
}
