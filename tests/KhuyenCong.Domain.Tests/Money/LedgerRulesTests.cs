using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using Xunit;
using static KhuyenCong.Domain.Money.MoneyEntryKind;

namespace KhuyenCong.Domain.Tests.Money;

/// <summary>What the dates refuse: limits hold on every day, not only today.</summary>
public class LedgerRulesTests
{
    private static readonly DateOnly March = new(2024, 3, 1);
    private static readonly DateOnly April = new(2024, 4, 1);
    private static readonly DateOnly May = new(2024, 5, 1);
    private static readonly DateOnly June = new(2024, 6, 1);
    private static readonly DateOnly July = new(2024, 7, 1);

    [Fact]
    public void An_entry_dated_before_the_raise_that_allows_it_is_refused()
    {
        var book = Book.Approved(50).Started().Adjusted(100, June);

        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(80), new Vnd(50))], book.WhyNotPropose(book.Draft(Payment, 80, May)));
        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(80), new Vnd(50))], book.WhyNotPost(book.Draft(Payment, 80, May)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Payment, 80, June)));
    }

    [Fact]
    public void An_entry_dated_back_counts_on_every_later_day()
    {
        var book = Book.Approved(100).Started().Posted(Payment, 90, May).Posted(Recovery, 60, July);

        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(110), new Vnd(100))], book.WhyNotPropose(book.Draft(Advance, 20, March)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Advance, 20, July)));
    }

    [Fact]
    public void What_waits_counts_on_its_days_at_the_proposal_and_not_at_the_posting()
    {
        var book = Book.Approved(100).Started().Posted(Payment, 60, March).Waiting(Payment, 40, May).Posted(Recovery, 50, June);
        var waiting = book.Entries[1];

        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(110), new Vnd(100))], book.WhyNotPropose(book.Draft(Payment, 10, May)));
        Assert.Empty(book.WhyNotPost(book.Draft(Payment, 10, May)));
        Assert.Empty(book.WhyNotPost(waiting));
    }

    [Fact]
    public void The_contract_is_the_limit_from_its_day_on()
    {
        var book = Book.Approved(100).Signed(40, March).Signed(40, June);

        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(50), new Vnd(40))], book.WhyNotPropose(book.Draft(Advance, 50, May)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Advance, 50, June)));
    }

    [Fact]
    public void Money_does_not_come_back_before_it_went_out()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 50, June);

        Assert.Equal([new MoneyRefusals.BackBeforeOut(May, new Vnd(10))], book.WhyNotPropose(book.Draft(Recovery, 10, May)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Recovery, 10, June)));
        book.Waiting(Recovery, 45, June);
        Assert.Equal([new MoneyRefusals.RecoveryBeyondPosted(new Vnd(6), new Vnd(50), new Vnd(45))], book.WhyNotPropose(book.Draft(Recovery, 6, July)));
    }

    [Fact]
    public void An_entry_is_not_undone_before_its_own_day_nor_when_a_later_recovery_leans_on_it()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 50, May).Posted(Recovery, 20, June).Posted(Payment, 70, July);

        Assert.Equal([new MoneyRefusals.ReversedTooEarly(March, May)], book.WhyNotPropose(book.Undo(book.Entries[0], March)));
        Assert.Equal([new MoneyRefusals.BackBeforeOut(June, new Vnd(20))], book.WhyNotPropose(book.Undo(book.Entries[0], June)));
        Assert.Empty(book.WhyNotPropose(book.Undo(book.Entries[0], July)));
    }

    [Fact]
    public void Papers_do_not_clear_an_advance_before_it_was_paid()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 50, June);

        Assert.Equal([new MoneyRefusals.ClearedBeforeAdvanced(May, new Vnd(10), Vnd.Zero)], book.WhyNotPropose(book.Draft(Clearing, 10, May)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Clearing, 10, June)));
    }

    [Fact]
    public void An_advance_that_waits_is_not_there_to_be_cleared()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 10, July).Waiting(Advance, 50, May);

        Assert.Equal([new MoneyRefusals.ClearedBeforeAdvanced(June, new Vnd(10), Vnd.Zero)], book.WhyNotPropose(book.Draft(Clearing, 10, June)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Clearing, 10, July)));
    }

    [Fact]
    public void A_project_without_a_decision_has_a_book_all_the_same() => Assert.Equal(DateOnly.MinValue, new ProjectBook(new() { Code = "KC-1", Ordinal = 1 }, [], [], [], []).DecidedOn);

    [Fact]
    public void A_settlement_is_dated_after_the_acceptance_and_the_last_entry_that_stands()
    {
        var book = Book.Approved(100).Started().Posted(Payment, 50, July).Accepted(50, new(2024, 6, 15));
        Assert.Equal([new MoneyRefusals.SettledTooEarly(June, July)], book.WhyNotPropose(book.Draft(Settlement, 50, June)));

        book.Post(book.Undo(book.Entries[0], new(2024, 10, 1), posted: true));
        Assert.Equal([new MoneyRefusals.SettledTooEarly(June, new(2024, 6, 15))], book.WhyNotPropose(book.Draft(Settlement, 50, June)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Settlement, 50, new(2024, 6, 15))));
    }

    [Fact]
    public void Nothing_is_dated_in_a_closed_year()
    {
        var book = Book.Approved(100).Started().YearClosed(2024);

        Assert.Equal([new MoneyRefusals.YearClosed(2024)], book.WhyNotPropose(book.Draft(Advance, 1)));
        Assert.Equal([new MoneyRefusals.YearClosed(2024)], book.WhyNotPost(book.Draft(Advance, 1)));
        Assert.Equal([new MoneyRefusals.YearClosed(2024)], LedgerRules.WhyNotSign(book.Rules, new Vnd(10), May));
        Assert.Empty(LedgerRules.WhyNotSign(book.Rules, new Vnd(10), new(2025, 1, 2)));
    }

    [Fact]
    public void A_contract_stays_within_the_support_of_each_day()
    {
        var book = Book.Approved(50).Adjusted(100, June);

        Assert.Equal([new MoneyRefusals.ContractBeyondSupportOnDay(May, new Vnd(80), new Vnd(50))], LedgerRules.WhyNotSign(book.Rules, new Vnd(80), May));
        Assert.Empty(LedgerRules.WhyNotSign(book.Rules, new Vnd(80), June));
    }

    [Fact]
    public void An_appendix_dated_back_leaves_no_day_over_spent()
    {
        var book = Book.Approved(100).Signed(80, March).Posted(Payment, 70, May).Posted(Recovery, 30, July);

        Assert.Equal([new MoneyRefusals.OverLimitOnDay(June, new Vnd(70), new Vnd(60))], LedgerRules.WhyNotSign(book.Rules, new Vnd(-20), June));
        Assert.Empty(LedgerRules.WhyNotSign(book.Rules, new Vnd(-20), July));
    }

    [Fact]
    public void An_appendix_needs_a_contract_and_keeps_its_value_between_what_is_spent_and_the_support()
    {
        var none = Book.Approved(100).Started();
        Assert.Equal([new MoneyRefusals.AppendixNeedsContract()], WhyNotAppend(none, 10));

        var book = Book.Approved(100).Signed(80).Posted(Payment, 50).Waiting(Payment, 10);
        Assert.Equal([new MoneyRefusals.ContractBeyondSupport(new Vnd(21), new Vnd(80), new Vnd(100))], WhyNotAppend(book, 21));
        Assert.Equal([new MoneyRefusals.ContractBelowPosted(new Vnd(-21), new Vnd(80), new Vnd(50), new Vnd(10))], WhyNotAppend(book, -21));
        Assert.Equal([new MoneyRefusals.AmountNotPositive()], WhyNotAppend(book, 0));
        Assert.Empty(WhyNotAppend(book, -20));
        Assert.Equal(new Vnd(60), book.Signed(-20, July, ContractKind.Appendix).Project.Contracted);
    }

    [Fact]
    public void A_first_contract_is_worth_something() =>
        Assert.Equal(
            [new MoneyRefusals.AmountNotPositive()], ProjectRules.WhyNotContract(Book.Approved(100).Signed(10).Project, new Vnd(-5), June, Book.DecidedOn, Book.Today));

    [Fact]
    public void An_entry_is_dated_from_the_decision_to_today()
    {
        var book = Book.Approved(100).Started();
        Assert.Empty(book.WhyNotPropose(book.Draft(Advance, 1, Book.DecidedOn)));
        Assert.Equal(
            [new MoneyRefusals.DatedBeforeDecision(Book.DecidedOn.AddDays(-1), Book.DecidedOn)], book.WhyNotPropose(book.Draft(Advance, 1, Book.DecidedOn.AddDays(-1))));
        Assert.Empty(book.WhyNotPropose(book.Draft(Advance, 1, Book.Today)));
        Assert.Equal([new MoneyRefusals.DatedInFuture(Book.Today.AddDays(1))], book.WhyNotPropose(book.Draft(Advance, 1, Book.Today.AddDays(1))));
    }

    [Fact]
    public void On_the_day_of_the_decision_the_limits_of_that_day_count_already()
    {
        var book = Book.Approved(50).Started().Adjusted(100, June);
        Assert.Equal([new MoneyRefusals.OverLimitOnDay(Book.DecidedOn, new Vnd(80), new Vnd(50))], book.WhyNotPropose(book.Draft(Payment, 80, Book.DecidedOn)));
    }

    [Fact]
    public void What_waits_on_the_other_side_neither_helps_nor_hinders()
    {
        // A recovery that waits frees nothing, a payment that waits brings nothing back.
        var book = Book.Approved(100).Started().Posted(Payment, 60, March).Waiting(Recovery, 30, April).Posted(Recovery, 20, June);
        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(110), new Vnd(100))], book.WhyNotPropose(book.Draft(Payment, 50, May)));
        var other = Book.Approved(100).Started().Waiting(Payment, 30, March).Posted(Payment, 40, June);
        Assert.Equal([new MoneyRefusals.BackBeforeOut(May, new Vnd(10))], other.WhyNotPropose(other.Draft(Recovery, 10, May)));
        var clearing = Book.Approved(100).Started().Posted(Advance, 50, March).Waiting(Clearing, 20, March);
        Assert.Empty(clearing.WhyNotPropose(clearing.Draft(Payment, 50, May)));
    }

    [Fact]
    public void Recoveries_that_wait_count_together_on_their_days()
    {
        var book = Book.Approved(100).Started().Posted(Payment, 30, March).Waiting(Recovery, 20, May).Posted(Payment, 40, July);
        Assert.Equal([new MoneyRefusals.BackBeforeOut(May, new Vnd(5))], book.WhyNotPropose(book.Draft(Recovery, 15, May)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Recovery, 10, May)));
    }

    [Fact]
    public void Clearings_that_wait_count_with_others_and_against_the_undoing_of_their_advance()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 30, March).Waiting(Clearing, 20, May).Posted(Advance, 40, July);
        Assert.Equal([new MoneyRefusals.ClearedBeforeAdvanced(May, new Vnd(35), new Vnd(30))], book.WhyNotPropose(book.Draft(Clearing, 15, May)));
        Assert.Empty(book.WhyNotPropose(book.Draft(Clearing, 10, May)));
        Assert.Equal([new MoneyRefusals.ClearedBeforeAdvanced(June, new Vnd(20), Vnd.Zero)], book.WhyNotPropose(book.Undo(book.Entries[0], June)));
        Assert.Empty(book.WhyNotPropose(book.Undo(book.Entries[2], July)));
    }

    [Fact]
    public void The_first_day_on_which_too_much_is_cleared_is_the_one_named()
    {
        var book = Book.Approved(100).Started().Posted(Advance, 30, March).Posted(Advance, 50, July).Posted(Payment, 1, June).Posted(Clearing, 40, July).Posted(Clearing, 20, May);
        Assert.Equal([new MoneyRefusals.ClearedBeforeAdvanced(May, new Vnd(31), new Vnd(30))], book.WhyNotPropose(book.Draft(Clearing, 11, March)));
    }

    [Fact]
    public void Only_a_settlement_waits_for_another_settlement()
    {
        var book = Book.Approved(100).Signed(100).Posted(Payment, 60).Accepted(80).Waiting(Settlement, 70);
        Assert.Contains(book.WhyNotPropose(book.Draft(Settlement, 70)), r => r is MoneyRefusals.SettlementWaiting);
        Assert.DoesNotContain(book.WhyNotPropose(book.Draft(Payment, 10)), r => r is MoneyRefusals.SettlementWaiting);
    }

    [Fact]
    public void An_appendix_that_lowers_is_not_held_to_the_support_of_earlier_days_and_rejected_money_holds_nothing()
    {
        var book = Book.Approved(100).Signed(80, March).Waiting(Payment, 70, May);
        book.Decide(book.Entries[0], posted: false);
        Assert.Empty(LedgerRules.WhyNotSign(book.Rules, new Vnd(-20), May));
        var waiting = Book.Approved(100).Signed(80, March).Waiting(Payment, 70, May);
        Assert.Equal([new MoneyRefusals.OverLimitOnDay(May, new Vnd(70), new Vnd(60))], LedgerRules.WhyNotSign(waiting.Rules, new Vnd(-20), May));
    }

    private static IReadOnlyList<Refusal> WhyNotAppend(Book book, long value) =>
        ProjectRules.WhyNotContract(book.Project, ContractKind.Appendix, new Vnd(value), July, Book.DecidedOn, Book.Today);
}
