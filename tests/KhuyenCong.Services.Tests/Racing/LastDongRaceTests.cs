using System.Diagnostics;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Racer;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>Fifty writers, half of them in another process, race for what is left of a project and of an allotment.</summary>
[Collection(UnderFire.Name)]
public class LastDongRaceTests(ITestOutputHelper log)
{
    private const int Writers = 50;
    private static readonly Vnd Share = new(3_333_333);
    private static readonly Vnd JustTooLittle = Share - new Vnd(1);

    [Fact]
    public async Task Fifty_writers_in_two_processes_never_overspend_a_project()
    {
        var rounds = LongRun.Rounds(160, inEveryRun: 20);
        await using var desk = await RaceDesk.OpenAsync(rounds);
        using var racers = await TwoProcesses.StartAsync(desk.Setup);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            var (project, winners) = (desk.Projects[round], Winners(round));
            await desk.ContractAsync(project, Times(winners) + JustTooLittle);

            var answers = await racers.RaceAsync([.. Enumerable.Range(0, Writers).Select(_ => desk.Money(project, Share))]);

            Assert.All(answers, a => Assert.True(a.Trouble is null, a.Trouble));
            Assert.Equal((winners, winners), (answers.Count(a => a is { Act: RaceAct.Proposed, IsDone: true }), answers.Count(a => a is { Act: RaceAct.Posted, IsDone: true })));
            Assert.Equal(Writers + winners, answers.Count);
            foreach (var loser in answers.Where(a => !a.IsDone))
            {
                Assert.Equal(Outcome.Refused, loser.Outcome);
                var refusal = Assert.IsType<MoneyRefusals.OverLimit>(Assert.Single(loser.Reasons));
                Assert.Equal((Share, JustTooLittle, Times(winners)), (refusal.Asked, refusal.Remaining, refusal.Posted + refusal.Pending));
            }

            var (row, entries) = await desk.LookAsync(async db => (
                await db.Projects.AsNoTracking().SingleAsync(p => p.Id == project),
                await db.MoneyEntries.AsNoTracking().Include(e => e.Verdict).Where(e => e.ProjectId == project).ToListAsync()));
            Assert.Equal((Times(winners), Vnd.Zero), (row.Posted, row.Pending));
            Assert.Equal(winners, entries.Count);
            Assert.All(entries, e => Assert.True(e.Verdict is { Posted: true }));
        }

        log.WriteLine($"{rounds} rounds of {Writers} writers: {watch.Elapsed.TotalSeconds:0.0} s");
        await desk.IsSoundAsync();
    }

    [Fact]
    public async Task Fifty_writers_in_two_processes_who_all_fit_are_all_recorded()
    {
        const int Rounds = 4;
        await using var desk = await RaceDesk.OpenAsync(Rounds);
        using var racers = await TwoProcesses.StartAsync(desk.Setup);
        foreach (var project in desk.Projects)
        {
            await desk.ContractAsync(project, Vnd.Million(100));

            var answers = await racers.RaceAsync([.. Enumerable.Range(0, Writers).Select(_ => desk.Money(project, Vnd.Million(2)))]);

            Assert.All(answers, a => Assert.True(a.IsDone, a.Trouble ?? string.Join("; ", a.Reasons)));
            Assert.Equal(2 * Writers, answers.Count);
            var row = await desk.LookAsync(db => db.Projects.AsNoTracking().SingleAsync(p => p.Id == project));
            Assert.Equal((Vnd.Million(100), Vnd.Zero), (row.Posted, row.Pending));
        }

        await desk.IsSoundAsync();
    }

    [Fact]
    public async Task Fifty_decisions_in_two_processes_never_overallocate_an_allotment()
    {
        const int NewPlans = 10;
        var rounds = LongRun.Rounds(40, inEveryRun: 6);
        await using var desk = await RaceDesk.OpenAsync(Writers);
        await desk.AllotAsync(JustTooLittle);
        await desk.AllotAsync(Times(Winners(0)));
        List<RaceStep> waiting = [];
        for (var i = 0; i < Writers; i++) waiting.Add(i < NewPlans ? await desk.PlanAsync(Share) : await desk.RaiseAsync(desk.Projects[i], Share));
        using var racers = await TwoProcesses.StartAsync(desk.Setup);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds; round++)
        {
            var answers = await racers.RaceAsync(waiting);

            Assert.All(answers, a => Assert.True(a.Trouble is null, a.Trouble));
            Assert.Equal((Writers, Winners(round)), (answers.Count, answers.Count(a => a.IsDone)));
            foreach (var loser in answers.Where(a => !a.IsDone))
            {
                Assert.Equal(Outcome.Refused, loser.Outcome);
                Assert.Equal((Share, JustTooLittle), AskedAndLeft(loser));
            }

            var (allotment, shares) = await desk.LookAsync(async db => (
                await db.Allotments.AsNoTracking().SingleAsync(),
                await db.Projects.Select(p => (long)p.Support).SumAsync()));
            Assert.Equal((JustTooLittle, new Vnd(shares)), (allotment.Unallocated, allotment.Allocated));
            await desk.AllotAsync(Times(Winners(round + 1)));
            foreach (var won in answers.Where(a => a.IsDone).Select(a => waiting.FindIndex(s => s.Id == a.Id)))
            {
                waiting[won] = await desk.RaiseAsync(desk.Projects[won], Share);
            }
        }

        log.WriteLine($"{rounds} rounds of {Writers} decisions: {watch.Elapsed.TotalSeconds:0.0} s");
        await desk.IsSoundAsync();
    }

    // A plan and an adjustment refuse each in its own words; the adjustment also names the day from which on too little is there.
    private static (Vnd Asked, Vnd Left) AskedAndLeft(RaceAnswer loser) => loser.Reasons.First() switch
    {
        PlanRefusals.OverAllotment plan => (plan.Asked, plan.Unallocated),
        AdjustmentRefusals.OverAllotment adjustment => (adjustment.Raise, adjustment.Unallocated),
        var other => throw new Xunit.Sdk.XunitException(other.ToString()),
    };

    private static int Winners(int round) => 1 + (round % 3);

    private static Vnd Times(int winners) => new(Share.Dong * winners);
}
