using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>A decision about a project as it was shown.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Version">The version that the form was filled from.</param>
/// <param name="Today">Today in Vietnam.</param>
/// <param name="IsRepeated">True when this very form has been carried out already: a second click is no mistake.</param>
/// <param name="Compare">What the person typed beside what stands now.</param>
internal sealed record ProjectEdit(
    int ProjectId, int Version, DateOnly Today, Func<Project, bool> IsRepeated, Func<Project, IReadOnlyList<StaleRow>> Compare);
