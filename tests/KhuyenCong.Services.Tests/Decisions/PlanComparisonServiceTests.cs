using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using Xunit;

namespace KhuyenCong.Services.Tests.Decisions;

public sealed class PlanComparisonServiceTests
{
    [Fact]
    public async Task The_day_before_and_the_day_of_two_decisions_differ_by_all_they_changed()
    {
        await using var scene = await ChainScene.OpenAsync();
        var both = (await ReadAsync(scene, "2024-06-30", "2024-07-01")).Value;
        Assert.Equal([("A", ProjectChangeKind.Changed), ("C", ProjectChangeKind.Changed), ("D", ProjectChangeKind.Added), ("B", ProjectChangeKind.Stopped)], both.Changes.Select(c => (c.After.Name, c.Kind)));
        Assert.Equal((3, 3), (both.From.Figures.Count, both.To.Figures.Count));
        Assert.Equal((FundingSource.Local, Vnd.Million(330), Vnd.Million(380)), Assert.Single(both.BySource));

        // 50 more support, 20 of the new project's counterpart, and the stopped one's 50 gone.
        Assert.Equal(Vnd.Million(20), both.To.Figures.Total - both.From.Figures.Total);
        Assert.Equal(["Đơn vị thụ hưởng", "KCĐP hỗ trợ"], both.Changes[0].Fields.Select(f => f.Label));
    }

    [Fact]
    public async Task Two_decisions_of_one_day_can_be_told_apart()
    {
        await using var scene = await ChainScene.OpenAsync();
        var both = (await ReadAsync(scene, $"qd-{scene.First}", $"qd-{scene.Second}")).Value;
        Assert.Equal(["A", "C"], both.Changes.Select(c => c.After.Name));
        Assert.Equal(("50/QĐ-SCT", "60/QĐ-SCT"), (both.From.Decision!.Number, both.To.Decision!.Number));
    }

    [Fact]
    public async Task Without_an_address_the_approval_is_compared_with_today()
    {
        await using var scene = await ChainScene.OpenAsync();
        var both = (await ReadAsync(scene, null, " ")).Value;
        Assert.Equal(("38/QĐ-SCT", new DateOnly(2024, 11, 15)), (both.From.Decision!.Number, both.To.Day));
        Assert.Equal(4, both.Changes.Count);
    }

    [Fact]
    public async Task The_earlier_side_stands_first_and_equal_sides_differ_in_nothing()
    {
        await using var scene = await ChainScene.OpenAsync();
        Assert.Equal(new DateOnly(2024, 6, 30), (await ReadAsync(scene, "01/07/2024", "30/06/2024")).Value.From.Day);
        Assert.Empty((await ReadAsync(scene, "2024-08-01", "2024-10-31")).Value.Changes);
        Assert.Equal((0, 3), ((await ReadAsync(scene, "2024-02-04", "2024-02-05")).Value.From.Figures.Count, (await ReadAsync(scene, "2024-02-04", "2024-02-05")).Value.Changes.Count));
    }

    [Theory]
    [InlineData("hom-qua", "2024-07-01", "tu")]
    [InlineData("2024-07-01", "2024-02-30", "den")]
    [InlineData("qd-999", "2024-07-01", "tu")]
    [InlineData("qd-", "2024-07-01", "tu")]
    public async Task A_side_that_is_no_day_and_no_decision_of_the_plan_is_told(string from, string to, string field)
    {
        await using var scene = await ChainScene.OpenAsync();
        Expect.InvalidIn(await ReadAsync(scene, from, to), field);
    }

    [Fact]
    public async Task Who_may_not_read_plans_compares_none()
    {
        await using var scene = await ChainScene.OpenAsync();
        var officer = await scene.Portal.PersonAsync("Y Bhăm", Role.Officer);
        Assert.Equal(Outcome.Forbidden, (await scene.Portal.UseAsync((PlanComparisonService s) => s.ReadAsync(officer, scene.PlanId, null, null, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await scene.Portal.UseAsync((PlanComparisonService s) => s.ReadAsync(scene.Reader, 99, null, null, default))).Outcome);
    }

    private static Task<Result<PlanComparison>> ReadAsync(ChainScene scene, string? from, string? to) =>
        scene.Portal.UseAsync((PlanComparisonService s) => s.ReadAsync(scene.Reader, scene.PlanId, from, to, default));
}
