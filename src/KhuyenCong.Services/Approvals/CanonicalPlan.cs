using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Approvals;

/// <summary>The canonical text of a plan's content: as it is submitted, and again from the terms that its decision put into force.</summary>
internal static class CanonicalPlan
{
    /// <summary>The text of a plan that is not decided yet; three SQL commands.</summary>
    public static Task<CanonicalText> OfDraftAsync(AppDbContext db, Plan plan, CancellationToken stop) =>
        OfAsync(db, plan, db.ProjectTerms.Where(t => t.Project!.PlanId == plan.Id && t.DecisionId == null), stop);

    /// <summary>The same text from the terms of the approving decision.</summary>
    public static Task<CanonicalText> OfDecisionAsync(AppDbContext db, Plan plan, int decisionId, CancellationToken stop) =>
        OfAsync(db, plan, db.ProjectTerms.Where(t => t.DecisionId == decisionId), stop);

    private static async Task<CanonicalText> OfAsync(AppDbContext db, Plan plan, IQueryable<ProjectTerms> content, CancellationToken stop)
    {
        var terms = await content.AsNoTracking()
            .Include(t => t.Funding).Include(t => t.Areas).ThenInclude(a => a.Unit).Include(t => t.Beneficiaries).Include(t => t.Project!.Group!.Category)
            .AsSplitQuery().ToListAsync(stop);
        var text = new CanonicalText("khuyencong/ke-hoach/1")
            .Add("plan", plan.Id).Add("title", plan.Title).Add("year", plan.Year).Add("tranche", plan.Tranche.ToString()).Add("source", plan.Source.ToString());
        foreach (var group in terms.GroupBy(t => t.Project!.GroupId).OrderBy(g => g.First().Project!.Group!.Ordinal))
        {
            var head = group.First().Project!.Group!;
            var place = string.Create(CultureInfo.InvariantCulture, $"group.{head.Ordinal}");
            text.Add($"{place}.title", head.Title).Add($"{place}.category", head.Category!.Code);
            foreach (var project in group.OrderBy(t => t.Project!.Ordinal))
            {
                var path = $"project.{project.Project!.Code}";
                text.Add($"{path}.place", string.Create(CultureInfo.InvariantCulture, $"{head.Ordinal}.{project.Project.Ordinal}")).Terms(path, project);
            }
        }

        var figures = terms.Aggregate(PlanFigures.None, (sum, t) => sum + PlanFigures.Of(t));
        return text.Add("sum.projects", figures.Count).Add("sum.support", figures.Support).Add("sum.counterpart", figures.Counterpart)
            .Add("sum.other", figures.Other).Add("sum.total", figures.Total);
    }
}
