namespace KhuyenCong.Services.Projects;

/// <summary>The start of a project that needs no contract.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Version">The version that was shown.</param>
public sealed record StartProjectRequest(int ProjectId, int? Version);
