using KhuyenCong.Domain.Money;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Money;

/// <summary>Many writers at once, on a database in a file.</summary>
public class MoneyRaceTests
{
    private const int Writers = 20;

    [Fact]
    public async Task Twenty_proposers_racing_for_the_last_dong_leave_one_winner_and_each_loser_its_amounts()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));
        var spent = await desk.ProposeAsync(desk.Chief, "90.000.000");
        await desk.ValidateAsync(desk.Accountant, spent.Value);

        var results = await AtOnceAsync(_ => desk.ProposeAsync(desk.Chief, "10.000.000"));

        Assert.Single(results, r => r.IsDone);
        foreach (var loser in results.Where(r => !r.IsDone))
        {
            var refusal = Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(loser);
            Assert.Equal((Vnd.Million(90), Vnd.Million(10), Vnd.Zero), (refusal.Posted, refusal.Pending, refusal.Remaining));
        }

        Assert.Equal((Vnd.Million(10), Vnd.Million(90)), await desk.CountersAsync());
    }

    [Fact]
    public async Task Twenty_proposers_that_all_fit_are_all_recorded()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));

        var results = await AtOnceAsync(_ => desk.ProposeAsync(desk.Chief, "5.000.000"));

        Assert.All(results, Expect.Done);
        Assert.Equal((Vnd.Million(100), Vnd.Zero), await desk.CountersAsync());
        await using var db = desk.Portal.Db();
        Assert.Equal(Writers, await db.MoneyEntries.CountAsync());
    }

    [Fact]
    public async Task One_form_sent_by_twenty_clicks_is_one_entry()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));
        var form = desk.Form("5.000.000");

        var results = await AtOnceAsync(_ => desk.SendAsync(desk.Chief, form));

        Assert.Single(results.Select(r => r.Value).Distinct());
        Assert.Equal((Vnd.Million(5), Vnd.Zero), await desk.CountersAsync());
    }

    [Fact]
    public async Task Twenty_clicks_on_validate_post_an_entry_once()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.ProposeAsync(desk.Chief, "5.000.000");

        var results = await AtOnceAsync(_ => desk.ValidateAsync(desk.Accountant, entry.Value));

        Assert.All(results, Expect.Done);
        Assert.Equal((Vnd.Zero, Vnd.Million(5)), await desk.CountersAsync());
    }

    [Fact]
    public async Task Two_reversals_of_one_entry_at_once_undo_it_once()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.PostAsync("60.000.000");

        var results = await AtOnceAsync(_ => desk.ReverseAsync(desk.Chief, desk.Undoing(entry)));

        var winner = Assert.Single(results, r => r.IsDone);
        foreach (var loser in results.Where(r => !r.IsDone)) Expect.RefusedOnlyBy<MoneyRefusals.AlreadyReversed>(loser);
        Expect.Done(await desk.ValidateAsync(desk.Accountant, winner.Value));
        Assert.Equal((Vnd.Zero, Vnd.Zero), await desk.CountersAsync());
    }

    [Fact]
    public async Task One_voucher_on_several_projects_at_once_is_taken_by_one_of_them()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));
        List<int> projects = [];
        for (var i = 0; i < Writers; i++) projects.Add(await SomeProject.Supported(10).UnderContract(10).InAsync(desk.Portal));

        var results = await AtOnceAsync(i => desk.SendAsync(desk.Chief, desk.Form("1.000.000", voucher: i % 2 == 0 ? "UNC 7" : "unc-7") with { ProjectId = projects[i] }));

        Assert.Single(results, r => r.IsDone);
        foreach (var loser in results.Where(r => !r.IsDone)) Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.VoucherTaken>(loser).Year);
        await using var db = desk.Portal.Db();
        Assert.Equal((1, 1), (await db.MoneyEntries.CountAsync(), await db.VoucherUses.CountAsync()));
    }

    [Fact]
    public async Task Clearings_racing_for_the_last_open_advance_leave_one_winner()
    {
        await using var desk = await Desk.OpenOnFileAsync(SomeProject.Supported(100).UnderContract(100));
        await desk.PostAsync("60.000.000");

        var results = await AtOnceAsync(_ => desk.ProposeAsync(desk.Chief, "60.000.000", MoneyEntryKind.Clearing));

        Assert.Single(results, r => r.IsDone);
        foreach (var loser in results.Where(r => !r.IsDone))
        {
            Assert.Equal(
                new MoneyRefusals.ClearingBeyondAdvance(Vnd.Million(60), Vnd.Million(60), Vnd.Million(60)), Expect.RefusedOnlyBy<MoneyRefusals.ClearingBeyondAdvance>(loser));
        }
    }

    // A thread for each: the pool would run them a few at a time.
    private static async Task<IReadOnlyList<T>> AtOnceAsync<T>(Func<int, Task<T>> act)
    {
        using var gate = new Barrier(Writers);
        return await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Factory.StartNew(
            () =>
            {
                gate.SignalAndWait();
                return act(i).GetAwaiter().GetResult();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }
}
