using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Imports;

/// <summary>Writes an annex without faults into an empty plan: groups in the annex's order with its titles, projects with their terms.</summary>
internal static class AnnexDrafting
{
    public static async Task FillAsync(AppDbContext db, Plan plan, AnnexPreview preview, CancellationToken stop)
    {
        var categories = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, stop);
        var number = 0;
        foreach (var (code, title, rows) in preview.Groups.SelectMany(Groups))
        {
            var category = categories[code];
            var group = new PlanGroup { Ordinal = plan.Groups.Count + 1, Title = title ?? category.Title, CategoryId = category.Id };
            plan.Groups.Add(group);
            foreach (var (row, place) in rows.Select((r, i) => (r, i)))
            {
                group.Projects.Add(new Project
                {
                    Code = ProjectCodes.Of(plan, ++number), Plan = plan, Ordinal = place + 1, Terms = { Terms(row, plan) },
                });
            }
        }
    }

    // Projects without a group make one of each category, in the order in which these come first.
    private static IEnumerable<(string Code, string? Title, IReadOnlyList<AnnexRow> Rows)> Groups(AnnexGroup group) => group.Cell is null
        ? group.Rows.GroupBy(r => r.Category!, StringComparer.Ordinal).Select(same => (same.Key, (string?)null, (IReadOnlyList<AnnexRow>)[.. same]))
        : group.Rows.Count == 0 ? [] : [(group.CategoryCode!, group.Title, group.Rows)];

    private static ProjectTerms Terms(AnnexRow row, Plan plan)
    {
        var terms = new ProjectTerms
        {
            Name = row.Name!, BeneficiaryText = row.Beneficiary ?? string.Empty, ImplementingUnit = row.ImplementingUnit ?? string.Empty,
            Objectives = row.Goal, Note = row.Notes, AreaScope = row.Area.Scope, StartMonth = row.Months?.Start,
            EndMonth = row.Months is { } months ? new DateOnly(months.End.Year, months.End.Month, 1) : null,
            Counterpart = row.Counterpart ?? default, Other = row.Other ?? default,
        };
        var support = row.Support!.Value;
        if (row.NationalSupport is { IsZero: false } national)
        {
            Fund(terms, row, AnnexColumn.NationalSupport, FundingSource.National, plan.Year, national);
            if (!support.IsZero) Fund(terms, row, AnnexColumn.Support, FundingSource.Local, plan.Year, support);
        }
        else Fund(terms, row, AnnexColumn.Support, row.Source ?? plan.Source, plan.Year, support);

        if (row.Area.Scope != AreaScope.Units) return terms;
        foreach (var unit in row.Area.Units) terms.Areas.Add(new TermsArea { UnitId = unit.UnitId });
        return terms;
    }

    // Each budget year pays what the annex says; without a division the plan's year pays all.
    private static void Fund(ProjectTerms terms, AnnexRow row, AnnexColumn part, FundingSource source, int planYear, Vnd whole)
    {
        var years = row.ByYear.Where(y => y.Part == part && y.Amount is { IsZero: false }).ToList();
        if (years.Count == 0) terms.SetFunding(source, planYear, whole);
        foreach (var year in years) terms.SetFunding(source, year.Year, year.Amount!.Value);
    }
}
