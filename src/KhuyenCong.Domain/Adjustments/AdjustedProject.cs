using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>A project as an adjustment finds it: its counters, and its terms in force.</summary>
public sealed record AdjustedProject(Project Project, ProjectTerms Terms);
