using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Racer;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>An approved plan of many projects of 100 triệu each on a shared database, and what several processes race with.</summary>
internal sealed class RaceDesk : IAsyncDisposable
{
    public const string Day = "01/03/2024";

    private int _tranches = 1;
    private int _papers = 1;
    private int _steps;

    private RaceDesk(PlanDesk plans) => Plans = plans;

    public PlanDesk Plans { get; }

    public Actor Head { get; private set; } = null!;

    public Actor Centre { get; private set; } = null!;

    public int Plan { get; private set; }

    /// <summary>The projects of the plan, in its order.</summary>
    public IReadOnlyList<int> Projects { get; private set; } = [];

    public RacePerson Leader => new(Plans.Leader.UserId!.Value, Plans.Leader.Name);

    /// <summary>Racers keep their connections open, as the portal does.</summary>
    public RaceSetup Setup => new(
        Plans.Portal.ConnectionString.Replace(";Pooling=False", string.Empty, StringComparison.Ordinal), Plans.Portal.StorageRoot, new DateTimeOffset(2024, 6, 1, 2, 0, 0, TimeSpan.Zero),
        new(Centre.UserId!.Value, Centre.Name), new(Plans.Accountant.UserId!.Value, Plans.Accountant.Name), Plans.Department);

    /// <summary>Nothing is left unallocated.</summary>
    public static async Task<RaceDesk> OpenAsync(int projects)
    {
        var desk = new RaceDesk(await PlanDesk.OpenAsync(onFile: true));
        var plans = desk.Plans;
        desk.Head = await plans.Portal.PersonAsync("Lê Thị Phòng", Role.DivisionHead);
        desk.Centre = await plans.Portal.PersonAsync("Đỗ Văn Giám", Role.CentreManager);
        await plans.AllotAsync(Text(Vnd.Million(100 * projects)));
        plans.Portal.Clock.AdjustTime(new DateTimeOffset(2024, 3, 1, 2, 0, 0, TimeSpan.Zero));
        desk.Plan = await plans.AppraisedAsync([.. Enumerable.Range(1, projects).Select(i => PlanDesk.Project($"Máy sấy cà phê số {i}"))]);
        Expect.Done(await plans.ApproveAsync(desk.Plan, r => r with { IssuedOn = Day }));
        desk.Projects = [.. (await plans.ProjectsAsync(desk.Plan)).Select(p => p.Id)];
        plans.Portal.Clock.AdjustTime(desk.Setup.Now);
        return desk;
    }

    public async Task ContractAsync(int project, Vnd value)
    {
        var version = await LookAsync(db => db.Projects.Where(p => p.Id == project).Select(p => p.Version).SingleAsync());
        Expect.Done(await DoAsync((ContractService s) => s.RecordAsync(
            Centre,
            new RecordContractRequest { ProjectId = project, Version = version, Number = $"{project}/HĐ", SignedOn = Day, Value = Text(value), Beneficiary = "Hộ kinh doanh Lan Anh" },
            CancellationToken.None)));
    }

    /// <summary>Budget that nobody has taken yet.</summary>
    public async Task AllotAsync(Vnd amount) =>
        await Plans.AllotAsync(Text(amount), string.Create(CultureInfo.InvariantCulture, $"GV-{++_papers}/QĐ-UBND"));

    public RaceStep Money(int project, Vnd amount) => new()
    {
        Id = ++_steps, Kind = RaceKind.Money, Subject = project, Amount = Text(amount), Number = $"PC-{_steps}", Day = Day, FormKey = Guid.NewGuid(),
    };

    /// <summary>An appraised plan of one project, which waits for the leader.</summary>
    public async Task<RaceStep> PlanAsync(Vnd support)
    {
        var plan = await Plans.AppraisedAsync(Tranche.Numbered(++_tranches), PlanDesk.Project(support: Text(support)));
        return Decision(RaceKind.Plan, plan, await Plans.VersionAsync(plan), (await Plans.Sha256Async(plan))!);
    }

    /// <summary>An endorsed adjustment that raises a project, and waits for the leader.</summary>
    public async Task<RaceStep> RaiseAsync(int project, Vnd by)
    {
        var support = await LookAsync(db => db.Projects.Where(p => p.Id == project).Select(p => p.Support).SingleAsync());
        var made = await DoAsync((AdjustmentDraftService s) => s.StartAsync(Plans.Clerk, Plan, new AdjustmentRequest { Reason = "Điều chỉnh giữa năm" }, CancellationToken.None));
        var adjustment = made.Value;
        var version = await VersionAsync(adjustment);
        Expect.Done(await DoAsync((AdjustmentDraftService s) => s.AddLineAsync(
            Plans.Clerk, adjustment,
            new AdjustmentLineRequest { Version = version, Kind = Domain.Adjustments.AdjustmentKind.RaiseSupport, ProjectId = project, Support = Text(support + by), Reason = "Giá máy tăng" },
            CancellationToken.None)));
        version = await VersionAsync(adjustment);
        Expect.Done(await DoAsync((AdjustmentSubmissionService s) => s.SubmitAsync(Plans.Clerk, adjustment, version, CancellationToken.None)));
        var submission = await LookAsync(db => db.Submissions.OrderByDescending(s => s.Id).FirstAsync());
        Expect.Done(await DoAsync((SubmissionService s) => s.EndorseAsync(Head, submission.Id, submission.Sha256, null, CancellationToken.None)));
        return Decision(RaceKind.Adjustment, adjustment, await VersionAsync(adjustment), submission.Sha256);
    }

    /// <summary>The same content once more, under another number.</summary>
    public RaceStep Again(RaceStep step, RacePerson? leader = null) =>
        step with { Id = ++_steps, Number = $"{_steps:0000}/QĐ-SCT", Leader = leader ?? step.Leader };

    public async Task IsSoundAsync() =>
        Assert.Empty((await DoAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None))).Faults);

    public Task<T> LookAsync<T>(Func<Data.AppDbContext, Task<T>> look) => Plans.LookAsync(look);

    public ValueTask DisposeAsync() => Plans.DisposeAsync();

    private RaceStep Decision(RaceKind kind, int subject, int version, string sha256) => new()
    {
        Id = ++_steps, Kind = kind, Subject = subject, Number = $"{_steps:0000}/QĐ-SCT", Day = "01/06/2024", Version = version, Sha256 = sha256, Leader = Leader,
    };

    private Task<int> VersionAsync(int adjustment) => LookAsync(db => db.Adjustments.Where(a => a.Id == adjustment).Select(a => a.Version).SingleAsync());

    private Task<T> DoAsync<TService, T>(Func<TService, Task<T>> step)
        where TService : notnull => Plans.Portal.UseAsync(step);

    private static string Text(Vnd amount) => amount.ToString();
}
