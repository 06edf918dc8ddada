using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What is remembered is listed, edited and withdrawn, and nobody overwrites what he has not seen.</summary>
public sealed class AnnexAliasEditTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private Actor _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _clerk = await _portal.PersonAsync("Chuyên viên", Role.Division);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_list_is_searched_by_words_and_kind_and_paged()
    {
        for (var i = 0; i < AnnexAliasFilter.PageSize; i++) await AddAsync(AnnexAliasKind.Row, $"Dòng {i}", "Ignored");
        await AddAsync(AnnexAliasKind.Column, "KP thêm", "khong");
        await AddAsync(AnnexAliasKind.Category, "Việc khác", "ND5");
        var all = await ListAsync(null, null, 2);
        Assert.Equal((AnnexAliasFilter.PageSize + 2, 2, 2), (all.Total, all.Page, all.Rows.Count));
        Assert.Equal("Không đọc cột này", Assert.Single((await ListAsync("kp them", null, 9)).Rows).Meaning);
        Assert.StartsWith("ND5 – ", Assert.Single((await ListAsync(null, AnnexAliasKind.Category, 1)).Rows).Meaning, StringComparison.Ordinal);
        Assert.Empty((await ListAsync("không có", AnnexAliasKind.Unit, -3)).Rows);
    }

    [Fact]
    public async Task A_place_is_typed_by_its_name_and_kept_by_its_units()
    {
        var id = await AddAsync(AnnexAliasKind.Place, "Chỗ kia", "tinh");
        Assert.Equal("Toàn tỉnh", (await FormAsync(id)).Request.Value);
        Expect.Done(await EditAsync(id, "Huyện Ea Kar; huyện Krông Bông", 0));
        var form = await FormAsync(id);
        Assert.Equal(("Huyện Ea Kar; Huyện Krông Bông", 1), (form.Request.Value, form.Request.Version));
        Expect.InvalidIn(await EditAsync(id, "Huyện Không Có", 1), "Value");
        Expect.InvalidIn(await EditAsync(id, "  ", 1), "Value");
        Expect.InvalidIn(await EditAsync(id, new string('x', AnnexAlias.LongestValue + 1), 1), "Value");
        Expect.InvalidIn(await EditAsync(id, "HuyÖn Krông Bóng m¸y mãc thiÕt bÞ", 1), "Value");
    }

    [Theory]
    [InlineData(AnnexAliasKind.Column, "Support", "Ho tro")]
    [InlineData(AnnexAliasKind.Category, "ND6", "ND99")]
    [InlineData(AnnexAliasKind.Unit, "Dong", "7")]
    [InlineData(AnnexAliasKind.Row, "Group", "Skip")]
    public async Task A_meaning_is_one_of_those_offered(AnnexAliasKind kind, string good, string bad)
    {
        var id = await AddAsync(kind, "Chữ lạ", kind == AnnexAliasKind.Unit ? "Million" : kind == AnnexAliasKind.Category ? "ND5" : kind == AnnexAliasKind.Row ? "Part" : "Other");
        Assert.Contains((await FormAsync(id)).Options, o => o.Key == good);
        Expect.InvalidIn(await EditAsync(id, bad, 0), "Value");
        Expect.Done(await EditAsync(id, good, 0));
        Assert.Equal(good, (await FormAsync(id)).Request.Value);
    }

    [Fact]
    public async Task Who_was_slower_sees_what_stands_now_and_changes_nothing()
    {
        var id = await AddAsync(AnnexAliasKind.Column, "KP thêm", "Other");
        Expect.Done(await EditAsync(id, "Support", 0));
        var stale = await EditAsync(id, "khong", 0);
        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Equal(("Không đọc cột này", "Kinh phí hỗ trợ", "Chuyên viên"), (stale.Stale!.Rows[0].Yours, stale.Stale.Rows[0].Current, stale.Stale.ChangedBy));
        Assert.Equal(Outcome.Stale, (await WithdrawAsync(id, 0)).Outcome);
        Expect.Done(await WithdrawAsync(id, 1));
        Assert.Equal("Đã thôi dùng", (await EditAsync(id, "Other", 1)).Stale!.Rows[0].Current);
        Assert.Equal(Outcome.Stale, (await WithdrawAsync(id, 2)).Outcome);
        await using var db = _portal.Db();
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.Entity == nameof(AnnexAlias), Stop));
    }

    [Fact]
    public async Task What_is_withdrawn_is_listed_no_more_and_may_be_remembered_anew()
    {
        var id = await AddAsync(AnnexAliasKind.Column, "KP thêm", "Other");
        Expect.Done(await WithdrawAsync(id, 0));
        Assert.Empty((await ListAsync(null, null, 1)).Rows);
        Assert.Equal(Outcome.NotFound, (await _portal.UseAsync((AnnexAliasListService s) => s.FormAsync(_clerk, id, Stop))).Outcome);
        await AddAsync(AnnexAliasKind.Column, "KP thêm", "Support");
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(AnnexAliasKind.Column, "KP thêm", "Other"));
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_it()
    {
        var id = await AddAsync(AnnexAliasKind.Column, "KP thêm", "Other");
        var leader = await _portal.PersonAsync("Lãnh đạo", Role.Leader);
        Assert.Equal(Outcome.Forbidden, (await _portal.UseAsync((AnnexAliasListService s) => s.ListAsync(leader, new(null, null, 1), Stop))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await _portal.UseAsync((AnnexAliasListService s) => s.FormAsync(leader, id, Stop))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await _portal.UseAsync((AnnexAliasEditService s) => s.EditAsync(leader, id, new() { Value = "Support" }, Stop))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await _portal.UseAsync((AnnexAliasEditService s) => s.WithdrawAsync(leader, id, 0, Stop))).Outcome);
        Assert.Equal(Outcome.NotFound, (await WithdrawAsync(id + 99, 0)).Outcome);
        Assert.Equal(Outcome.NotFound, (await EditAsync(id + 99, "Support", 0)).Outcome);
    }

    private async Task<int> AddAsync(AnnexAliasKind kind, string text, string value)
    {
        await using var db = _portal.Db();
        var alias = new AnnexAlias { Kind = kind, Key = text.ToLowerInvariant(), Text = text, Value = value, SavedById = _clerk.UserId!.Value, SavedAt = _portal.Clock.GetUtcNow().UtcDateTime };
        db.AnnexAliases.Add(alias);
        await db.SaveAsync(_clerk, null, Stop);
        return alias.Id;
    }

    private async Task<AnnexAliasList> ListAsync(string? text, AnnexAliasKind? kind, int page) => (await _portal.UseAsync((AnnexAliasListService s) => s.ListAsync(_clerk, new(text, kind, page), Stop))).Value;

    private async Task<AnnexAliasForm> FormAsync(int id) => (await _portal.UseAsync((AnnexAliasListService s) => s.FormAsync(_clerk, id, Stop))).Value;

    private Task<Result> EditAsync(int id, string value, int version) => _portal.UseAsync((AnnexAliasEditService s) => s.EditAsync(_clerk, id, new() { Value = value, Version = version }, Stop));

    private Task<Result> WithdrawAsync(int id, int version) => _portal.UseAsync((AnnexAliasEditService s) => s.WithdrawAsync(_clerk, id, version, Stop));
}
