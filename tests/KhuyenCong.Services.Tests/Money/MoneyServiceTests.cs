using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Money;
using KhuyenCong.TestSupport;
using KhuyenCong.Services.Tests.Adjustments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Money;

public class MoneyServiceTests
{
    [Fact]
    public async Task A_refused_proposal_reads_the_book_once()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "10.000.000", contract: "50.000.000");
        using var sql = new SqlCount(desk.Plans.Portal.ConnectionString);
        Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(await desk.ProposeAsync(desk.First, "60.000.000"));
        Assert.Equal(1, sql.Commands);
    }

    [Fact]
    public async Task A_proposal_counts_as_pending_and_once_validated_as_disbursed()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(150).UnderContract(120));

        var entry = await desk.ProposeAsync(desk.Chief, "50.000.000");
        Expect.Done(entry);
        Assert.Equal((Vnd.Million(50), Vnd.Zero), await desk.CountersAsync());

        Expect.Done(await desk.ValidateAsync(desk.Accountant, entry.Value));
        Assert.Equal((Vnd.Zero, Vnd.Million(50)), await desk.CountersAsync());
    }

    [Fact]
    public async Task Posted_pending_and_asked_together_stay_within_the_contract_and_the_refusal_tells_the_amounts()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(150).UnderContract(120));
        var first = await desk.ProposeAsync(desk.Chief, "50.000.000");
        await desk.ValidateAsync(desk.Accountant, first.Value);
        Expect.Done(await desk.ProposeAsync(desk.Chief, "40.000.000"));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(await desk.ProposeAsync(desk.Chief, "30.000.001"));

        Assert.Equal(
            new MoneyRefusals.OverLimit(MoneyEntryKind.Advance, new Vnd(30_000_001), Vnd.Million(30), Vnd.Million(120), LimitBasis.Contract, Vnd.Million(50), Vnd.Million(40)),
            refusal);
        Expect.Done(await desk.ProposeAsync(desk.Chief, "30.000.000"));
    }

    [Fact]
    public async Task Without_a_contract_the_support_is_the_limit()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(80).InCategory("ND1").Started());

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(await desk.ProposeAsync(desk.Chief, "80.000.001"));

        Assert.Equal((Vnd.Million(80), LimitBasis.Support), (refusal.Limit, refusal.Basis));
        Expect.Done(await desk.ProposeAsync(desk.Chief, "80.000.000"));
    }

    [Fact]
    public async Task A_pending_recovery_frees_nothing_and_a_posted_one_does()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var advance = await desk.ProposeAsync(desk.Chief, "100.000.000");
        await desk.ValidateAsync(desk.Accountant, advance.Value);
        var recovery = await desk.ProposeAsync(desk.Chief, "20.000.000", MoneyEntryKind.Recovery);
        Expect.Done(recovery);

        Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(await desk.ProposeAsync(desk.Chief, "1"));
        Expect.Done(await desk.ValidateAsync(desk.Accountant, recovery.Value));
        Expect.Done(await desk.ProposeAsync(desk.Chief, "20.000.000"));
    }

    [Fact]
    public async Task Recoveries_together_stay_within_what_was_disbursed()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var advance = await desk.ProposeAsync(desk.Chief, "30.000.000");
        await desk.ValidateAsync(desk.Accountant, advance.Value);
        Expect.Done(await desk.ProposeAsync(desk.Chief, "20.000.000", MoneyEntryKind.Recovery));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.RecoveryBeyondPosted>(await desk.ProposeAsync(desk.Chief, "10.000.001", MoneyEntryKind.Recovery));

        Assert.Equal((Vnd.Million(30), Vnd.Million(20)), (refusal.Posted, refusal.PendingRecovery));
    }

    [Fact]
    public async Task Validation_checks_again_against_what_is_posted_by_now()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var advance = await desk.ProposeAsync(desk.Chief, "60.000.000");
        await desk.ValidateAsync(desk.Accountant, advance.Value);
        var first = await desk.ProposeAsync(desk.Chief, "60.000.000", MoneyEntryKind.Recovery);
        Expect.Done(await desk.ValidateAsync(desk.Accountant, first.Value));
        await using (var db = desk.Portal.Db())
        {
            // A second recovery that slipped in by another way than the service.
            var project = await db.Projects.SingleAsync();
            var entry = new MoneyEntry
            {
                ProjectId = project.Id, Kind = MoneyEntryKind.Recovery, Amount = Vnd.Million(1), Date = new(2024, 11, 1), Voucher = "X",
                ProposedById = desk.Chief.UserId!.Value, ProposedByName = "x", ProposedAt = desk.Portal.Clock.NowUtc(), FormKey = Guid.NewGuid(),
            };
            db.MoneyEntries.Add(entry);
            await db.SaveAsync(desk.Chief, null, CancellationToken.None);
            Expect.RefusedOnlyBy<MoneyRefusals.RecoveryBeyondPosted>(await desk.ValidateAsync(desk.Accountant, entry.Id));
        }
    }

    [Fact]
    public async Task Who_recorded_an_entry_neither_validates_nor_rejects_it()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var both = await desk.Portal.PersonAsync("Kiêm nhiệm", Role.CentreManager, Role.Accountant);
        var entry = await desk.ProposeAsync(both, "10.000.000");

        Expect.RefusedOnlyBy<MoneyRefusals.ProposerMayNotValidate>(await desk.ValidateAsync(both, entry.Value));
        Expect.RefusedOnlyBy<MoneyRefusals.ProposerMayNotValidate>(await desk.RejectAsync(both, entry.Value, "sai"));
        Assert.Equal((Vnd.Million(10), Vnd.Zero), await desk.CountersAsync());
    }

    [Fact]
    public async Task An_entry_is_decided_once_and_a_second_click_is_no_mistake()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var other = await desk.Portal.PersonAsync("Kế toán khác", Role.Accountant);
        var entry = await desk.ProposeAsync(desk.Chief, "10.000.000");
        Expect.Done(await desk.ValidateAsync(desk.Accountant, entry.Value));

        Expect.Done(await desk.ValidateAsync(desk.Accountant, entry.Value));
        Assert.Equal((Vnd.Zero, Vnd.Million(10)), await desk.CountersAsync());
        var again = Expect.RefusedOnlyBy<MoneyRefusals.AlreadyDecided>(await desk.ValidateAsync(other, entry.Value));
        Assert.Equal((true, desk.Accountant.Name), (again.Posted, again.ByName));
        Expect.RefusedOnlyBy<MoneyRefusals.AlreadyDecided>(await desk.RejectAsync(desk.Accountant, entry.Value, "đổi ý"));
    }

    [Fact]
    public async Task A_rejection_needs_its_reason_and_frees_the_amount_and_the_voucher()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.ProposeAsync(desk.Chief, "100.000.000", voucher: "PC 01");

        Expect.InvalidIn(await desk.RejectAsync(desk.Accountant, entry.Value, " "), "Reason");
        Expect.Done(await desk.RejectAsync(desk.Accountant, entry.Value, "Thiếu chữ ký"));

        Assert.Equal((Vnd.Zero, Vnd.Zero), await desk.CountersAsync());
        Expect.Done(await desk.ProposeAsync(desk.Chief, "100.000.000", voucher: "PC 01"));
        await using var db = desk.Portal.Db();
        Assert.Equal("Thiếu chữ ký", (await db.MoneyVerdicts.SingleAsync()).Reason);
    }

    [Theory]
    [InlineData("PC 01", "pc 01")]
    [InlineData("PC 01", " PC  01 ")]
    [InlineData("Ủy nhiệm chi 5", "uy nhiem chi 5")]
    public async Task A_voucher_stands_once_in_a_unit_and_year(string first, string second)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        Expect.Done(await desk.ProposeAsync(desk.Chief, "10.000.000", voucher: first));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.VoucherTaken>(await desk.ProposeAsync(desk.Chief, "10.000.000", voucher: second));

        Assert.Equal((first, 2024), (refusal.Voucher, refusal.Year));
    }

    [Fact]
    public async Task Another_project_may_not_use_the_same_voucher_and_another_year_may()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        Expect.Done(await desk.ProposeAsync(desk.Chief, "10.000.000", voucher: "PC 01"));
        var other = await SomeProject.Supported(10).UnderContract(10).InAsync(desk.Portal);
        var form = desk.Form("1.000.000", voucher: "pc-01") with { ProjectId = other };

        Assert.Equal(new MoneyRefusals.VoucherTaken("PC 01", 2024), Expect.RefusedOnlyBy<MoneyRefusals.VoucherTaken>(await desk.SendAsync(desk.Chief, form)));
        desk.Portal.Clock.Advance(TimeSpan.FromDays(60));
        Expect.Done(await desk.SendAsync(desk.Chief, form with { Date = "02/01/2025" }));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_recorded_once()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var form = desk.Form("10.000.000");

        var first = await desk.SendAsync(desk.Chief, form);
        var second = await desk.SendAsync(desk.Chief, form);

        Assert.Equal(first.Value, second.Value);
        Assert.Equal((Vnd.Million(10), Vnd.Zero), await desk.CountersAsync());
    }

    [Fact]
    public async Task A_form_sent_again_with_other_content_is_not_silently_dropped()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var form = desk.Form("10.000.000");
        await desk.SendAsync(desk.Chief, form);

        Expect.InvalidIn(await desk.SendAsync(desk.Chief, form with { Amount = "20.000.000", Voucher = "PC 99" }), "FormKey");
        Assert.Equal((Vnd.Million(10), Vnd.Zero), await desk.CountersAsync());
    }

    [Fact]
    public async Task A_form_that_was_sent_for_another_project_is_told_so()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var other = await SomeProject.Supported(100).UnderContract(100).InAsync(desk.Portal);
        var form = desk.Form("10.000.000");
        Expect.Done(await desk.SendAsync(desk.Chief, form with { ProjectId = other }));
        Expect.InvalidIn(await desk.SendAsync(desk.Chief, form), "FormKey");
    }

    [Fact]
    public async Task Words_too_long_are_told_at_their_fields_and_the_reason_for_being_late_is_in_the_trail()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        Expect.InvalidIn(
            await desk.SendAsync(desk.Chief, desk.Form("1.000.000", voucher: "–") with { Note = new string('x', 1001), LateReason = new string('x', 1001) }), "Voucher", "Note", "LateReason");
        var entry = await desk.SendAsync(desk.Chief, desk.Form("1.000.000") with { Note = new string('x', 1000), LateReason = "Chứng từ về muộn" });
        Expect.Done(entry);
        await using var db = desk.Portal.Db();
        Assert.Equal("Chứng từ về muộn", (await db.AuditEntries.OrderBy(e => e.Number).LastAsync(e => e.Entity == nameof(MoneyEntry))).Reason);
        var reversal = desk.Undoing(await desk.PostAsync("2.000.000"), "Ghi nhầm số tiền");
        Expect.Done(await desk.ReverseAsync(desk.Chief, reversal));
        Assert.Equal("Ghi nhầm số tiền", (await db.AuditEntries.OrderBy(e => e.Number).LastAsync(e => e.Entity == nameof(MoneyEntry))).Reason);
    }

    [Fact]
    public async Task Every_reason_is_told_at_once()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100));

        var result = await desk.SendAsync(desk.Chief, desk.Form("100.000.001") with { Date = "16/11/2024" });

        Assert.Equal(
            ["ProjectTakesNoMoney", "DatedInFuture", "OverLimit"],
            result.Refusals.Select(r => r.Code));
    }

    [Theory]
    [InlineData("04/02/2024", "DatedBeforeDecision")]
    [InlineData("16/11/2024", "DatedInFuture")]
    public async Task An_entry_is_dated_between_the_decision_and_today(string date, string code)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

        var result = await desk.SendAsync(desk.Chief, desk.Form("1.000.000") with { Date = date });

        Assert.Equal(code, Assert.Single(result.Refusals).Code);
        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("1.000.000") with { Date = "05/02/2024" }));
        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("1.000.000", voucher: "PC 2") with { Date = "15/11/2024" }));
    }

    [Fact]
    public async Task A_form_without_content_is_told_about_every_field()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

        Expect.InvalidIn(
            await desk.SendAsync(desk.Chief, new ProposeMoneyRequest { ProjectId = desk.ProjectId }),
            "Kind", "Amount", "Date", "Voucher", "FormKey");
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("một trăm")]
    [InlineData("1,5")]
    [InlineData("99999999999999999999")]
    public async Task An_uncertain_amount_is_asked_again(string amount)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

        Expect.InvalidIn(await desk.ProposeAsync(desk.Chief, amount), "Amount");
    }

    [Fact]
    public async Task An_officer_proposes_for_own_projects_only()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var officer = await desk.Portal.PersonAsync("Cán bộ", Role.Officer);
        Assert.Equal(Outcome.NotFound, (await desk.ProposeAsync(officer, "1.000.000")).Outcome);

        var own = await SomeProject.Supported(100).UnderContract(100).FollowedBy(officer).InAsync(desk.Portal);
        Expect.Done(await desk.SendAsync(officer, desk.Form("1.000.000") with { ProjectId = own }));
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.DivisionHead)]
    [InlineData(Role.Division)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_propose_nothing(Role role)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var person = await desk.Portal.PersonAsync("Người khác", role);

        Assert.Equal(Outcome.Forbidden, (await desk.ProposeAsync(person, "1.000.000")).Outcome);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.DivisionHead)]
    [InlineData(Role.Division)]
    [InlineData(Role.CentreManager)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_accountant_decides(Role role)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.ProposeAsync(desk.Chief, "1.000.000");
        var person = await desk.Portal.PersonAsync("Người khác", role);

        Assert.Equal(Outcome.Forbidden, (await desk.ValidateAsync(person, entry.Value)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.RejectAsync(person, entry.Value, "x")).Outcome);
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_not_found()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

        Assert.Equal(Outcome.NotFound, (await desk.ValidateAsync(desk.Accountant, 4711)).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.SendAsync(desk.Chief, desk.Form("1") with { ProjectId = 4711 })).Outcome);
    }

    [Fact]
    public async Task The_ledger_is_never_changed()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        await desk.ProposeAsync(desk.Chief, "1.000.000");
        await using var db = desk.Portal.Db();
        db.Remove(await db.MoneyEntries.SingleAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveAsync(desk.Chief, null, CancellationToken.None));
    }
}
