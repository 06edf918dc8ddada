using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Money;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Projects;

public class ProjectListServiceTests
{
    [Fact]
    public async Task Filters_find_what_they_say()
    {
        await using var portal = await TestPortal.StartAsync();
        var reader = await portal.PersonAsync("Quản lý", Role.Manager);
        var officer = await portal.PersonAsync("Cán bộ", Role.Officer);
        var coffee = await SomeProject.Supported(150).Named("Chế biến cà phê").In("Huyện Krông Búk").FollowedBy(officer).UnderContract(100).EndingIn(2024, 9).InAsync(portal);
        var study = await SomeProject.Supported(50).Named("Khảo sát học tập").InCategory("ND9").EndingIn(2024, 11).InAsync(portal);
        var draft = await SomeProject.Supported(30).Named("Máy sấy").In("Huyện M'Đrắk").AsDraft().InAsync(portal);
        await using var db = portal.Db();
        var krongBuk = await db.Units.Where(u => u.Name == "Huyện Krông Búk").Select(u => u.Id).SingleAsync();
        var nd9 = await db.Categories.Where(c => c.Code == "ND9").Select(c => c.Id).SingleAsync();

        Assert.Equal([coffee, study, draft], await FindAsync(portal, reader, new()));
        Assert.Equal([coffee], await FindAsync(portal, reader, new() { UnitId = krongBuk }));
        Assert.Equal([study], await FindAsync(portal, reader, new() { WholeProvince = true }));
        Assert.Equal([study], await FindAsync(portal, reader, new() { CategoryId = nd9 }));
        Assert.Equal([coffee], await FindAsync(portal, reader, new() { OfficerId = officer.UserId }));
        Assert.Equal([study, draft], await FindAsync(portal, reader, new() { OfficerId = 0 }));
        Assert.Equal([coffee], await FindAsync(portal, reader, new() { Standing = ScheduleStanding.Late }));
        Assert.Equal([study], await FindAsync(portal, reader, new() { Standing = ScheduleStanding.AtRisk }));
        Assert.Equal([draft], await FindAsync(portal, reader, new() { Status = ProjectStatus.Registered }));
        Assert.Equal([coffee], await FindAsync(portal, reader, new() { Text = "ca PHE" }));
        Assert.Equal([study], await FindAsync(portal, reader, new() { Text = "d1-02" }));
        Assert.Equal([draft, study, coffee], await FindAsync(portal, reader, new() { Sort = ProjectSort.Support }));
        Assert.Empty(await FindAsync(portal, reader, new() { PlanId = 4711 }));

        // In the order of a project's life, not of its stored name: Approved, Contracted, Registered.
        Assert.Equal([draft, study, coffee], (await ReadAsync(portal, reader, new() { Sort = ProjectSort.Status })).Rows.Select(r => r.Id));
        Assert.Equal([coffee, study, draft], (await ReadAsync(portal, reader, new() { Sort = ProjectSort.Status, Descending = true })).Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task Totals_are_over_all_pages_and_a_page_beyond_the_last_is_the_last()
    {
        await using var portal = await TestPortal.StartAsync();
        var reader = await portal.PersonAsync("Quản lý", Role.Manager);
        await using (var db = portal.Db())
        {
            for (var i = 0; i < 53; i++) await SomeProject.SupportedBy(new Vnd(1_000_000 + i)).InAsync(db);
        }

        var list = await ReadAsync(portal, reader, new() { Page = 9 });

        Assert.Equal((53, 2, 2, 3), (list.Totals.Count, list.Pages, list.Page, list.Rows.Count));
        Assert.Equal(new Vnd((53 * 1_000_000) + (52 * 53 / 2)), list.Totals.Support);
    }

    [Fact]
    public async Task An_officer_sees_own_projects_and_their_sums_only()
    {
        await using var portal = await TestPortal.StartAsync();
        var officer = await portal.PersonAsync("Cán bộ", Role.Officer);
        var own = await SomeProject.Supported(10).FollowedBy(officer).InAsync(portal);
        var other = await SomeProject.Supported(99).InAsync(portal);

        var list = await ReadAsync(portal, officer, new());

        Assert.Equal([own], list.Rows.Select(r => r.Id));
        Assert.Equal(Vnd.Million(10), list.Totals.Support);
        Assert.Equal(Outcome.NotFound, (await portal.UseAsync<ProjectPageService, Result<ProjectPage>>(s => s.ReadAsync(officer, other, null, default))).Outcome);
        var admin = await portal.PersonAsync("Quản trị", Role.Administrator);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync<ProjectListService, Result<ProjectList>>(s => s.ListAsync(admin, new(), default))).Outcome);
    }

    [Fact]
    public async Task A_day_before_the_decision_has_no_facts_but_the_page_has_its_name()
    {
        await using var portal = await TestPortal.StartAsync();
        var reader = await portal.PersonAsync("Quản lý", Role.Manager);
        var id = await SomeProject.Supported(10).Named("Chế biến cà phê").InAsync(portal);

        var page = (await portal.UseAsync<ProjectPageService, Result<ProjectPage>>(s => s.ReadAsync(reader, id, new DateOnly(2024, 2, 4), default))).Value;

        Assert.Null(page.Facts);
        Assert.Equal("Chế biến cà phê", page.Name);
    }

    [Fact]
    public async Task On_a_past_day_the_list_holds_what_was_decided_contracted_and_paid_by_then()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(150).Named("Chế biến cà phê").UnderContract(100).EndingIn(2024, 6));
        var (portal, paid, paidOn) = (desk.Portal, desk.ProjectId, new DateOnly(2024, 6, 20));
        var reader = await portal.PersonAsync("Quản lý", Role.Manager);
        var study = await SomeProject.Supported(50).Named("Khảo sát").EndingIn(2024, 11).InAsync(portal);
        await SomeProject.Supported(30).AsDraft().InAsync(portal);
        await desk.PostAsync("40.000.000", date: "20/06/2024", lateReason: "Chứng từ về muộn");
        await using var db = portal.Db();
        var signed = await db.Contracts.Where(c => c.ProjectId == paid).Select(c => c.SignedOn).SingleAsync();

        Assert.Empty((await ReadAsync(portal, reader, new() { Day = SomeProject.DecidedOn.AddDays(-1) })).Rows);
        var before = await ReadAsync(portal, reader, new() { Day = signed.AddDays(-1) });
        Assert.Equal(new ProjectTotals(2, Vnd.Million(200), Vnd.Zero, Vnd.Zero, Vnd.Zero), before.Totals);
        Assert.Equal((ProjectStatus.Approved, (DateOnly?)signed.AddDays(-1)), (before.Rows[0].Status, before.PastDay));
        Assert.Equal(Vnd.Million(100), (await ReadAsync(portal, reader, new() { Day = signed })).Totals.Contracted);
        Assert.Equal(Vnd.Million(40), (await ReadAsync(portal, reader, new() { Day = paidOn })).Totals.Posted);
        Assert.Equal(Vnd.Zero, (await ReadAsync(portal, reader, new() { Day = paidOn.AddDays(-1) })).Totals.Posted);

        var day = new DateOnly(2024, 7, 1);
        Assert.Equal<int>([paid], await FindAsync(portal, reader, new() { Day = day, Standing = ScheduleStanding.Late }));
        Assert.Equal([study], await FindAsync(portal, reader, new() { Day = day, Status = ProjectStatus.Approved }));
        Assert.Equal([study, paid], await FindAsync(portal, reader, new() { Day = day, Sort = ProjectSort.Support }));
        Assert.Equal([paid, study], (await ReadAsync(portal, reader, new() { Day = day, Sort = ProjectSort.Posted, Descending = true })).Rows.Select(r => r.Id));
    }

    private static async Task<IReadOnlyList<int>> FindAsync(TestPortal portal, Actor actor, ProjectFilter filter) =>
        [.. (await ReadAsync(portal, actor, filter)).Rows.OrderBy(r => filter.Sort == ProjectSort.Support ? 0 : r.Id).Select(r => r.Id)];

    private static async Task<ProjectList> ReadAsync(TestPortal portal, Actor actor, ProjectFilter filter) =>
        (await portal.UseAsync<ProjectListService, Result<ProjectList>>(s => s.ListAsync(actor, filter, default))).Value;
}
