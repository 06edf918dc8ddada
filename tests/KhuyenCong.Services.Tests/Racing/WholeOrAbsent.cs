using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Racer;
using KhuyenCong.Services.Documents;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>Looks after a crash whether each operation is there with everything that belongs to it, or not at all.</summary>
internal sealed class WholeOrAbsent(RaceDesk desk)
{
    private readonly FileStore _files = new(desk.Plans.Portal.StorageRoot);

    /// <returns>The steps that are not wholly there: to be done again.</returns>
    public async Task<RaceStep[]> CheckAsync(IReadOnlyList<RaceStep> steps, IReadOnlySet<(int Id, RaceAct Act)> confirmed)
    {
        await desk.IsSoundAsync();
        await using var db = desk.Plans.Portal.Db();
        var books = await ReadAsync(db);
        Assert.Equal(books.Projects.Sum(p => p.Support), books.Allotment.Allocated);
        foreach (var project in books.Projects)
        {
            Assert.Equal(project.MoneyEntries.Where(e => e.Verdict is { Posted: true }).Sum(e => e.Amount), project.Posted);
            Assert.Equal(project.MoneyEntries.Where(e => e.Verdict is null).Sum(e => e.Amount), project.Pending);
        }

        List<RaceStep> missing = [];
        foreach (var step in steps)
        {
            var done = step.Kind == RaceKind.Money ? Acts(books, step) : IsDecided(books, step) ? [RaceAct.Approved] : [];
            Assert.Empty(confirmed.Where(c => c.Id == step.Id).Select(c => c.Act).Except(done));
            if (!done.Contains(RaceAct.Posted) && !done.Contains(RaceAct.Approved)) missing.Add(step);
        }

        return [.. missing];
    }

    private static RaceAct[] Acts(Books books, RaceStep step)
    {
        var entry = books.Projects.Single(p => p.Id == step.Subject).MoneyEntries.SingleOrDefault(e => e.FormKey == step.FormKey);
        return entry is null ? [] : entry.Verdict is null ? [RaceAct.Proposed] : [RaceAct.Proposed, RaceAct.Posted];
    }

    private bool IsDecided(Books books, RaceStep step)
    {
        var isPlan = step.Kind == RaceKind.Plan;
        var decision = isPlan
            ? books.Decisions.SingleOrDefault(d => d.PlanId == step.Subject && d.AdjustmentId is null)
            : books.Decisions.SingleOrDefault(d => d.AdjustmentId == step.Subject);
        var isApproved = isPlan
            ? books.Plans.Single(p => p.Id == step.Subject).Status == PlanStatus.Approved
            : books.Adjustments.Single(a => a.Id == step.Subject).Status == AdjustmentStatus.Approved;
        Assert.Equal(decision is not null, isApproved);
        var project = isPlan
            ? books.Projects.Single(p => p.PlanId == step.Subject)
            : books.Projects.Single(p => p.Id == books.Adjustments.Single(a => a.Id == step.Subject).Lines.Single().ProjectId);
        var decided = project.Terms.Where(t => t.DecisionId is not null).ToList();
        Assert.Equal(decided.Count == 0 ? Vnd.Zero : decided.MaxBy(t => t.Id)!.Support, project.Support);
        Assert.Equal(decision is null ? 0 : 1, decided.Count(t => t.DecisionId == decision?.Id));
        if (isPlan) Assert.Equal(decision is null ? ProjectStatus.Registered : ProjectStatus.Approved, project.Status);
        if (decision is null) return false;

        Assert.Equal(step.Number, decision.Number);
        Assert.Contains(books.Signed, s => s == decision.SubmissionId);
        using var file = _files.Open(decision.Document!.Sha256);
        Assert.Equal(decision.Document.Length, file?.Length);
        return true;
    }

    private static async Task<Books> ReadAsync(AppDbContext db) => new(
        await db.Plans.AsNoTracking().ToListAsync(),
        await db.Adjustments.AsNoTracking().Include(a => a.Lines).ToListAsync(),
        await db.Decisions.AsNoTracking().Include(d => d.Document).ToListAsync(),
        await db.Projects.AsNoTracking().Include(p => p.Terms).ThenInclude(t => t.Funding).Include(p => p.MoneyEntries).ThenInclude(e => e.Verdict).ToListAsync(),
        await db.Signatures.Where(s => db.Submissions.Any(x => x.Id == s.SubmissionId && x.Steps.Any(t => t.IsDecision && t.Ordinal == s.StepOrdinal))).Select(s => (int?)s.SubmissionId).ToListAsync(),
        await db.Allotments.AsNoTracking().SingleAsync());

    private sealed record Books(
        List<Plan> Plans, List<Adjustment> Adjustments, List<Domain.Decisions.Decision> Decisions, List<Project> Projects, List<int?> Signed, Allotment Allotment);
}
