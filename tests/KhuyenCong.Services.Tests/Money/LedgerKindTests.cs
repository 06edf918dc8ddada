using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Money.MoneyEntryKind;

namespace KhuyenCong.Services.Tests.Money;

/// <summary>Clearings, reversals, settlements, late recoveries and vouchers through the service.</summary>
public class LedgerKindTests
{
    [Fact]
    public async Task Clearing_an_advance_is_not_a_second_payment()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        await desk.PostAsync("60.000.000");
        await desk.PostAsync("40.000.000", Clearing);

        var project = await desk.ProjectAsync();
        Assert.Equal((Vnd.Million(60), Vnd.Million(40), Vnd.Million(20)), (project.Posted, project.Cleared, project.OpenAdvance));
        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.ClearingBeyondAdvance>(await desk.ProposeAsync(desk.Chief, "20.000.001", Clearing));
        Assert.Equal(new MoneyRefusals.ClearingBeyondAdvance(new Vnd(20_000_001), Vnd.Million(20), Vnd.Zero), refusal);
    }

    [Fact]
    public async Task A_reversal_takes_the_whole_amount_back_and_the_two_entries_point_at_each_other()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var advance = await desk.PostAsync("60.000.000");

        var reversal = await desk.ReverseAsync(desk.Chief, desk.Undoing(advance));
        Expect.Done(reversal);
        Expect.Done(await desk.ValidateAsync(desk.Accountant, reversal.Value));

        Assert.Equal((Vnd.Zero, Vnd.Zero), await desk.CountersAsync());
        var rows = await desk.LedgerAsync(desk.Chief);
        Assert.Equal([Vnd.Million(60), Vnd.Zero], rows.Select(r => r.Balance!.Value));
        Assert.Equal((reversal.Value, true), (rows[0].ReversedBy!.Id, rows[0].ReversedBy!.IsPosted));
        Assert.Equal((advance, Advance), (rows[1].Reverses!.Id, rows[1].Reverses!.Kind));
        Assert.Equal((-Vnd.Million(60), "Ghi nhầm đề án"), (rows[1].Effect, rows[1].Note));
        Assert.All(rows, r => Assert.False(r.IsReversible));
        await using var db = desk.Portal.Db();
        Assert.Contains(await db.AuditEntries.Where(a => a.Entity == nameof(MoneyEntry)).Select(a => a.Reason).ToListAsync(), r => r == "Ghi nhầm đề án");
    }

    [Fact]
    public async Task An_entry_is_undone_once_and_again_when_the_first_try_was_rejected()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var advance = await desk.PostAsync("60.000.000");
        var first = await desk.ReverseAsync(desk.Chief, desk.Undoing(advance));

        Expect.RefusedOnlyBy<MoneyRefusals.AlreadyReversed>(await desk.ReverseAsync(desk.Chief, desk.Undoing(advance)));
        Expect.Done(await desk.RejectAsync(desk.Accountant, first.Value, "Chưa rõ"));
        var second = await desk.ReverseAsync(desk.Chief, desk.Undoing(advance));
        Expect.Done(second);
        Expect.Done(await desk.ValidateAsync(desk.Accountant, second.Value));
        Expect.RefusedOnlyBy<MoneyRefusals.NotReversible>(await desk.ReverseAsync(desk.Chief, desk.Undoing(second.Value)));
    }

    [Fact]
    public async Task The_same_reversal_sent_twice_is_recorded_once()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var form = desk.Undoing(await desk.PostAsync("60.000.000"));

        var first = await desk.ReverseAsync(desk.Chief, form);
        Assert.Equal(first.Value, (await desk.ReverseAsync(desk.Chief, form)).Value);
        Expect.InvalidIn(await desk.ReverseAsync(desk.Chief, form with { Reason = "Lý do khác" }), "FormKey");
    }

    [Fact]
    public async Task Who_proposed_a_reversal_does_not_post_it()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var both = await desk.Portal.PersonAsync("Kiêm nhiệm", Role.CentreManager, Role.Accountant);
        var reversal = await desk.ReverseAsync(both, desk.Undoing(await desk.PostAsync("60.000.000")));

        Expect.RefusedOnlyBy<MoneyRefusals.ProposerMayNotValidate>(await desk.ValidateAsync(both, reversal.Value));
    }

    [Fact]
    public async Task An_empty_reversal_form_is_told_about_every_field()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.PostAsync("1.000.000");

        Expect.InvalidIn(
            await desk.ReverseAsync(desk.Chief, new() { ProjectId = desk.ProjectId, EntryId = entry }), "Date", "Voucher", "Reason", "FormKey");
        Expect.InvalidIn(await desk.ReverseAsync(desk.Chief, desk.Undoing(entry) with { Voucher = "–" }), "Voucher");
    }

    [Fact]
    public async Task A_reversal_is_asked_for_by_the_Centre_within_its_scope()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.PostAsync("1.000.000");
        var officer = await desk.Portal.PersonAsync("Cán bộ", Role.Officer);
        var other = await SomeProject.Supported(10).UnderContract(10).InAsync(desk.Portal);

        Assert.Equal(Outcome.NotFound, (await desk.ReverseAsync(officer, desk.Undoing(entry))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.ReverseAsync(desk.Accountant, desk.Undoing(entry))).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.ReverseAsync(desk.Chief, desk.Undoing(entry) with { ProjectId = other })).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.ReverseAsync(desk.Chief, desk.Undoing(4711))).Outcome);
    }

    [Fact]
    public async Task A_settlement_settles_and_its_reversal_opens_the_project_again()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100).Started());
        await desk.PostAsync("60.000.000", Payment);
        Expect.RefusedOnlyBy<MoneyRefusals.SettlementNeedsAcceptance>(await desk.ProposeAsync(desk.Chief, "60.000.000", Settlement));
        await desk.AcceptAsync("80.000.000");

        var settlement = await desk.PostAsync("70.000.000", Settlement, "06/11/2024");
        var settled = await desk.ProjectAsync();
        Assert.Equal((ProjectStatus.Settled, Vnd.Million(70), Vnd.Million(60)), (settled.Status, settled.Settled!.Value, settled.Posted));
        Expect.RefusedOnlyBy<MoneyRefusals.ProjectTakesNoMoney>(await desk.ProposeAsync(desk.Chief, "1", Recovery));

        var reversal = await desk.ReverseAsync(desk.Chief, desk.Undoing(settlement));
        Expect.Done(reversal);
        Expect.Done(await desk.ValidateAsync(desk.Accountant, reversal.Value));
        var reopened = await desk.ProjectAsync();
        Assert.Equal((ProjectStatus.Accepted, null), (reopened.Status, reopened.Settled));
        Assert.Equal("Ghi nhầm đề án", reopened.History.Single(h => h.Action == ProjectAction.Reopen).Reason);
    }

    [Fact]
    public async Task A_reversal_is_not_sent_as_an_ordinary_proposal()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

        Expect.InvalidIn(await desk.ProposeAsync(desk.Chief, "1.000.000", Reversal), "Kind");
    }

    [Fact]
    public async Task A_stopped_project_takes_only_recoveries_with_the_reason_for_being_late()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        await desk.PostAsync("60.000.000");
        await StopAsync(desk);

        Expect.RefusedOnlyBy<MoneyRefusals.LateRecoveryNeedsReason>(await desk.ProposeAsync(desk.Chief, "10.000.000", Recovery));
        Assert.Contains((await desk.ProposeAsync(desk.Chief, "10.000.000")).Refusals, r => r is MoneyRefusals.ProjectTakesNoMoney);
        await desk.PostAsync("10.000.000", Recovery, lateReason: "Cơ sở trả chậm theo cam kết");
        Assert.Equal((Vnd.Zero, Vnd.Million(50)), await desk.CountersAsync());
        Assert.Equal("Cơ sở trả chậm theo cam kết", (await desk.LedgerAsync(desk.Chief))[^1].LateReason);
    }

    [Fact]
    public async Task An_entry_dated_before_the_contract_that_allows_it_is_refused_with_its_day()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(40));
        await SignMoreAsync(desk, 40, new DateOnly(2024, 10, 1));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.OverLimitOnDay>(await desk.SendAsync(desk.Chief, desk.Form("60.000.000") with { Date = "30/09/2024" }));

        Assert.Equal(new MoneyRefusals.OverLimitOnDay(new(2024, 9, 30), Vnd.Million(60), Vnd.Million(40)), refusal);
        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("60.000.000") with { Date = "01/10/2024" }));
    }

    [Fact]
    public async Task Nothing_is_proposed_or_posted_in_a_closed_year_and_what_waited_can_be_rejected()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var posted = await desk.PostAsync("10.000.000");
        var waiting = await desk.ProposeAsync(desk.Chief, "10.000.000");
        await desk.CloseAsync(2024);

        Assert.Equal(2024, Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.ProposeAsync(desk.Chief, "1.000.000")).Year);
        Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.ReverseAsync(desk.Chief, desk.Undoing(posted)));
        Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await desk.ValidateAsync(desk.Accountant, waiting.Value));
        Expect.Done(await desk.RejectAsync(desk.Accountant, waiting.Value, "Năm đã khóa sổ"));
        desk.Portal.Clock.Advance(TimeSpan.FromDays(60));
        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("1.000.000") with { Date = "02/01/2025" }));
    }

    [Fact]
    public async Task A_rejected_entry_gives_its_voucher_back_and_the_trail_tells_of_it()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.ProposeAsync(desk.Chief, "10.000.000", voucher: "PC 01");
        await using (var db = desk.Portal.Db())
        {
            var use = await db.VoucherUses.SingleAsync();
            var centre = await db.Organisations.SingleAsync(o => o.Kind == OrganisationKind.Centre);
            Assert.Equal((centre.Id, 2024, "pc01", entry.Value), (use.UnitId, use.Year, use.VoucherKey, use.EntryId));
        }

        Expect.Done(await desk.RejectAsync(desk.Accountant, entry.Value, "Thiếu chữ ký"));

        await using var after = desk.Portal.Db();
        Assert.False(await after.VoucherUses.AnyAsync());
        Assert.Contains(await after.AuditEntries.Where(a => a.Entity == nameof(VoucherUse)).ToListAsync(), a => a.Reason == "Thiếu chữ ký");
    }

    [Fact]
    public async Task An_acceptance_of_100_dong_is_refused_while_80_million_are_out_and_later_money_stays_within_what_was_accepted()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100).Started());
        await desk.PostAsync("80.000.000", Payment);
        var below = Expect.RefusedOnlyBy<MoneyRefusals.AcceptedBelowSpent>(await desk.TryAcceptAsync("100"));
        Assert.Equal((new Vnd(100), Vnd.Million(80), Vnd.Zero), (below.Accepted, below.Posted, below.Pending));
        Assert.Null((await desk.ProjectAsync()).AcceptedSupport);

        var waiting = await desk.ProposeAsync(desk.Chief, "5.000.000", Payment);
        Assert.Equal(Vnd.Million(5), Expect.RefusedOnlyBy<MoneyRefusals.AcceptedBelowSpent>(await desk.TryAcceptAsync("84.999.999")).Pending);
        await desk.AcceptAsync("85.000.000");
        var over = Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(await desk.ProposeAsync(desk.Chief, "1", Payment));
        Assert.Equal((Vnd.Million(85), LimitBasis.Acceptance, Vnd.Zero), (over.Limit, over.Basis, over.Remaining));
        Expect.Done(await desk.ValidateAsync(desk.Accountant, waiting.Value));
        Assert.Equal(Vnd.Million(85), (await desk.ProjectAsync()).Posted);
    }

    [Theory]
    [InlineData(Advance)]
    [InlineData(Settlement)]
    public async Task Proposing_and_posting_take_at_most_twelve_commands_each(MoneyEntryKind kind)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(60).Started());
        await SignMoreAsync(desk, 20, new DateOnly(2024, 10, 1));
        for (var i = 0; i < 5; i++) await desk.PostAsync("1.000.000", Payment);
        if (kind == Settlement) await desk.AcceptAsync("50.000.000");

        using var proposing = new SqlCount(desk.Portal.ConnectionString);
        var entry = await desk.SendAsync(desk.Chief, desk.Form("10.000.000", kind) with { Date = "06/11/2024", Evidence = EvidenceTests.Scan() });
        Assert.InRange(proposing.Commands, 1, 12);
        Expect.Done(entry);
        using var posting = new SqlCount(desk.Portal.ConnectionString);
        Expect.Done(await desk.ValidateAsync(desk.Accountant, entry.Value));
        Assert.InRange(posting.Commands, 1, 12);
    }

    private static async Task StopAsync(Desk desk)
    {
        await using var db = desk.Portal.Db();
        (await db.Projects.SingleAsync(p => p.Id == desk.ProjectId)).Stop(desk.Chief, desk.Portal.Clock.NowUtc(), "Cơ sở xin thôi");
        await db.SaveAsync(desk.Chief, null, CancellationToken.None);
    }

    private static async Task SignMoreAsync(Desk desk, long million, DateOnly on)
    {
        await using var db = desk.Portal.Db();
        var project = await db.Projects.Include(p => p.Contracts).SingleAsync(p => p.Id == desk.ProjectId);
        project.Sign(
            new Contract
            {
                Kind = ContractKind.Appendix, Number = "01/PLHĐ", SignedOn = on, Value = Vnd.Million(million), RecordedById = desk.Chief.UserId!.Value,
                RecordedAt = desk.Portal.Clock.NowUtc(), BeneficiaryId = project.Contracts.First().BeneficiaryId, Beneficiary = null,
            },
            desk.Chief, desk.Portal.Clock.NowUtc());
        await db.SaveAsync(desk.Chief, null, CancellationToken.None);
    }
}
