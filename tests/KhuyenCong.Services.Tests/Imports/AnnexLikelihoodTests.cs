using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Sums that are far outside what is likely are told once, with what they are compared with.</summary>
public sealed class AnnexLikelihoodTests
{
    private static readonly AnnexTarget Local2024 = new(2024, Tranche.Numbered(1), FundingSource.Local);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("đồng", 460, "Tổng kinh phí hỗ trợ của 1 đề án chỉ là 460 đ; có thể sai đơn vị tính, hãy kiểm tra lại.")]
    [InlineData("đồng", 9_999_999, "Tổng kinh phí hỗ trợ của 1 đề án chỉ là 9.999.999 đ; có thể sai đơn vị tính, hãy kiểm tra lại.")]
    [InlineData("đồng", 0, "Tổng kinh phí hỗ trợ của 1 đề án chỉ là 0 đ; có thể sai đơn vị tính, hãy kiểm tra lại.")]
    [InlineData("đồng", 10_000_000, null)]
    [InlineData("triệu đồng", 100_000, null)]
    [InlineData("triệu đồng", 100_001, "Tổng kinh phí hỗ trợ của 1 đề án là 100.001.000.000 đ, hơn 100.000.000.000 đ; có thể sai đơn vị tính, hãy kiểm tra lại.")]
    [InlineData("triệu đồng", 380_000, "Tổng kinh phí hỗ trợ của 1 đề án là 380.000.000.000 đ, hơn 100.000.000.000 đ; có thể sai đơn vị tính, hãy kiểm tra lại.")]
    public void A_plan_of_next_to_nothing_or_of_hundreds_of_billions_is_unlikely_whatever_is_known(string unit, int support, string? sentence) =>
        Assert.Equal(sentence is null ? [] : [sentence], Told(One(support, unit), AnnexComparison.None));

    [Fact]
    public void Many_projects_of_less_than_a_million_each_are_unlikely_although_their_sum_is_not_small()
    {
        var annex = Small("Đơn vị tính: đồng");
        for (var row = 5; row < 25; row++) annex.Item(row, row - 4, total: 1_000_000, support: 900_000, counterpart: 100_000);
        Assert.Equal([AnnexProblemKind.UnlikelyAmounts], KindsOf(annex, AnnexComparison.None));
    }

    [Fact]
    public void While_an_amount_cannot_be_read_the_sum_is_not_judged()
    {
        var annex = Small("Đơn vị tính: đồng").Item(5, 1, total: 9_000_000, support: 5_000_000, counterpart: 4_000_000).Item(6, 2).Text("F6", "sáu mươi");
        Assert.Empty(KindsOf(annex, AnnexComparison.None));
        Assert.Equal([AnnexProblemKind.UnlikelyAmounts], KindsOf(Small("Đơn vị tính: đồng").Item(5, 1, total: 9_000_000, support: 5_000_000, counterpart: 4_000_000), AnnexComparison.None));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void More_than_the_years_budget_tells_both_amounts_and_the_share(int support, bool isAbove)
    {
        var sentences = Told(One(support), new AnnexComparison(2024, Budgets((FundingSource.Local, 100)), [], Vnd.Zero));
        Assert.Equal(
            isAbove ? ["Hỗ trợ từ nguồn KCĐP là 101.000.000 đ, bằng 101 % dự toán được giao năm 2024 (100.000.000 đ), vượt 1.000.000 đ; có thể sai đơn vị tính hoặc dự toán chưa được cập nhật."] : [],
            sentences);
    }

    [Fact]
    public void Each_source_is_compared_with_its_own_budget()
    {
        var annex = Small().Text("F3", "KCĐP hỗ trợ").Text("H3", "KCQG hỗ trợ").Line(5, 1, 1, "Đề án", "Huyện Ea Kar", "05/2024", 150, 60, 40, 50);
        Assert.Empty(KindsOf(annex, Known(local: 60, national: 50)));
        Assert.Equal(["KCĐP"], TextsOf(annex, Known(local: 59, national: 50)));
        Assert.Equal(["KCQG"], TextsOf(annex, Known(local: 60, national: 49)));
        Assert.Equal(["KCĐP", "KCQG"], TextsOf(annex, Known(local: 59, national: 49)));

        // Of a source without a budget nothing is known.
        Assert.Empty(KindsOf(annex, new AnnexComparison(2024, Budgets((FundingSource.Local, 60)), [], Vnd.Zero)));
        Assert.Empty(KindsOf(annex, Known(local: 60, national: 0)));

        static AnnexComparison Known(int local, int national) => new(2024, Budgets((FundingSource.Local, local), (FundingSource.National, national)), [], Vnd.Zero);
        static IEnumerable<string?> TextsOf(WorkbookBuilder annex, AnnexComparison known) => Warnings(annex, known).Select(w => w.Text);
    }

    [Theory]
    [InlineData(600, false)]
    [InlineData(601, true)]
    [InlineData(20, false)]
    [InlineData(19, true, 2_000)]
    [InlineData(20, false, 2_000)]
    public void Ten_times_or_a_hundredth_of_the_median_of_other_plans_is_unlikely(int support, bool isUnlikely, int median = 60)
    {
        var known = new AnnexComparison(2024, Budgets(), [Vnd.Million(1), Vnd.Million(median), Vnd.Million(90_000)], Vnd.Million(90_000));
        Assert.Equal(isUnlikely ? [AnnexProblemKind.UnlikeOtherPlans] : [], KindsOf(One(support), known));
    }

    [Fact]
    public void Other_plans_are_named_by_their_number_and_their_median()
    {
        var known = new AnnexComparison(2024, Budgets(), [Vnd.Million(50), Vnd.Million(70)], Vnd.Million(900));
        Assert.Equal(
            ["Tổng kinh phí hỗ trợ 700.000.000 đ gấp hơn 10 lần mức trung vị 60.000.000 đ của 2 kế hoạch gần đây; có thể sai đơn vị tính, hãy kiểm tra lại."],
            Told(One(700), known));
        Assert.Equal(
            ["Tổng kinh phí hỗ trợ 10.000.000 đ chưa bằng 1/100 mức trung vị 2.000.000.000 đ của 2 kế hoạch gần đây; có thể sai đơn vị tính, hãy kiểm tra lại."],
            Told(One(10), new AnnexComparison(2024, Budgets(), [Vnd.Million(2_000), Vnd.Million(2_000)], Vnd.Million(900))));
    }

    [Fact]
    public void One_other_plan_says_nothing() => Assert.Empty(KindsOf(One(700), new AnnexComparison(2024, Budgets(), [Vnd.Million(1)], Vnd.Million(1))));

    [Theory]
    [InlineData(180, 100, false)]
    [InlineData(181, 100, true)]
    [InlineData(181, 181, false)]
    public void One_project_beyond_all_others_that_takes_most_of_the_support_is_named_by_its_cell(int support, int beside, bool isUnlikely)
    {
        var annex = One(support).Item(6, 2, total: beside + 40, support: beside, counterpart: 40);
        var warnings = Warnings(annex, new AnnexComparison(2024, Budgets(), [Vnd.Million(60), Vnd.Million(60)], Vnd.Million(60)));
        Assert.Equal(isUnlikely ? ["F5 UnlikelyProject"] : [], warnings.Kinds());
    }

    [Fact]
    public void A_project_beyond_all_others_is_told_with_the_largest_so_far_and_its_share() => Assert.Equal(
        ["Ô F5: hỗ trợ 240.000.000 đ cho «Đề án 5» gấp hơn 3 lần mức lớn nhất của một đề án trong các kế hoạch gần đây (60.000.000 đ), bằng 80 % tổng hỗ trợ của phụ lục; có thể sai đơn vị tính hoặc thừa chữ số."],
        Told(One(240).Item(6, 2), new AnnexComparison(2024, Budgets(), [Vnd.Million(60), Vnd.Million(60)], Vnd.Million(60))));

    [Fact]
    public void One_cause_is_told_once()
    {
        var known = new AnnexComparison(2024, Budgets((FundingSource.Local, 2_550)), [Vnd.Million(2_000), Vnd.Million(3_000)], Vnd.Million(500));
        Assert.Equal([AnnexProblemKind.UnlikelyAmounts], KindsOf(One(460, "đồng"), known));
        Assert.Equal([AnnexProblemKind.UnlikelyProject], KindsOf(One(380_000), known));
        Assert.Equal([AnnexProblemKind.UnlikelyAmounts], KindsOf(Small().Item(5, 1, null, 200_000, 190_000, 10_000).Text("B5", "A").Item(6, 2, null, 200_000, 190_000, 10_000).Text("B6", "B"), known));
        Assert.Equal([AnnexProblemKind.UnlikeOtherPlans], KindsOf(Many(60, 500), known));
        Assert.Equal([AnnexProblemKind.AboveAllotment], KindsOf(Many(6, 500), known));

        // The budget does not suffice for the others either: that is another cause.
        var both = Many(6, 500).Item(11, 7, total: 3_200, support: 3_100, counterpart: 100);
        Assert.Equal([AnnexProblemKind.UnlikelyProject, AnnexProblemKind.AboveAllotment], KindsOf(both, known).Order());
    }

    [Fact]
    public async Task The_portals_own_plans_and_budgets_are_compared_with()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        var scene = await BudgetScene.OpenAsync(desk.Portal);
        scene.Allotted(2024, FundingSource.Local, Vnd.Million(150));
        scene.Allotted(2023, FundingSource.Local, Vnd.Million(1));
        scene.Plan(2023, Tranche.Numbered(1), new(2023, 2, 5), "38/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 40_000_000);
        scene.Plan(2023, Tranche.Numbered(2), new(2023, 8, 5), "90/QĐ-SCT").NotApproved().Project().In("Huyện Ea Kar").Costing(local: 60_000_000);
        scene.Plan(2018, Tranche.Numbered(1), new(2018, 2, 5), "3/QĐ-SCT").Project().In("Huyện Ea Kar").Costing(local: 9_000_000_000);
        await scene.SaveAsync();

        Assert.Equal([], await KindsAsync(One(60)));
        Assert.Equal(["AboveAllotment 151000000 150000000"], await KindsAsync(One(151)));
        Assert.Equal(["UnlikelyProject 181000000 60000000"], await KindsAsync(One(181)));
        Assert.Equal(["UnlikeOtherPlans 540000000 50000000"], await KindsAsync(Many(9, 60)));

        async Task<IEnumerable<string>> KindsAsync(WorkbookBuilder annex) =>
            (await desk.PreviewAsync(await desk.UploadAsync(annex.Build()), AnnexDesk.FirstTranche)).Value.Preview.Warnings.Select(w => $"{w.Kind} {w.Computed} {w.Stated}");
    }

    [Fact]
    public async Task A_plan_of_460_dong_and_one_of_380_billion_are_made_for_a_reason_only()
    {
        await using var desk = await AnnexDesk.OpenAsync();
        foreach (var (annex, tranche) in new[] { (One(460, "đồng"), 1), (One(380_000), 2) })
        {
            var (document, plan) = (await desk.UploadAsync(annex.Build()), AnnexDesk.FirstTranche with { Tranche = tranche });
            foreach (var reason in new[] { null, "a", "aaaaaaaaaa", "ok ok ok ok ok" })
            {
                Assert.Equal("tl[ly-do:UnlikelyAmounts]", Assert.Single((await desk.AcceptAsync(document, plan, reason)).Errors).Field);
            }

            Assert.True((await desk.AcceptAsync(document, plan, "Số liệu thử nghiệm của phòng")).IsDone);
        }
    }

    private static WorkbookBuilder One(int support, string unit = "triệu đồng") => Small("Đơn vị tính: " + unit).Item(5, 1, total: support + 40, support: support, counterpart: 40);

    private static WorkbookBuilder Many(int count, int support)
    {
        var annex = Small();
        for (var row = 5; row < 5 + count; row++) annex.Item(row, row - 4, total: support + 40, support: support, counterpart: 40);
        return annex;
    }

    private static Dictionary<FundingSource, Vnd> Budgets(params (FundingSource Source, int Millions)[] budgets) => budgets.ToDictionary(b => b.Source, b => Vnd.Million(b.Millions));

    private static IReadOnlyList<AnnexProblem> Warnings(WorkbookBuilder annex, AnnexComparison known) =>
        AnnexReader.Read(WorkbookReader.Read(annex.Build(), Stop).Content!, References with { Comparison = known }, target: Local2024).Preview!.Warnings;

    private static IEnumerable<AnnexProblemKind> KindsOf(WorkbookBuilder annex, AnnexComparison known) => Warnings(annex, known).Select(w => w.Kind);

    private static IEnumerable<string> Told(WorkbookBuilder annex, AnnexComparison known) => Warnings(annex, known).Select(w => AnnexTexts.Sentence(w).Replace('\u00A0', ' '));
}
