using CsCheck;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Money;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>
/// Random histories of contracts, appendices, proposals of every kind, reversals and verdicts, on random days: the
/// counters agree with the entries after every step, and every limit holds on every day.
/// </summary>
public class ProjectMoneyHistoryTests
{
    private enum Act { Contract, Appendix, Propose, Reverse, Post, Reject, Accept, Settle }

    private static readonly Gen<(Act Act, MoneyEntryKind Kind, long Amount, int Day, int Pick)[]> Histories = Gen.Select(
        Gen.Frequency((1, Gen.Const(Act.Contract)), (1, Gen.Const(Act.Appendix)), (6, Gen.Const(Act.Propose)), (2, Gen.Const(Act.Reverse)),
            (7, Gen.Const(Act.Post)), (2, Gen.Const(Act.Reject)), (1, Gen.Const(Act.Accept)), (1, Gen.Const(Act.Settle))),
        Gen.OneOf(Gen.Const(MoneyEntryKind.Advance), Gen.Const(MoneyEntryKind.Payment), Gen.Const(MoneyEntryKind.Recovery), Gen.Const(MoneyEntryKind.Clearing)),
        Gen.Long[-20, 60], Gen.Int[-3, 30], Gen.Int[0, 9]).Array[1, 50];

    [Fact(Skip = MutationRun.Why, SkipType = typeof(MutationRun), SkipWhen = nameof(MutationRun.IsOn))]
    public void Counters_and_the_limits_of_every_day_hold_after_every_step_of_any_history()
    {
        Dictionary<string, int> done = [];
        Histories.Sample(
            steps =>
            {
                var book = Book.Approved(100);
                foreach (var (act, kind, amount, day, pick) in steps)
                {
                    if (Step(book, act, kind, amount, Book.DecidedOn.AddDays(day), pick) is { } what) done[what] = done.GetValueOrDefault(what) + 1;
                    Check(book);
                }
            },
            iter: 10_000, threads: 1);

        // A generator that never gets anywhere would prove nothing.
        Assert.All(
            ["Contract", "Appendix", "Advance", "Payment", "Recovery", "Clearing", "Settlement", "Reversal", "post", "reject", "Accept", "reopen"],
            what => Assert.True(done.GetValueOrDefault(what) > 50, $"{what}: {done.GetValueOrDefault(what)}"));
    }

    [Fact]
    public void What_the_rules_refuse_the_project_itself_throws_at()
    {
        var book = Book.Approved(100).Signed(50);

        Assert.Throws<RefusedActionException>(() => book.Wait(book.Draft(MoneyEntryKind.Advance, 51)));
        Assert.Throws<RefusedActionException>(() => book.Wait(book.Draft(MoneyEntryKind.Recovery, 1)));
        Assert.Throws<RefusedActionException>(() => book.Wait(book.Draft(MoneyEntryKind.Clearing, 1)));
        Assert.Throws<RefusedActionException>(() => book.Wait(book.Draft(MoneyEntryKind.Settlement, 1)));
        Assert.Throws<RefusedActionException>(() => book.Wait(book.Draft(MoneyEntryKind.Payment, 0)));
        Assert.Throws<RefusedActionException>(() => book.Signed(51));
        Assert.Throws<RefusedActionException>(() => book.Signed(-51, kind: ContractKind.Appendix));
        Assert.Throws<RefusedActionException>(() => Book.Approved(100).Accepted(101));
        Check(book);
    }

    private static string? Step(Book book, Act act, MoneyEntryKind kind, long amount, DateOnly day, int pick)
    {
        var project = book.Project;
        switch (act)
        {
            case Act.Contract or Act.Appendix:
                var paper = act == Act.Contract ? ContractKind.Contract : ContractKind.Appendix;
                var mayMove = ProjectRules.WhyNotContract(project, paper, new Vnd(amount), day, Book.DecidedOn, Book.Today).Count == 0
                    && LedgerRules.WhyNotSign(book.Rules, new Vnd(amount), day).Count == 0;
                if (!mayMove) return null;
                book.Signed(amount, day, paper);
                return act.ToString();
            case Act.Accept:
                if (project.Status is not (ProjectStatus.Contracted or ProjectStatus.InProgress) || project.Posted.IsZero) return null;
                book.Accepted(project.Support.Dong, day);
                return act.ToString();
            case Act.Post or Act.Reject:
                return Decide(book, act == Act.Post, pick);
            default:
                if (project.Status == ProjectStatus.Approved) book.Started();
                return Propose(book, act, kind, amount, day, pick);
        }
    }

    private static string? Propose(Book book, Act act, MoneyEntryKind kind, long amount, DateOnly day, int pick)
    {
        MoneyEntry entry;
        if (act == Act.Reverse)
        {
            if (book.Entries.Count == 0) return null;

            // The later the entry, the more likely it is the one that was wrong.
            var undone = book.Entries[^(1 + (pick % book.Entries.Count))];
            if (MoneyRules.WhyNotReverse(undone, book.Entries, "Ghi nhầm").Count > 0) return null;
            entry = book.Undo(undone, day < undone.Date ? undone.Date : day);
        }
        else
        {
            entry = act == Act.Settle
                ? book.Draft(MoneyEntryKind.Settlement, book.Project.Posted.Dong + Math.Max(0, amount), Book.Today) : book.Draft(kind, amount, day);
        }

        if (book.WhyNotPropose(entry).Count > 0) return null;
        book.Wait(entry);
        return entry.Kind.ToString();
    }

    private static string? Decide(Book book, bool posts, int pick)
    {
        var waiting = book.Entries.Where(e => e.Verdict is null).ToList();
        if (waiting.Count == 0) return null;
        var entry = waiting[pick % waiting.Count];
        var posted = posts && book.WhyNotPost(entry).Count == 0;
        book.Decide(entry, posted);
        return posted && entry.ReversedKind == MoneyEntryKind.Settlement ? "reopen" : posted ? "post" : "reject";
    }

    private static void Check(Book book)
    {
        var project = book.Project;
        var posted = book.Entries.Where(e => e.IsPosted).ToList();
        var waiting = book.Entries.Where(e => e.Verdict is null).ToList();
        Vnd Sum(MoneyEntryKind kind) => posted.Sum(e => e.AddsTo(kind));

        Assert.True(project.Posted >= Vnd.Zero && project.Posted <= project.DisbursementLimit, "0 ≤ posted ≤ limit");
        Assert.True(project.Contracted is null || (project.Contracted <= project.Support && project.Contracted >= project.Posted), "posted ≤ contracted ≤ support");
        Assert.True(project.Posted + project.Pending <= project.DisbursementLimit, "posted + pending ≤ limit");
        Assert.True(project.Cleared >= Vnd.Zero && project.Cleared <= project.Advanced, "0 ≤ cleared ≤ advanced");
        Assert.True(project.Settled is null || (project.Settled >= project.Posted && project.Settled <= project.AcceptedSupport), "posted ≤ settled ≤ accepted");
        Assert.Equal(project.Status == ProjectStatus.Settled, project.Settled is not null);
        Assert.Equal(waiting.Where(e => e.Effect > Vnd.Zero).Sum(e => e.Effect), project.Pending);
        Assert.Equal(-waiting.Where(e => e.Effect.IsNegative).Sum(e => e.Effect), project.PendingRecovery);
        Assert.Equal(waiting.Where(e => e.Kind == MoneyEntryKind.Clearing).Sum(e => e.Amount), project.PendingClearing);
        Assert.Equal(
            (Sum(MoneyEntryKind.Advance), Sum(MoneyEntryKind.Payment), Sum(MoneyEntryKind.Recovery), Sum(MoneyEntryKind.Clearing)),
            (project.Advanced, project.Paid, project.Recovered, project.Cleared));
        Assert.Equal(posted.Sum(e => e.Effect), project.Posted);
        Assert.Equal(project.Advanced + project.Paid - project.Recovered, project.Posted);
        Assert.All(book.Entries.Where(e => e.IsLive && e.ReversesId is not null).GroupBy(e => e.ReversesId), g => Assert.Single(g));

        var timeline = book.Rules.With(posted);
        Assert.Null(timeline.FirstBreach(DateOnly.MinValue));
        Assert.Null(timeline.FirstOverContracted(DateOnly.MinValue));
        foreach (var day in posted.Select(e => e.Date))
        {
            var until = posted.Where(e => e.Date <= day).ToList();
            Assert.True(until.Sum(e => e.AddsTo(MoneyEntryKind.Clearing)) <= until.Sum(e => e.AddsTo(MoneyEntryKind.Advance)), "cleared ≤ advanced on each day");
        }
    }
}
