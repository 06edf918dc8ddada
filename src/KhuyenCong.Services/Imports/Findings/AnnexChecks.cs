using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>The checks of an annex as a whole that end in warnings.</summary>
internal static class AnnexChecks
{
    private const int YearsFromPlan = 1;
    private const int FundingYearsFromPlan = 5;

    public static void Count(AnnexHeading heading, (int Count, CellAddress Cell)? total, int found, AnnexFindings findings)
    {
        Check(heading.StatedCount, heading.CountCell);
        Check(total?.Count, total?.Cell);

        void Check(int? stated, CellAddress? cell)
        {
            if (stated is { } count && count != found) findings.Warn(new(AnnexProblemKind.CountDiffers, cell) { Text = Plain(count), Expected = Plain(found) });
        }
    }

    /// <summary>Numbers run on through the annex, or start again at 1 in each group.</summary>
    public static void Ordinals(IEnumerable<AnnexGroup> groups, AnnexFindings findings)
    {
        int? last = 0;
        foreach (var group in groups)
        {
            var seen = new HashSet<int>();
            var first = true;
            foreach (var row in group.Rows)
            {
                var number = AnnexLineReader.OrdinalOf(row.Ordinal);
                if (number is { } n)
                {
                    var cell = row.Cells[AnnexColumn.Ordinal].Address;
                    var expected = (last ?? n - 1) + 1;
                    if (!seen.Add(n)) findings.Warn(new(AnnexProblemKind.OrdinalTwice, cell) { Text = Plain(n) });
                    else if (n != expected && !(first && n == 1)) findings.Warn(new(AnnexProblemKind.OrdinalGap, cell) { Text = Plain(n), Expected = Plain(first ? 1 : expected) });
                }

                last = number;
                first = false;
            }
        }
    }

    public static void Names(IEnumerable<AnnexRow> rows, AnnexFindings findings)
    {
        var first = new Dictionary<string, CellAddress>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Name is not null))
        {
            // The same support given to another beneficiary or elsewhere is another project.
            var key = string.Join('|', VietnameseText.Fold(row.Name), VietnameseText.Fold(row.Beneficiary), VietnameseText.Fold(row.Cells.GetValueOrDefault(AnnexColumn.Area)?.Raw));
            var cell = row.Cells[AnnexColumn.Name].Address;
            if (!first.TryAdd(key, cell)) findings.Warn(new(AnnexProblemKind.NameTwice, cell) { Text = row.Name, Expected = first[key].ToString() });
        }
    }

    public static void Identity(AnnexHeading heading, AnnexTarget? target, FundingSource? written, AnnexFindings findings)
    {
        if (target is null) return;
        if (heading.Tranche is { } tranche && target.Tranche is { } chosen && tranche != chosen)
        {
            findings.Warn(new(AnnexProblemKind.AnotherTranche, heading.TitleCell) { Text = Named(tranche), Expected = Named(chosen) });
        }

        if (heading.Year is { } year && target.Year is { } chosenYear && year != chosenYear)
        {
            findings.Warn(new(AnnexProblemKind.AnotherYear, heading.TitleCell) { Text = Plain(year), Expected = Plain(chosenYear) });
        }

        if (written is { } source && target.Source is { } chosenSource && source != chosenSource)
        {
            findings.Warn(new(AnnexProblemKind.AnotherSource, heading.TitleCell) { Text = Named(source), Expected = Named(chosenSource) });
        }
    }

    public static void Periods(IReadOnlyCollection<AnnexRow> rows, int? planYear, AnnexFindings findings)
    {
        if (planYear is not { } year) return;
        foreach (var row in rows.Where(r => r.YearAssumed).Take(1))
        {
            var cell = row.Cells[AnnexColumn.Period];
            findings.Warn(new(AnnexProblemKind.PeriodYearAssumed, cell.Address) { Text = cell.Raw, Expected = Plain(year) });
        }

        foreach (var row in rows)
        {
            if (row.Months is not { } months) continue;
            if (Math.Abs(months.Start.Year - year) <= YearsFromPlan && Math.Abs(months.End.Year - year) <= YearsFromPlan) continue;
            var cell = row.Cells[AnnexColumn.Period];
            findings.Warn(new(AnnexProblemKind.PeriodFarFromPlanYear, cell.Address) { Text = cell.Raw, Expected = Plain(year) });
        }
    }

    public static void Hidden(IEnumerable<AnnexRow> rows, AnnexFindings findings)
    {
        foreach (var row in rows.Where(r => r.Hidden)) findings.Warn(new(AnnexProblemKind.HiddenRow, row.Cells[AnnexColumn.Name].Address) { Text = row.Name });
    }

    public static void Struck(AnnexGrid grid, AnnexLayout layout, IEnumerable<AnnexRow> rows, AnnexFindings findings)
    {
        foreach (var cell in rows.SelectMany(r => layout.Read.Select(f => grid.At(r.RowNumber, f.Header.Column))).OfType<SheetCell>().Where(c => c.StruckPart is not null))
        {
            findings.NoteStruck(cell);
        }
    }

    /// <summary>The years in which the support is paid stand near the plan's.</summary>
    public static void FundingYears(AnnexLayout layout, int? planYear, AnnexFindings findings)
    {
        if (planYear is not { } year) return;
        foreach (var column in layout.Years.Where(y => Math.Abs(y.Year - year) > FundingYearsFromPlan))
        {
            findings.Warn(new(AnnexProblemKind.FundingYearFar, column.Header) { Text = column.Label, Year = column.Year, Expected = Plain(year) });
        }

        if (layout.Years.Any(y => y.Part == AnnexColumn.Support) || layout.Found.FirstOrDefault(f => f.Column == AnnexColumn.Support) is not { } support) return;
        if (AnnexYears.YearNamedIn(support.Label) is { } named && named != year)
        {
            findings.Warn(new(AnnexProblemKind.SupportOfAnotherYear, support.Header) { Text = support.Label, Year = named, Expected = Plain(year) });
        }
    }

    private static string Named(Tranche tranche) => tranche.IsSupplement ? $"bổ sung lần {tranche.Number}" : "đợt " + tranche;

    public static string Named(FundingSource source) => source switch
    {
        FundingSource.Local => "KCĐP",
        FundingSource.National => "KCQG",
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
