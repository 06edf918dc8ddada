using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>
/// Sums far outside what is likely, mostly because of another unit. One cause is told once: the amounts as a whole, else one
/// project beyond all others; the year's budget only where neither explains that it does not suffice.
/// </summary>
internal sealed class AnnexLikelihood(IReadOnlyList<AnnexRow> rows, FundingSource? source, AnnexComparison known, AnnexFindings findings)
{
    private const long LeastOfProject = 1_000_000;
    private const int TimesMedian = 10, TimesBelowMedian = 100, TimesLargest = 3;
    private static readonly Vnd LeastOfPlan = Vnd.Million(10);
    private static readonly Vnd MostOfPlan = Vnd.Million(100_000);

    public void Check()
    {
        var supports = rows.Select(Of).Where(s => !s.IsZero).ToList();
        var sum = supports.Sum();

        // Cells that cannot be read make a sum too small; they are faults.
        var isWhole = rows.Count > 0 && rows.All(r => r.Support is not null || r.NationalSupport is not null);
        var isTooSmall = supports.Count > 0 && sum.Dong < (decimal)supports.Count * LeastOfProject;
        if (isTooSmall || (isWhole && sum < LeastOfPlan)) Warn(AnnexProblemKind.UnlikelyAmounts, sum, null, rows.Count);
        else if (isWhole) CheckWhole(sum);
    }

    private void CheckWhole(Vnd sum)
    {
        var beyond = !known.KnowsPlans ? null : rows.FirstOrDefault(r => LargestOf(r).Amount.Dong > (decimal)known.LargestShare.Dong * TimesLargest && Of(r).Dong > sum.Dong / 2m);
        if (beyond is not null) WarnOf(beyond, sum);
        else if (sum > MostOfPlan)
        {
            Warn(AnnexProblemKind.UnlikelyAmounts, sum, MostOfPlan, rows.Count);
            return;
        }
        else if (known.MedianPlan is { } median && (sum.Dong > (decimal)median.Dong * TimesMedian || (decimal)sum.Dong * TimesBelowMedian < median.Dong))
        {
            Warn(AnnexProblemKind.UnlikeOtherPlans, sum, median, known.PlanTotals.Count);
            return;
        }

        foreach (var (budget, allotted) in known.Allotted.Where(a => !a.Value.IsZero).OrderBy(a => a.Key))
        {
            var asked = rows.Sum(r => From(r, budget));
            if (asked > allotted && (beyond is null || asked - From(beyond, budget) > allotted)) Warn(AnnexProblemKind.AboveAllotment, asked, allotted, known.Year, AnnexChecks.Named(budget));
        }
    }

    private void WarnOf(AnnexRow row, Vnd sum)
    {
        var (column, amount) = LargestOf(row);
        findings.Warn(new(AnnexProblemKind.UnlikelyProject, row.Cells.GetValueOrDefault(column)?.Address ?? row.Cells[AnnexColumn.Name].Address)
        {
            Text = row.Name, Computed = amount, Stated = known.LargestShare, Whole = sum,
        });
    }

    private void Warn(AnnexProblemKind kind, Vnd computed, Vnd? stated, int number, string? text = null) => findings.Warn(new(kind, null)
    {
        Computed = computed, Stated = stated, Text = text, Expected = number.ToString(CultureInfo.InvariantCulture),
    });

    private static Vnd Of(AnnexRow row) => (row.Support ?? Vnd.Zero) + (row.NationalSupport ?? Vnd.Zero);

    private static (AnnexColumn Column, Vnd Amount) LargestOf(AnnexRow row) =>
        (row.NationalSupport ?? Vnd.Zero) > (row.Support ?? Vnd.Zero) ? (AnnexColumn.NationalSupport, row.NationalSupport!.Value) : (AnnexColumn.Support, row.Support ?? Vnd.Zero);

    // As a draft shares it out: beside national support the other column is the province's.
    private Vnd From(AnnexRow row, FundingSource budget)
    {
        var national = row.NationalSupport ?? Vnd.Zero;
        var rest = national.IsZero ? row.Source ?? source : FundingSource.Local;
        return (budget == FundingSource.National ? national : Vnd.Zero) + (rest == budget ? row.Support ?? Vnd.Zero : Vnd.Zero);
    }
}
