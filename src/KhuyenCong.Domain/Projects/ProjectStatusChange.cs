namespace KhuyenCong.Domain.Projects;

/// <summary>One step in a project's history.</summary>
public class ProjectStatusChange : IAppendOnly
{
    public int Id { get; init; }

    public int ProjectId { get; init; }

    public required ProjectAction Action { get; init; }

    public required ProjectStatus From { get; init; }

    public required ProjectStatus To { get; init; }

    public int? ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public string? Reason { get; init; }
}
