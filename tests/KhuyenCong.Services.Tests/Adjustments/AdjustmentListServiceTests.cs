using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

public sealed class AdjustmentListServiceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Adjustments_are_listed_newest_first_by_plan_and_status_with_what_they_decided()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var decided = await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Lower(desk.Second, "95.000.000"));
        var draft = await desk.DraftAsync();
        var all = (await ReadAsync(desk, null, null)).Value;
        Assert.Equal([draft, decided], all.Rows.Select(r => r.Id));
        Assert.Equal((2, 1), (all.Found, all.Page));
        Assert.Equal(
            (1, "Điều chỉnh giữa năm", AdjustmentStatus.Approved, 2, new Vnd(-15_000_000), $"{100 + decided}/QĐ-SCT", desk.Plan),
            (all.Rows[1].Ordinal, all.Rows[1].Reason, all.Rows[1].Status, all.Rows[1].Lines, all.Rows[1].Effect!.Value, all.Rows[1].DecisionNumber, all.Rows[1].PlanId));
        Assert.Equal((2, 0, null, null), (all.Rows[0].Ordinal, all.Rows[0].Lines, all.Rows[0].Effect, all.Rows[0].DecisionId));

        Assert.Equal([draft], (await ReadAsync(desk, desk.Plan, AdjustmentStatus.Draft)).Value.Rows.Select(r => r.Id));
        Assert.Equal([decided], (await ReadAsync(desk, null, AdjustmentStatus.Approved)).Value.Rows.Select(r => r.Id));
        Assert.Equal(2, (await ReadAsync(desk, desk.Plan, null)).Value.Found);
        Assert.Empty((await ReadAsync(desk, 999, null)).Value.Rows);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync(async (AdjustmentListService s) => await s.ReadAsync(await desk.Plans.Portal.PersonAsync("Cán bộ", Role.Officer), new AdjustmentFilter(null, null, null), Stop))).Outcome);
    }

    [Fact]
    public async Task A_page_holds_fifty_and_a_page_that_is_not_there_is_the_nearest()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await using (var db = desk.Plans.Portal.Db())
        {
            for (var i = 1; i <= 51; i++) db.Adjustments.Add(new Adjustment { PlanId = desk.Plan, Ordinal = i, Reason = $"Lần {i}", CreatedById = desk.Plans.Clerk.UserId!.Value });
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
        }

        foreach (var (asked, page, first, rows) in new[] { ((int?)null, 1, 51, 50), (0, 1, 51, 50), (1, 1, 51, 50), (2, 2, 1, 1), (3, 2, 1, 1) })
        {
            var list = (await ReadAsync(desk, null, null, asked)).Value;
            Assert.Equal((page, first, rows, 51), (list.Page, list.Rows[0].Ordinal, list.Rows.Count, list.Found));
        }
    }

    private static Task<Result<AdjustmentList>> ReadAsync(AdjustmentDesk desk, int? plan, AdjustmentStatus? status, int? page = null) =>
        desk.DoAsync((AdjustmentListService s) => s.ReadAsync(desk.Plans.Leader, new AdjustmentFilter(plan, status, page), Stop));
}
