using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.TestSupport.Scenes;

/// <summary>
/// Plans, projects and money in any state, put into the database directly: for tests of what reads them.
/// </summary>
public sealed class BudgetScene
{
    private readonly Func<AppDbContext> _open;
    private readonly List<ScenePlan> _plans = [];
    private readonly List<Allotment> _allotments = [];

    private BudgetScene(Func<AppDbContext> open, DateTime now, Actor clerk, List<AdministrativeUnit> units, Dictionary<string, ActivityCategory> categories, int bodyId)
    {
        (_open, Now, Clerk, Units, Categories, BodyId) = (open, now, clerk, units, categories, bodyId);
    }

    public IReadOnlyList<AdministrativeUnit> Units { get; }

    internal Actor Clerk { get; }

    internal IReadOnlyDictionary<string, ActivityCategory> Categories { get; }

    internal int BodyId { get; }

    internal DateTime Now { get; }

    public static async Task<BudgetScene> OpenAsync(TestPortal portal) =>
        await OpenAsync(portal.Db, portal.Clock.GetUtcNow().UtcDateTime, await portal.PersonAsync("Người nhập", Role.Division));

    /// <param name="open">Opens the database.</param>
    /// <param name="now">When everything is recorded, UTC.</param>
    /// <param name="clerk">Who records it; a person with an account.</param>
    public static async Task<BudgetScene> OpenAsync(Func<AppDbContext> open, DateTime now, Actor clerk)
    {
        await using var db = open();
        return new BudgetScene(
            open, now, clerk, await db.Units.AsNoTracking().ToListAsync(), await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Code),
            await db.Organisations.Where(o => o.Code == "SCT").Select(o => o.Id).SingleAsync());
    }

    /// <summary>A plan approved by a decision of the given effective day.</summary>
    public ScenePlan Plan(int year, Tranche tranche, DateOnly decidedOn, string number, FundingSource source = FundingSource.Local, bool isDateKnown = true)
    {
        var plan = new ScenePlan(this, year, tranche, source, number, decidedOn, isDateKnown);
        _plans.Add(plan);
        return plan;
    }

    public void Allotted(int year, FundingSource source, Vnd amount, DateOnly? on = null)
    {
        var allotment = _allotments.SingleOrDefault(a => a.Year == year && a.Source == source);
        if (allotment is null) _allotments.Add(allotment = new Allotment { Year = year, Source = source });
        allotment.Add(new AllotmentPaper
        {
            Number = $"{allotment.Papers.Count + 1}/QĐ-UBND", IssuedOn = on, Amount = amount, RecordedById = Clerk.UserId!.Value, RecordedAt = Now,
        });
    }

    /// <summary>The unit of a name that is valid on a day.</summary>
    public AdministrativeUnit Unit(string name, DateOnly? on = null) =>
        Units.Single(u => u.Name == name && u.IsValidOn(on ?? new DateOnly(2024, 1, 1)));

    public async Task SaveAsync()
    {
        await using var db = _open();
        foreach (var plan in _plans) plan.AddTo(db);
        db.Allotments.AddRange(_allotments);
        await db.SaveAsync(Clerk, null, CancellationToken.None);

        await AllocateAsync(db);

        // An acceptance is keyed by its project, which has its id only now.
        foreach (var plan in _plans) plan.Accept(db);
        await db.SaveAsync(Clerk, null, CancellationToken.None);
    }

    // What the decisions have handed out, where it was allotted at all.
    private async Task AllocateAsync(AppDbContext db)
    {
        var shares = await db.TermsAsOf(DateOnly.MaxValue).Where(t => t.DecisionId != null).SelectMany(t => t.Funding).ToListAsync();
        foreach (var allotment in _allotments)
        {
            var sum = shares.Where(s => s.Year == allotment.Year && s.Source == allotment.Source).Sum(s => s.Amount);
            if (sum <= allotment.Allotted) allotment.Allocate(sum);
        }
    }
}
