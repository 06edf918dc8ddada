using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Money;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Money;

/// <summary>The budget year 2024 on 20/01/2025: 1.000 triệu allotted, one project of 150 under contract.</summary>
internal sealed class YearScene : IAsyncDisposable
{
    private int _vouchers;

    private YearScene(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public Actor Accountant { get; private set; } = null!;

    public int ProjectId { get; private set; }

    public static async Task<YearScene> OpenAsync(bool onFile = false)
    {
        var scene = new YearScene(onFile ? await TestPortal.StartOnFileAsync() : await TestPortal.StartAsync());
        scene.Accountant = await scene.Portal.PersonAsync("Hoàng Thị Lan", Role.Accountant);
        scene.ProjectId = await SomeProject.Supported(150).UnderContract(150).Started().InAsync(scene.Portal);
        await scene.AllotAsync(2024, 1000, allocated: 150);
        scene.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 1, 20, 2, 0, 0, TimeSpan.Zero));
        return scene;
    }

    public Task AllotAsync(int year, long million, long allocated = 0) => EditAsync(db =>
    {
        var allotment = new Allotment { Year = year, Source = FundingSource.Local };
        allotment.Add(new AllotmentPaper
        {
            Number = "01/QĐ-UBND", IssuedOn = new(year, 1, 2), Amount = Vnd.Million(million), RecordedById = Accountant.UserId!.Value, RecordedAt = DateTime.UnixEpoch,
        });
        allotment.Allocate(Vnd.Million(allocated));
        db.Allotments.Add(allotment);
        return Task.CompletedTask;
    });

    /// <summary>An entry of the project; posted unless it still waits.</summary>
    public Task PayAsync(long million, bool posted = true, MoneyEntryKind kind = MoneyEntryKind.Payment) => EditAsync(async db =>
    {
        var project = await db.Projects.SingleAsync(p => p.Id == ProjectId);
        var entry = new MoneyEntry
        {
            ProjectId = ProjectId, Kind = kind, Amount = Vnd.Million(million), Date = new(2024, 12, 20), Voucher = $"PC-{++_vouchers}",
            ProposedById = Accountant.UserId!.Value, ProposedByName = "Đề nghị", ProposedAt = DateTime.UnixEpoch, FormKey = Guid.NewGuid(),
        };
        project.Propose(entry);
        if (posted) project.Settle(entry, true, Accountant, DateTime.UnixEpoch);
    });

    /// <summary>A decision of 30/12/2024 changes the project's terms.</summary>
    public Task DecideAsync(Action<ProjectTerms, Project> change) => EditAsync(async db =>
    {
        var project = await db.Projects.SingleAsync(p => p.Id == ProjectId);
        var last = await db.ProjectTerms.Include(t => t.Funding).Include(t => t.Decision).Where(t => t.ProjectId == ProjectId).OrderBy(t => t.Id).LastAsync();
        var terms = last.Copy();
        change(terms, project);
        var decision = new Domain.Decisions.Decision
        {
            Kind = Domain.Decisions.DecisionKind.Adjust, PlanId = project.PlanId, Number = "99/QĐ-SCT", Year = 2024, IssuedOn = new(2024, 12, 30), EffectiveFrom = new(2024, 12, 30),
            RecordedAt = DateTime.UnixEpoch, RecordedById = Accountant.UserId!.Value, IssuingBodyId = last.Decision!.IssuingBodyId, Signatory = "A", SignatoryTitle = "Giám đốc",
        };
        terms.Decide(decision);
        db.ProjectTerms.Add(terms);
        foreach (var (year, share) in terms.Funding.Select(f => (f.Year, f.Amount)))
        {
            var allotment = await db.Allotments.SingleOrDefaultAsync(a => a.Year == year);
            if (allotment is null) db.Allotments.Add(allotment = new Allotment { Year = year, Source = FundingSource.Local });
            var difference = share - (last.Funding.SingleOrDefault(f => f.Year == year)?.Amount ?? Vnd.Zero);
            if (difference.IsNegative) allotment.Release(-difference);
            if (terms.BudgetYear != last.BudgetYear)
            {
                allotment.Add(new AllotmentPaper
                {
                    Decision = decision, Number = decision.Number, IssuedOn = decision.EffectiveFrom, Amount = difference, RecordedById = decision.RecordedById, RecordedAt = decision.RecordedAt,
                });
            }

            if (difference > Vnd.Zero) allotment.Allocate(difference);
        }
    });

    public async Task EditAsync(Func<AppDbContext, Task> edit)
    {
        await using var db = Portal.Db();
        await edit(db);
        await db.SaveAsync(Accountant, null, default);
    }

    public Task<Result<YearClosingPage>> ReadAsync(int year = 2024, Actor? by = null) => Portal.UseAsync((YearClosingService s) => s.ReadAsync(by ?? Accountant, year, default));

    /// <summary>Closes as the page was shown.</summary>
    public Task<Result> CloseAsync(string? carried = null, long? shown = null, int year = 2024, Actor? by = null) => Portal.UseAsync(async (YearClosingService s) =>
    {
        await using var db = Portal.Db();
        var unallocated = shown ?? (await db.Allotments.Where(a => a.Year == year).ToListAsync()).Select(a => a.Unallocated.Dong).FirstOrDefault();
        return await s.CloseAsync(by ?? Accountant, year, new CloseYearRequest { Carried = [new CarryOverRequest { Source = FundingSource.Local, Amount = carried ?? "0", Shown = unallocated }], Note = "Cuối năm" }, default);
    });

    public async Task<T> LookAsync<T>(Func<AppDbContext, Task<T>> look)
    {
        await using var db = Portal.Db();
        return await look(db);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
