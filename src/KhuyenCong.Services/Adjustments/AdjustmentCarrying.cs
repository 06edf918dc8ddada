using System.Globalization;
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

        foreach (var move in BudgetMove.All(read.Effects)) Move(db, read, move, decision);
        read.Adjustment.Approve(decision, actor, at);
        read.Plan.Touch();
    }

    private static async Task ChangeAsync(AppDbContext db, AdjustmentEffect effect, Decision decision, Actor actor, DateTime at, CancellationToken stop)
    {
        var (project, after) = (effect.Of!.Project, effect.After);
        after.Decide(decision);
        project.Terms.Add(after);
        var lost = effect.Stops
            ? project.Stop(actor, at, effect.Lines.First(l => l.Kind == AdjustmentKind.StopProject).Reason)
            : project.Adjust(after.Support, SourceOf(after, project.Source));
        if (!lost.IsZero) await EndContractsAsync(db, project, lost, decision, stop);
    }

    // What the project will not use any more leaves its contracts on the decision's own day.
    private static async Task EndContractsAsync(AppDbContext db, Project project, Vnd lost, Decision decision, CancellationToken stop)
    {
        var signed = await db.Contracts.Where(c => c.ProjectId == project.Id).OrderByDescending(c => c.Id).Select(c => new { c.Number, c.BeneficiaryId, c.Value }).ToListAsync(stop);
        var numbers = signed.ConvertAll(c => c.Number);

        // The newest beneficiary loses first, nobody more than it has.
        foreach (var (beneficiary, value) in signed.GroupBy(c => c.BeneficiaryId).Select(g => (g.Key, g.Sum(c => c.Value))))
        {
            var ended = value < -lost ? -value : lost;
            if (!ended.IsNegative) continue;
            lost -= ended;
            var number = FreeNumber(decision, numbers);
            numbers.Add(number);
            project.Contracts.Add(new Contract
            {
                Kind = ContractKind.Termination, Number = number, SignedOn = decision.EffectiveFrom, Value = ended, BeneficiaryId = beneficiary, Beneficiary = null,
                RecordedById = decision.RecordedById, RecordedAt = decision.RecordedAt,
            });
        }
    }

    // A contract's number stands once in a project, and a decision may end several contracts.
    private static string FreeNumber(Decision decision, List<string> taken)
    {
        var ofYear = string.Create(CultureInfo.InvariantCulture, $"{decision.Number} ({decision.Year})");
        return Enumerable.Range(2, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"{ofYear} {n}")).Prepend(ofYear).Prepend(decision.Number)
            .First(number => ProjectRules.WhyNotContractNumber(number, taken).Count == 0);
    }

    // A budget that is carried over is given back here before it is less, and is more there before it is taken.
    private static void Move(AppDbContext db, AdjustmentReading read, BudgetMove move, Decision decision)
    {
        var allotment = read.Allotments.SingleOrDefault(a => a.Year == move.Year && a.Source == move.Source);
        if (allotment is null) db.Allotments.Add(allotment = new Allotment { Year = move.Year, Source = move.Source });
        if (move.Allocated.IsNegative) allotment.Release(-move.Allocated);
        if (!move.Allotted.IsZero)
        {
            allotment.Add(new AllotmentPaper
            {
                Decision = decision, Number = decision.Number, IssuedOn = decision.EffectiveFrom, Amount = move.Allotted,
                Note = move.Allotted.IsNegative
                    ? string.Create(CultureInfo.InvariantCulture, $"Chuyển cùng đề án sang năm {move.Year + 1}")
                    : string.Create(CultureInfo.InvariantCulture, $"Chuyển cùng đề án từ năm {move.Year - 1}"),
                RecordedById = decision.RecordedById, RecordedAt = decision.RecordedAt,
            });
        }

        if (move.Allocated > Vnd.Zero) allotment.Allocate(move.Allocated);
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
