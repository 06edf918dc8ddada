using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using Xunit;
using static KhuyenCong.Domain.Money.MoneyEntryKind;

namespace KhuyenCong.Domain.Tests.Money;

/// <summary>What the amounts and the project's state refuse.</summary>
public class MoneyRulesTests
{
    [Fact]
    public void Papers_clear_no_more_than_the_advances_still_open_and_no_money_moves()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 60).Posted(Recovery, 10).Posted(Clearing, 20);

        Assert.Equal((new Vnd(50), new Vnd(20), new Vnd(30)), (book.Project.Posted, book.Project.Cleared, book.Project.OpenAdvance));
        Assert.Equal([new MoneyRefusals.ClearingBeyondAdvance(new Vnd(31), new Vnd(30), Vnd.Zero)], book.WhyNotPropose(book.Draft(Clearing, 31)));
        book.Waiting(Clearing, 25);
        Assert.Equal([new MoneyRefusals.ClearingBeyondAdvance(new Vnd(6), new Vnd(30), new Vnd(25))], book.WhyNotPropose(book.Draft(Clearing, 6)));
        Assert.Equal(new Vnd(50), book.Project.Posted);
    }

    [Fact]
    public void A_clearing_that_a_recovery_overtook_is_not_posted()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 50).Waiting(Clearing, 50);
        var clearing = book.Entries[^1];
        book.Posted(Recovery, 30);

        Assert.Equal([new MoneyRefusals.ClearingBeyondAdvance(new Vnd(50), new Vnd(20), Vnd.Zero)], book.WhyNotPost(clearing));
    }

    [Fact]
    public void An_entry_is_undone_wholly_and_once()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 60);
        var advance = book.Entries[0];
        Assert.Empty(MoneyRules.WhyNotReverse(advance, book.Entries, "Ghi nhầm"));
        book.Post(book.Undo(advance, posted: true));

        Assert.Equal((Vnd.Zero, Vnd.Zero), (book.Project.Posted, book.Project.Advanced));
        Assert.Equal([new MoneyRefusals.AlreadyReversed("CT-1")], MoneyRules.WhyNotReverse(advance, book.Entries, "Ghi nhầm"));
        Assert.Equal([new MoneyRefusals.NotReversible("DAO-2")], MoneyRules.WhyNotReverse(book.Entries[1], book.Entries, "Ghi nhầm"));
    }

    [Fact]
    public void Only_a_posted_entry_is_undone_and_with_a_reason()
    {
        var book = Book.Approved(100).Started().Waiting(Advance, 60);

        Assert.Equal(
            [new MoneyRefusals.NotReversible("CT-1"), new MoneyRefusals.ReversalNeedsReason()], MoneyRules.WhyNotReverse(book.Entries[0], book.Entries, " "));
    }

    [Fact]
    public void A_reversal_that_waits_holds_others_back()
    {
        var book = Book.Approved(100).Started().Posted(Payment, 60);
        book.Wait(book.Undo(book.Entries[0]));

        Assert.Equal(new Vnd(60), book.Project.PendingRecovery);
        Assert.Equal([new MoneyRefusals.AlreadyReversed("CT-1")], MoneyRules.WhyNotReverse(book.Entries[0], book.Entries, "Ghi nhầm"));
        Assert.Equal([new MoneyRefusals.RecoveryBeyondPosted(new Vnd(1), new Vnd(60), new Vnd(60))], book.WhyNotPropose(book.Draft(Recovery, 1)));
    }

    [Fact]
    public void An_advance_that_papers_have_cleared_is_not_undone_before_the_clearing()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 60).Posted(Clearing, 20).Waiting(Clearing, 15);

        Assert.Equal([new MoneyRefusals.ReversalBelowCleared(new Vnd(60), new Vnd(60), new Vnd(35))], book.WhyNotPropose(book.Undo(book.Entries[0])));
        book.Decide(book.Entries[2], posted: false);
        book.Post(book.Undo(book.Entries[1], posted: true));
        Assert.Equal(Vnd.Zero, book.Project.Cleared);
        Assert.Empty(book.WhyNotPropose(book.Undo(book.Entries[0])));
    }

    [Fact]
    public void What_was_given_back_cannot_be_undone_once_more()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 60).Posted(Recovery, 10);

        Assert.Equal([new MoneyRefusals.ReversalBeyondPosted(Advance, new Vnd(60), new Vnd(50), Vnd.Zero)], book.WhyNotPropose(book.Undo(book.Entries[0])));
    }

    [Fact]
    public void Undoing_a_recovery_needs_room_within_the_limit()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 100).Posted(Recovery, 40).Posted(Payment, 30);

        Assert.Equal(
            [new MoneyRefusals.OverLimit(Reversal, new Vnd(40), new Vnd(10), new Vnd(100), LimitBasis.Support, new Vnd(90), Vnd.Zero)], book.WhyNotPropose(book.Undo(book.Entries[1])));
    }

    [Fact]
    public void A_settlement_lies_between_what_is_posted_and_what_was_accepted()
    {
        var book = Book.Approved(100).Signed(100).Posted(Payment, 60).Accepted(90);

        Assert.Equal([new MoneyRefusals.SettledBelowPosted(new Vnd(59), new Vnd(60))], book.WhyNotPropose(book.Draft(Settlement, 59)));
        Assert.Equal([new MoneyRefusals.SettledBeyondAccepted(new Vnd(91), new Vnd(90))], book.WhyNotPropose(book.Draft(Settlement, 91)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Settlement, 90)));
    }

    [Fact]
    public void Nothing_waits_when_a_project_is_settled()
    {
        var book = Book.Approved(100).Signed(100).Posted(Advance, 60).Accepted(90).Waiting(Payment, 5).Waiting(Recovery, 3).Waiting(Clearing, 7);

        Assert.Equal([new MoneyRefusals.MoneyStillWaiting(new Vnd(5), new Vnd(3), new Vnd(7))], book.WhyNotPropose(book.Draft(Settlement, 60)));
    }

    [Fact]
    public void A_settlement_settles_the_project_and_its_reversal_opens_it_again()
    {
        var book = Book.Approved(100).Signed(100).Posted(Payment, 60).Accepted(60).Posted(Settlement, 60);
        Assert.Equal((ProjectStatus.Settled, new Vnd(60), new Vnd(60)), (book.Project.Status, book.Project.Settled!.Value, book.Project.Posted));
        Assert.Equal([new MoneyRefusals.ProjectTakesNoMoney(ProjectStatus.Settled)], book.WhyNotPropose(book.Draft(Recovery, 1)));
        Assert.Equal([new MoneyRefusals.NotUndoneNow(Payment, ProjectStatus.Settled)], book.WhyNotPropose(book.Undo(book.Entries[0])));

        book.Post(book.Undo(book.Entries[1], posted: true));

        Assert.Equal((ProjectStatus.Accepted, null, new Vnd(60)), (book.Project.Status, book.Project.Settled, book.Project.Posted));
        Assert.Equal("Ghi nhầm", book.Project.History.Last().Reason);
        Assert.Empty(book.WhyNotPropose(book.Undo(book.Entries[0])));
    }

    [Fact]
    public void Only_accepted_work_is_settled_and_only_once()
    {
        var started = Book.Approved(100).Started().Posted(Payment, 60);
        Assert.Contains(new MoneyRefusals.SettlementNeedsAcceptance(ProjectStatus.InProgress), started.WhyNotPropose(started.Draft(Settlement, 60)));

        var book = Book.Approved(100).Started().Posted(Payment, 60).Accepted(60).Waiting(Settlement, 60);
        Assert.Equal([new MoneyRefusals.SettlementWaiting("CT-2")], book.WhyNotPropose(book.Draft(Settlement, 60)));
        book.Decide(book.Entries[1], posted: true);
        Assert.Contains(new MoneyRefusals.SettlementNeedsAcceptance(ProjectStatus.Settled), book.WhyNotPropose(book.Draft(Settlement, 60)));
    }

    [Fact]
    public void From_a_stopped_project_money_only_comes_back_and_says_why_so_late()
    {
        var book = Book.Approved(100).Signed(80).Posted(Advance, 50).Stopped();
        Assert.Equal((new Vnd(50), new Vnd(50), new Vnd(50)), (book.Project.Support, book.Project.Contracted!.Value, book.Project.Posted));

        Assert.Contains(new MoneyRefusals.ProjectTakesNoMoney(ProjectStatus.Discontinued), book.WhyNotPropose(book.Draft(Advance, 1)));
        Assert.Equal([new MoneyRefusals.ProjectTakesNoMoney(ProjectStatus.Discontinued)], book.WhyNotPropose(book.Draft(Clearing, 1)));
        Assert.Equal([new MoneyRefusals.LateRecoveryNeedsReason(ProjectStatus.Discontinued)], book.WhyNotPropose(book.Draft(Recovery, 50)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Recovery, 50, lateReason: "Cơ sở trả chậm")));
        Assert.Empty(book.WhyNotPropose(book.Undo(book.Entries[0])));
    }

    [Fact]
    public void A_late_recovery_entered_by_mistake_is_undone_like_any_other()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 50).Stopped();
        book.Post(book.Draft(Recovery, 20, posted: true, lateReason: "Cơ sở trả chậm"));

        Assert.Empty(book.WhyNotPropose(book.Undo(book.Entries[1])));
        book.Post(book.Undo(book.Entries[1], posted: true));
        Assert.Equal((new Vnd(50), Vnd.Zero), (book.Project.Posted, book.Project.Recovered));
    }

    [Fact]
    public void The_kinds_that_can_be_proposed_follow_the_state()
    {
        Assert.Empty(MoneyRules.KindsTaken(Book.Approved(100).Project));
        Assert.Equal([Advance, Payment, Recovery, Clearing], MoneyRules.KindsTaken(Book.Approved(100).Started().Project));
        Assert.Equal([Advance, Payment, Recovery, Clearing, Settlement], MoneyRules.KindsTaken(Book.Approved(100).Accepted(100).Project));
        Assert.Equal([Recovery], MoneyRules.KindsTaken(Book.Approved(100).Started().Posted(Payment, 1).Stopped().Project));
        Assert.Empty(MoneyRules.KindsTaken(Book.Approved(100).Started().Stopped().Project));
        Assert.Empty(MoneyRules.KindsTaken(Book.Approved(100).Accepted(100).Posted(Settlement, 0 + 1).Project));
        Assert.Equal([new MoneyRefusals.ProjectTakesNoMoney(ProjectStatus.Approved)], MoneyRules.WhyNotPropose(Book.Approved(100).Project));
    }

    [Fact]
    public void An_entry_decided_by_now_says_only_that()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 100);

        Assert.Contains(new MoneyRefusals.AlreadyDecided(true, "Kế toán"), book.WhyNotPost(book.Entries[0]));
        Assert.Contains(new MoneyRefusals.ProposerMayNotValidate(), LedgerRules.WhyNotPost(book.Rules, book.Draft(Recovery, 1), 1));
    }

    [Fact]
    public void Less_than_what_is_out_or_on_its_way_is_not_accepted()
    {
        var book = Book.Approved(100).Signed(90).Posted(Payment, 60).Waiting(Payment, 10);
        Assert.Equal([new MoneyRefusals.AcceptedBelowSpent(new Vnd(69), new Vnd(60), new Vnd(10))], Accepting(book, 69));
        Assert.Empty(Accepting(book, 70));
        Assert.Empty(Accepting(book, 100));
        Assert.Equal([new MoneyRefusals.AcceptedBeyondSupport(new Vnd(101), new Vnd(100))], Accepting(book, 101));
        Assert.Equal([new MoneyRefusals.AcceptedBeyondSupport(new Vnd(-1), new Vnd(100))], Accepting(Book.Approved(100).Started(), -1));
        Assert.Throws<RefusedActionException>(() => book.Accepted(69));
    }

    [Fact]
    public void Once_accepted_no_more_goes_out_than_was_found_due()
    {
        var book = Book.Approved(100).Signed(90).Posted(Payment, 60).Accepted(70);
        Assert.Equal((new Vnd(70), LimitBasis.Acceptance, new Vnd(10)), (book.Project.DisbursementLimit, book.Project.LimitBasis, book.Project.Proposable));
        Assert.Empty(book.WhyNotPropose(book.Draft(Payment, 10)));
        var over = new MoneyRefusals.OverLimit(Payment, new Vnd(11), new Vnd(10), new Vnd(70), LimitBasis.Acceptance, new Vnd(60), Vnd.Zero);
        Assert.Equal([over], book.WhyNotPropose(book.Draft(Payment, 11)));
        Assert.Equal([over], book.WhyNotPost(book.Draft(Payment, 11)));
    }

    [Theory]
    [InlineData(100, null, null, 100, LimitBasis.Support)]
    [InlineData(100, 90L, null, 90, LimitBasis.Contract)]
    [InlineData(100, 90L, 90L, 90, LimitBasis.Contract)]
    [InlineData(100, 90L, 95L, 90, LimitBasis.Contract)]
    [InlineData(100, 90L, 89L, 89, LimitBasis.Acceptance)]
    [InlineData(100, null, 100L, 100, LimitBasis.Support)]
    [InlineData(100, null, 99L, 99, LimitBasis.Acceptance)]
    public void The_lowest_of_support_contract_and_acceptance_is_the_limit(long support, long? contracted, long? accepted, long limit, LimitBasis basis)
    {
        var (signed, due) = (contracted is { } c ? new Vnd(c) : (Vnd?)null, accepted is { } a ? new Vnd(a) : (Vnd?)null);
        Assert.Equal((new Vnd(limit), basis), (Project.LimitOf(new Vnd(support), signed, due), Project.LimitBasisOf(new Vnd(support), signed, due)));
    }

    [Theory]
    [InlineData(ProjectStatus.Settled, new[] { Settlement })]
    [InlineData(ProjectStatus.Discontinued, new[] { Advance, Payment, Recovery })]
    [InlineData(ProjectStatus.InProgress, new[] { Advance, Payment, Recovery, Clearing, Reversal })]
    [InlineData(ProjectStatus.Approved, new MoneyEntryKind[0])]
    public void Each_state_lets_its_kinds_be_undone(ProjectStatus status, MoneyEntryKind[] kinds)
    {
        Assert.Equal(kinds.Order(), Enum.GetValues<MoneyEntryKind>().Where(k => MoneyRules.WhyNotUndo(status, k).Count == 0).Order());
        Assert.All(Enum.GetValues<MoneyEntryKind>().Except(kinds), k => Assert.Equal([new MoneyRefusals.NotUndoneNow(k, status)], MoneyRules.WhyNotUndo(status, k)));
    }

    [Fact]
    public void What_the_state_takes_no_longer_is_not_posted_either()
    {
        var book = Book.Approved(100).Signed(100).Posted(Payment, 60).Accepted(80);
        var waiting = book.Draft(Payment, 10);
        book.Posted(Settlement, 60);
        Assert.Contains(new MoneyRefusals.ProjectTakesNoMoney(ProjectStatus.Settled), book.WhyNotPost(waiting));
        Assert.Equal([new MoneyRefusals.ProjectTakesNoMoney(ProjectStatus.Settled)], MoneyRules.WhyNotPropose(book.Project));
        Assert.Empty(MoneyRules.WhyNotPropose(Book.Approved(100).Started().Project));
    }

    [Fact]
    public void An_advance_is_undone_down_to_what_is_cleared_or_about_to_be()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 30).Posted(Advance, 40).Posted(Clearing, 20).Waiting(Clearing, 15);
        Assert.Equal([new MoneyRefusals.ReversalBelowCleared(new Vnd(40), new Vnd(70), new Vnd(35))], book.WhyNotPropose(book.Undo(book.Entries[1])).OfType<MoneyRefusals.ReversalBelowCleared>());
        var enough = Book.Approved(100).Started().Posted(Advance, 30).Posted(Advance, 40).Posted(Clearing, 20).Waiting(Clearing, 10);
        Assert.Empty(enough.WhyNotPropose(enough.Undo(enough.Entries[1])));
    }

    [Fact]
    public void What_waits_leaves_that_much_less_to_propose()
    {
        var book = Book.Approved(100).Started().Posted(Payment, 50).Waiting(Payment, 20);
        Assert.Equal([new MoneyRefusals.OverLimit(Payment, new Vnd(31), new Vnd(30), new Vnd(100), LimitBasis.Support, new Vnd(50), new Vnd(20))], book.WhyNotPropose(book.Draft(Payment, 31)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Payment, 30)));
    }

    private static IReadOnlyList<Refusal> Accepting(Book book, long support) =>
        ProjectRules.WhyNotAccept(InWork(book.Project), new(2024, 9, 1), new Vnd(support), Book.DecidedOn, Book.Today);

    private static Project InWork(Project project)
    {
        if (project.Status != ProjectStatus.InProgress) project.Start(Book.By, Book.At);
        return project;
    }
}
