using KhuyenCong.Domain.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Web.Operations.Status;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri;

/// <summary>Runs the verification and shows what it found; the answer to the post is the result itself, which no row keeps.</summary>
[Costly(OnlyPost = true)]
[Authorize(Policy = Permissions.AuditRead)]
public sealed class ToanVenModel(IntegrityService integrity, IntegrityAlarmService alarms, VerificationRecord record) : PortalPage
{
    /// <summary>The most faults that the page lists; the command lists all.</summary>
    public const int MostFaults = 500;

    private const int ShownHeads = 14;

    public IReadOnlyList<ComparedHead> Heads { get; private set; } = [];

    /// <summary>What the portal found while it worked.</summary>
    public IReadOnlyList<IntegrityAlarm> Alarms { get; private set; } = [];

    public bool MaySee => Actor.May(Permissions.AccountsManage);

    /// <summary>What the verification found; null before it ran.</summary>
    public AuditReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Kiểm tra toàn vẹn";
        ShowCrumbs(new Crumb("Nhật ký", "/quan-tri/nhat-ky"));
        var found = await alarms.ReadAsync(Actor, stop);
        if (found.IsDone) Alarms = found.Value;
        var result = await integrity.HeadsAsync(Actor, ShownHeads, stop);
        return Answer(result, () =>
        {
            Heads = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var result = await integrity.VerifyAsync(Actor, stop);
        if (result.IsDone)
        {
            Report = result.Value;
            await record.KeepAsync(Report, stop);
        }

        return await AnswerAsync(result, Page, () => OnGetAsync(stop));
    }

    public async Task<IActionResult> OnPostGhiNhanAsync(int alarm, CancellationToken stop) => Answer(await alarms.SeeAsync(Actor, alarm, stop), () =>
    {
        Notify("Đã ghi nhận cảnh báo.");
        return Redirect("/quan-tri/toan-ven#bao-dong");
    });
}
