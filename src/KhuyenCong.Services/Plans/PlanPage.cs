using KhuyenCong.Domain;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Plans;

/// <summary>A plan as its page shows it.</summary>
public sealed record PlanPage(
    int Id, int Version, string Title, int Year, Tranche Tranche, FundingSource Source, PlanStatus Status, int Round, bool IsIllustrative,
    bool IsEditable, int? SubmittedById, DateTime? SubmittedAt, DateOnly Day,
    IReadOnlyList<PlanPageGroup> Groups, PlanFigures Figures, PlanPageDecision? Decision, BudgetPosition? Budget,
    IReadOnlyList<PlanStatusChange> History)
{
    public IEnumerable<PlanPageProject> Projects => Groups.SelectMany(g => g.Projects);

    /// <summary>What was submitted last, and who signed which step; null before the first submission.</summary>
    public required SubmissionView? Submission { get; init; }

    /// <summary>The day on which the page is read; <see cref="Day"/> is the day that it tells of.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Only decisions that had been entered in the register by the end of this day count; every decision when null.</summary>
    public DateOnly? RecordedBy { get; init; }

    /// <summary>Not what stands today is told of: work status, contracts and money are those of that day too, the budget is not told.</summary>
    public bool IsPast => Day < Today || RecordedBy is not null;

    /// <summary>Every budget that its approval would take from, its own first; empty once it is decided.</summary>
    public required IReadOnlyList<BudgetChange> Budgets { get; init; }

    /// <summary>What it needs of its own source in its own year.</summary>
    public Vnd AskedOfOwn => Budgets.Count == 0 ? Vnd.Zero : Budgets[0].Move.Allocated;

    /// <summary>What its support is called: by the source, unless some of it is of another one or paid in another year.</summary>
    public string SupportLabel => Projects.Any(p => p.OtherShares.Count > 0) ? "Hỗ trợ" : StatusText.Short(Source);

    /// <summary>"KCĐP 2024: 300.000.000 · KCQG 2024: 100.000.000"; null where all of it is the plan's own.</summary>
    public string? SupportByShare => PlanShareTexts.Of(Source, Year, Figures.Support, [.. Projects.Where(p => !p.Figures.Support.IsZero).SelectMany(p => p.OtherShares)]);

    /// <summary>Why it cannot be submitted now; empty when it can.</summary>
    public required IReadOnlyList<Refusal> WhyNotSubmit { get; init; }

    /// <summary>Why the reader gives no opinions on it now.</summary>
    public required IReadOnlyList<Refusal> WhyNotOpine { get; init; }

    public required IReadOnlyList<Refusal> WhyNotApprove { get; init; }

    /// <summary>Why it cannot be returned now.</summary>
    public required IReadOnlyList<Refusal> WhyNotReturn { get; init; }

    /// <summary>Why it cannot be discarded now.</summary>
    public required IReadOnlyList<Refusal> WhyNotDiscard { get; init; }
}

/// <summary>A group of the annex with its subtotal.</summary>
public sealed record PlanPageGroup(int Id, int Ordinal, string Title, string CategoryCode, IReadOnlyList<PlanPageProject> Projects)
{
    public PlanFigures Figures { get; } = Projects.Aggregate(PlanFigures.None, (sum, p) => sum + p.Figures);

    public Vnd Contracted { get; } = Projects.Sum(p => p.Contracted);

    public Vnd Posted { get; } = Projects.Sum(p => p.Posted);
}

/// <summary>A project's line.</summary>
public sealed record PlanPageProject(
    int Id, int Version, string Code, int Ordinal, string Name, string ImplementingUnit, string BeneficiaryText, string? AreaText,
    string? Objectives, DateOnly? StartMonth, DateOnly? EndMonth, PlanFigures Figures, string? Note,
    ProjectStatus Status, int? ProgressPercent, Vnd Contracted, Vnd Posted, AppraisalVerdict? Verdict, string? OpinionNote, string? OpinionBy)
{
    /// <summary>Support of another source than the plan's, or paid in another year.</summary>
    public IReadOnlyList<BudgetShare> OtherShares { get; init; } = [];
}

/// <summary>The decision that approved the plan, stated beside computed.</summary>
public sealed record PlanPageDecision(
    int Id, string Number, DateOnly? IssuedOn, DateOnly EffectiveFrom, string IssuingBody, string Signatory, string SignatoryTitle,
    Vnd? StatedTotal, StatedBasis StatedBasis, int? StatedCount, Vnd ComputedTotal, int ComputedCount, string? DifferenceReason,
    string? FileName, long? FileLength)
{
    public bool TotalAgrees => StatedTotal is null || StatedTotal == ComputedTotal;

    public bool CountAgrees => StatedCount is null || StatedCount == ComputedCount;
}
