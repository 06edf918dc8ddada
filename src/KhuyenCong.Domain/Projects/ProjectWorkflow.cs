using static KhuyenCong.Domain.Projects.ProjectAction;
using static KhuyenCong.Domain.Projects.ProjectStatus;

namespace KhuyenCong.Domain.Projects;

/// <summary>The one table of a project's transitions. The diagram in docs/workflow.md is generated from it.</summary>
public static class ProjectWorkflow
{
    public static IReadOnlyDictionary<(ProjectStatus From, ProjectAction Action), ProjectStatus> Transitions { get; } =
        new Dictionary<(ProjectStatus, ProjectAction), ProjectStatus>
        {
            [(Registered, Approve)] = Approved,
            [(Surveyed, Approve)] = Approved,
            [(Drafted, Approve)] = Approved,
            [(Appraised, Approve)] = Approved,
            [(Approved, ProjectAction.Contract)] = Contracted,
            [(Contracted, ProjectAction.Contract)] = Contracted,
            [(InProgress, ProjectAction.Contract)] = InProgress,
            [(Approved, Start)] = InProgress,
            [(Contracted, Start)] = InProgress,
            [(InProgress, Accept)] = Accepted,
            [(Approved, Stop)] = Discontinued,
            [(Contracted, Stop)] = Discontinued,
            [(InProgress, Stop)] = Discontinued,
            [(Accepted, Settle)] = Settled,
            [(Settled, Reopen)] = Accepted,
        };

    public static ProjectStatus? Next(ProjectStatus from, ProjectAction action) =>
        Transitions.TryGetValue((from, action), out var to) ? to : null;

    /// <summary>The states that a project may still be in: the one it is in, and all that its transitions lead to.</summary>
    public static IReadOnlySet<ProjectStatus> Ahead(ProjectStatus status)
    {
        HashSet<ProjectStatus> ahead = [status];
        for (var found = 0; found < ahead.Count;)
        {
            found = ahead.Count;
            ahead.UnionWith([.. Transitions.Where(t => ahead.Contains(t.Key.From)).Select(t => t.Value)]);
        }

        return ahead;
    }

    /// <summary>True while money entries may be proposed and posted.</summary>
    public static bool TakesMoney(this ProjectStatus status) => status is Contracted or InProgress or Accepted or Liquidated;

    /// <summary>True while progress is reported.</summary>
    public static bool TakesProgress(this ProjectStatus status) => status is Contracted or InProgress;

    /// <summary>The states an approved project passes through until its work is accepted.</summary>
    public static bool IsUnderWay(this ProjectStatus status) => status is Approved or Contracted or InProgress;
}
