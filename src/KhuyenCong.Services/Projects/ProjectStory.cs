using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>What happened to a project, the newest first.</summary>
public sealed record ProjectStory(IReadOnlyList<StepRow> Steps, IReadOnlyList<OpinionRow> Opinions);

/// <summary>One change of state.</summary>
public sealed record StepRow(ProjectAction Action, ProjectStatus From, ProjectStatus To, string ByName, DateTime At, string? Reason);

/// <summary>One opinion of an appraisal.</summary>
public sealed record OpinionRow(int Round, AppraisalVerdict Verdict, string? Note, string ByName, DateTime At);
