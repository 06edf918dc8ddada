using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Beneficiaries;

public class BeneficiaryRegisterTests
{
    private const string Code = "0100109106";
    private const string OtherCode = "6000235482";

    [Fact]
    public async Task A_row_is_kept_as_typed_with_its_digits_and_its_unit()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var id = (await AddAsync(portal, clerk, New("  Hộ   Lan Anh ") with { TaxCode = "0100109106-001", Area = "Huyện Krông Năng", Trade = "Chế biến cà phê", Representative = "Lan Anh" })).Value;
        var page = await PageAsync(portal, clerk, id);
        Assert.Equal(("Hộ Lan Anh", "0100109106-001", "Huyện Krông Năng", "Chế biến cà phê", "Lan Anh"), (page.Name, page.TaxCode, page.Area, page.Trade, page.Representative));
    }

    [Theory]
    [InlineData("0100109107", null, "TaxCode")]
    [InlineData("123", null, "TaxCode")]
    [InlineData(null, "Huyện Không Có", "Area")]
    [InlineData(null, "Toàn tỉnh", "Area")]
    [InlineData(null, "Huyện Krông Năng; Huyện Ea Kar", "Area")]
    public async Task What_cannot_be_read_is_told_at_its_field(string? code, string? area, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var result = await AddAsync(portal, await portal.PersonAsync("Trần Bình", Role.Division), New("Hộ Lan Anh") with { TaxCode = code, Area = area });
        Assert.Equal(Outcome.Invalid, result.Outcome);
        Assert.Equal([field], result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task The_tax_code_of_another_row_is_refused_by_its_name()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var first = (await AddAsync(portal, clerk, New("Hộ Lan Anh") with { TaxCode = Code })).Value;
        var refused = await AddAsync(portal, clerk, New("Công ty Minh Phát") with { TaxCode = Code });
        Assert.Equal([new BeneficiaryRefusals.TaxCodeTaken(first, "Hộ Lan Anh", Code)], refused.Refusals);
        Assert.True((await EditAsync(portal, clerk, first, New("Hộ Lan Anh mới") with { TaxCode = Code })).IsDone);
    }

    [Fact]
    public async Task Who_may_only_read_changes_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var reader = await portal.PersonAsync("Lê Lãnh", Role.Leader);
        Assert.Equal(Outcome.Forbidden, (await AddAsync(portal, reader, New("Hộ Lan Anh"))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await MergeAsync(portal, reader, 1, 2, 1)).Outcome);
        var nobody = await portal.PersonAsync("Quản trị", Role.Administrator);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((BeneficiaryListService s) => s.ListAsync(nobody, new(null, null, null, false, 1), default))).Outcome);
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_row_the_slower_sees_both_versions()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var id = (await AddAsync(portal, clerk, New("Hộ Lan Anh"))).Value;
        Assert.True((await EditAsync(portal, clerk, id, New("Hộ Lan Anh A"))).IsDone);
        var slow = await EditAsync(portal, clerk, id, New("Hộ Lan Anh B"), version: 0);
        Assert.Equal(Outcome.Stale, slow.Outcome);
        Assert.Contains(slow.Stale!.Rows, r => r is { Yours: "Hộ Lan Anh B", Current: "Hộ Lan Anh A" });
        Assert.Equal("Trần Bình", slow.Stale.ChangedBy);
    }

    [Fact]
    public async Task A_merge_rewrites_no_contract_and_counts_its_projects_under_the_kept_row()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        await using (var db = portal.Db()) await SomeProject.Supported(150).UnderContract(120).InAsync(db);
        var from = await OnlyAsync(portal);
        var into = (await AddAsync(portal, clerk, New("Hộ kinh doanh Lan Anh"))).Value;
        Assert.True((await MergeAsync(portal, clerk, from, into, into)).IsDone);

        var kept = await PageAsync(portal, clerk, into);
        var merged = await PageAsync(portal, clerk, from);
        Assert.Equal(Vnd.Million(120), Assert.Single(kept.Projects).Contracted);
        Assert.Equal(kept.Projects, merged.Projects);
        Assert.Equal(into, merged.MergedInto!.Id);
        Assert.Equal("Trùng", Assert.Single(kept.Merges).Reason);
        var row = Assert.Single((await ListAsync(portal, clerk, "kinh doanh lan anh")).Rows);
        Assert.Equal((into, 1, Vnd.Million(150)), (row.Id, row.Projects, row.Support));
        await using var after = portal.Db();
        Assert.Equal(from, await after.Contracts.Select(c => c.BeneficiaryId).SingleAsync());
    }

    [Fact]
    public async Task Chains_of_merges_are_flattened()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var (a, b, c) = ((await AddAsync(portal, clerk, New("Cơ sở A"))).Value, (await AddAsync(portal, clerk, New("Cơ sở B"))).Value, (await AddAsync(portal, clerk, New("Cơ sở C"))).Value);
        Assert.True((await MergeAsync(portal, clerk, a, b, b)).IsDone);
        Assert.True((await MergeAsync(portal, clerk, b, c, c)).IsDone);
        await using var db = portal.Db();
        Assert.Equal([c, c, null], await db.Beneficiaries.OrderBy(x => x.Id).Select(x => x.MergedIntoId).ToListAsync());
        Assert.Equal(2, (await PageAsync(portal, clerk, a)).Merges.Count);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var a = (await AddAsync(portal, clerk, New("Cơ sở A") with { TaxCode = Code })).Value;
        var b = (await AddAsync(portal, clerk, New("Cơ sở B") with { TaxCode = OtherCode })).Value;
        var c = (await AddAsync(portal, clerk, New("Cơ sở C"))).Value;
        Assert.Equal([new BeneficiaryRefusals.MergedWithItself()], (await MergeAsync(portal, clerk, a, a, a)).Refusals);
        Assert.Equal([new BeneficiaryRefusals.TaxCodesDiffer(Code, OtherCode)], (await MergeAsync(portal, clerk, b, a, a)).Refusals);
        Assert.True((await MergeAsync(portal, clerk, b, a, a, confirmed: true)).IsDone);
        Assert.Equal([new BeneficiaryRefusals.IsMerged("Cơ sở B", a)], (await MergeAsync(portal, clerk, b, c, c)).Refusals);
        Assert.Equal([new BeneficiaryRefusals.IsMerged("Cơ sở B", a)], (await EditAsync(portal, clerk, b, New("Cơ sở B mới"))).Refusals);
        Assert.Equal(Outcome.NotFound, (await MergeAsync(portal, clerk, a, 999, a)).Outcome);
        Assert.Equal(["Reason"], (await MergeAsync(portal, clerk, a, c, a, reason: " ")).Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task A_merge_of_rows_that_moved_since_they_were_compared_shows_them_again()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var (a, b) = ((await AddAsync(portal, clerk, New("Cơ sở A"))).Value, (await AddAsync(portal, clerk, New("Cơ sở B"))).Value);
        Assert.True((await EditAsync(portal, clerk, b, New("Cơ sở B khác hẳn"))).IsDone);
        var merge = await portal.UseAsync((BeneficiaryMergeService s) => s.MergeAsync(clerk, new MergeRequest { Id = a, OtherId = b, KeepId = a, Reason = "Trùng" }, default));
        Assert.Equal(Outcome.Stale, merge.Outcome);
        Assert.Contains(merge.Stale!.Rows, r => r.Current.Contains("khác hẳn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_of_one_name_or_one_code_are_offered_as_duplicates()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var a = (await AddAsync(portal, clerk, New("Hộ Lan Anh"))).Value;
        var b = (await AddAsync(portal, clerk, New("HO LAN ANH"))).Value;
        await AddAsync(portal, clerk, New("Hộ Lan Anh Hai"));
        Assert.Equal([b], (await PageAsync(portal, clerk, a)).Alike.Select(x => x.Id));
        var alike = await portal.UseAsync((BeneficiaryListService s) => s.ListAsync(clerk, new(null, null, null, true, 1), default));
        Assert.Equal([a, b], alike.Value.Rows.Select(r => r.Id).Order());
        Assert.Equal(3, (await ListAsync(portal, clerk, null)).Total);
    }

    [Fact]
    public async Task A_contract_finds_its_beneficiary_by_tax_code_and_follows_a_merge()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Trần Bình", Role.Division);
        var director = await portal.PersonAsync("Phạm Giám", Role.CentreManager);
        int project;
        await using (var db = portal.Db()) project = await SomeProject.Supported(150).InAsync(db);
        var a = (await AddAsync(portal, clerk, New("Cơ sở A") with { TaxCode = Code })).Value;
        var b = (await AddAsync(portal, clerk, New("Cơ sở B"))).Value;
        Assert.True((await MergeAsync(portal, clerk, a, b, b)).IsDone);

        var unknown = await SignAsync(OtherCode);
        Assert.Equal(["Beneficiary"], unknown.Errors.Select(e => e.Field));
        Assert.True((await SignAsync(Code)).IsDone);
        await using var after = portal.Db();
        Assert.Equal(b, await after.Contracts.Select(c => c.BeneficiaryId).SingleAsync());

        async Task<Result> SignAsync(string beneficiary)
        {
            await using var db = portal.Db();
            var version = await db.Projects.Where(p => p.Id == project).Select(p => p.Version).SingleAsync();
            var request = new RecordContractRequest { ProjectId = project, Version = version, Number = "01/HĐ", SignedOn = "20/02/2024", Value = "100.000.000", Beneficiary = beneficiary };
            return await portal.UseAsync((ContractService s) => s.RecordAsync(director, request, default));
        }
    }

    private static BeneficiaryRequest New(string name) => new() { Name = name, Kind = BeneficiaryKind.HouseholdBusiness };

    private static Task<Result<int>> AddAsync(TestPortal portal, Actor actor, BeneficiaryRequest request) =>
        portal.UseAsync((BeneficiaryService s) => s.CreateAsync(actor, request, default));

    private static async Task<Result> EditAsync(TestPortal portal, Actor actor, int id, BeneficiaryRequest request, int? version = null)
    {
        await using var db = portal.Db();
        var shown = version ?? await db.Beneficiaries.Where(b => b.Id == id).Select(b => b.Version).SingleAsync();
        return await portal.UseAsync((BeneficiaryService s) => s.EditAsync(actor, id, request with { Version = shown }, default));
    }

    private static async Task<Result<int>> MergeAsync(TestPortal portal, Actor actor, int id, int other, int keep, bool confirmed = false, string reason = "Trùng")
    {
        await using var db = portal.Db();
        var versions = await db.Beneficiaries.ToDictionaryAsync(b => b.Id, b => b.Version);
        return await portal.UseAsync((BeneficiaryMergeService s) => s.MergeAsync(actor, new MergeRequest
        {
            Id = id, Version = versions.GetValueOrDefault(id), OtherId = other, OtherVersion = versions.GetValueOrDefault(other), KeepId = keep, IsOneTaxpayer = confirmed, Reason = reason,
        }, default));
    }

    private static async Task<BeneficiaryPage> PageAsync(TestPortal portal, Actor actor, int id) =>
        (await portal.UseAsync((BeneficiaryPageService s) => s.ReadAsync(actor, id, default))).Value;

    private static async Task<BeneficiaryList> ListAsync(TestPortal portal, Actor actor, string? text) =>
        (await portal.UseAsync((BeneficiaryListService s) => s.ListAsync(actor, new(text, null, null, false, 1), default))).Value;

    private static async Task<int> OnlyAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await db.Beneficiaries.Select(b => b.Id).SingleAsync();
    }
}
