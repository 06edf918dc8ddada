using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Tests.Plans;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>Support of the same beneficiary elsewhere, as who drafts, signs or decides an adjustment sees it.</summary>
public sealed class AdjustmentWarningsTests
{
    private const string LanAnh = "Hộ kinh doanh Lan Anh";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_that_was_merged_into_another_is_seen_under_any_name_and_anywhere()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var (merged, kept) = (await RegisterAsync(desk, "Cơ sở Ánh Dương"), await RegisterAsync(desk, "Cơ sở Bình Minh"));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Replace(desk.First, "Cơ sở Ánh Dương"));
        await ElsewhereAsync(desk, "Tên khác hẳn", "Huyện Ea Kar", kept);
        var id = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "110.000.000"), Dates(desk.First));
        Assert.Empty(await RepeatsAsync(desk, id));
        Expect.Done(await desk.DoAsync((BeneficiaryMergeService s) =>
            s.MergeAsync(desk.Plans.Clerk, new MergeRequest { Id = merged, OtherId = kept, KeepId = kept, Reason = "Trùng" }, Stop)));
        var repeat = Assert.Single(await RepeatsAsync(desk, id));
        Assert.Equal((desk.First, "Máy sấy cà phê", true), (repeat.ProjectId, repeat.Name, Assert.Single(repeat.Others).SameRow));
    }

    [Theory]
    [InlineData("Xã Phú Xuân, Huyện Krông Năng", "Huyện Krông Năng", true)]
    [InlineData("Huyện Krông Năng", "Xã Phú Xuân, Huyện Krông Năng", true)]
    [InlineData("Xã Phú Xuân, Huyện Krông Năng", "Huyện Ea Kar", false)]
    [InlineData("Toàn tỉnh", "Huyện Ea Kar", true)]
    public async Task A_new_place_is_compared_with_what_it_lies_in_and_what_lies_in_it(string own, string other, bool seen)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await ElsewhereAsync(desk, LanAnh, other);
        var id = await desk.DraftAsync(new AdjustmentLineRequest { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.First, Area = own, Reason = "Dời xưởng" });
        Assert.Equal(seen, (await RepeatsAsync(desk, id)).Any());
    }

    [Fact]
    public async Task A_unit_that_has_ended_is_compared_with_the_unit_that_took_it_over()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.ApprovedAsync(
            "01/06/2024", new AdjustmentLineRequest { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.First, Area = "Xã Phú Xuân, Huyện Krông Năng", Reason = "Dời xưởng" });
        desk.Plans.Portal.Clock.AdjustTime(new DateTimeOffset(2025, 8, 1, 2, 0, 0, TimeSpan.Zero));
        var id = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "110.000.000"));
        var other = await ElsewhereAsync(desk, LanAnh, "Xã Phú Xuân");
        Assert.Equal(other, Assert.Single(Assert.Single(await RepeatsAsync(desk, id)).Others).PlanId);
    }

    [Fact]
    public async Task The_implementing_unit_itself_and_a_plain_lowering_are_no_repeat()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await ElsewhereAsync(desk, "Trung tâm Khuyến công", "Huyện Krông Năng");
        await ElsewhereAsync(desk, "HTX Ea Kar", "Huyện Krông Năng", tranche: 3);
        var id = await desk.DraftAsync(AdjustmentDesk.Replace(desk.First, "trung tâm  khuyến công"), AdjustmentDesk.Lower(desk.Second, "90.000.000"));
        Assert.Empty(await RepeatsAsync(desk, id));
        Expect.Done(await desk.AddAsync(id, Dates(desk.Second)));
        Assert.Empty(await RepeatsAsync(desk, id));
    }

    private static AdjustmentLineRequest Dates(int project) => new() { Kind = AdjustmentKind.ChangeDates, ProjectId = project, EndMonth = "10/2024", Reason = "Xong sớm" };

    private static Task<int> ElsewhereAsync(AdjustmentDesk desk, string beneficiary, string area, int? row = null, int tranche = 2) =>
        desk.Plans.DraftAsync(Tranche.Numbered(tranche), PlanDesk.Project("Máy rang") with { Beneficiary = beneficiary, Area = area, BeneficiaryIds = row is { } id ? [id] : [] });

    private static async Task<IReadOnlyList<RepeatedProject>> RepeatsAsync(AdjustmentDesk desk, int id) => (await desk.PageAsync(id)).Warnings.Repeats;

    private static async Task<int> RegisterAsync(AdjustmentDesk desk, string name) => (await desk.DoAsync((BeneficiaryService s) =>
        s.CreateAsync(desk.Plans.Clerk, new BeneficiaryRequest { Name = name, Kind = BeneficiaryKind.Enterprise }, Stop))).Value;
}
