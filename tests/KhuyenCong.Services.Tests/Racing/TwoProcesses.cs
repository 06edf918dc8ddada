using KhuyenCong.Racer;
using Xunit;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>Tests that need the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class UnderFire
{
    public const string Name = "Under fire";
}

/// <summary>Two racers on one database.</summary>
internal sealed class TwoProcesses : IDisposable
{
    private readonly RacerProcess[] _racers;

    private TwoProcesses(RacerProcess[] racers) => _racers = racers;

    public static async Task<TwoProcesses> StartAsync(RaceSetup setup) =>
        new(await Task.WhenAll(RacerProcess.StartAsync(setup), RacerProcess.StartAsync(setup)));

    /// <summary>Deals the steps out between the two and lets all go at once.</summary>
    public async Task<IReadOnlyList<RaceAnswer>> RaceAsync(IReadOnlyList<RaceStep> steps)
    {
        var answers = await Task.WhenAll(_racers.Select((racer, r) => racer.RunAsync(new RaceRound(true, [.. steps.Where((_, i) => i % 2 == r)]))));
        return [.. answers.SelectMany(a => a)];
    }

    public void Dispose() => Array.ForEach(_racers, r => r.Dispose());
}
