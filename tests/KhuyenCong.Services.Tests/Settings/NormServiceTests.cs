using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Norms;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Settings;

public class NormServiceTests
{
    private static readonly NewNormRequest Lower = new() { Rate = "40", Cap = "250.000.000", LegalSource = "NQ 10/2024/NQ-HĐND", ValidFrom = "01/01/2025", Reason = "Tỉnh quy định" };

    [Fact]
    public async Task The_seed_enables_the_six_confirmed_rows_and_no_other()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        Assert.Equal(
            ["CLUSTER_INFRA", "DEMO_NEW", "MACHINERY", "MACHINERY_LINE", "VOTE_NATIONAL", "VOTE_REGION"],
            (await db.SpendingNorms.Where(n => n.Enabled).Select(n => n.Code).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(6, await db.SpendingNorms.CountAsync());
    }

    [Fact]
    public async Task A_new_row_ends_the_one_before_on_the_day_before()
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        var id = await MachineryAsync(portal);
        Assert.True((await AddAsync(portal, administrator, id, Lower)).IsDone);
        await using var db = portal.Db();
        var rows = await db.SpendingNorms.Where(n => n.Code == "MACHINERY").OrderBy(n => n.ValidFrom).ToListAsync();
        Assert.Equal([new DateOnly(2024, 12, 31), null], rows.Select(n => n.ValidTo));
        Assert.Equal((40, Vnd.Million(250), true), (rows[1].MaxRatePercent, rows[1].Cap, rows[1].Enabled));
        Assert.True(rows[0].IsInForceOn(new(2024, 12, 31)));
        Assert.False(rows[0].IsInForceOn(new(2025, 1, 1)));
    }

    [Theory]
    [InlineData("11/05/2018")]
    [InlineData("01/01/2017")]
    public async Task A_row_that_does_not_follow_the_last_is_refused(string from)
    {
        await using var portal = await TestPortal.StartAsync();
        var result = await AddAsync(portal, await portal.PersonAsync("Quản trị", Role.Administrator), await MachineryAsync(portal), Lower with { ValidFrom = from });
        Assert.Equal(new DateOnly(2018, 5, 11), Assert.IsType<NormRefusals.NotAfterTheLast>(Assert.Single(result.Refusals)).LastFrom);
    }

    [Theory]
    [InlineData("0", "1", "Rate")]
    [InlineData("101", "1", "Rate")]
    [InlineData("1,5", "1", "Rate")]
    [InlineData("50", "0", "Cap")]
    [InlineData("", "", "Cap")]
    public async Task A_level_that_cannot_be_read_is_told_at_its_field(string rate, string cap, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var result = await AddAsync(portal, await portal.PersonAsync("Quản trị", Role.Administrator), await MachineryAsync(portal), Lower with { Rate = rate, Cap = cap });
        Assert.Equal([field], result.Errors.Select(e => e.Field).Distinct());
    }

    [Fact]
    public async Task A_row_is_switched_once_with_a_reason()
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        var id = await MachineryAsync(portal);
        Assert.Equal(["Reason"], (await SwitchAsync(null)).Errors.Select(e => e.Field));
        Assert.True((await SwitchAsync("Chờ quy định mới")).IsDone);
        Assert.Equal([new NormRefusals.AlreadySwitched(false)], (await SwitchAsync("Lần nữa")).Refusals);
        await using var db = portal.Db();
        Assert.Equal("Chờ quy định mới", await db.AuditEntries.OrderByDescending(e => e.Number).Select(e => e.Reason).FirstAsync());

        Task<Result> SwitchAsync(string? reason) => portal.UseAsync((NormService s) => s.SwitchAsync(administrator, id, false, reason, default));
    }

    [Fact]
    public async Task Of_two_who_add_a_row_at_once_both_find_their_place_or_are_refused_and_nothing_overlaps()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        var id = await MachineryAsync(portal);
        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => AddAsync(portal, administrator, id, Lower with { ValidFrom = $"0{i}/01/2025" }))));
        await using var db = portal.Db();
        var rows = await db.SpendingNorms.Where(n => n.Code == "MACHINERY").OrderBy(n => n.ValidFrom).ToListAsync();
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.Second.ValidFrom.AddDays(-1), pair.First.ValidTo));
    }

    [Fact]
    public async Task Only_who_keeps_the_settings_sees_and_changes_norms()
    {
        await using var portal = await TestPortal.StartAsync();
        var leader = await portal.PersonAsync("Lê Lãnh", Role.Leader);
        Assert.Equal(Outcome.Forbidden, (await AddAsync(portal, leader, 1, Lower)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((NormService s) => s.ListAsync(leader, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((NormService s) => s.SwitchAsync(leader, 1, false, "x", default))).Outcome);
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        Assert.Equal(Outcome.NotFound, (await AddAsync(portal, administrator, 999, Lower)).Outcome);
    }

    private static Task<Result> AddAsync(TestPortal portal, Actor actor, int id, NewNormRequest request) => portal.UseAsync((NormService s) => s.AddAsync(actor, id, request, default));

    private static async Task<int> MachineryAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await db.SpendingNorms.Where(n => n.Code == "MACHINERY").Select(n => n.Id).SingleAsync();
    }
}
