namespace KhuyenCong.Racer;

/// <summary>What a racer is told to do.</summary>
public enum RaceKind
{
    /// <summary>Propose an advance, and validate it once it is recorded.</summary>
    Money,

    /// <summary>Approve a plan.</summary>
    Plan,

    /// <summary>Approve an adjustment.</summary>
    Adjustment,
}

/// <summary>One thing to do.</summary>
public sealed record RaceStep
{
    public required int Id { get; init; }

    public required RaceKind Kind { get; init; }

    /// <summary>The project, the plan or the adjustment.</summary>
    public required int Subject { get; init; }

    /// <summary>The voucher's number, or the decision's.</summary>
    public required string Number { get; init; }

    /// <summary>dd/MM/yyyy.</summary>
    public required string Day { get; init; }

    /// <summary>Đồng, of a money entry.</summary>
    public string? Amount { get; init; }

    public Guid FormKey { get; init; }

    /// <summary>What was shown to who approves.</summary>
    public int Version { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>Who approves.</summary>
    public RacePerson? Leader { get; init; }
}

/// <summary>A line of the racer's input.</summary>
/// <param name="AtOnce">A thread for each step, all let go together; otherwise one step after the other.</param>
/// <param name="Steps">What to do.</param>
public sealed record RaceRound(bool AtOnce, IReadOnlyList<RaceStep> Steps);
