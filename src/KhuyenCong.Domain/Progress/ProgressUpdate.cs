namespace KhuyenCong.Domain.Progress;

/// <summary>What an officer reports on a day; written once.</summary>
public class ProgressUpdate : IAppendOnly
{
    public int Id { get; init; }

    public int ProjectId { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Percent of the work done, 0 to 100.</summary>
    public required int Percent { get; init; }

    /// <summary>Khối lượng đã thực hiện.</summary>
    public required string Done { get; init; }

    /// <summary>Khó khăn, vướng mắc.</summary>
    public string? Difficulties { get; init; }

    /// <summary>Kiến nghị.</summary>
    public string? Proposals { get; init; }

    /// <summary>Việc tiếp theo.</summary>
    public string? Next { get; init; }

    /// <summary>Why the percent is lower than before.</summary>
    public string? LowerReason { get; init; }

    public required int ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
