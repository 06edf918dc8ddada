using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexDesk;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>A list without groups: each project says what it is, its name only proposes.</summary>
public sealed class AnnexCategoryRowsTests : IAsyncLifetime
{
    private AnnexDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_project_is_asked_with_what_its_name_proposes()
    {
        var import = (await _desk.PreviewAsync(await _desk.UploadAsync(Flat().Build()), FirstTranche)).Value;
        var fault = Assert.Single(import.Preview.Faults);
        Assert.Equal((AnnexProblemKind.CategoryPerRow, "B4", 4), (fault.Kind, fault.Cell.ToString(), fault.Count));
        Assert.Equal(["ND1", "ND3", "ND1", null], import.Questions.Select(q => q.Proposed?.Key));
        Assert.All(import.Questions, q => Assert.True(q is { IsOpen: true, IsProject: true } && ReferenceEquals(q.Problem, fault)));
    }

    [Fact]
    public async Task What_is_proposed_is_taken_where_nothing_else_is_said_and_the_rest_at_once()
    {
        var document = await _desk.UploadAsync(Flat().Build());
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["nhom:B4"] = "ND2", ["nhom:B5"] = "" };
        await _desk.Portal.UseAsync((Services.Imports.AnnexImportService s) => s.ProposeAsync(_desk.Clerk, document, FirstTranche, given, Stop).ContinueWith(_ => 0, Stop, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        Assert.Equal([("nhom:B4", "ND2"), ("nhom:B5", "ND3"), ("nhom:B6", "ND1")], given.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Value)));

        var choices = Answers([.. given.Select(g => (g.Key, g.Value)), ("nhom-con-lai", "ND9")]);
        var import = (await _desk.PreviewAsync(document, FirstTranche, choices)).Value;
        Assert.Empty(import.Preview.Faults);
        Assert.Equal(["ND2", "ND3", "ND1", "ND9"], import.Preview.Rows.Select(r => r.Category));
        Assert.Equal([.. given.Keys, "nhom-con-lai"], import.Questions.Where(q => q.IsAnswered).Select(q => q.Subject));
    }

    [Fact]
    public async Task The_draft_has_a_group_for_each_category_in_the_order_of_the_list()
    {
        var document = await _desk.UploadAsync(Flat().Build());
        var choices = Answers(("nhom:B4", "ND1"), ("nhom:B5", "ND3"), ("nhom:B6", "ND1"), ("nhom:B7", "ND9"));
        Expect.Done(await _desk.AcceptAsync(document, FirstTranche, "Danh mục không chia nhóm", choices));
        await using var db = _desk.Portal.Db();
        var groups = await db.PlanGroups.OrderBy(g => g.Ordinal).Select(g => new { g.Category!.Code, Count = g.Projects.Count, Codes = g.Projects.OrderBy(p => p.Ordinal).Select(p => p.Terms.Single().Name).ToList() }).ToListAsync(Stop);
        Assert.Equal([("ND1", 2), ("ND3", 1), ("ND9", 1)], groups.Select(g => (g.Code, g.Count)));
        Assert.Equal(["Đào tạo nghề may", "Truyền nghề dệt"], groups[0].Codes);
    }

    [Fact]
    public void A_sum_below_them_is_the_whole_annexs()
    {
        Assert.Equal(["G8 GrandTotalDiffers"], Flat().Line(8, 1, null, "Cộng", null, null, 400, 240, 161).Preview(Answers(("nhom-con-lai", "ND1"))).Warnings.Kinds());
        Assert.Empty(Flat().Line(8, 1, null, "Cộng", null, null, 400, 240, 160).Preview(Answers(("nhom-con-lai", "ND1"))).Warnings);
    }

    [Theory]
    [InlineData("ND99")]
    [InlineData("")]
    [InlineData("nd1")]
    public async Task A_category_that_is_none_leaves_its_project_open(string code)
    {
        var document = await _desk.UploadAsync(Flat().Build());
        var fault = Assert.Single((await _desk.PreviewAsync(document, FirstTranche, Answers(("nhom-con-lai", code), ("nhom:B4", code)))).Value.Preview.Faults);
        Assert.Equal(4, fault.Count);
    }

    [Fact]
    public async Task Projects_above_the_first_group_say_it_themselves_and_the_group_says_it_for_its_own()
    {
        var annex = Flat().Line(8, 1, "I", "Thông tin, tuyên truyền").Item(9, 5);
        var preview = (await _desk.PreviewAsync(await _desk.UploadAsync(annex.Build()), FirstTranche, Answers(("nhom-con-lai", "ND1")))).Value.Preview;
        Assert.Empty(preview.Faults);
        Assert.Equal([null, "ND6"], preview.Groups.Select(g => g.CategoryCode));
        Assert.All(preview.Groups[0].Rows, r => Assert.Equal("ND1", r.Category));
        Assert.Null(preview.Groups[1].Rows[0].Category);
    }

    private static WorkbookBuilder Flat() => new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng").Text("A2", "Danh mục đợt I năm 2024")
        .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ", "Đối ứng")
        .Line(4, 1, 1, "Đào tạo nghề may", "Huyện Ea Kar", "05/2024", 100, 60, 40)
        .Line(5, 1, 2, "Xây dựng mô hình trình diễn kỹ thuật", "Huyện Ea Kar", "05/2024", 100, 60, 40)
        .Line(6, 1, 3, "Truyền nghề dệt", "Huyện Ea Kar", "05/2024", 100, 60, 40)
        .Line(7, 1, 4, "Việc khác hẳn", "Huyện Ea Kar", "05/2024", 100, 60, 40);
}
