using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Adjustments;

/// <summary>Puts a decided adjustment into force: new terms, counters, budgets, stopped and added projects. The rules must have been asked.</summary>
internal static class AdjustmentCarrying
{
    public static async Task CarryAsync(AppDbContext db, AdjustmentReading read, Decision decision, Actor actor, DateTime at, CancellationToken stop)
    {
        db.Decisions.Add(decision);
        foreach (var effect in read.Effects)
        {
            if (effect.Of is null) await AddAsync(db, read.Plan, effect, decision, actor, at, stop);
            else await ChangeAsync(db, effect, decision, actor, at, stop);
        }

        foreach (var touched in read.Effects.SelectMany(e => e.Budget).GroupBy(b => (b.Year, b.Source)))
        {
            var change = touched.Sum(b => b.Change);
            if (change.IsZero) continue;
            var allotment = read.Allotments.Single(a => a.Year == touched.Key.Year && a.Source == touched.Key.Source);
            if (change.IsNegative) allotment.Release(-change);
            else allotment.Allocate(change);
        }

        read.Adjustment.Approve(decision, actor, at);
        read.Plan.Touch();
    }

    private static async Task ChangeAsync(AppDbContext db, AdjustmentEffect effect, Decision decision, Actor actor, DateTime at, CancellationToken stop)
    {
        var (project, after) = (effect.Of!.Project, effect.After);
        after.Decide(decision);
        project.Terms.Add(after);
        if (!effect.Stops)
        {
            project.Adjust(after.Support, SourceOf(after, project.Source));
            return;
        }

        var lost = project.Stop(actor, at, effect.Lines.First(l => l.Kind == AdjustmentKind.StopProject).Reason);
        if (lost.IsZero) return;
        var contract = await db.Contracts.Where(c => c.ProjectId == project.Id).OrderByDescending(c => c.Id).FirstAsync(stop);
        project.Contracts.Add(new Contract
        {
            Kind = ContractKind.Termination, Number = decision.Number, SignedOn = decision.EffectiveFrom, Value = lost,
            BeneficiaryId = contract.BeneficiaryId, Beneficiary = null, RecordedById = actor.UserId!.Value, RecordedAt = at,
        });
    }

    private static async Task AddAsync(AppDbContext db, Plan plan, AdjustmentEffect effect, Decision decision, Actor actor, DateTime at, CancellationToken stop)
    {
        var (line, terms) = (effect.Lines[0], effect.After);
        await db.PlanGroups.Where(g => g.PlanId == plan.Id).Include(g => g.Projects).LoadAsync(stop);
        var category = await db.Categories.SingleAsync(c => c.Id == line.CategoryId, stop);
        var group = plan.Groups.OrderBy(g => g.Ordinal).LastOrDefault(g => g.CategoryId == category.Id);
        if (group is null)
        {
            group = new PlanGroup { Ordinal = plan.Groups.Max(g => g.Ordinal) + 1, Title = category.Title, CategoryId = category.Id };
            plan.Groups.Add(group);
        }

        terms.Decide(decision);
        var project = new Project { Code = ProjectCodes.Next(plan), PlanId = plan.Id, Plan = plan, Ordinal = group.Projects.Count + 1, Terms = { terms } };
        project.Approve(terms.Support, SourceOf(terms, plan.Source), actor, at);
        group.Projects.Add(project);
        line.Project = project;
    }

    private static FundingSource SourceOf(ProjectTerms terms, FundingSource now) =>
        terms.Funding.Where(f => !f.Amount.IsZero).OrderByDescending(f => f.Year).ThenByDescending(f => f.Amount).Select(f => (FundingSource?)f.Source).FirstOrDefault() ?? now;
}
