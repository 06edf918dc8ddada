using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Xunit;

namespace KhuyenCong.Services.Tests.Projects;

public sealed class ProjectPageServiceTests
{
    [Fact]
    public async Task A_stopped_project_was_stopped_on_the_day_its_decision_counts_from_and_is_given_to_nobody()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.Second, "10.000.000", contract: "50.000.000");
        desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(10));
        await desk.ApprovedAsync("05/06/2024", AdjustmentDesk.Stop(desk.First), AdjustmentDesk.Stop(desk.Second, "10.000.000", "30/09/2024"));

        var (nothingLeft, moneyOut) = (await PageAsync(desk, desk.First), await PageAsync(desk, desk.Second));
        Assert.Equal((ProjectStatus.Discontinued, StepPlace.Now, new DateOnly(2024, 6, 5)), Last(nothingLeft));
        Assert.Equal((ProjectStatus.Discontinued, StepPlace.Now, new DateOnly(2024, 6, 5)), Last(moneyOut));
        Assert.False(nothingLeft.Actions.Assign.IsOpen);

        // Money may still come back: somebody follows it.
        Assert.True(moneyOut.Actions.Assign.IsOpen);
    }

    [Fact]
    public async Task What_is_dated_is_told_by_its_own_day()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var project = scene.Plan(2024, Domain.Plans.Tranche.Numbered(1), new(2024, 2, 5), "38/QĐ-SCT").Project().InWholeProvince().Costing(local: 100)
            .Contracted(new(2024, 3, 1), 90).Paid(new(2024, 4, 1), 50).Reported(new(2024, 5, 1), 40)
            .AcceptedAtOnce(new(2024, 6, 1), 50).Money(MoneyEntryKind.Settlement, new(2024, 7, 1), 50);
        await scene.SaveAsync();
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);
        var page = (await portal.UseAsync<ProjectPageService, Result<ProjectPage>>(s => s.ReadAsync(manager, project.Id, null, default))).Value;
        Assert.Equal(
            [
                (ProjectStatus.Approved, new DateOnly(2024, 2, 5)), (ProjectStatus.Contracted, new DateOnly(2024, 3, 1)), (ProjectStatus.InProgress, new DateOnly(2024, 5, 1)),
                (ProjectStatus.Accepted, new DateOnly(2024, 6, 1)), (ProjectStatus.Settled, new DateOnly(2024, 7, 1)),
            ],
            page.Steps.Where(s => s.On is not null && s.Status >= ProjectStatus.Approved).Select(s => (s.Status, s.On!.Value)));
    }

    [Fact]
    public async Task A_project_that_is_carried_over_tells_the_year_of_each_share()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        Assert.False((await PageAsync(desk, desk.First)).Facts!.IsOfSeveralYears);
        await desk.SpendAsync(desk.First, "60.000.000", contract: "100.000.000");
        await desk.ApprovedAsync("01/06/2024", new AdjustmentLineRequest { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.First, EndMonth = "03/2025", Reason = "Máy về muộn" });
        var facts = (await PageAsync(desk, desk.First)).Facts!;
        Assert.True(facts.IsOfSeveralYears);
        Assert.Equal([(2024, Vnd.Million(60)), (2025, Vnd.Million(40))], facts.Funding.Select(f => (f.Year, f.Amount)));
    }

    private static (ProjectStatus Status, StepPlace Place, DateOnly? On) Last(ProjectPage page) => (page.Steps[^1].Status, page.Steps[^1].Place, page.Steps[^1].On);

    private static async Task<ProjectPage> PageAsync(AdjustmentDesk desk, int project) =>
        (await desk.DoAsync((ProjectPageService s) => s.ReadAsync(desk.Centre, project, null, default))).Value;
}
