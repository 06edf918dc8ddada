using KhuyenCong.Domain.Money;
using KhuyenCong.Racer;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>The process that writes is killed again and again: what it had confirmed is there, and nothing is there by half.</summary>
[Collection(UnderFire.Name)]
public class KillTests(ITestOutputHelper log)
{
    private const int PaidProjects = 5, Entries = 45, Plans = 10, Raises = 45;
    private static readonly int Kills = LongRun.Rounds(40, inEveryRun: 10);
    private static readonly Vnd Share = new(1_234_567);

    [Fact]
    public async Task Whatever_was_confirmed_survives_kill_after_kill_and_nothing_is_there_by_half()
    {
        var seed = Random.Shared.Next();
        log.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var desk = await RaceDesk.OpenAsync(PaidProjects + Raises);
        var steps = await StepsAsync(desk);
        random.Shuffle(steps);
        HashSet<(int, RaceAct)> confirmed = [];
        var waiting = steps;
        var spare = RacerProcess.StartAsync(desk.Setup);
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var racer = await spare;

            // The next one is started meanwhile; it touches the database only when it gets its round.
            if (kill < Kills) spare = RacerProcess.StartAsync(desk.Setup);
            await racer.WriteAsync(new RaceRound(false, waiting));
            if (kill < Kills)
            {
                for (var answers = random.Next(1, 6); answers > 0; answers--) Note(await racer.NextAsync());
                await Task.Delay(random.Next(20));
                racer.Kill();
            }

            try
            {
                while (await racer.NextAsync() is { } answer) Note(answer);
                Assert.Equal(Kills, kill);
            }
            catch (EndOfStreamException)
            {
                // Killed.
            }

            waiting = await new WholeOrAbsent(desk).CheckAsync(steps, confirmed);
        }

        Assert.Empty(waiting);

        void Note(RaceAnswer? answer)
        {
            Assert.NotNull(answer);
            Assert.True(answer.IsDone, $"{answer} {string.Join("; ", answer.Reasons)}");
            confirmed.Add((answer.Id, answer.Act));
        }
    }

    private static async Task<RaceStep[]> StepsAsync(RaceDesk desk)
    {
        await desk.AllotAsync(new Vnd(Share.Dong * (Plans + Raises)));
        List<RaceStep> steps = [];
        foreach (var project in desk.Projects.Take(PaidProjects)) await desk.ContractAsync(project, Vnd.Million(100));
        for (var i = 0; i < Entries; i++) steps.Add(desk.Money(desk.Projects[i % PaidProjects], Share));
        for (var i = 0; i < Plans; i++) steps.Add(await desk.PlanAsync(Share));
        foreach (var project in desk.Projects.Skip(PaidProjects)) steps.Add(await desk.RaiseAsync(project, Share));
        return [.. steps];
    }
}
