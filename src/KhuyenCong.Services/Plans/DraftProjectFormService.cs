using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Reads what the form of a draft's project needs.</summary>
public sealed class DraftProjectFormService(AppDbContext db, TimeProvider clock)
{
    /// <param name="actor">Who edits.</param>
    /// <param name="planId">The plan.</param>
    /// <param name="projectId">The project, or null for a new one.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<DraftProjectForm>> ReadAsync(Actor actor, int planId, int? projectId, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        var plan = await db.Plans.AsNoTracking().Include(p => p.Groups).SingleOrDefaultAsync(p => p.Id == planId, stop);
        if (plan is null) return Failure.NotFound;
        var code = projectId is null ? null : await db.Projects.Where(p => p.Id == projectId && p.PlanId == planId).Select(p => p.Code).SingleOrDefaultAsync(stop);
        if (projectId is not null && code is null) return Failure.NotFound;

        var day = UnitNames.DayOf(plan.Year);
        var categories = await db.Categories.AsNoTracking().Where(c => c.ValidTo == null || c.ValidTo >= day).OrderBy(c => c.Id).ToListAsync(stop);
        var areas = await db.AreaSuggestionsAsync(UnitNames.LatestDay(plan.Year, clock.Today()), stop);
        var values = projectId is { } id
            ? await ValuesAsync(db, plan, id, stop)
            : new DraftProjectRequest { ImplementingUnit = await db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).Select(o => o.Name).FirstOrDefaultAsync(stop) };
        var (today, chosen) = (clock.Today(), values.NormId);
        var norms = await db.SpendingNorms.AsNoTracking()
            .Where(n => n.Id == chosen || (n.Enabled && n.ValidFrom <= today && (n.ValidTo == null || n.ValidTo >= today))).OrderBy(n => n.Id).ToListAsync(stop);
        return new DraftProjectForm(
            plan.Id, plan.Title, plan.Year, plan.IsEditable, plan.Source, projectId, code, values,
            DraftChoices.Groups(plan.Groups, categories),
            [.. norms.Select(n => new DraftChoice(n.Id.ToString(CultureInfo.InvariantCulture), n.Title))],
            areas);
    }

    /// <summary>The project's current values in the form's own words; once decided, those of the newest decision.</summary>
    internal static async Task<DraftProjectRequest> ValuesAsync(AppDbContext db, Plan plan, int projectId, CancellationToken stop)
    {
        var row = await db.ProjectTerms.AsNoTracking().Where(t => t.ProjectId == projectId)
            .OrderByDescending(t => t.DecisionId == null).ThenByDescending(t => t.Id)
            .Select(t => new
            {
                Terms = t, t.Project!.Version, t.Project.GroupId,
                Shares = t.Funding.ToList(),
                Linked = t.Beneficiaries.Select(b => b.MergedIntoId ?? b.Id).ToList(),
                Areas = t.Areas.Select(a => new AreaName(a.Unit!.Name, a.Unit.Level, a.Unit.Parent!.Name, (UnitLevel?)a.Unit.Parent.Level)).ToList(),
            })
            .AsSingleQuery().FirstAsync(stop);
        var terms = row.Terms;
        return new DraftProjectRequest
        {
            Version = row.Version, Group = "g" + row.GroupId.ToString(CultureInfo.InvariantCulture), Name = terms.Name,
            ImplementingUnit = terms.ImplementingUnit, Beneficiary = terms.BeneficiaryText, Area = AreaNames.Of(terms.AreaScope, row.Areas.Select(a => AsTyped(a, plan.Year))),
            Objectives = terms.Objectives, StartMonth = Month(terms.StartMonth), EndMonth = Month(terms.EndMonth),
            Support = VndFormat.Dong(row.Shares.Where(f => f.Source == plan.Source && f.Year == plan.Year).Sum(f => f.Amount)), Shares = DraftShares.Of(plan, row.Shares), Counterpart = VndFormat.Dong(terms.Counterpart), Other = VndFormat.Dong(terms.Other),
            Note = terms.Note, NormId = terms.NormId, EligibleCost = terms.EligibleCost is { } cost ? VndFormat.Dong(cost) : null,
            Establishments = terms.Establishments, OverNormReason = terms.OverNormReason, BeneficiaryIds = [.. row.Linked.Distinct().Order()],
        };
    }

    // A district that had ended before the plan's year is typed with the words that say so.
    private static AreaName AsTyped(AreaName area, int planYear) => area.Level == UnitLevel.District && UnitNames.DayOf(planYear) > UnitNames.LastDayOfDistricts
        ? area with { Name = $"{area.Name} ({AreaTexts.DistrictOnly})" } : area;

    private static string? Month(DateOnly? month) => month is { } day ? ViDates.Month(day) : null;
}
