using FluentValidation;
using KhuyenCong.Data;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Plans;

/// <summary>Adds, changes, removes and reorders the projects of a draft or returned plan.</summary>
public sealed class DraftProjectService(IDbContextFactory<AppDbContext> databases, IValidator<DraftProjectRequest> validator, TimeProvider clock)
{
    /// <returns>The new project's id.</returns>
    public Task<Result<int>> AddAsync(Actor actor, int planId, DraftProjectRequest request, CancellationToken stop) =>
        ChangeAsync(
            actor, planId, request,
            async (db, plan) =>
            {
                var place = await PlaceAsync(db, plan, request, stop);
                if (!place.IsDone) return Failure.From(place);
                var (group, area, beneficiaries) = place.Value;
                var terms = new ProjectTerms { Name = string.Empty, BeneficiaryText = string.Empty, ImplementingUnit = string.Empty };
                var project = new Project { Code = ProjectCodes.Next(plan), PlanId = plan.Id, Plan = plan, Ordinal = group.Projects.Count + 1, Terms = { terms } };
                Write(terms, plan, request, area);
                Link(terms, beneficiaries);
                group.Projects.Add(project);
                return project;
            },
            stop);

    /// <summary>Changes a project; a newer version than the form's answers 409 with both.</summary>
    public async Task<Result> EditAsync(Actor actor, int planId, int projectId, DraftProjectRequest request, CancellationToken stop) =>
        await ChangeAsync(
            actor, planId, request,
            async (db, plan) =>
            {
                if (await FindAsync(db, plan, projectId, stop) is not { } project) return Failure.NotFound;
                if (project.Version != request.Version) return await DraftStale.ReportAsync(db, plan, project, request, stop);
                var place = await PlaceAsync(db, plan, request, stop);
                if (!place.IsDone) return Failure.From(place);
                var (group, area, beneficiaries) = place.Value;
                var terms = project.Terms.Single(t => t.DecisionId is null);
                Write(terms, plan, request, area);
                Link(terms, beneficiaries);
                if (project.Group != group) MoveTo(db, plan, project, group);
                project.Touch();
                return project;
            },
            stop);

    /// <summary>Takes a project out of the draft; the trail keeps what it was.</summary>
    public async Task<Result> RemoveAsync(Actor actor, int planId, int projectId, int version, CancellationToken stop) =>
        await ChangeAsync(
            actor, planId, null,
            async (db, plan) =>
            {
                if (await FindAsync(db, plan, projectId, stop) is not { } project) return Failure.NotFound;
                if (project.Version != version) return await DraftStale.ReportRemovalAsync(db, plan, project, stop);
                await db.Opinions.Where(o => o.ProjectId == projectId).LoadAsync(stop);
                await db.Entry(project).Collection(p => p.History).LoadAsync(stop);
                await db.OfficerAssignments.Where(a => a.ProjectId == projectId).LoadAsync(stop);
                var group = project.Group!;
                db.Remove(project);
                group.Projects.Remove(project);
                Close(db, plan, group);
                return project;
            },
            stop);

    /// <summary>Moves a project one place up or down within its group; at the end of the group nothing moves.</summary>
    public async Task<Result> MoveAsync(Actor actor, int planId, int projectId, bool up, CancellationToken stop) =>
        await ChangeAsync(
            actor, planId, null,
            async (db, plan) =>
            {
                if (await FindAsync(db, plan, projectId, stop) is not { } project) return Failure.NotFound;
                var neighbour = project.Group!.Projects.SingleOrDefault(p => p.Ordinal == project.Ordinal + (up ? -1 : 1));
                if (neighbour is not null) (project.Ordinal, neighbour.Ordinal) = (neighbour.Ordinal, project.Ordinal);
                return project;
            },
            stop);

    // Every change of a draft: who may, a request in shape, a plan that still is a draft; and one save when something changed.
    private async Task<Result<int>> ChangeAsync(
        Actor actor, int planId, DraftProjectRequest? request, Func<AppDbContext, Plan, Task<Result<Project>>> change, CancellationToken stop)
    {
        if (!actor.May(Permissions.PlansEdit)) return Failure.Forbidden;
        if (request is not null && await validator.ValidateAsync(request, stop) is { IsValid: false } shape) return Failure.Invalid(shape);
        return await databases.RetryAsync<Result<int>>(
            async db =>
            {
                var plan = await db.Plans.Include(p => p.Groups).ThenInclude(g => g.Projects).SingleOrDefaultAsync(p => p.Id == planId, stop);
                if (plan is null) return Failure.NotFound;
                if (PlanRules.WhyNotMove(plan, PlanAction.Edit) is { Count: > 0 } refusals) return Failure.Refused(refusals);
                var changed = await change(db, plan);
                if (!changed.IsDone) return Failure.From(changed);
                if (db.ChangeTracker.HasChanges())
                {
                    plan.Touch();
                    await db.SaveAsync(actor, null, stop);
                }

                return changed.Value.Id;
            },
            stop);
    }

    private static async Task<Project?> FindAsync(AppDbContext db, Plan plan, int projectId, CancellationToken stop)
    {
        var project = plan.Groups.SelectMany(g => g.Projects).SingleOrDefault(p => p.Id == projectId);
        if (project is not null)
        {
            await db.ProjectTerms.Where(t => t.ProjectId == projectId).Include(t => t.Funding).Include(t => t.Areas).Include(t => t.Beneficiaries).LoadAsync(stop);
        }

        return project;
    }

    private async Task<Result<(PlanGroup Group, AreaReading Area, List<Beneficiary> Beneficiaries)>> PlaceAsync(
        AppDbContext db, Plan plan, DraftProjectRequest request, CancellationToken stop)
    {
        if (DraftShares.WhyNot(plan, request) is { } twice) return twice;
        var area = await db.ResolveAreaAsync(request.Area, [UnitNames.LatestDay(plan.Year, clock.Today()), UnitNames.DayOf(plan.Year)], stop);
        if (AreaAnswers.WhyNot(area, request.Area, nameof(request.Area)) is { } unknown) return unknown;
        if (await UnknownNormAsync(db, request, stop) is { } unknownNorm) return unknownNorm;
        if (await GroupAsync(db, plan, request.Group!, stop) is not { } group) return Failure.Invalid(nameof(request.Group), "Chọn nhóm nội dung.");
        var chosen = request.BeneficiaryIds ?? [];
        var beneficiaries = chosen.Count == 0 ? [] : await db.Beneficiaries.Where(b => chosen.Contains(b.Id) && b.MergedIntoId == null).ToListAsync(stop);
        return beneficiaries.Count == chosen.Distinct().Count() ? (group, area, beneficiaries)
            : Failure.Invalid(nameof(request.BeneficiaryIds), "Đơn vị đã chọn không còn trong danh bạ, hoặc vừa gộp vào đơn vị khác. Tìm và chọn lại.");
    }

    private static async Task<PlanGroup?> GroupAsync(AppDbContext db, Plan plan, string choice, CancellationToken stop)
    {
        if (choice.StartsWith('g')) return plan.Groups.SingleOrDefault(g => choice == DraftChoices.Of(g));
        var category = await db.Categories.SingleOrDefaultAsync(c => "c:" + c.Code == choice, stop);
        if (category is null) return null;

        // Two who add to the same new group meet in it.
        if (plan.Groups.FirstOrDefault(g => g.CategoryId == category.Id && g.Title == category.Title) is { } known) return known;
        var group = new PlanGroup { Ordinal = plan.Groups.Count + 1, Title = category.Title, CategoryId = category.Id };
        plan.Groups.Add(group);
        return group;
    }

    private static async Task<Failure?> UnknownNormAsync(AppDbContext db, DraftProjectRequest request, CancellationToken stop) =>
        request.NormId is { } norm && !await db.SpendingNorms.AnyAsync(n => n.Id == norm, stop)
            ? Failure.Invalid(nameof(request.NormId), "Chọn một định mức trong danh sách.")
            : null;

    private static void MoveTo(AppDbContext db, Plan plan, Project project, PlanGroup group)
    {
        // Only the reference is set: taken out of its group's list first, it would count as removed from the plan.
        var left = project.Group!;
        project.Ordinal = group.Projects.Count + 1;
        project.Group = group;
        db.ChangeTracker.DetectChanges();
        Close(db, plan, left);
    }

    // An empty group leaves the annex with its last project.
    private static void Close(AppDbContext db, Plan plan, PlanGroup group)
    {
        Renumber(group);
        if (group.Projects.Count > 0) return;

        // A project just moved elsewhere must be known to have gone, or it would go with the group.
        db.ChangeTracker.DetectChanges();
        plan.Groups.Remove(group);
        db.Remove(group);
        foreach (var (rest, index) in plan.Groups.OrderBy(g => g.Ordinal).Select((g, i) => (g, i))) rest.Ordinal = index + 1;
    }

    private static void Renumber(PlanGroup group)
    {
        foreach (var (project, index) in group.Projects.OrderBy(p => p.Ordinal).Select((p, i) => (p, i))) project.Ordinal = index + 1;
    }

    private static void Write(ProjectTerms terms, Plan plan, DraftProjectRequest request, AreaReading area)
    {
        terms.Name = VietnameseText.Clean(request.Name)!;
        terms.ImplementingUnit = VietnameseText.Clean(request.ImplementingUnit)!;
        terms.BeneficiaryText = VietnameseText.Clean(request.Beneficiary)!;
        terms.Objectives = VietnameseText.CleanLines(request.Objectives);
        terms.StartMonth = ViShape.Month(request.StartMonth);
        terms.EndMonth = ViShape.Month(request.EndMonth);
        DraftShares.Write(terms, plan, request);
        terms.Counterpart = request.CounterpartAmount;
        terms.Other = request.OtherAmount;
        terms.Note = VietnameseText.CleanLines(request.Note);
        terms.NormId = request.NormId;
        terms.EligibleCost = ViShape.Amount(request.EligibleCost);
        terms.Establishments = request.Establishments;
        terms.OverNormReason = VietnameseText.CleanLines(request.OverNormReason);
        WriteArea(terms, area);
    }

    private static void Link(ProjectTerms terms, List<Beneficiary> wanted)
    {
        foreach (var gone in terms.Beneficiaries.Except(wanted).ToList()) terms.Beneficiaries.Remove(gone);
        foreach (var added in wanted.Except(terms.Beneficiaries).ToList()) terms.Beneficiaries.Add(added);
    }

    private static void WriteArea(ProjectTerms terms, AreaReading area)
    {
        terms.AreaScope = area.Scope;
        var wanted = area.Scope == AreaScope.Units ? area.Units.Select(u => u.UnitId).ToHashSet() : [];
        foreach (var gone in terms.Areas.Where(a => !wanted.Contains(a.UnitId)).ToList()) terms.Areas.Remove(gone);
        foreach (var unit in wanted.Where(id => terms.Areas.All(a => a.UnitId != id))) terms.Areas.Add(new TermsArea { UnitId = unit });
    }
}
