namespace KhuyenCong.Domain.Projects;

/// <summary>The opinion on a project in one round of submission. While the round runs it may be replaced; the audit keeps both.</summary>
public class AppraisalOpinion
{
    public int Id { get; init; }

    public required int ProjectId { get; init; }

    /// <summary>The plan's round.</summary>
    public required int Round { get; init; }

    public required AppraisalVerdict Verdict { get; set; }

    public string? Note { get; set; }

    public required int ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
