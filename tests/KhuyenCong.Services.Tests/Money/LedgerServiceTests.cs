using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Money;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Domain.Money.MoneyEntryKind;

namespace KhuyenCong.Services.Tests.Money;

/// <summary>What the ledger and the accountant's queue tell of an entry.</summary>
public sealed class LedgerServiceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_balance_runs_beside_what_is_posted_and_only_who_decides_is_told_why_not()
    {
        await using var desk = await OpenAsync();
        await desk.PostAsync("30.000.000", date: "20/10/2024");
        var waiting = (await desk.ProposeAsync(desk.Chief, "5.000.000")).Value;
        await desk.PostAsync("10.000.000", Recovery, "02/11/2024");
        var refused = (await desk.ProposeAsync(desk.Chief, "1.000.000")).Value;
        Expect.Done(await desk.RejectAsync(desk.Accountant, refused, "Sai số tài khoản"));

        var rows = await desk.LedgerAsync(desk.Accountant);
        Assert.Equal([Vnd.Million(30), null, null, Vnd.Million(20)], rows.Select(r => r.Balance));
        Assert.Equal([waiting, refused], rows.Where(r => r.Balance is null).Select(r => r.Id));

        var both = await desk.Portal.PersonAsync("Kiêm nhiệm", Role.CentreManager, Role.Accountant);
        var own = (await desk.ProposeAsync(both, "2.000.000")).Value;
        var row = (await desk.LedgerAsync(both)).Single(r => r.Id == own);
        Assert.IsType<MoneyRefusals.ProposerMayNotValidate>(Assert.Single(row.WhyNotPost));
        Assert.IsType<MoneyRefusals.ProposerMayNotValidate>(Assert.Single(row.WhyNotReject));
        Assert.Empty((await desk.LedgerAsync(desk.Chief)).Single(r => r.Id == own).WhyNotPost);
        Assert.Empty((await desk.LedgerAsync(desk.Chief)).Single(r => r.Id == own).WhyNotReject);
        Assert.All((await desk.LedgerAsync(both)).Where(r => r.Verdict is not null), r => Assert.Empty(r.WhyNotPost.Concat(r.WhyNotReject)));
    }

    [Fact]
    public async Task Only_a_posted_entry_in_scope_can_be_asked_to_be_undone()
    {
        await using var desk = await OpenAsync();
        var posted = await desk.PostAsync("30.000.000");
        var waiting = (await desk.ProposeAsync(desk.Chief, "5.000.000")).Value;
        var reversal = (await desk.ReverseAsync(desk.Chief, desk.Undoing(posted))).Value;
        Expect.Done(await desk.ValidateAsync(desk.Accountant, reversal));

        Assert.Equal(posted, (await ToReverseAsync(desk, desk.Chief, posted)).Value.Id);
        foreach (var id in new[] { waiting, reversal, 999 }) Assert.Equal(Outcome.NotFound, (await ToReverseAsync(desk, desk.Chief, id)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await ToReverseAsync(desk, desk.Accountant, posted)).Outcome);
        Assert.Equal(Outcome.NotFound, (await ToReverseAsync(desk, await desk.Portal.PersonAsync("Cán bộ", Role.Officer), posted)).Outcome);
    }

    [Theory]
    [InlineData(Advance, "10.000.000", 60, 40, 60)]
    [InlineData(Clearing, "20.000.000", 50, 50, 30)]
    [InlineData(Recovery, "15.000.000", 35, 65, 35)]
    public async Task What_waits_is_shown_with_what_posting_it_would_make_of_the_project(MoneyEntryKind kind, string amount, long posted, long left, long open)
    {
        await using var desk = await OpenAsync();
        await desk.PostAsync("50.000.000");
        var id = (await desk.ProposeAsync(desk.Chief, amount, kind)).Value;

        var waiting = Assert.Single((await QueueAsync(desk, desk.Accountant)).Value.Entries);
        Assert.Equal((id, desk.ProjectId, "Hỗ trợ máy móc chế biến cà phê"), (waiting.Entry.Id, waiting.ProjectId, waiting.ProjectName));
        Assert.Equal(new Change(Vnd.Million(50), Vnd.Million(posted)), waiting.Posted);
        Assert.Equal(new Change(Vnd.Million(50), Vnd.Million(left)), waiting.Remaining);
        Assert.Equal(new Change(Vnd.Million(50), Vnd.Million(open)), waiting.OpenAdvance);
        Assert.Null(waiting.Entry.Balance);

        Expect.Done(await desk.ValidateAsync(desk.Accountant, id));
        Assert.Equal((Vnd.Million(posted), Vnd.Million(open)), ((await desk.ProjectAsync()).Posted, (await desk.ProjectAsync()).OpenAdvance));
    }

    [Fact]
    public async Task The_queue_is_the_accountants_and_sums_what_would_go_out_and_come_back()
    {
        await using var desk = await OpenAsync();
        await desk.PostAsync("50.000.000");
        foreach (var (kind, amount) in new[] { (Advance, "7.000.000"), (Payment, "8.000.000"), (Recovery, "3.000.000"), (Clearing, "4.000.000") }) await desk.ProposeAsync(desk.Chief, amount, kind);
        var queue = (await QueueAsync(desk, desk.Accountant)).Value;
        Assert.Equal((4, Vnd.Million(15), Vnd.Million(3), 1), (queue.Count, queue.Outgoing, queue.Recoveries, queue.Unmoving));
        Assert.Equal([Advance, Payment, Recovery, Clearing], queue.Entries.Select(e => e.Entry.Kind));
        Assert.Equal(Outcome.Forbidden, (await QueueAsync(desk, desk.Chief)).Outcome);
    }

    private static Task<Desk> OpenAsync() => Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

    private static Task<Result<LedgerRow>> ToReverseAsync(Desk desk, Actor by, int entry) => desk.Portal.UseAsync((LedgerService s) => s.ToReverseAsync(by, desk.ProjectId, entry, Stop));

    private static Task<Result<MoneyQueue>> QueueAsync(Desk desk, Actor by) => desk.Portal.UseAsync((LedgerService s) => s.WaitingAsync(by, Stop));
}
