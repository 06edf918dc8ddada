using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Reads what the forms of an adjustment need.</summary>
public sealed class AdjustmentFormService(AppDbContext db, TimeProvider clock)
{
    /// <summary>The form of a line that is there, filled with what it says; not found for a line of another adjustment.</summary>
    public async Task<Result<AdjustmentForm>> OfLineAsync(Actor actor, int id, int lineId, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        var line = await db.AdjustmentLines.AsNoTracking().Include(l => l.Areas).ThenInclude(a => a.Unit).ThenInclude(u => u!.Parent)
            .AsSingleQuery().SingleOrDefaultAsync(l => l.Id == lineId && l.AdjustmentId == id, stop);
        if (line is null) return Failure.NotFound;
        var form = await ReadAsync(actor, id, line.ProjectId, stop);
        return form.IsDone ? form.Value with { Line = AdjustmentLineWriting.Read(line, form.Value.Version) } : form;
    }

    /// <summary>Nine SQL commands, whatever the number of projects.</summary>
    /// <param name="actor">Who edits.</param>
    /// <param name="id">The adjustment.</param>
    /// <param name="projectId">The project whose present terms fill the form.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<AdjustmentForm>> ReadAsync(Actor actor, int id, int? projectId, CancellationToken stop)
    {
        if (!actor.May(Permissions.AdjustmentsEdit)) return Failure.Forbidden;
        var adjustment = await db.Adjustments.AsNoTracking().Include(a => a.Plan).SingleOrDefaultAsync(a => a.Id == id, stop);
        if (adjustment is null) return Failure.NotFound;
        var today = clock.Today();
        var projects = await db.TermsAsOf(today).AsNoTracking().Where(t => t.Project!.PlanId == adjustment.PlanId)
            .OrderBy(t => t.Project!.Group!.Ordinal).ThenBy(t => t.Project!.Ordinal)
            .Select(t => new { t.ProjectId, t.Project!.Code, t.Name, Support = t.Funding.Sum(f => (long)f.Amount) }).ToListAsync(stop);
        var categories = await db.Categories.AsNoTracking().Where(c => c.ValidTo == null || c.ValidTo >= today).OrderBy(c => c.Id).Select(c => new { c.Id, c.Code, c.ShortTitle }).ToListAsync(stop);
        var norms = await db.SpendingNorms.AsNoTracking().Where(n => n.Enabled && n.ValidFrom <= today && (n.ValidTo == null || n.ValidTo >= today)).OrderBy(n => n.Id)
            .Select(n => new { n.Id, n.Title }).ToListAsync(stop);
        var areas = await db.AreaSuggestionsAsync(today, stop);
        var centre = await db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).Select(o => o.Name).FirstOrDefaultAsync(stop);
        var project = projectId is { } chosen ? await ProjectAsync(adjustment.PlanId, chosen, today, stop) : null;
        if (projectId is not null && project is null) return Failure.NotFound;
        return new AdjustmentForm(
            adjustment.Id, adjustment.Version, adjustment.Ordinal, adjustment.PlanId, adjustment.Plan!.Title, adjustment.Plan.Source, adjustment.IsEditable, centre,
            projects.ConvertAll(p => new DraftChoice(p.ProjectId.ToString(CultureInfo.InvariantCulture), $"{p.Code} – {p.Name} ({VndFormat.DongShort(new Vnd(p.Support))})")),
            categories.ConvertAll(c => new DraftChoice(c.Id.ToString(CultureInfo.InvariantCulture), $"{c.Code} – {c.ShortTitle}")),
            norms.ConvertAll(n => new DraftChoice(n.Id.ToString(CultureInfo.InvariantCulture), n.Title)), areas, project);
    }

    private async Task<AdjustmentFormProject?> ProjectAsync(int planId, int projectId, DateOnly today, CancellationToken stop)
    {
        var terms = await db.TermsAsOf(today).AsNoTracking().Where(t => t.ProjectId == projectId && t.Project!.PlanId == planId)
            .Include(t => t.Funding).Include(t => t.Project).AsSingleQuery().SingleOrDefaultAsync(stop);
        if (terms is null) return null;
        var areas = await db.ProjectTerms.Where(t => t.Id == terms.Id).SelectMany(t => t.Areas)
            .Select(a => new AreaName(a.Unit!.Name, a.Unit.Level, a.Unit.Parent!.Name, (UnitLevel?)a.Unit.Parent.Level)).ToListAsync(stop);
        var norm = await db.SpendingNorms.Where(n => n.Id == terms.NormId).Select(n => n.Title).FirstOrDefaultAsync(stop);
        var project = terms.Project!;
        return new AdjustmentFormProject(
            project.Id, project.Code, project.Status, terms.Name, terms.BeneficiaryText, terms.ImplementingUnit, terms.Objectives, AreaNames.Of(terms.AreaScope, areas),
            terms.StartMonth, terms.EndMonth, terms.Support, terms.Counterpart, terms.Other, project.Source, project.Contracted, project.Posted, project.Pending,
            AdjustmentLineRules.Least(project), norm, terms.EligibleCost, terms.Establishments);
    }
}
