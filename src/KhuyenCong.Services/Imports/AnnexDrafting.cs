using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
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
        foreach (var (read, index) in preview.Groups.Where(g => g.Rows.Count > 0).Select((g, i) => (g, i)))
        {
            var category = categories[read.CategoryCode!];
            var group = new PlanGroup { Ordinal = index + 1, Title = read.Title ?? category.Title, CategoryId = category.Id };
            plan.Groups.Add(group);
            foreach (var (row, place) in read.Rows.Select((r, i) => (r, i)))
            {
                group.Projects.Add(new Project
                {
                    Code = ProjectCodes.Of(plan, ++number), Plan = plan, Ordinal = place + 1, Terms = { Terms(row, plan) },
                });
            }
        }
    }

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
            terms.SetFunding(FundingSource.National, plan.Year, national);
            if (!support.IsZero) terms.SetFunding(FundingSource.Local, plan.Year, support);
        }
        else terms.SetFunding(row.Source ?? plan.Source, plan.Year, support);

        if (row.Area.Scope != AreaScope.Units) return terms;
        foreach (var unit in row.Area.Units) terms.Areas.Add(new TermsArea { UnitId = unit.UnitId });
        return terms;
    }
}
