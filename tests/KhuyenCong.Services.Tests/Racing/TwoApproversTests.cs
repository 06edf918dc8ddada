using KhuyenCong.Domain.People;
using KhuyenCong.Racer;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>Two leaders, each before a process of their own, decide the same thing at once.</summary>
[Collection(UnderFire.Name)]
public class TwoApproversTests
{
    private const int Rounds = 8;

    [Fact]
    public async Task Of_two_leaders_in_two_processes_one_decides_and_the_other_is_told_that_it_moved()
    {
        await using var desk = await RaceDesk.OpenAsync(Rounds);
        var deputy = await desk.Plans.Portal.PersonAsync("Lê Văn Phó", Role.Leader);
        await desk.AllotAsync(new(1_000_000_000));
        using var racers = await TwoProcesses.StartAsync(desk.Setup);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var step in new[] { await desk.PlanAsync(new(1_000_000)), await desk.RaiseAsync(desk.Projects[round], new(1_000_000)) })
            {
                var answers = await racers.RaceAsync([step, desk.Again(step, new RacePerson(deputy.UserId!.Value, deputy.Name))]);

                Assert.All(answers, a => Assert.True(a.Trouble is null, a.Trouble));
                Assert.Equal([Outcome.Done, Outcome.Stale], answers.Select(a => a.Outcome!.Value).Order());
                Assert.Equal(1, await desk.LookAsync(db => db.Decisions.CountAsync(d => step.Kind == RaceKind.Plan ? d.PlanId == step.Subject : d.AdjustmentId == step.Subject)));
            }
        }

        await desk.IsSoundAsync();
    }
}
