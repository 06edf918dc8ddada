using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Imports.AnnexAdjustmentState;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>An adjustment's annex beside the plan in force: two projects of 100 triệu each, «Máy sấy cà phê» and «Máy ép dầu lạc».</summary>
public sealed class AnnexAdjustmentServiceTests : IAsyncLifetime
{
    private static readonly AdjustmentRequest Because = new() { Reason = "Tờ trình số 15/TTr-TTKC" };

    private AdjustmentDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await AdjustmentDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static WorkbookBuilder Annex(params (string Name, string? Beneficiary, object? Before, object? After)[] rows)
    {
        var annex = new WorkbookBuilder().Text("A1", "PHỤ LỤC ĐIỀU CHỈNH KẾ HOẠCH KHUYẾN CÔNG ĐỊA PHƯƠNG ĐỢT I NĂM 2024").Text("A2", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Đơn vị thụ hưởng", "Hỗ trợ trước điều chỉnh", "Hỗ trợ sau điều chỉnh").Line(4, 1, "I", "Mô hình trình diễn kỹ thuật");
        foreach (var (row, i) in rows.Select((r, i) => (r, i))) annex.Line(5 + i, 1, i + 1, row.Name, row.Beneficiary, row.Before, row.After);
        return annex;
    }

    private async Task<int> UploadAsync(WorkbookBuilder annex)
    {
        var file = annex.Build();
        using var content = new MemoryStream(file);
        return (await _desk.Plans.DoAsync((AnnexImportService s) => s.UploadAsync(_desk.Plans.Clerk, new FileUpload("dieu-chinh.xlsx", file.Length, content), Stop))).Value;
    }

    private Task<Result<AnnexAdjustmentOffer>> ReadAsync(int document, NewPlanRequest? plan = null, Actor? by = null) =>
        _desk.Plans.DoAsync((AnnexAdjustmentService s) => s.ReadAsync(by ?? _desk.Plans.Clerk, document, plan ?? new NewPlanRequest(), Stop));

    private Task<Result<int>> StartAsync(int document, AdjustmentRequest? request = null, Actor? by = null) =>
        _desk.Plans.DoAsync((AnnexAdjustmentService s) => s.StartAsync(by ?? _desk.Plans.Clerk, document, new NewPlanRequest(), request ?? Because, Stop));

    private Task<int> CountAsync() => _desk.Plans.LookAsync(db => db.Adjustments.CountAsync(Stop));

    [Fact]
    public async Task Rows_that_change_become_the_lines_of_a_draft_and_nothing_of_the_plan_moves()
    {
        var document = await UploadAsync(Annex(("MÁY SẤY cà  phê", null, 100, 120), ("Máy ép dầu lạc", null, 100, 70)));
        var offer = (await ReadAsync(document)).Value;
        Assert.Equal((_desk.Plan, 2024, 1), (offer.Plan!.PlanId, offer.Meant.Year!.Value, offer.Meant.Tranche!.Value));
        Assert.Empty(offer.WhyNot);
        Assert.Equal([Raises, Lowers], offer.Lines.Select(l => l.State));

        var made = await StartAsync(document);
        Expect.Done(made);
        var lines = await _desk.Plans.LookAsync(db => db.AdjustmentLines.Where(l => l.AdjustmentId == made.Value).OrderBy(l => l.Ordinal).ToListAsync(Stop));
        Assert.Equal(
            [(1, AdjustmentKind.RaiseSupport, _desk.First, Vnd.Million(120)), (2, AdjustmentKind.LowerSupport, _desk.Second, Vnd.Million(70))],
            lines.Select(l => (l.Ordinal, l.Kind, l.ProjectId!.Value, l.Support!.Value)));
        Assert.Equal("Theo phụ lục điều chỉnh «dieu-chinh.xlsx», dòng 5.", lines[0].Reason);
        Assert.Equal("Tờ trình số 15/TTr-TTKC", await _desk.Plans.LookAsync(db => db.Adjustments.Select(a => a.Reason).SingleAsync(Stop)));
        Assert.Equal(Vnd.Million(200), (await _desk.Plans.PageAsync(_desk.Plan)).Figures.Support);
    }

    [Fact]
    public async Task A_row_that_stays_makes_no_line_and_one_of_nothing_stops_its_project()
    {
        var document = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 100), ("Máy ép dầu lạc", null, 100, 0)));
        Assert.Equal([Stays, Stops], (await ReadAsync(document)).Value.Lines.Select(l => l.State));
        var made = await StartAsync(document);
        Expect.Done(made);
        var line = await _desk.Plans.LookAsync(db => db.AdjustmentLines.SingleAsync(Stop));
        Assert.Equal((AdjustmentKind.StopProject, _desk.Second, (Vnd?)null), (line.Kind, line.ProjectId!.Value, line.Support));
    }

    [Fact]
    public async Task A_changed_row_without_a_project_blocks_everything_and_an_unchanged_one_is_only_told()
    {
        var document = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120), ("Máy xay bột", null, 0, 50)));
        var offer = (await ReadAsync(document)).Value;
        Assert.Equal([Raises, NoProject], offer.Lines.Select(l => l.State));
        Assert.Equal([new AnnexRefusals.DifferencesStand(1)], offer.WhyNot);
        Assert.Equal(Outcome.Refused, (await StartAsync(document)).Outcome);
        Assert.Equal(0, await CountAsync());

        var told = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120), ("Máy xay bột", null, 50, 50)));
        var offered = (await ReadAsync(told)).Value;
        Assert.Equal([Raises, NoProject], offered.Lines.Select(l => l.State));
        Assert.Empty(offered.WhyNot);
        Expect.Done(await StartAsync(told));
    }

    [Theory]
    [InlineData(90, 120, BeforeDiffers)]
    [InlineData(90, 90, BeforeDiffers)]
    [InlineData("chín", 120, Unreadable)]
    [InlineData(100, "chín", Unreadable)]
    [InlineData(100, null, Unreadable)]
    [InlineData(null, 120, BeforeDiffers)]
    public async Task A_row_that_does_not_agree_with_the_plan_blocks(object? before, object? after, AnnexAdjustmentState state)
    {
        var document = await UploadAsync(Annex(("Máy sấy cà phê", null, before, after), ("Máy ép dầu lạc", null, 100, 70)));
        var offer = (await ReadAsync(document)).Value;
        Assert.Equal([state, Lowers], offer.Lines.Select(l => l.State));
        Assert.Equal([new AnnexRefusals.DifferencesStand(1)], (await StartAsync(document)).Refusals);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_same_project_twice_and_a_row_that_is_not_read_block()
    {
        var twice = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120), ("Máy sấy cà phê", null, 100, 130)));
        Assert.Equal([Raises, Twice], (await ReadAsync(twice)).Value.Lines.Select(l => l.State));
        var left = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120)).Line(6, 1, null, "Trong đó: thiết bị", null, 60, 70).Line(7, 1, 2, "Máy ép dầu lạc", null, 100, 100));
        var offer = (await ReadAsync(left)).Value;
        Assert.Equal((6, NotRead), (offer.Lines[^1].RowNumber, offer.Lines[^1].State));
        Assert.Equal([new AnnexRefusals.DifferencesStand(1)], offer.WhyNot);
    }

    [Fact]
    public void The_beneficiary_tells_projects_of_one_name_apart()
    {
        AnnexAdjustmentMatching.Candidate Of(int id, string beneficiary) => new(id, $"KC-{id}", "Máy sấy", beneficiary, Vnd.Million(100));
        AnnexAdjustmentLine Match(string? beneficiary, params AnnexAdjustmentMatching.Candidate[] projects) => AnnexAdjustmentMatching.Match(new AnnexAdjustment([new(5, "Máy sấy", beneficiary, Vnd.Million(100), Vnd.Million(120))], []), projects).Single();
        Assert.Equal((Raises, (int?)2), (Match("htx ea kar", Of(1, "Hộ Lan Anh"), Of(2, "HTX Ea Kar")).State, Match("htx ea kar", Of(1, "Hộ Lan Anh"), Of(2, "HTX Ea Kar")).ProjectId));
        Assert.Equal(SeveralProjects, Match("Công ty khác", Of(1, "Hộ Lan Anh"), Of(2, "HTX Ea Kar")).State);
        Assert.Equal(SeveralProjects, Match(null, Of(1, "Hộ Lan Anh"), Of(2, "Hộ Lan Anh")).State);
        Assert.True(Match(null, Of(1, "Hộ Lan Anh"), Of(2, "Hộ Lan Anh")).Blocks);

        // Where one alone has the name, another spelling of the beneficiary does not matter.
        Assert.Equal(Raises, Match("Công ty khác", Of(1, "Hộ Lan Anh")).State);
    }

    [Fact]
    public async Task Without_one_plan_in_force_and_without_a_change_nothing_is_made()
    {
        var document = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120)));
        Assert.Equal([new AnnexRefusals.NoPlanInForce(2024, 0)], (await ReadAsync(document, new NewPlanRequest { Tranche = 3 })).Value.WhyNot);
        Assert.Equal([new AnnexRefusals.NoPlanInForce(2023, 0)], (await ReadAsync(document, new NewPlanRequest { Year = 2023 })).Value.WhyNot);
        var same = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 100)));
        Assert.Equal([new AnnexRefusals.NothingToAdjust()], (await StartAsync(same)).Refusals);
        var unclear = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120)).Text("D3", "KCQG trước điều chỉnh").Text("F3", "KCĐP trước điều chỉnh"));
        Assert.Contains(new AnnexRefusals.AdjustmentUnclear(), (await ReadAsync(unclear)).Value.WhyNot);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_reason_is_needed_an_annex_of_a_plan_is_none_and_others_uploads_are_not_found()
    {
        var document = await UploadAsync(Annex(("Máy sấy cà phê", null, 100, 120)));
        Expect.InvalidIn(await StartAsync(document, new AdjustmentRequest()), "Reason");
        Assert.Equal(Outcome.NotFound, (await ReadAsync(document, by: _desk.Plans.Appraiser)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await ReadAsync(document, by: _desk.Plans.Leader)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await StartAsync(document, by: _desk.Plans.Accountant)).Outcome);
        Assert.Equal(Outcome.NotFound, (await ReadAsync(await UploadAsync(AnnexFixture.Small().Item(5, 1)))).Outcome);
        Assert.Equal(0, await CountAsync());
    }
}
