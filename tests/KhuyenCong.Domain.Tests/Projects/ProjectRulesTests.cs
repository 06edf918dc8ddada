using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Tests.Money;
using Xunit;
using static KhuyenCong.Domain.Projects.ProjectRefusals;

namespace KhuyenCong.Domain.Tests.Projects;

public class ProjectRulesTests
{
    private static readonly DateOnly Decided = Book.DecidedOn, Today = Book.Today, May = new(2024, 5, 1);

    [Fact]
    public void A_contract_lies_between_what_is_out_and_the_support()
    {
        var book = Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 40).Waiting(MoneyEntryKind.Payment, 10);
        Assert.Equal([new MoneyRefusals.ContractBelowPosted(new Vnd(49), Vnd.Zero, new Vnd(40), new Vnd(10))], Contracting(book, 49));
        Assert.Empty(Contracting(book, 50));
        Assert.Empty(Contracting(book, 100));
        Assert.Equal([new MoneyRefusals.ContractBeyondSupport(new Vnd(101), Vnd.Zero, new Vnd(100))], Contracting(book, 101));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_contract_is_worth_something(long value) => Assert.Equal([new MoneyRefusals.AmountNotPositive()], Contracting(Book.Approved(100), value));

    [Fact]
    public void An_appendix_needs_a_contract_and_lowers_it_to_what_is_out()
    {
        Assert.Equal([new MoneyRefusals.AppendixNeedsContract()], Contracting(Book.Approved(100), 10, ContractKind.Appendix));
        Assert.Equal([new MoneyRefusals.AppendixNeedsContract()], ProjectRules.WhyNotAppendix(Book.Approved(100).Project));
        var book = Book.Approved(100).Signed(80).Posted(MoneyEntryKind.Advance, 40);
        Assert.Empty(ProjectRules.WhyNotAppendix(book.Project));
        Assert.Empty(Contracting(book, -40, ContractKind.Appendix));
        Assert.Equal([new MoneyRefusals.ContractBelowPosted(new Vnd(-41), new Vnd(80), new Vnd(40), Vnd.Zero)], Contracting(book, -41, ContractKind.Appendix));
        Assert.Empty(Contracting(book, 20, ContractKind.Appendix));
        Assert.Equal([new MoneyRefusals.ContractBeyondSupport(new Vnd(21), new Vnd(80), new Vnd(100))], Contracting(book, 21, ContractKind.Appendix));
        Assert.Equal([new MoneyRefusals.AmountNotPositive()], Contracting(book, 0, ContractKind.Appendix));
        Assert.Equal([new WrongStatus(ProjectAction.Contract, ProjectStatus.Accepted)], ProjectRules.WhyNotAppendix(Book.Approved(100).Signed(80).Accepted(80).Project));
    }

    [Fact]
    public void A_contract_is_signed_between_the_decision_and_today()
    {
        Assert.Empty(ProjectRules.WhyNotContract(Book.Approved(100).Project, new Vnd(1), Decided, Decided, Today));
        Assert.Equal([new DateBeforeDecision(Decided.AddDays(-1), Decided)], ProjectRules.WhyNotContract(Book.Approved(100).Project, new Vnd(1), Decided.AddDays(-1), Decided, Today));
        Assert.Empty(ProjectRules.WhyNotContract(Book.Approved(100).Project, new Vnd(1), Today, Decided, Today));
        Assert.Equal([new DateInFuture(Today.AddDays(1))], ProjectRules.WhyNotContract(Book.Approved(100).Project, new Vnd(1), Today.AddDays(1), Decided, Today));
        Assert.Equal([new WrongStatus(ProjectAction.Contract, ProjectStatus.Accepted)], ProjectRules.WhyNotContract(Book.Approved(100).Accepted(100).Project, new Vnd(1), Today, Decided, Today));
    }

    [Fact]
    public void A_number_stands_once_however_it_is_written()
    {
        Assert.Equal([new MoneyRefusals.ContractNumberTaken("01/hđ")], ProjectRules.WhyNotContractNumber("01/hđ", ["02/HĐ", "01/HĐ"]));
        Assert.Empty(ProjectRules.WhyNotContractNumber("03/HĐ", ["02/HĐ", "01/HĐ"]));
    }

    [Fact]
    public void Only_what_needs_no_contract_starts_without_one()
    {
        Assert.Equal([new ContractNeeded("ND3")], ProjectRules.WhyNotStart(Book.Approved(100).Project, contractRequired: true, "ND3"));
        Assert.Empty(ProjectRules.WhyNotStart(Book.Approved(100).Project, contractRequired: false, "ND1"));
        Assert.Empty(ProjectRules.WhyNotStart(Book.Approved(100).Signed(1).Project, contractRequired: true, "ND3"));
        Assert.Equal([new WrongStatus(ProjectAction.Start, ProjectStatus.InProgress)], ProjectRules.WhyNotStart(Book.Approved(100).Started().Project, contractRequired: false, "ND1"));
    }

    [Fact]
    public void Progress_is_reported_once_a_day_between_the_decision_and_today()
    {
        Assert.Empty(Reporting(Decided, 50));
        Assert.Equal([new ProgressBeforeDecision(Decided.AddDays(-1), Decided)], Reporting(Decided.AddDays(-1), 50));
        Assert.Empty(Reporting(Today, 50));
        Assert.Equal([new ProgressInFuture(Today.AddDays(1))], Reporting(Today.AddDays(1), 50));
        Assert.Equal([new ProgressTwiceADay(May, "Cán bộ")], Reporting(May, 50, sameDay: Update(May, 40)));
        Assert.Equal([new TakesNoProgress(ProjectStatus.Approved)], ProjectRules.WhyNotReport(ProjectStatus.Approved));
        Assert.Equal(
            [new TakesNoProgress(ProjectStatus.Accepted)], ProjectRules.WhyNotReport(Book.Approved(100).Accepted(100).Project, May, 50, null, null, null, null, Decided, Today));
    }

    [Fact]
    public void A_percent_falls_only_with_a_reason()
    {
        Assert.Empty(Reporting(May, 50, before: Update(May.AddDays(-1), 50)));
        Assert.Equal([new LowerPercentNeedsReason(49, 50)], Reporting(May, 49, before: Update(May.AddDays(-1), 50)));
        Assert.Equal([new LowerPercentNeedsReason(49, 50)], Reporting(May, 49, " ", before: Update(May.AddDays(-1), 50)));
        Assert.Empty(Reporting(May, 49, "đo lại", before: Update(May.AddDays(-1), 50)));
        Assert.Empty(Reporting(May, 50, after: Update(May.AddDays(1), 50)));
        Assert.Equal([new PercentAboveLater(51, 50, May.AddDays(1))], Reporting(May, 51, after: Update(May.AddDays(1), 50)));
        Assert.Empty(Reporting(May, 51, after: Update(May.AddDays(1), 50, "đo lại")));
    }

    [Fact]
    public void The_work_is_accepted_between_the_decision_and_today_once_it_is_under_way()
    {
        Assert.Empty(ProjectRules.WhyNotAccept(Book.Approved(100).Started().Project, Today, Vnd.Zero, Decided, Today));
        Assert.Equal([new DateInFuture(Today.AddDays(1))], ProjectRules.WhyNotAccept(Book.Approved(100).Started().Project, Today.AddDays(1), Vnd.Zero, Decided, Today));
        Assert.Equal([new WrongStatus(ProjectAction.Accept, ProjectStatus.Approved)], ProjectRules.WhyNotAccept(Book.Approved(100).Project, Today, Vnd.Zero, Decided, Today));
    }

    [Fact]
    public void The_latest_report_is_what_stands_and_the_first_one_starts_the_work()
    {
        var project = Book.Approved(100).Signed(100).Project;
        Assert.Throws<RefusedActionException>(() => Book.Approved(100).Project.Report(Update(May, 10), Book.By, Book.At));
        project.Report(Update(May, 30), Book.By, Book.At);
        Assert.Equal((ProjectStatus.InProgress, 30, May), (project.Status, project.ProgressPercent, project.LastProgressOn!.Value));
        var version = project.Version;
        project.Report(Update(May.AddDays(-1), 20), Book.By, Book.At);
        Assert.Equal((30, May, 2, version + 1), (project.ProgressPercent, project.LastProgressOn!.Value, project.ProgressUpdates.Count, project.Version));
        project.Report(Update(May, 31), Book.By, Book.At);
        Assert.Equal(31, project.ProgressPercent);
    }

    [Fact]
    public void What_is_paid_left_and_proposable_follows_from_the_counters()
    {
        var project = Book.Approved(100).Signed(90).Posted(MoneyEntryKind.Advance, 40).Posted(MoneyEntryKind.Payment, 20).Posted(MoneyEntryKind.Recovery, 5).Waiting(MoneyEntryKind.Payment, 7).Project;
        Assert.Equal((new Vnd(20), new Vnd(45), new Vnd(28), new Vnd(35)), (project.Paid, project.Remaining, project.Proposable, project.OpenAdvance));
    }

    [Fact]
    public void A_project_does_not_stop_while_money_waits_whatever_its_kind()
    {
        foreach (var waiting in new[] { MoneyEntryKind.Payment, MoneyEntryKind.Recovery, MoneyEntryKind.Clearing })
        {
            var book = Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 20).Waiting(waiting, 5);
            Assert.Throws<InvalidOperationException>(() => book.Project.Stop(Book.By, Book.At, "Thôi"));
        }
    }

    [Fact]
    public void A_decision_lowers_the_support_to_what_holds_it_and_not_a_dong_below()
    {
        var spent = Book.Approved(100).Started().Posted(MoneyEntryKind.Advance, 40).Waiting(MoneyEntryKind.Payment, 10).Project;
        Assert.Throws<InvalidOperationException>(() => spent.Adjust(new Vnd(49), FundingSource.Local));
        spent.Adjust(new Vnd(50), FundingSource.National);
        Assert.Equal((new Vnd(50), FundingSource.National), (spent.Support, spent.Source));
        var signed = Book.Approved(100).Signed(70).Project;
        Assert.Throws<InvalidOperationException>(() => signed.Adjust(new Vnd(69), FundingSource.Local));
        var version = signed.Version;
        Assert.Equal(Vnd.Zero, signed.Adjust(new Vnd(70), FundingSource.Local));
        Assert.Equal(version + 1, signed.Version);
        var accepted = Book.Approved(100).Signed(70).Accepted(60).Project;
        Assert.Throws<InvalidOperationException>(() => accepted.Adjust(new Vnd(59), FundingSource.Local));
        Assert.Equal(new Vnd(-10), accepted.Adjust(new Vnd(60), FundingSource.Local));
        Assert.Equal(new Vnd(60), accepted.Contracted);
    }

    [Fact]
    public void Every_act_on_money_moves_the_version_and_is_kept()
    {
        var book = Book.Approved(100).Signed(90);
        var project = book.Project;
        Assert.Single(project.Contracts);
        var before = project.Version;
        var entry = book.Draft(MoneyEntryKind.Payment, 10);
        project.Propose(entry);
        Assert.Equal((before + 1, entry), (project.Version, project.MoneyEntries.Single()));
        project.Settle(entry, posted: false, Book.By, Book.At);
        Assert.Equal((before + 2, Vnd.Zero, Vnd.Zero), (project.Version, project.Pending, project.Posted));
    }

    [Fact]
    public void A_posting_that_the_amounts_refuse_throws_and_a_rejection_does_not()
    {
        var book = Book.Approved(100).Signed(90).Posted(MoneyEntryKind.Payment, 80);
        var over = book.Draft(MoneyEntryKind.Payment, 11);
        Assert.Throws<RefusedActionException>(() => book.Project.Settle(over, posted: true, Book.By, Book.At));
        book.Project.Settle(over, posted: false, Book.By, Book.At);
    }

    [Fact]
    public void A_move_that_the_table_lacks_throws_and_one_that_it_has_is_written_down()
    {
        var project = Book.Approved(100).Project;
        Assert.Throws<RefusedActionException>(() => project.Approve(new Vnd(1), FundingSource.Local, Book.By, Book.At));
        var version = project.Version;
        project.Start(Book.By, Book.At);
        Assert.Equal((version + 1, ProjectAction.Start, ProjectStatus.Approved), (project.Version, project.History.Last().Action, project.History.Last().From));
    }

    private static IReadOnlyList<Refusal> Contracting(Book book, long value, ContractKind kind = ContractKind.Contract) =>
        ProjectRules.WhyNotContract(book.Project, kind, new Vnd(value), May, Decided, Today);

    private static IReadOnlyList<Refusal> Reporting(DateOnly date, int percent, string? reason = null, ProgressUpdate? sameDay = null, ProgressUpdate? before = null, ProgressUpdate? after = null) =>
        ProjectRules.WhyNotReport(Book.Approved(100).Started().Project, date, percent, reason, sameDay, before, after, Decided, Today);

    private static ProgressUpdate Update(DateOnly day, int percent, string? reason = null) => new() { Date = day, Percent = percent, Done = "x", LowerReason = reason, ById = 1, ByName = "Cán bộ", At = Book.At };
}
