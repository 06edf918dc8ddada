using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.People;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Seeding;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Services.Tests.Seeding;

public class DemoSeederTests
{
    private static readonly DateTimeOffset EndOfTheStory = new(2024, 7, 15, 9, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_tells_its_story_through_the_services_and_is_told_once()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Equal(DemoOutcome.Seeded, await SeedAsync(portal));
        Assert.Equal(DemoOutcome.AlreadyThere, await SeedAsync(portal));

        await using var db = portal.Db();
        var decision = await db.Decisions.SingleAsync(d => d.PlanId != null, Stop);
        Assert.Equal(("38/QĐ-SCT", null, new Vnd(5_089_000_000), 24), (decision.Number, decision.IssuedOn, decision.StatedTotal!.Value, decision.StatedCount!.Value));
        Assert.Equal((decision.StatedTotal.Value, 24), (decision.ComputedTotal, decision.ComputedCount));
        var allotment = await db.Allotments.SingleAsync(Stop);
        Assert.Equal((new Vnd(8_000_000_000), new Vnd(2_550_000_000)), (allotment.Allotted, allotment.Allocated));

        var plans = await db.Plans.OrderBy(p => p.Id).ToListAsync(Stop);
        Assert.All(plans, p => Assert.True(p.IsIllustrative));
        Assert.Equal([PlanStatus.Approved, PlanStatus.Draft, PlanStatus.Submitted], plans.Select(p => p.Status));
        var projects = await db.Projects.Where(p => p.PlanId == plans[0].Id).ToListAsync(Stop);
        Assert.Equal(2, projects.Count(p => p.Status == ProjectStatus.Accepted));
        Assert.Contains(projects, p => p.Status == ProjectStatus.Contracted);
        Assert.Contains(projects, p => p.Status == ProjectStatus.InProgress && p.Posted > Vnd.Zero);
        Assert.Contains(projects, p => p.Pending > Vnd.Zero);
    }

    [Fact]
    public async Task One_project_is_late_when_the_story_ends_and_the_trail_is_whole()
    {
        await using var portal = await TestPortal.StartAsync();
        await SeedAsync(portal);
        portal.Clock.AdjustTime(EndOfTheStory);
        var manager = await portal.PersonAsync("Đỗ Quang Huy", Domain.People.Role.Manager);

        var late = await portal.UseAsync((ProjectListService s) => s.ListAsync(manager, new ProjectFilter { Standing = ScheduleStanding.Late }, Stop));
        Assert.Equal("Tập huấn sản xuất sạch hơn trong công nghiệp và phổ biến chính sách khuyến công tại huyện Krông Bông", Assert.Single(late.Value.Rows).Name);
        var report = await portal.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, Stop));
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task The_trail_of_an_approval_names_the_decision_by_its_real_key()
    {
        await using var portal = await TestPortal.StartAsync();
        await SeedAsync(portal);
        await using var db = portal.Db();
        var decision = await db.Decisions.SingleAsync(d => d.PlanId != null, Stop);
        var told = await db.AuditEntries.Where(e => e.Entity == nameof(ProjectTerms) && e.Changes.Contains("\"DecisionId\":[null,")).Select(e => e.Changes).ToListAsync(Stop);
        Assert.Equal(24, told.Count(c => c.Contains($"\"DecisionId\":[null,\"{decision.Id}\"]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_demo_that_was_stopped_half_way_is_not_taken_for_a_whole_one()
    {
        await using var portal = await TestPortal.StartAsync();
        var accountant = await portal.PersonAsync("Hoàng Thị Lan", Domain.People.Role.Accountant);
        await portal.UseAsync((Services.Money.AllotmentService s) => s.RecordAsync(
            accountant,
            new Services.Money.AllotmentRequest
            {
                Year = 2024, Source = FundingSource.Local, Number = "01", IssuedOn = "02/01/2024", Amount = "1.000", IssuingBodyId = 1, Signatory = "Lê Văn Nghĩa", SignatoryTitle = "Phó Chủ tịch",
            },
            Stop));
        Assert.Equal(DemoOutcome.Incomplete, await SeedAsync(portal));
    }

    private static async Task<DemoOutcome> SeedAsync(TestPortal portal)
    {
        await portal.UseAsync(async (DemoAccountsService s) =>
        {
            await s.SeedAsync("KhuyenCong#2024", Stop);
            return 0;
        });
        return await portal.UseAsync((IServiceScopeFactory scopes) => portal.UseAsync((IDbContextFactory<AppDbContext> databases) =>
            new DemoSeeder(databases).SeedAsync(new DemoStage(scopes, OpenFile, portal.Clock.AdjustTime), Stop)));
    }

    private static FileStream OpenFile(string name) => File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", name));
}
