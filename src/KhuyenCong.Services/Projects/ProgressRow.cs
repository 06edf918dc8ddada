namespace KhuyenCong.Services.Projects;

/// <summary>One report of progress.</summary>
public sealed record ProgressRow(
    DateOnly Date, int Percent, string Done, string? Difficulties, string? Proposals, string? Next, string? LowerReason, string ByName, DateTime At);
