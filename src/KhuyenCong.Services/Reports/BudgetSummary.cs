using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Reports;

/// <summary>
/// The budget summary on a day: one set of rows from which screen, print, workbook and CSV are made. Only projects of
/// approved plans count, with the terms in force on the day.
/// </summary>
public sealed record BudgetSummary
{
    /// <summary>What was asked for, with the year and the day filled in.</summary>
    public required BudgetSummaryFilter Filter { get; init; }

    /// <summary>What is shown where nothing is asked for.</summary>
    public required BudgetSummaryFilter Usual { get; init; }

    public required int Year { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>True when the day is today, so that the lists of the portal show the same figures.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Every approved plan of every year, the latest year first: the choices of the filter.</summary>
    public required IReadOnlyList<SummaryPlan> Plans { get; init; }

    /// <summary>The plans counted.</summary>
    public required IReadOnlyList<SummaryPlan> Counted { get; init; }

    public required IReadOnlyList<SummaryDecision> Decisions { get; init; }

    /// <summary>Over all projects, added up before any grouping.</summary>
    public required BudgetFigures Total { get; init; }

    public required IReadOnlyList<BudgetLine> ByCategory { get; init; }

    public required IReadOnlyList<BudgetLine> ByArea { get; init; }

    public required IReadOnlyList<BudgetLine> ByPlan { get; init; }

    public required IReadOnlyList<BudgetLine> ByStatus { get; init; }

    public required IReadOnlyList<SourceLine> BySource { get; init; }

    public required IReadOnlyList<AllotmentLine> Allotments { get; init; }

    /// <summary>The budget allotted to the sources counted.</summary>
    public Vnd Allotted => Allotments.Sum(a => a.Allotted);

    /// <summary>Net disbursed of that budget, of whatever plan: not what the year's plans disbursed, which later budgets may pay.</summary>
    public Vnd DisbursedOfAllotted => Allotments.Sum(a => a.Disbursed);

    /// <summary>
    /// What does not agree, table by table (DOMAIN §7.9 and §7.1); empty, or there is a bug. Names are in English:
    /// nobody but a developer ever reads them.
    /// </summary>
    public IReadOnlyList<string> Check()
    {
        List<string> faults = [];
        Compare(nameof(ByCategory), ByCategory);
        Compare(nameof(ByArea), ByArea);
        Compare(nameof(ByPlan), ByPlan);
        Compare(nameof(ByStatus), ByStatus);
        if (BySource.Sum(s => s.Support) != Total.Support) faults.Add($"{nameof(BySource)}: support differs from {Total.Support}.");
        if (Total.Support + Total.Counterpart + Total.Other != Total.Total) faults.Add("The parts differ from the total.");
        if (Total.Disbursed + Total.Remaining != Total.Support) faults.Add("Disbursed and remaining differ from the support.");
        return faults;

        void Compare(string table, IReadOnlyList<BudgetLine> lines)
        {
            var sum = lines.Aggregate(default(BudgetFigures), (total, line) => total + line.Figures);
            if (sum != Total) faults.Add($"{table}: {sum} differs from {Total}.");
        }
    }
}
