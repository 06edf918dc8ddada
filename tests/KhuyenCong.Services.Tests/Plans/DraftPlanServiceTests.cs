using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Services.Tests.Plans;

public sealed class DraftPlanServiceTests
{
    [Fact]
    public async Task A_tranche_has_one_plan_a_year()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.DraftAsync();
        var result = await desk.DoAsync((DraftPlanService s) => s.CreateAsync(
            desk.Clerk, new NewPlanRequest { Year = 2024, Tranche = 1, Source = FundingSource.National }, default));
        Assert.Equal(new TrancheTaken(2024, Tranche.Numbered(1)), Expect.RefusedOnlyBy<TrancheTaken>(result));
    }

    [Fact]
    public async Task Two_who_make_the_same_plan_at_once_get_one_plan_and_one_refusal()
    {
        await using var desk = await PlanDesk.OpenAsync(onFile: true);
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => desk.Portal.UseAsync((DraftPlanService s) =>
            s.CreateAsync(desk.Clerk, new NewPlanRequest { Year = 2024, Tranche = 1, Source = FundingSource.Local }, default)))));
        Assert.Single(results, r => r.IsDone);
        Expect.RefusedOnlyBy<TrancheTaken>(results.Single(r => !r.IsDone));
    }

    [Fact]
    public async Task Year_tranche_and_source_are_asked_for()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.DoAsync((DraftPlanService s) => s.CreateAsync(desk.Clerk, new NewPlanRequest(), default)), "Year", "Tranche", "Source");
        Expect.InvalidIn(
            await desk.DoAsync((DraftPlanService s) => s.CreateAsync(desk.Clerk, new NewPlanRequest { Year = 1999, Tranche = 55, Source = FundingSource.Local }, default)),
            "Year", "Tranche");
    }

    [Fact]
    public async Task Only_who_may_edit_makes_or_discards_plans()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftPlanService s) => s.CreateAsync(desk.Leader, new NewPlanRequest(), default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftPlanService s) => s.DiscardAsync(desk.Leader, plan, 0, default))).Outcome);
    }

    [Fact]
    public async Task Discarding_takes_the_whole_draft_and_leaves_its_trail()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"));
        Expect.Done(await DiscardAsync(desk, plan));
        Assert.Equal(0, await desk.LookAsync(db => db.Plans.CountAsync()));
        Assert.Equal(0, await desk.LookAsync(db => db.ProjectTerms.CountAsync()));
        Assert.Equal(2, await desk.LookAsync(db => db.AuditEntries.CountAsync(e => e.Entity == "Project" && e.Action == Domain.Auditing.AuditAction.Deleted)));
        Assert.NotEqual(0, await desk.DraftAsync());
    }

    [Fact]
    public async Task What_was_ever_submitted_is_not_discarded()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        Expect.RefusedOnlyBy<WasSubmitted>(await DiscardAsync(desk, plan));
        Expect.Done(await desk.ReturnAsync(plan, "Sửa"));
        Expect.RefusedOnlyBy<WasSubmitted>(await DiscardAsync(desk, plan));
    }

    [Fact]
    public async Task A_draft_that_moved_since_it_was_shown_is_not_discarded()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var seen = await desk.VersionAsync(plan);
        Expect.Done(await desk.AddAsync(plan, PlanDesk.Project("Mới")));
        Assert.Equal(Outcome.Stale, (await DiscardAsync(desk, plan, seen)).Outcome);
        Assert.Equal(2, (await desk.ProjectsAsync(plan)).Count);
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_found()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Assert.Equal(Outcome.NotFound, (await DiscardAsync(desk, 999, 0)).Outcome);
    }

    private static async Task<Result> DiscardAsync(PlanDesk desk, int plan, int? version = null)
    {
        var shown = version ?? await desk.VersionAsync(plan);
        return await desk.DoAsync((DraftPlanService s) => s.DiscardAsync(desk.Clerk, plan, shown, default));
    }
}
