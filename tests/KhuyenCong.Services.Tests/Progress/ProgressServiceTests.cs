using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Progress;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Progress;

public class ProgressServiceTests
{
    private static readonly ReportProgressRequest Report = new() { Date = "01/11/2024", Percent = "40", Done = "Lắp xong máy" };

    [Fact]
    public async Task The_first_report_starts_the_work()
    {
        await using var portal = await TestPortal.StartAsync();
        var officer = await portal.PersonAsync("Cán bộ", Role.Officer);
        var id = await SomeProject.Supported(100).UnderContract(100).FollowedBy(officer).InAsync(portal);

        Expect.Done(await SendAsync(portal, officer, Report with { ProjectId = id }));

        await using var db = portal.Db();
        var project = await db.Projects.SingleAsync(p => p.Id == id);
        Assert.Equal((ProjectStatus.InProgress, 40, new DateOnly(2024, 11, 1)), (project.Status, project.ProgressPercent, project.LastProgressOn));
    }

    [Fact]
    public async Task Texts_of_several_lines_keep_their_lines()
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);
        var id = await SomeProject.Supported(100).UnderContract(100).InAsync(portal);
        var typed = "Lắp xong máy \r\n- chạy thử\r\n\r\n\r\n\r\n- bàn giao\r\n".Normalize(System.Text.NormalizationForm.FormD);

        Expect.Done(await SendAsync(portal, chief, Report with { ProjectId = id, Done = typed, Difficulties = "một\r\nhai", Proposals = "ba\rbốn", Next = " \r\n " }));

        await using var db = portal.Db();
        var update = await db.ProgressUpdates.SingleAsync();
        Assert.Equal(("Lắp xong máy\n- chạy thử\n\n- bàn giao", "một\nhai", "ba\nbốn", null), (update.Done, update.Difficulties, update.Proposals, update.Next));
        var verify = await portal.UseAsync<Services.Auditing.AuditVerifyService, Services.Auditing.AuditReport>(s => s.VerifyAsync(null, default));
        Assert.Empty(verify.Faults);
    }

    [Fact]
    public async Task One_update_a_day_and_the_refusal_names_who_was_first()
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);
        var officer = await portal.PersonAsync("Cán bộ", Role.Officer);
        var id = await SomeProject.Supported(100).UnderContract(100).FollowedBy(officer).InAsync(portal);
        Expect.Done(await SendAsync(portal, officer, Report with { ProjectId = id }));

        Expect.Done(await SendAsync(portal, officer, Report with { ProjectId = id }));
        var refusal = Expect.RefusedOnlyBy<ProjectRefusals.ProgressTwiceADay>(await SendAsync(portal, chief, Report with { ProjectId = id, Percent = "50" }));

        Assert.Equal("Cán bộ", refusal.ByName);
        await using var db = portal.Db();
        Assert.Equal(1, await db.ProgressUpdates.CountAsync());
    }

    [Fact]
    public async Task A_lower_percent_needs_its_reason()
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);
        var id = await SomeProject.Supported(100).UnderContract(100).InAsync(portal);
        Expect.Done(await SendAsync(portal, chief, Report with { ProjectId = id }));
        var lower = Report with { ProjectId = id, Date = "02/11/2024", Percent = "39" };

        Assert.Equal(new ProjectRefusals.LowerPercentNeedsReason(39, 40), Expect.RefusedOnlyBy<ProjectRefusals.LowerPercentNeedsReason>(await SendAsync(portal, chief, lower)));
        Expect.Done(await SendAsync(portal, chief, lower with { LowerReason = "Trả lại máy" }));
    }

    [Fact]
    public async Task A_report_of_an_earlier_day_does_not_exceed_the_next_one_nor_become_the_latest()
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);
        var id = await SomeProject.Supported(100).UnderContract(100).InAsync(portal);
        Expect.Done(await SendAsync(portal, chief, Report with { ProjectId = id }));

        Expect.RefusedOnlyBy<ProjectRefusals.PercentAboveLater>(await SendAsync(portal, chief, Report with { ProjectId = id, Date = "01/10/2024", Percent = "41" }));
        Expect.Done(await SendAsync(portal, chief, Report with { ProjectId = id, Date = "01/10/2024", Percent = "20" }));

        await using var db = portal.Db();
        Assert.Equal(40, (await db.Projects.SingleAsync(p => p.Id == id)).ProgressPercent);
    }

    [Theory]
    [InlineData("16/11/2024", "ProgressInFuture")]
    [InlineData("04/02/2024", "ProgressBeforeDecision")]
    public async Task A_report_is_dated_between_the_decision_and_today(string date, string code)
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);
        var id = await SomeProject.Supported(100).UnderContract(100).InAsync(portal);

        Assert.Equal(code, Assert.Single((await SendAsync(portal, chief, Report with { ProjectId = id, Date = date })).Refusals).Code);
        Expect.Done(await SendAsync(portal, chief, Report with { ProjectId = id, Date = "15/11/2024" }));
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("4,5")]
    [InlineData("bốn mươi")]
    public async Task A_percent_that_is_none_is_asked_again(string percent)
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);

        Expect.InvalidIn(await SendAsync(portal, chief, Report with { Percent = percent }), "Percent");
    }

    [Fact]
    public async Task An_officer_reports_on_own_projects_only_and_only_while_assigned()
    {
        await using var portal = await TestPortal.StartAsync();
        var officer = await portal.PersonAsync("Cán bộ", Role.Officer);
        var others = await SomeProject.Supported(100).UnderContract(100).InAsync(portal);
        var tomorrow = await SomeProject.Supported(100).UnderContract(100).FollowedBy(officer, new(2024, 11, 16)).InAsync(portal);

        Assert.Equal(Outcome.NotFound, (await SendAsync(portal, officer, Report with { ProjectId = others })).Outcome);
        Assert.Equal(Outcome.NotFound, (await SendAsync(portal, officer, Report with { ProjectId = tomorrow })).Outcome);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Expect.Done(await SendAsync(portal, officer, Report with { ProjectId = tomorrow }));
    }

    [Fact]
    public async Task A_project_not_under_way_takes_no_progress_and_other_roles_report_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var chief = await portal.PersonAsync("Giám đốc", Role.CentreManager);
        var id = await SomeProject.Supported(100).InAsync(portal);

        Expect.RefusedOnlyBy<ProjectRefusals.TakesNoProgress>(await SendAsync(portal, chief, Report with { ProjectId = id }));
        var reader = await portal.PersonAsync("Quản lý", Role.Manager);
        Assert.Equal(Outcome.Forbidden, (await SendAsync(portal, reader, Report with { ProjectId = id })).Outcome);
    }

    private static Task<Result> SendAsync(TestPortal portal, Actor actor, ReportProgressRequest report) =>
        portal.UseAsync<ProgressService, Result>(s => s.ReportAsync(actor, report, default));
}
