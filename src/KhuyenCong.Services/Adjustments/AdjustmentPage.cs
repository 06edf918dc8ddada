using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Adjustments;

/// <summary>An adjustment as its page shows it.</summary>
public sealed record AdjustmentPage
{
    public required int Id { get; init; }
    public required int Version { get; init; }
    public required int Ordinal { get; init; }
    public required AdjustmentStatus Status { get; init; }
    public required string Reason { get; init; }
    public required int PlanId { get; init; }
    public required string PlanTitle { get; init; }
    public required int PlanYear { get; init; }
    public required bool IsIllustrative { get; init; }

    /// <summary>The decision that put it into force.</summary>
    public required (int Id, string Number)? Decision { get; init; }

    public required bool IsEditable { get; init; }

    /// <summary>What each project becomes, in the order of the lines.</summary>
    public required IReadOnlyList<AdjustmentChange> Changes { get; init; }

    /// <summary>What it makes of each budget, with the budget before it.</summary>
    public required IReadOnlyList<BudgetChange> Budgets { get; init; }

    /// <summary>Norms and repeated support; nothing once it is decided.</summary>
    public required PlanWarnings Warnings { get; init; }

    /// <summary>Papers that support it.</summary>
    public required IReadOnlyList<AdjustmentPaper> Papers { get; init; }

    public required PlanFigures Before { get; init; }
    public required PlanFigures After { get; init; }
    public required SubmissionView? Submission { get; init; }
    public required IReadOnlyList<AdjustmentStatusChange> History { get; init; }

    /// <summary>What stands against its lines now.</summary>
    public required IReadOnlyList<Refusal> WhyNotLines { get; init; }

    /// <summary>Why the reader cannot decide it now.</summary>
    public required IReadOnlyList<Refusal> WhyNotApprove { get; init; }

    /// <summary>What moved since it was submitted: the author looks again.</summary>
    public required IReadOnlyList<StaleRow> Moved { get; init; }

    public Vnd Change => After.Support - Before.Support;
}

/// <summary>One project's lines and what they change.</summary>
public sealed record AdjustmentChange(
    int? ProjectId, string? Code, string Name, ProjectStatus? Status, IReadOnlyList<AdjustmentChangeLine> Lines, IReadOnlyList<StaleRow> Fields,
    Vnd Before, Vnd After, IReadOnlyList<(FundingSource Source, int Year, Vnd Change)> Budget)
{
    public Vnd Change => After - Before;
}

/// <summary>One line.</summary>
public sealed record AdjustmentChangeLine(int Id, int Ordinal, AdjustmentKind Kind, string Reason, Vnd? PlannedRecovery, DateOnly? RecoverBy);

/// <summary>A paper that supports an adjustment.</summary>
public sealed record AdjustmentPaper(int DocumentId, string FileName, long Length, string Sha256);
