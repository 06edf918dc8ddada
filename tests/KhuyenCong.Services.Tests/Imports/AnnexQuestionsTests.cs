using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexDesk;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>What the preview asks, in which order it offers answers, and what it takes from the heading.</summary>
public sealed class AnnexQuestionsTests : IAsyncLifetime
{
    private AnnexDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_unit_is_offered_millions_first_and_stays_changeable_once_chosen()
    {
        var document = await _desk.UploadAsync(Small(unit: null).Item(5, 1).Build());
        var open = Assert.Single(await AskAsync(document));
        Assert.Equal(["Million", "Dong", "Thousand", "Billion"], open.Options.Select(o => o.Key));
        Assert.True(open.IsOpen);
        Assert.Empty(open.Cells);
        var answered = Assert.Single(await AskAsync(document, AnnexFixture.Answers(("don-vi", "Thousand"))));
        Assert.Equal("Thousand", answered.Chosen);
        Assert.Null(answered.Problem);
    }

    [Fact]
    public async Task A_category_is_asked_for_each_group_that_leaves_it_open_and_shown_where_it_was_chosen()
    {
        var annex = Small().Text("B4", "Nội dung lạ").Item(5, 1).Line(6, 1, "II", "Tư vấn, trợ giúp").Item(7, 2).Line(8, 1, "III", "Việc khác").Item(9, 3);
        var document = await _desk.UploadAsync(annex.Build());
        var open = await AskAsync(document);
        Assert.Equal([("B4", "Nội dung lạ"), ("B8", "Việc khác")], open.Select(q => (Assert.Single(q.Cells).ToString(), q.Written!)));
        var categories = await InPortalAsync(db => db.Categories.Where(c => c.ValidFrom == null || c.ValidFrom <= new DateOnly(2024, 12, 31)).OrderBy(c => c.Id).Select(c => new { c.Code, c.Title }).ToListAsync(Stop));
        Assert.Equal(categories.Select(c => (c.Code, $"{c.Code} – {c.Title}")), open[1].Options.Select(o => (o.Key, o.Label)));
        Assert.All(open, q => Assert.Equal(AnnexProblemKind.CategoryUnknown, q.Problem!.Kind));
        var answered = await AskAsync(document, AnnexFixture.Answers(("nhom:B4", "ND5"), ("nhom:B6", "ND6")));
        Assert.Equal(["ND5", "ND6", null], answered.Select(q => q.Chosen));
    }

    [Fact]
    public async Task A_place_is_offered_its_likely_units_and_the_province_and_any_can_be_typed()
    {
        var annex = Small().Item(5, 1).Text("C5", "Huyện Krông Năn; Huyện Ea Ka").Item(6, 2).Text("C6", "Toàn tỉnh").Item(7, 3);
        annex.Line(8, 1, 4, "Đề án không nơi", null, "05/2024", 100, 60, 40);
        var document = await _desk.UploadAsync(annex.Build());
        var import = (await _desk.PreviewAsync(document, FirstTranche)).Value;
        Assert.Equal(["C5", "C8"], import.Questions.Select(q => Assert.Single(q.Cells).ToString()));
        Assert.Equal("Huyện Krông Năng", import.Questions[0].Options[0].Key);
        Assert.Empty(import.Questions[1].Options);
        Assert.Equal(AreaTexts.WholeProvince, import.Places[0]);
        Assert.Contains("Xã Ea Kiết", import.Places);
        Assert.Contains("Xã Ea Sar", import.Places);

        var answered = (await AskAsync(document, AnnexFixture.Answers(("dia-ban:C6", "tinh"), ("dia-ban:C8", "xa ea kiet, huyen cu m'gar; Ea Kar")))).ToDictionary(q => q.Cells[0].ToString());
        Assert.Equal((AreaTexts.WholeProvince, "xa ea kiet, huyen cu m'gar; Ea Kar", true), (answered["C6"].Chosen, answered["C8"].Chosen, answered["C5"].IsOpen));
        Assert.DoesNotContain("C7", answered.Keys);
    }

    [Fact]
    public async Task A_typed_place_that_is_none_is_asked_again_with_what_was_typed()
    {
        var document = await _desk.UploadAsync(Small().Item(5, 1).Text("C5", "Huyện Lạ").Build());
        var question = Assert.Single(await AskAsync(document, AnnexFixture.Answers(("dia-ban:C5", "Huyện Krông Bôn"))));
        Assert.Equal((true, "Huyện Krông Bôn", "Huyện Krông Bôn", "Huyện Krông Bông"), (question.IsOpen, question.Tried, question.Problem!.Text, question.Options[0].Label));
    }

    [Theory]
    [InlineData("2000", 2000)]
    [InlineData("2099", 2099)]
    [InlineData("1999", 2024)]
    [InlineData(null, 2024)]
    public async Task The_year_is_that_of_the_heading_within_bounds_else_this_one(string? written, int year)
    {
        var document = await _desk.UploadAsync(Small().Text("A2", written is null ? "Danh mục đợt II" : $"Danh mục đợt II năm {written}").Item(5, 1).Build());
        var plan = (await _desk.PreviewAsync(document)).Value.Plan;
        Assert.Equal((year, 2, FundingSource.Local), (plan.Year!.Value, plan.Tranche!.Value, plan.Source!.Value));
    }

    [Fact]
    public async Task What_is_asked_for_comes_before_the_heading()
    {
        var document = await _desk.UploadAsync(Small().Text("A2", "Danh mục khuyến công quốc gia đợt II năm 2023").Item(5, 1).Build());
        Assert.Equal(new NewPlanRequest { Year = 2023, Tranche = 2, Source = FundingSource.National }, (await _desk.PreviewAsync(document)).Value.Plan);
        var asked = (await _desk.PreviewAsync(document, FirstTranche)).Value;
        Assert.Equal(FirstTranche, asked.Plan);
        Assert.Equal(
            [AnnexProblemKind.AnotherTranche, AnnexProblemKind.AnotherYear, AnnexProblemKind.AnotherSource], asked.Preview.Warnings.Select(w => w.Kind));
    }

    [Fact]
    public async Task Places_are_those_of_the_year_that_is_asked_for()
    {
        var document = await _desk.UploadAsync(Small().Item(5, 1).Build());
        Assert.Empty((await _desk.PreviewAsync(document, FirstTranche)).Value.Preview.Faults);
        Assert.NotEmpty((await _desk.PreviewAsync(document, FirstTranche with { Year = 2027 })).Value.Preview.Faults);
    }

    [Fact]
    public async Task Categories_are_those_of_any_day_of_the_plans_year()
    {
        await InPortalAsync(async db =>
        {
            var categories = await db.Categories.OrderBy(c => c.Id).ToListAsync(Stop);
            (DateOnly? From, DateOnly? To)[] days = [(new(2024, 12, 31), null), (new(2025, 1, 1), null), (null, new(2024, 1, 1)), (null, new(2023, 12, 31))];
            foreach (var (category, index) in categories.Select((c, i) => (c, i)))
            {
                var (from, to) = index < days.Length ? days[index] : (null, null);
                db.Entry(category).Property(c => c.ValidFrom).CurrentValue = from;
                db.Entry(category).Property(c => c.ValidTo).CurrentValue = to;
            }

            await db.SaveAsync(_desk.Clerk, null, Stop);
            return 0;
        });
        var document = await _desk.UploadAsync(Small().Text("B4", "Nội dung lạ").Item(5, 1).Build());
        var question = Assert.Single((await _desk.PreviewAsync(document, FirstTranche)).Value.Questions);
        Assert.Equal(["ND1", "ND3", "ND5", "ND6"], question.Options.Take(4).Select(o => o.Key));
    }

    [Fact]
    public async Task A_draft_keeps_who_carries_out_who_benefits_what_others_pay_and_the_order()
    {
        var annex = new WorkbookBuilder().Text("A1", "ĐVT: triệu đồng").Text("A2", "Danh mục đợt I năm 2024")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Hỗ trợ", "Đối ứng", "Nguồn khác", "Đơn vị thực hiện", "Đơn vị thụ hưởng")
            .Line(4, 1, "I", "Tư vấn, trợ giúp")
            .Line(5, 1, 1, "Đề án A", "Huyện Ea Kar", "05/2024", 100, 60, 30, 10, "Trung tâm", "HTX Ea Kar")
            .Line(6, 1, 2, "Đề án B", "Toàn tỉnh", "06/2024", 100, 60, 40)
            .Line(7, 1, "II", "Thông tin, tuyên truyền")
            .Line(8, 1, 3, "Đề án C", "Huyện Ea Kar", "05/2024", 100, 60, 40)
            .Line(9, 1, "III", "Đào tạo nghề, truyền nghề");
        Assert.True((await _desk.AcceptAsync(await _desk.UploadAsync(annex.Build()), FirstTranche)).IsDone);
        Assert.Equal([1, 2], await InPortalAsync(db => db.PlanGroups.OrderBy(g => g.Id).Select(g => g.Ordinal).ToListAsync(Stop)));
        Assert.Equal(
            [(1, "HTX Ea Kar", "Trung tâm", Vnd.Million(10)), (2, "", "", Vnd.Zero), (1, "", "", Vnd.Zero)],
            await InPortalAsync(db => db.ProjectTerms.OrderBy(t => t.Name).Select(t => new ValueTuple<int, string, string, Vnd>(t.Project!.Ordinal, t.BeneficiaryText, t.ImplementingUnit, t.Other)).ToListAsync(Stop)));
    }

    private async Task<IReadOnlyList<AnnexQuestion>> AskAsync(int document, AnnexChoices? choices = null) =>
        (await _desk.PreviewAsync(document, FirstTranche, choices)).Value.Questions;

    private async Task<T> InPortalAsync<T>(Func<Data.AppDbContext, Task<T>> look)
    {
        await using var db = _desk.Portal.Db();
        return await look(db);
    }
}
