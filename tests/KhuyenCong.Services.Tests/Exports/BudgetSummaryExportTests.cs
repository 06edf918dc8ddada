using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Tests.Reports;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Xunit;

namespace KhuyenCong.Services.Tests.Exports;

public class BudgetSummaryExportTests
{
    [Theory]
    [InlineData(11, AmountUnit.Dong)]
    [InlineData(12, AmountUnit.Million)]
    public async Task Every_number_of_both_files_is_the_summary_s_to_the_dong(int seed, AmountUnit unit)
    {
        await using var portal = await TestPortal.StartAsync();
        var random = new RandomBudget(await BudgetScene.OpenAsync(portal), seed);
        await random.SaveAsync(50);
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);

        foreach (var filter in BudgetSummaryTotalsTests.Filters(random).Select(f => f with { Unit = unit }))
        {
            var summary = (await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(s => s.ReadAsync(manager, filter, CancellationToken.None))).Value;
            var xlsx = await ExportAsync(portal, manager, filter, ExportFormat.Xlsx);
            var csv = await ExportAsync(portal, manager, filter, ExportFormat.Csv);

            using var workbook = new Workbooks(xlsx.Content);
            var fromCsv = CsvTables(csv.Content);
            Expect(summary.ByCategory, Approved, ["Mã", "Nội dung hoạt động"], 0);
            Expect(summary.ByArea, Approved, filter.AreaView == AreaView.Commune ? ["Địa bàn", "Thuộc huyện cũ"] : ["Địa bàn"], 1);
            Expect(summary.ByCategory, Executed, ["Mã", "Nội dung hoạt động"], 2);
            Expect(summary.ByPlan, Executed, ["Đợt", "Kế hoạch"], 3);
            Expect(summary.ByStatus, f => [f.Projects, f.Total.Dong, f.Support.Dong, f.Disbursed.Dong, f.Remaining.Dong], ["Tình trạng"], 6);

            void Expect(IReadOnlyList<BudgetLine> lines, Func<BudgetFigures, long[]> figures, string[] names, int table)
            {
                var expected = lines.Select(l => l.Figures).Append(summary.Total).Select(figures).ToList();
                var (skipped, width) = (names.Length, expected[0].Length);
                Assert.Equal(expected, fromCsv[table].Select(r => r.Skip(1 + skipped).Take(width).Select(f => (long)decimal.Parse(f, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToArray()));

                var cells = workbook.RowsAfter(table, names[0]).Take(expected.Count).Select(r => r.Skip(skipped).Take(width).ToList()).ToList();
                Assert.Equal(expected, cells.Select(row => row.Select((c, at) => Dong(c, isMoney: at > 0 || figures == Executed, unit)).ToArray()));
            }
        }
    }

    [Fact]
    public async Task The_grand_total_of_the_sample_plan_is_a_number_with_a_formula()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, Tranche.Numbered(1), new DateOnly(2024, 2, 5), "38/QĐ-SCT", isDateKnown: false);
        plan.Project("ND3").In("Huyện Ea Kar").Costing(local: 2_291_000_000, counterpart: 2_539_000_000);
        plan.Project("ND2").InWholeProvince().Costing(local: 259_000_000);
        await scene.SaveAsync();
        var manager = await portal.PersonAsync("Lê Thị Quản Lý", Role.Manager);

        var file = await ExportAsync(portal, manager, new() { Year = 2024 }, ExportFormat.Xlsx);

        Assert.Equal("tong-hop-kinh-phi-2024_den-2024-11-15.xlsx", file.Name);
        using var workbook = new Workbooks(file.Content);
        workbook.RequireValid();
        var total = workbook.RowsAfter(0, "TỔNG CỘNG", skip: -1)[0][3];
        Assert.Equal(5_089_000_000m, Workbooks.NumberOf(total));
        Assert.Equal("#,##0", workbook.NumberFormat(total));
        Assert.StartsWith("SUM(", total.CellFormula!.Text, StringComparison.Ordinal);
        Assert.Contains("Theo các quyết định: 38/QĐ-SCT (ngày chưa rõ)", workbook.Texts(0));
        Assert.Contains("Số liệu đến ngày 15/11/2024", workbook.Texts(0));
        Assert.Contains("Năm 2024, tất cả đợt, mọi nguồn, địa bàn theo huyện cũ", workbook.Texts(0));
        Assert.Contains("Dữ liệu minh họa – không dùng cho công việc thật.", workbook.Texts(0));
        Assert.Equal("Thông tin xuất", workbook.SheetNames[^1]);
        Assert.Contains("Lê Thị Quản Lý", workbook.Texts(workbook.SheetNames.Count - 1));
    }

    [Fact]
    public async Task The_ratios_name_both_amounts()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var day = new DateOnly(2024, 4, 1);
        scene.Plan(2024, Tranche.Numbered(1), new DateOnly(2024, 2, 5), "38/QĐ-SCT").Project("ND2").InWholeProvince().Costing(local: 200)
            .Advanced(day, 60).Paid(day, 50).Recovered(day, 10);
        scene.Allotted(2024, FundingSource.Local, new Vnd(800));
        await scene.SaveAsync();
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);

        var rows = CsvTables((await ExportAsync(portal, manager, new() { Year = 2024, Source = FundingSource.Local }, ExportFormat.Csv)).Content)[4];
        Assert.Equal(["Dòng", "Giải ngân, gồm tạm ứng", "Tạm ứng + thanh toán − thu hồi", "100", "Kinh phí hỗ trợ đang phê duyệt", "200", "50"], rows[0]);
        Assert.Equal(["Dòng", "Thanh toán, không gồm tạm ứng", "Thanh toán", "50", "Kinh phí hỗ trợ đang phê duyệt", "200", "25"], rows[1]);
        Assert.Equal(["Dòng", "Giải ngân trên dự toán được giao", "Giải ngân thuộc dự toán năm 2024, nguồn KCĐP", "100", "Dự toán được giao năm 2024, nguồn KCĐP", "800", "12.5"], rows[2]);
    }

    [Fact]
    public async Task A_year_without_projects_still_gives_files()
    {
        await using var portal = await TestPortal.StartAsync();
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);
        using var workbook = new Workbooks((await ExportAsync(portal, manager, new() { Year = 2020 }, ExportFormat.Xlsx)).Content);
        workbook.RequireValid();
        Assert.Equal("tong-hop-kinh-phi-2020_den-2024-11-15.csv", (await ExportAsync(portal, manager, new() { Year = 2020 }, ExportFormat.Csv)).Name);
    }

    private static long[] Approved(BudgetFigures f) => [f.Projects, f.Total.Dong, f.Support.Dong, f.Counterpart.Dong, f.Other.Dong];

    private static long[] Executed(BudgetFigures f) =>
        [f.Support.Dong, f.Contracted.Dong, f.Advanced.Dong, f.Paid.Dong, f.Recovered.Dong, f.Disbursed.Dong, f.Accepted.Dong, f.Remaining.Dong];

    private static long Dong(Cell cell, bool isMoney, AmountUnit unit) =>
        checked((long)(Workbooks.NumberOf(cell) * (isMoney && unit == AmountUnit.Million ? 1_000_000 : 1)));

    /// <summary>The rows of each table, without its title and head.</summary>
    private static List<List<List<string>>> CsvTables(byte[] content)
    {
        var tables = new List<List<List<string>>>();
        foreach (var record in CsvReader.Read(Encoding.UTF8.GetString(content[3..])))
        {
            if (record.Count == 1) continue;
            if (record[0] == "Loại dòng") tables.Add([]);
            else tables[^1].Add(record);
        }

        return tables;
    }

    private static async Task<ExportFile> ExportAsync(TestPortal portal, Actor actor, BudgetSummaryFilter filter, ExportFormat format) =>
        (await portal.UseAsync<BudgetSummaryService, Result<ExportFile>>(s => s.ExportAsync(actor, filter, format, CancellationToken.None))).Value;
}
