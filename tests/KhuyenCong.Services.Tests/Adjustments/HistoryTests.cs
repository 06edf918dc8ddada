using CsCheck;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>Random histories through the real services: every invariant after every step, every day as its replay.</summary>
public class HistoryTests
{
    private static readonly int Histories = LongRun.Rounds(300, inEveryRun: 75);

    // A step: what to do, to which project, how many triệu, how many days back it is dated, and something to choose by.
    private static readonly Gen<(int Act, int Pick, long Million, int Back, int Other)[]> Steps =
        Gen.Select(Gen.Int[0, 29], Gen.Int[0, 3], Gen.Long[1, 60], Gen.Int[0, 3], Gen.Int[0, 5]).Array[8, 14];

    // As they were when those that failed once were found.
    private static readonly Gen<(int Act, int Pick, long Million, int Back, int Other)[]> FormerSteps =
        Gen.Select(Gen.Int[0, 25], Gen.Int[0, 3], Gen.Long[1, 60], Gen.Int[0, 3], Gen.Int[0, 5]).Array[8, 14];

    [Fact(Skip = MutationRun.Why, SkipType = typeof(MutationRun), SkipWhen = nameof(MutationRun.IsOn))]
    public async Task Every_invariant_holds_after_every_step_and_every_day_reads_as_its_replay()
    {
        await using var opened = await AdjustmentDesk.OpenAsync();
        Dictionary<string, int> done = new(StringComparer.Ordinal);
        var histories = 0;
        await Steps.SampleAsync(
            async steps =>
            {
                foreach (var (what, times) in await PlayAsync(opened, steps, checksTrail: histories++ % 10 == 0)) done[what] = done.GetValueOrDefault(what) + times;
            },
            iter: Histories, threads: 1);

        // What is always refused proves nothing.
        string[] expected =
        [
            nameof(AdjustmentKind.RaiseSupport), nameof(AdjustmentKind.LowerSupport), nameof(AdjustmentKind.StopProject), nameof(AdjustmentKind.AddProject),
            nameof(AdjustmentKind.MoveToNextYear), nameof(AdjustmentKind.ReplaceBeneficiary), nameof(MoneyEntryKind.Advance), nameof(MoneyEntryKind.Payment),
            nameof(MoneyEntryKind.Recovery), nameof(MoneyEntryKind.Reversal), "Contract", "Appendix", "Post", "Reject", "Allot", "Close", "Correct", "Plan", "Accept", "Lock",
        ];
        Assert.All(expected, what => Assert.True(done.GetValueOrDefault(what) >= Histories / 30, $"{what}: {done.GetValueOrDefault(what)}"));
    }

    /// <summary>Histories that once failed, by the seed that CsCheck printed.</summary>
    [Theory]
    [InlineData("enogFN2wJQn4")]
    [InlineData("3ebkm4UKPxl7")]
    public async Task A_history_that_failed_once_holds(string seed)
    {
        await using var opened = await AdjustmentDesk.OpenAsync();
        await FormerSteps.SampleAsync(steps => PlayAsync(opened, steps, checksTrail: true), seed: seed, iter: 1, threads: 1);
    }

    private static async Task<Dictionary<string, int>> PlayAsync(AdjustmentDesk opened, (int Act, int Pick, long Million, int Back, int Other)[] steps, bool checksTrail)
    {
        await using var desk = await HistoryDesk.OpenAsync(opened);
        foreach (var step in steps)
        {
            await StepAsync(desk, step);
            await desk.CheckAsync();
        }

        await desk.CheckDaysAsync();
        await desk.CheckDecisionsAsync();
        if (checksTrail) await desk.CheckTrailAsync();
        return desk.Done;
    }

    private static Task StepAsync(HistoryDesk desk, (int Act, int Pick, long Million, int Back, int Other) step)
    {
        var (act, pick, million, back, other) = step;
        return act switch
        {
            0 or 1 => desk.AdjustAsync(back, (AdjustmentKind.RaiseSupport, pick, million)),
            2 => desk.AdjustAsync(back, (AdjustmentKind.LowerSupport, pick, million)),
            3 => desk.AdjustAsync(back, (AdjustmentKind.StopProject, pick, million)),
            4 => desk.AdjustAsync(back, (AdjustmentKind.AddProject, pick, million)),
            5 => desk.AdjustAsync(back, (AdjustmentKind.ReplaceBeneficiary, pick, million)),
            6 => desk.AdjustAsync(back, (AdjustmentKind.MoveToNextYear, pick, million)),
            7 => desk.AdjustAsync(back, (AdjustmentKind.RaiseSupport, pick, million), (AdjustmentKind.LowerSupport, pick + 1, million)),
            8 => desk.AdjustAsync(back, (AdjustmentKind.StopProject, pick, million), (AdjustmentKind.AddProject, pick, million)),
            9 or 10 or 11 => desk.ContractAsync(pick, million),
            12 or 13 => desk.ProposeAsync(MoneyEntryKind.Advance, pick, 1 + (million / 2), back, validate: true),
            14 => desk.ProposeAsync(MoneyEntryKind.Payment, pick, 1 + (million / 2), back, other % 2 == 0),
            15 => desk.ProposeAsync(MoneyEntryKind.Recovery, pick, 1 + (million / 6), back, other % 2 == 0),
            16 => desk.DecideAnyAsync(other, posts: true),
            17 => desk.RejectAsync(pick, 1 + (million / 2), back, other),
            18 => desk.ProposeAsync(MoneyEntryKind.Recovery, pick, 1 + (million / 6), back, validate: true),
            19 or 20 => desk.AllotAsync(2024 + (act - 19), million * 2, back * 10),
            21 or 22 => desk.ReverseAsync(other, back),
            23 => desk.AppendAsync(pick, 1 + (million / 3), lowers: true),
            24 => desk.AppendAsync(pick, 1 + (million / 3), lowers: false),
            25 => desk.CloseAsync(other),
            26 => desk.ApproveAsync(million, back),
            27 => desk.AcceptAsync(pick, million, back),
            28 => desk.CorrectAsync(million),
            _ => SameDayAsync(desk, pick, million),
        };
    }

    // Each adjustment takes a day: the second is dated back to the day of the first.
    private static async Task SameDayAsync(HistoryDesk desk, int pick, long million)
    {
        await desk.AdjustAsync(0, (AdjustmentKind.RaiseSupport, pick, million));
        await desk.AdjustAsync(1, (AdjustmentKind.LowerSupport, pick + 1, million));
    }
}
