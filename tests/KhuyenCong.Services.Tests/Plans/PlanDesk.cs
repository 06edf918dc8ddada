using System.Text;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Plans;

/// <summary>A portal with the people who make, appraise and approve plans; every step goes through the services.</summary>
internal sealed class PlanDesk : IAsyncDisposable
{
    private PlanDesk(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public Actor Clerk { get; private set; } = null!;

    public Actor Appraiser { get; private set; } = null!;

    public Actor Leader { get; private set; } = null!;

    public Actor Accountant { get; private set; } = null!;

    public int Department { get; private set; }

    public int Committee { get; private set; }

    public static async Task<PlanDesk> OpenAsync(bool onFile = false)
    {
        var desk = new PlanDesk(onFile ? await TestPortal.StartOnFileAsync() : await TestPortal.StartAsync());
        desk.Clerk = await desk.Portal.PersonAsync("Trần Thị Bình", Role.Division);
        desk.Appraiser = await desk.Portal.PersonAsync("Phạm Văn Dũng", Role.Division);
        desk.Leader = await desk.Portal.PersonAsync("Nguyễn Minh Tâm", Role.Leader);
        desk.Accountant = await desk.Portal.PersonAsync("Hoàng Thị Lan", Role.Accountant);
        await using var db = desk.Portal.Db();
        desk.Department = await db.Organisations.Where(o => o.Code == "SCT").Select(o => o.Id).SingleAsync();
        desk.Committee = await db.Organisations.Where(o => o.Code == "UBND").Select(o => o.Id).SingleAsync();
        return desk;
    }

    /// <summary>The same people before a copy of everything that was done so far.</summary>
    public async Task<PlanDesk> CopyAsync() =>
        new(await Portal.CopyAsync()) { Clerk = Clerk, Appraiser = Appraiser, Leader = Leader, Accountant = Accountant, Department = Department, Committee = Committee };

    public static DraftProjectRequest Project(string name = "Hỗ trợ máy sấy cà phê", string support = "100.000.000") => new()
    {
        Group = "c:ND3", Name = name, ImplementingUnit = "Trung tâm Khuyến công", Beneficiary = "Hộ kinh doanh Lan Anh", Area = "Huyện Krông Năng",
        StartMonth = "2024-03", EndMonth = "2024-11", Support = support, Counterpart = "50.000.000",
    };

    /// <summary>A signed file by its first bytes.</summary>
    public static FileUpload Pdf(string content = "%PDF-1.7 đã ký")
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new FileUpload("quyet-dinh.pdf", bytes.Length, new MemoryStream(bytes));
    }

    /// <summary>Minutes pass between the steps of people.</summary>
    public Task<T> DoAsync<TService, T>(Func<TService, Task<T>> step)
        where TService : notnull
    {
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        return Portal.UseAsync(step);
    }

    public async Task<int> DraftAsync(Tranche tranche, params DraftProjectRequest[] projects)
    {
        var made = await DoAsync((DraftPlanService s) => s.CreateAsync(
            Clerk, new NewPlanRequest { Year = 2024, Tranche = tranche.Code, Source = FundingSource.Local }, CancellationToken.None));
        foreach (var project in projects) Expect.Done(await AddAsync(made.Value, project));
        return made.Value;
    }

    public Task<int> DraftAsync(params DraftProjectRequest[] projects) => DraftAsync(Tranche.Numbered(1), projects.Length == 0 ? [Project()] : projects);

    public Task<Result<int>> AddAsync(int plan, DraftProjectRequest project) =>
        DoAsync((DraftProjectService s) => s.AddAsync(Clerk, plan, project, CancellationToken.None));

    public Task<Result> EditAsync(int plan, int project, DraftProjectRequest request) =>
        DoAsync((DraftProjectService s) => s.EditAsync(Clerk, plan, project, request, CancellationToken.None));

    public Task<Result> RemoveAsync(int plan, int project, int version) =>
        DoAsync((DraftProjectService s) => s.RemoveAsync(Clerk, plan, project, version, CancellationToken.None));

    public Task<Result> MoveAsync(int plan, int project, bool up) =>
        DoAsync((DraftProjectService s) => s.MoveAsync(Clerk, plan, project, up, CancellationToken.None));

    public async Task<DraftProjectRequest> FormAsync(int plan, int project) =>
        (await DoAsync((DraftProjectFormService s) => s.ReadAsync(Clerk, plan, project, CancellationToken.None))).Value.Values;

    public async Task<Result> SubmitAsync(int plan, int? version = null)
    {
        var shown = version ?? await VersionAsync(plan);
        return await DoAsync((PlanSubmissionService s) => s.SubmitAsync(Clerk, plan, shown, CancellationToken.None));
    }

    public async Task<Result> ReturnAsync(int plan, string? reason, Actor? by = null, int? version = null)
    {
        var shown = version ?? await VersionAsync(plan);
        return await DoAsync((PlanSubmissionService s) => s.ReturnAsync(by ?? Leader, plan, shown, reason, CancellationToken.None));
    }

    /// <summary>Opinions by project; without any, nobody has said anything.</summary>
    public async Task<Result> AppraiseAsync(int plan, bool finish, bool passRest = false, int? version = null, params OpinionRequest[] opinions)
    {
        var request = new AppraisalRequest { Version = version ?? await VersionAsync(plan), Opinions = opinions, PassRest = passRest };
        return await DoAsync((PlanAppraisalService s) => finish
            ? s.FinishAsync(Appraiser, plan, request, CancellationToken.None)
            : s.SaveAsync(Appraiser, plan, request, CancellationToken.None));
    }

    public async Task PassAsync(int plan) => Expect.Done(await AppraiseAsync(plan, finish: true, passRest: true));

    /// <summary>A plan that waits for the leader.</summary>
    public async Task<int> AppraisedAsync(Tranche tranche, params DraftProjectRequest[] projects)
    {
        var plan = await DraftAsync(tranche, projects.Length == 0 ? [Project()] : projects);
        Expect.Done(await SubmitAsync(plan));
        await PassAsync(plan);
        return plan;
    }

    public Task<int> AppraisedAsync(params DraftProjectRequest[] projects) => AppraisedAsync(Tranche.Numbered(1), projects);

    /// <summary>A decision of the People's Committee on this year's local budget.</summary>
    public AllotmentRequest Allotment(string amount = "8.000.000.000", string number = "01/QĐ-UBND", string on = "02/01/2024", int year = 2024) => new()
    {
        Year = year, Source = FundingSource.Local, Number = number, IssuedOn = on, Amount = amount, IssuingBodyId = Committee,
        Signatory = "Lê Văn Nghĩa", SignatoryTitle = "Phó Chủ tịch", Capacity = SigningCapacity.ForHead,
    };

    public Task<Result> RecordAsync(AllotmentRequest request, Actor? by = null) => DoAsync((AllotmentService s) => s.RecordAsync(by ?? Accountant, request, CancellationToken.None));

    public async Task AllotAsync(string amount, string number = "01/QĐ-UBND") => Expect.Done(await RecordAsync(Allotment(amount, number)));

    public ApprovalRequest Decision(int version) => new()
    {
        Version = version, Number = "38/QĐ-SCT", IssuedOn = "14/11/2024", IssuingBodyId = Department, Signatory = "Nguyễn Minh Tâm",
        SignatoryTitle = "KT. Giám đốc – Phó Giám đốc", File = Pdf(),
    };

    public async Task<Result> ApproveAsync(int plan, Func<ApprovalRequest, ApprovalRequest>? change = null, Actor? by = null)
    {
        var request = Decision(await VersionAsync(plan)) with { Sha256 = await Sha256Async(plan) };
        return await DoAsync((PlanApprovalService s) => s.ApproveAsync(by ?? Leader, plan, change?.Invoke(request) ?? request, CancellationToken.None));
    }

    /// <summary>The hash that the approval page shows; null before the first submission.</summary>
    public async Task<string?> Sha256Async(int plan) => (await SubmissionAsync(ApprovalSubject.Plan, plan))?.Sha256;

    /// <summary>The newest submission of a plan or an adjustment; null before the first.</summary>
    public Task<Submission?> SubmissionAsync(ApprovalSubject subject, int id) => LookAsync(db => db.Submissions.AsNoTracking()
        .Where(s => s.Subject == subject && s.SubjectId == id).OrderByDescending(s => s.Round).FirstOrDefaultAsync());

    public async Task<PlanPage> PageAsync(int plan, DateOnly? day = null, DateOnly? recordedBy = null) =>
        (await Portal.UseAsync((PlanPageService s) => s.ReadAsync(Leader, plan, day, recordedBy, CancellationToken.None))).Value;

    public async Task<int> VersionAsync(int plan) => await LookAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.Version).SingleAsync());

    public async Task<List<Project>> ProjectsAsync(int plan) =>
        await LookAsync(db => db.Projects.AsNoTracking().Where(p => p.PlanId == plan).OrderBy(p => p.Group!.Ordinal).ThenBy(p => p.Ordinal).ToListAsync());

    public async Task<T> LookAsync<T>(Func<Data.AppDbContext, Task<T>> look)
    {
        await using var db = Portal.Db();
        return await look(db);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
