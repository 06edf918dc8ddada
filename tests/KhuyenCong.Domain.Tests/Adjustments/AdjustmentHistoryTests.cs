using CsCheck;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Domain.Tests.Adjustments;

/// <summary>Random histories of decisions and money: every invariant after every step, and every past day told as it was.</summary>
public class AdjustmentHistoryTests
{
    private const int Histories = 10_000;

    // A step: what to do, to which project, how much, what a second line of the same adjustment does, and how many days ago.
    private static readonly Gen<(int Act, int Pick, long Amount, int Second, int Back)[]> Steps =
        Gen.Select(Gen.Int[0, 35], Gen.Int[0, 5], Gen.Long[1, 60], Gen.Int[0, 11], Gen.Int[-8, 4]).Array[1, 48];

    [Fact(Skip = MutationRun.Why, SkipType = typeof(MutationRun), SkipWhen = nameof(MutationRun.IsOn))]
    public void Every_invariant_holds_after_every_step_and_every_day_reads_as_its_replay()
    {
        Dictionary<string, int> done = new(StringComparer.Ordinal);
        Steps.Sample(
            steps =>
            {
                var world = new HistoryWorld();
                foreach (var (act, pick, amount, second, back) in steps)
                {
                    world.Date(Math.Max(0, back));
                    Step(world, act, pick, amount, second);
                    world.Check();
                }

                foreach (var (what, times) in world.Done) done[what] = done.GetValueOrDefault(what) + times;
            },
            iter: Histories, threads: 1);

        // What is always refused proves nothing.
        string[] expected =
        [
            .. Enum.GetNames<AdjustmentKind>().Except([nameof(AdjustmentKind.ChangePlace), nameof(AdjustmentKind.ChangeContent)]),
            .. Enum.GetNames<MoneyEntryKind>(), "Contract", "Appendix", "Ended contract", "Accept", "Post", "Reject", "Close",
            "Allot", "Lower budget", "Dated back", "Entry dated back", "Back after closing",
        ];
        Assert.All(expected, what => Assert.True(done.GetValueOrDefault(what) > 100, $"{what}: {done.GetValueOrDefault(what)}"));
    }

    private static void Step(HistoryWorld world, int act, int pick, long amount, int second)
    {
        switch (act)
        {
            case 0: world.Adjust((AdjustmentKind.RaiseSupport, pick, amount)); break;
            case 1: world.Adjust((AdjustmentKind.LowerSupport, pick, amount)); break;
            case 2: world.Adjust((AdjustmentKind.StopProject, pick, amount)); break;
            case 3: world.Adjust((AdjustmentKind.ReplaceBeneficiary, pick, amount)); break;
            case 4: world.Adjust((AdjustmentKind.MoveToNextYear, pick, amount)); break;
            case 5: world.Adjust((AdjustmentKind.MoveSource, pick, amount)); break;
            case 6: world.Adjust((AdjustmentKind.AddProject, pick, amount)); break;
            case 7 or 8: world.Adjust((Kind(second), pick, amount), (Kind(amount), pick + 1, second + 1)); break;
            case 9: world.Adjust((Kind(second), pick, amount), (Kind(amount), pick, second + 1)); break;
            case 10 or 11: world.Contract(pick, amount); break;
            case 12: world.Contract(pick, -amount); break;
            case 13: world.Begin(pick); break;
            case 14: world.Accept(pick, amount + second); break;
            case 15 or 16: world.Propose(MoneyEntryKind.Advance, pick, amount); break;
            case 17: world.Propose(MoneyEntryKind.Payment, pick, amount); break;
            case 18: world.Propose(MoneyEntryKind.Recovery, pick, 1 + (amount / 4)); break;
            case 19: world.Propose(MoneyEntryKind.Clearing, pick, 1 + (amount / 4)); break;
            case 20: world.Settle(pick, amount % 3); break;
            case 21 or 22: world.Reverse(pick, second); break;
            case 23: world.Decide(second, posts: false); break;
            case 24 or 25 or 26 or 27: world.Decide(second, posts: true); break;
            case 28: world.Close(amount); break;
            case 29 or 30: world.GiveBack(pick); break;
            case 31: world.Allot(pick, amount); break;
            case 32: world.Allot(pick, -amount); break;
            case 33: world.AcceptSpent(pick); break;
            default: world.NextDay(); break;
        }
    }

    private static AdjustmentKind Kind(long any) => (AdjustmentKind)(any % Enum.GetValues<AdjustmentKind>().Length);
}
