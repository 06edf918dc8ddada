using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Money;

/// <summary>A portal with one project, the Centre's leader who proposes and an accountant who decides.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private int _vouchers;

    private Desk(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public Actor Chief { get; private set; } = null!;

    public Actor Accountant { get; private set; } = null!;

    public int ProjectId { get; private set; }

    public static async Task<Desk> OpenAsync(SomeProject project) => await OpenAsync(await TestPortal.StartAsync(), project);

    /// <summary>Over a database in a file, where many may write at once.</summary>
    public static async Task<Desk> OpenOnFileAsync(SomeProject project) => await OpenAsync(await TestPortal.StartOnFileAsync(), project);

    private static async Task<Desk> OpenAsync(TestPortal portal, SomeProject project)
    {
        var desk = new Desk(portal);
        desk.Chief = await desk.Portal.PersonAsync("Giám đốc Trung tâm", Role.CentreManager);
        desk.Accountant = await desk.Portal.PersonAsync("Kế toán", Role.Accountant);
        desk.ProjectId = await project.InAsync(desk.Portal);
        return desk;
    }

    public ProposeMoneyRequest Form(string amount, MoneyEntryKind kind = MoneyEntryKind.Advance, string? voucher = null) => new()
    {
        ProjectId = ProjectId, Kind = kind, Amount = amount, Date = "01/11/2024", Voucher = voucher ?? $"CT-{Interlocked.Increment(ref _vouchers)}", FormKey = Guid.NewGuid(),
    };

    public Task<Result<int>> SendAsync(Actor actor, ProposeMoneyRequest form) =>
        Portal.UseAsync<MoneyService, Result<int>>(s => s.ProposeAsync(actor, form, CancellationToken.None));

    public Task<Result<int>> ProposeAsync(Actor actor, string amount, MoneyEntryKind kind = MoneyEntryKind.Advance, string? voucher = null) =>
        SendAsync(actor, Form(amount, kind, voucher));

    /// <summary>An entry proposed by the Centre and posted by the accountant.</summary>
    public async Task<int> PostAsync(string amount, MoneyEntryKind kind = MoneyEntryKind.Advance, string date = "01/11/2024", string? lateReason = null)
    {
        var entry = await SendAsync(Chief, Form(amount, kind) with { Date = date, LateReason = lateReason });
        Expect.Done(entry);
        Expect.Done(await ValidateAsync(Accountant, entry.Value));
        return entry.Value;
    }

    public ReverseMoneyRequest Undoing(int entry, string reason = "Ghi nhầm đề án") => new()
    {
        ProjectId = ProjectId, EntryId = entry, Date = "10/11/2024", Voucher = $"BTĐ-{Interlocked.Increment(ref _vouchers)}", Reason = reason, FormKey = Guid.NewGuid(),
    };

    public Task<Result<int>> ReverseAsync(Actor actor, ReverseMoneyRequest request) =>
        Portal.UseAsync<MoneyService, Result<int>>(s => s.ReverseAsync(actor, request, CancellationToken.None));

    public async Task<IReadOnlyList<LedgerRow>> LedgerAsync(Actor actor) =>
        (await Portal.UseAsync<LedgerService, Result<IReadOnlyList<LedgerRow>>>(s => s.ReadAsync(actor, ProjectId, CancellationToken.None))).Value;

    public async Task AcceptAsync(string support) => Expect.Done(await TryAcceptAsync(support));

    public async Task<Result> TryAcceptAsync(string support)
    {
        await using var db = Portal.Db();
        var version = await db.Projects.Where(p => p.Id == ProjectId).Select(p => p.Version).SingleAsync();
        return await Portal.UseAsync<AcceptanceService, Result>(s => s.RecordAsync(
            Chief,
            new RecordAcceptanceRequest { ProjectId = ProjectId, Version = version, Date = "05/11/2024", Finding = "Đạt", MinutesNumber = "07/BB", AcceptedSupport = support },
            CancellationToken.None));
    }

    /// <summary>The budget year is closed.</summary>
    public async Task CloseAsync(int year)
    {
        await using var db = Portal.Db();
        db.YearClosings.Add(new YearClosing { Year = year, ClosedById = Accountant.UserId!.Value, ClosedByName = Accountant.Name, ClosedAt = Portal.Clock.NowUtc() });
        await db.SaveAsync(Accountant, null, CancellationToken.None);
    }

    public async Task<Project> ProjectAsync()
    {
        await using var db = Portal.Db();
        return await db.Projects.AsNoTracking().Include(p => p.History).SingleAsync(p => p.Id == ProjectId);
    }

    public Task<Result> ValidateAsync(Actor actor, int entry) =>
        Portal.UseAsync<MoneyService, Result>(s => s.ValidateAsync(actor, entry, CancellationToken.None));

    public Task<Result> RejectAsync(Actor actor, int entry, string reason) =>
        Portal.UseAsync<MoneyService, Result>(s => s.RejectAsync(actor, new RejectMoneyRequest { EntryId = entry, Reason = reason }, CancellationToken.None));

    public async Task<(Vnd Pending, Vnd Posted)> CountersAsync()
    {
        await using var db = Portal.Db();
        var project = await db.Projects.AsNoTracking().SingleAsync(p => p.Id == ProjectId);
        return (project.Pending, project.Posted);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
