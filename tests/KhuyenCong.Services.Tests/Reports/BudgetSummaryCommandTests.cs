using KhuyenCong.Domain.People;
using KhuyenCong.Services.Reports;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Xunit;

namespace KhuyenCong.Services.Tests.Reports;

public class BudgetSummaryCommandTests
{
    [Fact]
    public async Task The_number_of_commands_does_not_grow_with_the_projects()
    {
        await using var portal = await TestPortal.StartAsync();
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);
        await new RandomBudget(await BudgetScene.OpenAsync(portal), 5).SaveAsync(4);
        var few = await CountAsync(portal, manager);
        await using var larger = await TestPortal.StartAsync();
        var other = await larger.PersonAsync("Quản lý", Role.Manager);
        await new RandomBudget(await BudgetScene.OpenAsync(larger), 6).SaveAsync(80);
        Assert.Equal(few, await CountAsync(larger, other));
        Assert.InRange(few, 1, 10);
    }

    private static async Task<int> CountAsync(TestPortal portal, Actor actor)
    {
        using var counter = new SqlCount(portal.ConnectionString);
        var read = await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(
            s => s.ReadAsync(actor, new() { Year = 2024, AsOf = new DateOnly(2024, 10, 1) }, CancellationToken.None));
        Assert.True(read.Value.Total.Projects > 0);
        return counter.Commands;
    }
}
