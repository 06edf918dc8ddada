using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Money;

/// <summary>A budget year as its closing sees it.</summary>
public sealed record YearAccount(int Year)
{
    public bool IsClosed { get; init; }

    /// <summary>The first earlier year with a budget that is not closed.</summary>
    public int? EarlierOpen { get; init; }

    /// <summary>Nothing is carried into a closed year.</summary>
    public bool IsNextClosed { get; init; }

    /// <summary>Plans of the year, and those whose projects it pays a share of.</summary>
    public IReadOnlyList<YearPlan> Plans { get; init; } = [];

    /// <summary>Adjustments of these plans that are not decided.</summary>
    public IReadOnlyList<YearAdjustment> OpenAdjustments { get; init; } = [];

    public IReadOnlyList<YearProject> Projects { get; init; } = [];

    public IReadOnlyList<FreeBudget> Budgets { get; init; } = [];

    public DateOnly LastDay => new(Year, 12, 31);

    /// <summary>What the year's projects disbursed of one source.</summary>
    public Vnd Disbursed(FundingSource source) => Projects.Where(p => p.Source == source).Sum(p => p.Disbursed);
}

/// <summary>A plan that the year has to do with.</summary>
public sealed record YearPlan(int Id, int Year, string Title, PlanStatus Status);

/// <summary>An adjustment on its way to a decision.</summary>
public sealed record YearAdjustment(int Id, int PlanId, string PlanTitle, int Ordinal, AdjustmentStatus Status);

/// <summary>A project of which the year pays a share.</summary>
/// <param name="Id">The project.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">The source of the share.</param>
/// <param name="Earlier">Shares of earlier years: net disbursement fills these first.</param>
/// <param name="Share">What the year pays.</param>
/// <param name="MovedOn">Shares of later years.</param>
/// <param name="Posted">Net disbursed in all.</param>
public sealed record YearProject(int Id, int PlanId, string Code, string Name, FundingSource Source, Vnd Earlier, Vnd Share, Vnd MovedOn, Vnd Posted)
{
    public Vnd Pending { get; init; }

    public Vnd PendingRecovery { get; init; }

    public Vnd PendingClearing { get; init; }

    /// <summary>What of the share is disbursed.</summary>
    public Vnd Disbursed => ShareFilling.On(Posted, Earlier, Share);

    public Vnd Remaining => Share - Disbursed;

    public bool Waits => !Pending.IsZero || !PendingRecovery.IsZero || !PendingClearing.IsZero;
}
