using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>An approved plan of two projects of 100 triệu each, 300 triệu allotted, and the people who adjust it.</summary>
internal sealed class AdjustmentDesk : IAsyncDisposable
{
    private AdjustmentDesk(PlanDesk plans) => Plans = plans;

    public PlanDesk Plans { get; }

    public Actor Head { get; private set; } = null!;

    public Actor Centre { get; private set; } = null!;

    public int Plan { get; private set; }

    public int First { get; private set; }

    public int Second { get; private set; }

    public static async Task<AdjustmentDesk> OpenAsync(bool onFile = false)
    {
        var desk = new AdjustmentDesk(await PlanDesk.OpenAsync(onFile));
        var plans = desk.Plans;
        desk.Head = await plans.Portal.PersonAsync("Lê Thị Phòng", Role.DivisionHead);
        desk.Centre = await plans.Portal.PersonAsync("Đỗ Văn Giám", Role.CentreManager);
        await plans.AllotAsync("300.000.000");
        plans.Portal.Clock.AdjustTime(new DateTimeOffset(2024, 3, 1, 2, 0, 0, TimeSpan.Zero));
        desk.Plan = await plans.AppraisedAsync(PlanDesk.Project("Máy sấy cà phê"), PlanDesk.Project("Máy ép dầu lạc") with { Beneficiary = "HTX Ea Kar" });
        Expect.Done(await plans.ApproveAsync(desk.Plan, r => r with { IssuedOn = "01/03/2024" }));
        var projects = await plans.ProjectsAsync(desk.Plan);
        (desk.First, desk.Second) = (projects[0].Id, projects[1].Id);
        plans.Portal.Clock.AdjustTime(new DateTimeOffset(2024, 6, 1, 2, 0, 0, TimeSpan.Zero));
        return desk;
    }

    public static AdjustmentLineRequest Raise(int project, string support) => new() { Kind = AdjustmentKind.RaiseSupport, ProjectId = project, Support = support, Reason = "Giá máy tăng" };

    public static AdjustmentLineRequest Lower(int project, string support) => new() { Kind = AdjustmentKind.LowerSupport, ProjectId = project, Support = support, Reason = "Giá máy giảm" };

    public static AdjustmentLineRequest Stop(int project, string? recovery = null, string? by = null) =>
        new() { Kind = AdjustmentKind.StopProject, ProjectId = project, PlannedRecovery = recovery, RecoverBy = by, Reason = "Cơ sở xin thôi" };

    public static AdjustmentLineRequest Replace(int project, string beneficiary) =>
        new() { Kind = AdjustmentKind.ReplaceBeneficiary, ProjectId = project, Beneficiary = beneficiary, Reason = "Cơ sở cũ giải thể" };

    public static AdjustmentLineRequest Add(string name = "Máy tách vỏ mắc ca", string support = "80.000.000", int category = 3) => new()
    {
        Kind = AdjustmentKind.AddProject, Name = name, Support = support, Counterpart = "20.000.000", Beneficiary = "Công ty Mắc Ca", ImplementingUnit = "Trung tâm Khuyến công",
        Area = "Huyện Krông Năng", StartMonth = "07/2024", EndMonth = "11/2024", CategoryId = category, Reason = "Nhu cầu mới",
    };

    /// <summary>A draft with lines, each added by the clerk.</summary>
    public async Task<int> DraftAsync(params AdjustmentLineRequest[] lines)
    {
        var made = await DoAsync((AdjustmentDraftService s) => s.StartAsync(Plans.Clerk, Plan, new AdjustmentRequest { Reason = "Điều chỉnh giữa năm" }, CancellationToken.None));
        foreach (var line in lines) Expect.Done(await AddAsync(made.Value, line));
        return made.Value;
    }

    public async Task<Result> AddAsync(int adjustment, AdjustmentLineRequest line)
    {
        var shown = line with { Version = await VersionAsync(adjustment) };
        return await DoAsync((AdjustmentDraftService s) => s.AddLineAsync(Plans.Clerk, adjustment, shown, CancellationToken.None));
    }

    public async Task<Result> AttachAsync(int adjustment, FileUpload? file, Actor? by = null)
    {
        var version = await VersionAsync(adjustment);
        return await DoAsync((AdjustmentPapersService s) => s.AttachAsync(by ?? Plans.Clerk, adjustment, version, file, CancellationToken.None));
    }

    public async Task<Result> SubmitAsync(int adjustment, Actor? by = null)
    {
        var version = await VersionAsync(adjustment);
        return await DoAsync((AdjustmentSubmissionService s) => s.SubmitAsync(by ?? Plans.Clerk, adjustment, version, CancellationToken.None));
    }

    public async Task<Result> EndorseAsync(int adjustment, Actor? by = null)
    {
        var submission = await SubmissionAsync(adjustment);
        return await DoAsync((SubmissionService s) => s.EndorseAsync(by ?? Head, submission.Id, submission.Sha256, "Nhất trí", CancellationToken.None));
    }

    public async Task<int> SubmittedAsync(params AdjustmentLineRequest[] lines)
    {
        var adjustment = await DraftAsync(lines);
        Expect.Done(await SubmitAsync(adjustment));
        return adjustment;
    }

    public async Task<int> EndorsedAsync(params AdjustmentLineRequest[] lines)
    {
        var adjustment = await SubmittedAsync(lines);
        Expect.Done(await EndorseAsync(adjustment));
        return adjustment;
    }

    public async Task<ApprovalRequest> DecisionAsync(int adjustment, string day = "01/06/2024") => new()
    {
        Version = await VersionAsync(adjustment), Sha256 = (await SubmissionAsync(adjustment)).Sha256,
        Number = string.Create(CultureInfo.InvariantCulture, $"{100 + adjustment}/QĐ-SCT"), IssuedOn = day,
        IssuingBodyId = Plans.Department, Signatory = "Nguyễn Minh Tâm", SignatoryTitle = "Giám đốc", File = PlanDesk.Pdf(),
    };

    public async Task<Result> ApproveAsync(int adjustment, string day = "01/06/2024", Actor? by = null, Func<ApprovalRequest, ApprovalRequest>? change = null)
    {
        var request = await DecisionAsync(adjustment, day);
        return await DoAsync((AdjustmentApprovalService s) => s.ApproveAsync(by ?? Plans.Leader, adjustment, change?.Invoke(request) ?? request, CancellationToken.None));
    }

    public async Task<int> ApprovedAsync(string day, params AdjustmentLineRequest[] lines)
    {
        var adjustment = await EndorsedAsync(lines);
        Expect.Done(await ApproveAsync(adjustment, day));
        return adjustment;
    }

    public async Task<AdjustmentPage> PageAsync(int adjustment, Actor? by = null) =>
        (await DoAsync((AdjustmentPageService s) => s.ReadAsync(by ?? Plans.Leader, adjustment, CancellationToken.None))).Value;

    public async Task SignAsync(int project, string value, string day)
    {
        var version = (await ProjectAsync(project)).Version;
        Expect.Done(await DoAsync((ContractService s) => s.RecordAsync(
            Centre,
            new RecordContractRequest { ProjectId = project, Version = version, Number = $"{project}/HĐ", SignedOn = day, Value = value, Beneficiary = "Hộ kinh doanh Lan Anh" },
            CancellationToken.None)));
    }

    /// <summary>An appendix that lowers the project's contract.</summary>
    public async Task LowerContractAsync(int project, string by, string day)
    {
        var (version, contract) = ((await ProjectAsync(project)).Version, await Plans.LookAsync(db => db.Contracts.Where(c => c.ProjectId == project).MinAsync(c => c.Id)));
        Expect.Done(await DoAsync((ContractService s) => s.AppendAsync(
            Centre,
            new RecordAppendixRequest { ProjectId = project, Version = version, ContractId = contract, Number = $"{project}/PLHĐ", SignedOn = day, Value = by, Lowers = true },
            CancellationToken.None)));
    }

    /// <summary>Money out of a project, posted.</summary>
    public async Task SpendAsync(int project, string amount, string day = "15/04/2024", string? contract = null)
    {
        if (contract is not null) await SignAsync(project, contract, "05/03/2024");
        var entry = await ProposeAsync(project, amount, day);
        Expect.Done(entry);
        Expect.Done(await DoAsync((MoneyService s) => s.ValidateAsync(Plans.Accountant, entry.Value, CancellationToken.None)));
    }

    /// <summary>Money back from a stopped project, posted.</summary>
    public async Task RecoverAsync(int project, string amount, string day)
    {
        var entry = await ProposeAsync(project, amount, day, MoneyEntryKind.Recovery);
        Expect.Done(entry);
        Expect.Done(await DoAsync((MoneyService s) => s.ValidateAsync(Plans.Accountant, entry.Value, CancellationToken.None)));
    }

    public Task<Result<int>> ProposeAsync(int project, string amount, string day = "15/04/2024", MoneyEntryKind kind = MoneyEntryKind.Advance) =>
        DoAsync((MoneyService s) => s.ProposeAsync(
            Centre,
            new ProposeMoneyRequest { ProjectId = project, Kind = kind, Amount = amount, Date = day, Voucher = $"PC-{Guid.NewGuid():N}"[..12], LateReason = "Thu hồi theo quyết định", FormKey = Guid.NewGuid() },
            CancellationToken.None));

    public Task<Project> ProjectAsync(int id) => Plans.LookAsync(db => db.Projects.AsNoTracking().SingleAsync(p => p.Id == id));

    public Task<Allotment> AllotmentAsync(int year = 2024, FundingSource source = FundingSource.Local) =>
        Plans.LookAsync(db => db.Allotments.AsNoTracking().SingleAsync(a => a.Year == year && a.Source == source));

    public async Task<Submission> SubmissionAsync(int adjustment) => (await Plans.SubmissionAsync(ApprovalSubject.Adjustment, adjustment))!;

    public Task<int> VersionAsync(int adjustment) => Plans.LookAsync(db => db.Adjustments.Where(a => a.Id == adjustment).Select(a => a.Version).SingleAsync());

    public Task<T> DoAsync<TService, T>(Func<TService, Task<T>> step)
        where TService : notnull => Plans.DoAsync(step);

    /// <summary>As opened before, in a database of its own; a server that cannot be copied in memory opens anew.</summary>
    public async Task<AdjustmentDesk> CopyAsync() => TestSupport.SqlServerDatabase.Server is not null
        ? await OpenAsync()
        : new AdjustmentDesk(await Plans.CopyAsync()) { Head = Head, Centre = Centre, Plan = Plan, First = First, Second = Second };

    public ValueTask DisposeAsync() => Plans.DisposeAsync();
}
