using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>The line of work: what is done, where the project is, what lies ahead.</summary>
public static class WorkTimeline
{
    private static readonly ProjectStatus[] Exits = [ProjectStatus.Rejected, ProjectStatus.Withdrawn, ProjectStatus.Discontinued];

    /// <param name="status">The present state.</param>
    /// <param name="underContract">Whether the project goes by contract and liquidation.</param>
    /// <param name="reached">The day each state was reached, where known.</param>
    public static IReadOnlyList<WorkStep> Of(ProjectStatus status, bool underContract, IReadOnlyDictionary<ProjectStatus, DateOnly> reached)
    {
        var isExit = Exits.Contains(status);
        var line = Enum.GetValues<ProjectStatus>()
            .Where(s => !Exits.Contains(s) && Belongs(s, status, underContract, reached))
            .Where(s => !isExit || reached.ContainsKey(s));
        var steps = line.Select(s => new WorkStep(s, isExit || s < status ? StepPlace.Done : s == status ? StepPlace.Now : StepPlace.Ahead, Day(s)));
        return isExit ? [.. steps, new WorkStep(status, StepPlace.Now, Day(status))] : [.. steps];

        DateOnly? Day(ProjectStatus s) => reached.TryGetValue(s, out var day) ? day : null;
    }

    // Survey, dossier and archive stand on the line only for projects that went through them.
    private static bool Belongs(
        ProjectStatus step, ProjectStatus now, bool underContract, IReadOnlyDictionary<ProjectStatus, DateOnly> reached) => step switch
        {
            ProjectStatus.Contracted or ProjectStatus.Liquidated => underContract || step == now || reached.ContainsKey(step),
            ProjectStatus.Surveyed or ProjectStatus.Drafted or ProjectStatus.Appraised or ProjectStatus.Archived => step == now || reached.ContainsKey(step),
            _ => true,
        };
}
