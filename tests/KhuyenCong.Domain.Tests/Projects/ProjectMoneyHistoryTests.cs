using CsCheck;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using Xunit;

namespace KhuyenCong.Domain.Tests.Projects;

/// <summary>Random histories of contracts, proposals and verdicts: the counters agree with the entries after every step.</summary>
public class ProjectMoneyHistoryTests
{
    private static readonly Actor By = Actor.System("Kiểm thử");
    private static readonly DateTime At = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    // A step: what to do (contract, advance, payment, recovery, post, reject), how much, and which pending entry.
    private static readonly Gen<(int Act, long Amount, int Pick)[]> Histories =
        Gen.Select(Gen.Int[0, 5], Gen.Long[-1, 60], Gen.Int[0, 9]).Array[1, 40];

    [Fact]
    public void Counters_hold_after_every_step_of_any_history() =>
        Histories.Sample(
            steps =>
            {
                var project = Approved(100);
                List<(MoneyEntry Entry, bool? Posted)> book = [];
                foreach (var (act, amount, pick) in steps)
                {
                    Step(project, book, act, new Vnd(amount), pick);
                    Check(project, book);
                }
            },
            iter: 3_000, threads: 1);

    [Fact]
    public void What_the_rules_refuse_the_project_itself_throws_at()
    {
        var project = Approved(100);
        project.Sign(ContractOf(new Vnd(50)), By, At);

        Assert.Throws<RefusedActionException>(() => project.Propose(EntryOf(MoneyEntryKind.Advance, new Vnd(51))));
        Assert.Throws<RefusedActionException>(() => project.Propose(EntryOf(MoneyEntryKind.Recovery, new Vnd(1))));
        Assert.Throws<RefusedActionException>(() => project.Propose(EntryOf(MoneyEntryKind.Payment, Vnd.Zero)));
        Assert.Throws<RefusedActionException>(() => project.Sign(ContractOf(new Vnd(51)), By, At));
        Assert.Throws<RefusedActionException>(() => project.Accept(AcceptanceOf(new Vnd(101)), By, At));
        Check(project, []);
    }

    private static void Step(Project project, List<(MoneyEntry Entry, bool? Posted)> book, int act, Vnd amount, int pick)
    {
        if (act == 0)
        {
            var mayMove = ProjectRules.WhyNotContract(project, amount, new(2024, 3, 1), new(2024, 2, 5), new(2024, 11, 15)).Count == 0;
            if (mayMove) project.Sign(ContractOf(amount), By, At);
            return;
        }

        if (act <= 3)
        {
            var kind = (MoneyEntryKind)(act - 1);
            if (project.Status == ProjectStatus.Approved) project.Start(By, At);
            var entry = EntryOf(kind, amount);
            var refusals = MoneyRules.WhyNotPropose(project, entry, new(2024, 2, 5), new(2024, 11, 15));
            if (refusals.Count > 0) return;
            project.Propose(entry);
            book.Add((entry, null));
            return;
        }

        var pending = book.Select((line, index) => (line, index)).Where(x => x.line.Posted is null).ToList();
        if (pending.Count == 0) return;
        var (chosen, place) = pending[pick % pending.Count];
        var posts = act == 4 && MoneyRules.WhyNotPost(project, chosen.Entry, 99).Count == 0;
        project.Settle(chosen.Entry, posts, By, At);
        book[place] = (chosen.Entry, posts);
    }

    private static void Check(Project project, List<(MoneyEntry Entry, bool? Posted)> book)
    {
        Vnd Sum(MoneyEntryKind kind, bool? posted) => book.Where(b => b.Posted == posted && b.Entry.Kind == kind).Sum(b => b.Entry.Amount);

        Assert.True(project.Posted >= Vnd.Zero && project.Posted <= project.DisbursementLimit, "0 ≤ posted ≤ limit");
        Assert.True(project.Contracted is null || project.Contracted <= project.Support);
        Assert.True(project.Posted + project.Pending <= project.DisbursementLimit, "posted + pending");
        Assert.Equal(Sum(MoneyEntryKind.Advance, null) + Sum(MoneyEntryKind.Payment, null), project.Pending);
        Assert.Equal(Sum(MoneyEntryKind.Recovery, null), project.PendingRecovery);
        Assert.Equal(Sum(MoneyEntryKind.Advance, true), project.Advanced);
        Assert.Equal(Sum(MoneyEntryKind.Payment, true), project.Paid);
        Assert.Equal(Sum(MoneyEntryKind.Recovery, true), project.Recovered);
        Assert.Equal(project.Advanced + project.Paid - project.Recovered, project.Posted);
        Assert.Equal(project.Support - project.Posted, project.Remaining);
    }

    private static Project Approved(long support)
    {
        var project = new Project { Code = "KC-1", Ordinal = 1 };
        project.Approve(new Vnd(support), FundingSource.Local, By, At);
        return project;
    }

    private static Contract ContractOf(Vnd value) =>
        new() { Number = "1", SignedOn = new(2024, 3, 1), Value = value, Beneficiary = null, RecordedById = 1, RecordedAt = At };

    private static MoneyEntry EntryOf(MoneyEntryKind kind, Vnd amount) => new()
    {
        ProjectId = 1, Kind = kind, Amount = amount, Date = new(2024, 3, 1), Voucher = "1", ProposedById = 1, ProposedByName = "A", ProposedAt = At,
        FormKey = Guid.NewGuid(),
    };

    private static Acceptance AcceptanceOf(Vnd accepted) => new()
    {
        ProjectId = 1, Date = new(2024, 3, 1), Finding = "Đạt", MinutesNumber = "1", AcceptedSupport = accepted, RecordedById = 1, RecordedAt = At,
    };
}
