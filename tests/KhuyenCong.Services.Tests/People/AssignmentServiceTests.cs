using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.People;

public class AssignmentServiceTests
{
    [Fact]
    public async Task A_hand_over_ends_one_assignment_and_begins_the_next_on_the_same_day()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, second) = await PeopleAsync(portal);
        var a = await SomeProject.Supported(1).FollowedBy(first).InAsync(portal);
        var b = await SomeProject.Supported(1).InAsync(portal);

        var result = await AssignAsync(portal, chief, second, "01/11/2024", a, b);

        Assert.Equal(2, result.Value);
        await using var db = portal.Db();
        var rows = await db.OfficerAssignments.Where(x => x.ProjectId == a).OrderBy(x => x.Id).ToListAsync();
        Assert.Equal([new DateOnly(2024, 11, 1), null], rows.Select(x => x.Until));
        Assert.All(Enumerable.Range(0, 300), day => Assert.True(rows.Count(x => x.CoversDay(SomeProject.DecidedOn.AddDays(day))) == 1));
    }

    [Fact]
    public async Task The_same_officer_again_changes_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, _) = await PeopleAsync(portal);
        var id = await SomeProject.Supported(1).FollowedBy(first).InAsync(portal);

        Assert.Equal(0, (await AssignAsync(portal, chief, first, "01/11/2024", id)).Value);

        await using var db = portal.Db();
        Assert.Equal(1, await db.OfficerAssignments.CountAsync());
    }

    [Fact]
    public async Task Only_a_working_officer_is_assigned_and_something_must_be_chosen()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, _) = await PeopleAsync(portal);
        var accountant = await portal.PersonAsync("Kế toán", Role.Accountant);
        var id = await SomeProject.Supported(1).InAsync(portal);

        Assert.Equal("Kế toán", Expect.RefusedOnlyBy<ProjectRefusals.NotAnOfficer>(await AssignAsync(portal, chief, accountant, "01/11/2024", id)).Name);
        Expect.RefusedOnlyBy<ProjectRefusals.NothingChosen>(await AssignAsync(portal, chief, first, "01/11/2024"));
        Expect.InvalidIn(await AssignAsync(portal, chief, first, "32/11/2024", id), "From");
        Assert.Equal(Outcome.NotFound, (await AssignAsync(portal, chief, first, "01/11/2024", id, 4711)).Outcome);
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == first.UserId)).IsLocked = true;
            await db.SaveAsync(chief, null, default);
        }

        Expect.RefusedOnlyBy<ProjectRefusals.NotAnOfficer>(await AssignAsync(portal, chief, first, "01/11/2024", id));
    }

    [Theory]
    [InlineData("01/01/1900")]
    [InlineData("04/02/2024")]
    public async Task Nobody_follows_a_project_before_its_decision_takes_effect(string from)
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, _) = await PeopleAsync(portal);
        var (a, b) = (await SomeProject.Supported(1).InAsync(portal), await SomeProject.Supported(1).InAsync(portal));

        var refused = Expect.RefusedOnlyBy<ProjectRefusals.FollowedBeforeDecision>(await AssignAsync(portal, chief, first, from, a, b));

        Assert.Equal((KhuyenCong.Services.Vi.ViShape.Date(from)!.Value, SomeProject.DecidedOn), (refused.From, refused.EffectiveFrom));
        Assert.Equal(2, (await AssignAsync(portal, chief, first, "05/02/2024", a, b)).Value);
    }

    [Fact]
    public async Task Nobody_is_assigned_or_released_on_a_day_to_come_nor_released_before_the_first_day()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, second) = await PeopleAsync(portal);
        var id = await SomeProject.Supported(1).FollowedBy(first, new(2024, 3, 1)).InAsync(portal);

        Assert.Equal(new DateOnly(2024, 11, 16), Expect.RefusedOnlyBy<ProjectRefusals.DateInFuture>(await AssignAsync(portal, chief, second, "16/11/2024", id)).Date);
        Assert.Equal(new DateOnly(2024, 11, 16), Expect.RefusedOnlyBy<ProjectRefusals.DateInFuture>(await EndAsync("16/11/2024")).Date);
        var early = Expect.RefusedOnlyBy<ProjectRefusals.AssignmentEndsTooEarly>(await EndAsync("29/02/2024"));
        Assert.Equal((new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 1)), (early.Until, early.From));
        Expect.Done(await EndAsync("01/03/2024"));
        Assert.Equal(1, (await AssignAsync(portal, chief, second, "15/11/2024", id)).Value);

        async Task<Result> EndAsync(string until)
        {
            await using var db = portal.Db();
            var assignment = await db.OfficerAssignments.SingleAsync();
            return await portal.UseAsync<AssignmentService, Result>(s => s.EndAsync(chief, new EndAssignmentRequest { ProjectId = id, AssignmentId = assignment.Id, Until = until }, default));
        }
    }

    [Fact]
    public async Task An_assignment_that_was_dated_ahead_can_be_ended_at_once()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, _) = await PeopleAsync(portal);
        var id = await SomeProject.Supported(1).FollowedBy(first, new(2030, 7, 15)).InAsync(portal);
        await using var db = portal.Db();
        var assignment = await db.OfficerAssignments.SingleAsync();
        Expect.Done(await portal.UseAsync<AssignmentService, Result>(s => s.EndAsync(chief, new EndAssignmentRequest { ProjectId = id, AssignmentId = assignment.Id, Until = "15/11/2024" }, default)));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Division)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Administrator)]
    public async Task Others_assign_nobody(Role role)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, first, _) = await PeopleAsync(portal);
        var person = await portal.PersonAsync("Khác", role);

        Assert.Equal(Outcome.Forbidden, (await AssignAsync(portal, person, first, "01/11/2024", 1)).Outcome);
    }

    [Fact]
    public async Task An_ended_assignment_takes_the_project_out_of_sight_and_ends_once()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, first, _) = await PeopleAsync(portal);
        var id = await SomeProject.Supported(1).FollowedBy(first).InAsync(portal);
        await using var db = portal.Db();
        var assignment = await db.OfficerAssignments.SingleAsync();
        var request = new EndAssignmentRequest { ProjectId = id, AssignmentId = assignment.Id, Until = "15/11/2024" };

        Expect.Done(await portal.UseAsync<AssignmentService, Result>(s => s.EndAsync(chief, request, default)));

        Assert.False((await portal.UseAsync<KhuyenCong.Services.Projects.ProjectPageService, Result<KhuyenCong.Services.Projects.ProjectPage>>(s => s.ReadAsync(first, id, null, default))).IsDone);
        Expect.RefusedOnlyBy<ProjectRefusals.AssignmentOver>(await portal.UseAsync<AssignmentService, Result>(s => s.EndAsync(chief, request, default)));
    }

    private static async Task<(Actor Chief, Actor First, Actor Second)> PeopleAsync(TestPortal portal) =>
    (
        await portal.PersonAsync("Giám đốc", Role.CentreManager),
        await portal.PersonAsync("Cán bộ một", Role.Officer),
        await portal.PersonAsync("Cán bộ hai", Role.Officer)
    );

    private static Task<Result<int>> AssignAsync(TestPortal portal, Actor chief, Actor officer, string from, params int[] ids) =>
        portal.UseAsync<AssignmentService, Result<int>>(s => s.AssignAsync(
            chief, new AssignOfficerRequest { ProjectIds = ids, OfficerId = officer.UserId, From = from }, default));
}
