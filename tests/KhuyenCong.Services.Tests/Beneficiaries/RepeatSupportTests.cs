using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Tests.Plans;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Beneficiaries;

public class RepeatSupportTests
{
    private static readonly DraftProjectRequest Base = PlanDesk.Project();

    [Theory]
    [InlineData("Hộ kinh doanh Lan Anh", "Huyện Krông Năng", true)]
    [InlineData("HỘ KINH DOANH LAN  ANH", "Huyện Krông Năng", true)]
    [InlineData("02 cơ sở: Công ty Minh Phát; Hộ kinh doanh Lan Anh", "Huyện Krông Năng", true)]
    [InlineData("Hộ kinh doanh Lan Anh", "Toàn tỉnh", true)]
    [InlineData("Hộ kinh doanh Lan Anh", "Xã Phú Xuân, Huyện Krông Năng", true)]
    [InlineData("Hộ kinh doanh Lan Anh", "Huyện Ea Kar", false)]
    [InlineData("Hộ kinh doanh Lan Oanh", "Huyện Krông Năng", false)]
    public async Task The_same_name_in_an_overlapping_area_of_another_tranche_is_seen(string beneficiary, string area, bool seen)
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.DraftAsync(Base);
        var plan = await desk.DraftAsync(Tranche.Numbered(2), Base with { Beneficiary = beneficiary, Area = area });
        var repeats = (await WarningsAsync(desk, plan)).Repeats;
        if (!seen)
        {
            Assert.Empty(repeats);
            return;
        }

        var other = Assert.Single(Assert.Single(repeats).Others);
        Assert.Equal((2024, Tranche.Numbered(1), FundingSource.Local, Vnd.Million(100), (string?)null, false), (other.Year, other.Tranche, other.Source, other.Support, other.DecisionNumber, other.SameRow));
    }

    [Fact]
    public async Task Projects_of_the_same_plan_and_source_are_no_repeat()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(Base, Base with { Name = "Đề án khác" });
        Assert.Empty((await WarningsAsync(desk, plan)).Repeats);
    }

    [Fact]
    public async Task The_implementing_unit_itself_is_no_beneficiary_to_compare()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var own = Base with { Beneficiary = "Trung tâm Khuyến công", Area = "Toàn tỉnh" };
        await desk.DraftAsync(own);
        Assert.Empty((await WarningsAsync(desk, await desk.DraftAsync(Tranche.Numbered(2), own))).Repeats);
    }

    [Fact]
    public async Task The_same_row_of_the_register_is_seen_under_any_name_and_anywhere_also_after_a_merge()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var (a, b) = (await RowAsync(desk, "Cơ sở A"), await RowAsync(desk, "Cơ sở B"));
        await desk.DraftAsync(Base with { Beneficiary = "Tên cũ", BeneficiaryIds = [a] });
        var plan = await desk.DraftAsync(Tranche.Numbered(2), Base with { Beneficiary = "Tên mới", Area = "Huyện Ea Kar", BeneficiaryIds = [b] });
        Assert.Empty((await WarningsAsync(desk, plan)).Repeats);
        Assert.True((await desk.DoAsync((BeneficiaryMergeService s) => s.MergeAsync(desk.Clerk, new MergeRequest { Id = a, OtherId = b, KeepId = b, Reason = "Trùng" }, default))).IsDone);
        Assert.True(Assert.Single(Assert.Single((await WarningsAsync(desk, plan)).Repeats).Others).SameRow);
    }

    [Fact]
    public async Task A_merged_or_unknown_row_cannot_be_chosen()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Assert.Equal(["BeneficiaryIds"], (await desk.AddAsync(plan, Base with { BeneficiaryIds = [999] })).Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task A_form_offers_the_rows_that_the_text_or_the_search_names()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var (a, b, c) = (await RowAsync(desk, "Hộ Lan Anh"), await RowAsync(desk, "Công ty Minh Phát"), await RowAsync(desk, "Cơ sở Tân Tiến"));
        var pick = (await desk.DoAsync((BeneficiaryPickService s) => s.ReadAsync(desk.Clerk, [c], "02 cơ sở: Hộ Lan Anh; Cơ sở Không Có", "minh phat", default))).Value;
        Assert.Equal([c], pick.Chosen.Select(x => x.Id));
        Assert.Equal([a, b], pick.Offered.Select(x => x.Id));
    }

    [Fact]
    public async Task The_radar_over_300_projects_takes_one_command()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.DraftAsync([.. Enumerable.Range(1, 150).Select(i => Base with { Name = $"Đề án {i}", Beneficiary = $"Cơ sở số {i}" })]);
        var plan = await desk.DraftAsync(Tranche.Numbered(2), [.. Enumerable.Range(1, 150).Select(i => Base with { Name = $"Đề án mới {i}", Beneficiary = $"CƠ SỞ SỐ {i}" })]);
        using var sql = new SqlCount(desk.Portal.ConnectionString);
        var warnings = await WarningsAsync(desk, plan);
        Assert.Equal(1, sql.Commands);
        Assert.Equal(150, warnings.Repeats.Count);
        Assert.All(warnings.Repeats, r => Assert.Single(r.Others));
    }

    [Fact]
    public async Task Over_the_norm_waits_for_a_reason_and_then_passes_with_it()
    {
        await using var desk = await PlanDesk.OpenAsync();
        int norm;
        await using (var db = desk.Portal.Db()) norm = await db.SpendingNorms.Where(n => n.Code == "MACHINERY").Select(n => n.Id).SingleAsync();
        var over = Base with { Support = "160.000.000", NormId = norm, EligibleCost = "300.000.000", Establishments = 1 };
        var plan = await desk.DraftAsync(over);
        int project;
        await using (var db = desk.Portal.Db()) project = await db.Projects.Select(p => p.Id).SingleAsync();
        Assert.Equal([new ApprovalRefusals.OverNorm(project, over.Name!, Vnd.Million(160), Vnd.Million(150))], (await desk.SubmitAsync(plan)).Refusals);

        var form = await desk.FormAsync(plan, project);
        Expect.Done(await desk.EditAsync(plan, project, form with { OverNormReason = "Thiết bị nhập khẩu" }));
        var line = Assert.Single((await WarningsAsync(desk, plan)).Over);
        Assert.Equal((Vnd.Million(150), Vnd.Million(10), "Thiết bị nhập khẩu"), (line.Finding.Limit!.Value, line.Finding.Over, line.OverNormReason));
        Expect.Done(await desk.SubmitAsync(plan));
    }

    private static async Task<PlanWarnings> WarningsAsync(PlanDesk desk, int plan) =>
        (await desk.Portal.UseAsync((PlanWarningsService s) => s.OfPlanAsync(desk.Clerk, plan, default))).Value;

    private static async Task<int> RowAsync(PlanDesk desk, string name) =>
        (await desk.DoAsync((BeneficiaryService s) => s.CreateAsync(desk.Clerk, new BeneficiaryRequest { Name = name, Kind = BeneficiaryKind.Enterprise }, default))).Value;
}
