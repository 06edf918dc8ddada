using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>The day of a decision, of real plans and of the illustration whose date nobody knows. Today is 15/11/2024.</summary>
public sealed class DecisionDayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, null, null, true, false)]
    [InlineData(false, null, "05/02/2024", true, false)]
    [InlineData(false, "15/11/2024", null, false, false)]
    [InlineData(false, "16/11/2024", null, false, true)]
    [InlineData(true, null, null, true, false)]
    [InlineData(true, null, "05/02/2024", false, false)]
    [InlineData(true, null, "15/11/2024", false, false)]
    [InlineData(true, null, "16/11/2024", false, true)]
    [InlineData(true, "16/11/2024", "05/02/2024", false, true)]
    public async Task A_day_is_needed_and_not_one_to_come(bool isIllustrative, string? issued, string? effective, bool isMissing, bool isInFuture)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await AppraisedAsync(desk, isIllustrative);
        var result = await desk.ApproveAsync(plan, r => r with { IssuedOn = issued, EffectiveFrom = effective });
        Assert.Equal(isMissing, result.Refusals.Any(r => r is DecisionDateMissing));
        Assert.Equal(isInFuture, result.Refusals.Any(r => r is DecisionDateInFuture));
        Assert.Equal(!isMissing && !isInFuture, result.IsDone);
    }

    [Theory]
    [InlineData(null, "05/02/2024", 2)]
    [InlineData("01/03/2024", "05/02/2024", 3)]
    [InlineData("01/03/2024", null, 3)]
    public async Task It_counts_from_the_day_it_was_issued_or_else_from_the_day_it_is_known_to_count_from(string? issued, string? effective, int month)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await AppraisedAsync(desk, isIllustrative: true);
        Expect.Done(await desk.ApproveAsync(plan, r => r with { IssuedOn = issued, EffectiveFrom = effective, File = null }));
        var decision = await desk.LookAsync(db => db.Decisions.SingleAsync(d => d.PlanId == plan && d.Kind == DecisionKind.Approve, Stop));
        Assert.Equal((month, issued is null, 2024, (int?)null), (decision.EffectiveFrom.Month, decision.IssuedOn is null, decision.Year, decision.DocumentId));
    }

    [Fact]
    public async Task The_signed_file_is_needed_but_for_an_illustration()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var real = await AppraisedAsync(desk, isIllustrative: false);
        Expect.RefusedOnlyBy<DecisionFileMissing>(await desk.ApproveAsync(real, r => r with { File = null }));
    }

    [Fact]
    public async Task The_day_it_counts_from_says_nothing_where_the_day_it_was_issued_is_missing()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await AppraisedAsync(desk, isIllustrative: false);
        Expect.RefusedOnlyBy<DecisionDateMissing>(await desk.ApproveAsync(plan, r => r with { IssuedOn = null, EffectiveFrom = "16/11/2024" }));
    }

    [Fact]
    public async Task Its_number_is_of_the_year_it_was_issued_in()
    {
        await using var desk = await PlanDesk.OpenAsync();
        desk.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 2, 10, 2, 0, 0, TimeSpan.Zero));
        var plan = await AppraisedAsync(desk, isIllustrative: false);
        Expect.Done(await desk.ApproveAsync(plan, r => r with { IssuedOn = "06/02/2025" }));
        Assert.Equal(2025, await desk.LookAsync(db => db.Decisions.Where(d => d.PlanId == plan).Select(d => d.Year).SingleAsync(Stop)));
    }

    [Fact]
    public async Task What_it_states_is_kept_beside_what_was_computed_on_the_same_basis()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await AppraisedAsync(desk, isIllustrative: false);
        Expect.Done(await desk.ApproveAsync(plan, r => r with { StatedTotal = "100.000.000", StatedBasis = StatedBasis.Support, StatedCount = 1 }));
        var decision = await desk.LookAsync(db => db.Decisions.SingleAsync(d => d.PlanId == plan, Stop));
        Assert.Equal((Vnd.Million(100), StatedBasis.Support, 1), (decision.StatedTotal, decision.StatedBasis, decision.StatedCount));
        Assert.Equal((Vnd.Million(100), 1), (decision.ComputedTotal, decision.ComputedCount));
    }

    [Theory]
    [InlineData(150_000_000, StatedBasis.Total, 1, null, true)]
    [InlineData(100_000_000, StatedBasis.Support, 1, null, true)]
    [InlineData(150_000_000, StatedBasis.Support, 1, null, false)]
    [InlineData(100_000_000, StatedBasis.Total, 1, null, false)]
    [InlineData(150_000_000, StatedBasis.Total, 2, null, false)]
    [InlineData(150_000_000, StatedBasis.Total, 2, "Quyết định đếm cả nội dung chi khác", true)]
    [InlineData(149_000_000, StatedBasis.Total, 1, "Quyết định ghi nhầm", true)]
    [InlineData(149_000_000, StatedBasis.Total, 1, "  ", false)]
    public async Task Stated_figures_agree_with_the_computed_ones_or_the_difference_has_a_reason(long total, StatedBasis basis, int count, string? reason, bool isDone)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await AppraisedAsync(desk, isIllustrative: false);
        var result = await desk.ApproveAsync(plan, r => r with
        {
            StatedTotal = total.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StatedBasis = basis,
            StatedCount = count,
            DifferenceReason = reason,
        });
        Assert.Equal(isDone, result.IsDone);
        if (!isDone) Assert.True(Assert.Single(result.Refusals) is StatedTotalDiffers or StatedCountDiffers);
    }

    private static async Task<int> AppraisedAsync(PlanDesk desk, bool isIllustrative)
    {
        await desk.AllotAsync("300.000.000");
        var plan = await desk.AppraisedAsync();
        if (isIllustrative)
        {
            await using var db = desk.Portal.Db();
            db.Entry(await db.Plans.SingleAsync(p => p.Id == plan, Stop)).Property(p => p.IsIllustrative).CurrentValue = true;
            await db.SaveAsync(desk.Clerk, null, Stop);
        }

        return plan;
    }
}
