using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Tests.Exports;
using KhuyenCong.TestSupport.Scenes;
using Xunit;

namespace KhuyenCong.Web.Tests.Reports;

public class BudgetSummaryPageTests
{
    private const string Page = "/bao-cao/tong-hop-kinh-phi";

    [Fact]
    public async Task Screen_workbook_and_CSV_show_the_same_numbers_under_every_filter()
    {
        await using var portal = await PortalFactory.StartAsync();
        var random = new RandomBudget(await SceneAsync(portal), 21);
        await random.SaveAsync(45);
        var browser = await portal.SignInAsync(Role.Manager);

        string[] queries =
        [
            "", "?don-vi=trieu-dong", "?nam=2023&dia-ban=xa", "?nam=2024&dot=D2&ngay=2024-06-30", "?nguon=kcdp&ngay=30/9/2024&don-vi=trieu-dong",
            "?nguon=kcqg&dia-ban=xa", "?nam=2024&dot=BS1", .. random.Plans.Select(p => $"?nam=2024&ke-hoach={p}&dia-ban=xa&don-vi=trieu-dong"),
        ];
        var compared = 0;
        foreach (var query in queries)
        {
            var page = await browser.OpenAsync(Page + query);
            if (page.QuerySelector(".empty") is not null) continue;
            var screen = Screen(page);
            Assert.Equal(8, screen.Count);
            compared++;
            var glue = query.Length == 0 ? "?" : "&";
            Assert.Equal(screen, Csv(await BytesAsync(browser, Page + query + glue + "dinh-dang=csv"), isMillion: query.Contains("trieu-dong", StringComparison.Ordinal)));
            Assert.Equal(screen, Workbook(await BytesAsync(browser, Page + query + glue + "dinh-dang=xlsx"), screen));
        }

        Assert.InRange(compared, 7, queries.Length);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?nam=2024&ngay=15/11/2024&don-vi=dong", false)]
    [InlineData("?nam=2023", true)]
    [InlineData("?nguon=kcdp", true)]
    [InlineData("?ngay=30/09/2024", true)]
    [InlineData("?den-ngay=30/09/2024", true)]
    public async Task The_filter_can_be_taken_off_only_where_there_is_one(string query, bool expected)
    {
        await using var portal = await PortalFactory.StartAsync();
        await SamplePlanAsync(portal);
        var page = await (await portal.SignInAsync(Role.Leader)).OpenAsync(Page + query);
        Assert.Equal(expected, page.QuerySelector(".filters a") is not null);
    }

    [Fact]
    public async Task The_grand_total_of_the_workbook_is_the_plan_s()
    {
        await using var portal = await PortalFactory.StartAsync();
        await SamplePlanAsync(portal);
        var browser = await portal.SignInAsync(Role.Manager);

        using var answer = await browser.GetAsync(Page + "?dinh-dang=xlsx");

        Assert.Equal("tong-hop-kinh-phi-2024_den-2024-11-15.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        using var workbook = new Workbooks(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(5_089_000_000m, Workbooks.NumberOf(workbook.RowsAfter(0, "TỔNG CỘNG", skip: -1)[0][3]));
    }

    [Fact]
    public async Task The_page_says_what_one_sees_and_leads_to_the_projects()
    {
        await using var portal = await PortalFactory.StartAsync();
        var plan = await SamplePlanAsync(portal);
        var page = await (await portal.SignInAsync(Role.Leader)).OpenAsync(Page + "?don-vi=trieu-dong");

        Assert.Equal("Năm 2024, tất cả đợt, mọi nguồn, địa bàn theo huyện cũ; đơn vị: triệu đồng; số liệu đến ngày 15/11/2024; theo các quyết định: 38/QĐ-SCT (ngày chưa rõ).",
            string.Join(' ', page.QuerySelector(".lead-line")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("5.089", page.QuerySelector("table tfoot .num:nth-of-type(2)")!.TextContent.Trim());
        Assert.Contains($"ke-hoach={plan}", page.QuerySelectorAll("#bang-4 ~ tbody a.figure-link")[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main li"), li => li.TextContent.Contains("Tỷ lệ giải ngân (%) = giải ngân, gồm tạm ứng / kinh phí hỗ trợ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nam=hai-nghin", "Chọn năm kế hoạch là một số có bốn chữ số.")]
    [InlineData("nam=1999", "Chọn năm kế hoạch từ 2000 đến 2100.")]
    [InlineData("nam=99999999999", "Chọn năm kế hoạch là một số có bốn chữ số.")]
    [InlineData("ke-hoach=-1", "Chọn kế hoạch có trong danh sách.")]
    [InlineData("nam=2024&ke-hoach=987654", "Chọn một kế hoạch đã phê duyệt của năm 2024.")]
    [InlineData("dot=D99", "Chọn đợt có trong danh sách.")]
    [InlineData("nguon=ODA", "Chọn nguồn kinh phí có trong danh sách.")]
    [InlineData("nguon=kcdp&nguon=kcqg", "Chọn nguồn kinh phí có trong danh sách.")]
    [InlineData("dia-ban=<script>", "Chọn cách tổng hợp địa bàn có trong danh sách.")]
    [InlineData("don-vi=ty", "Chọn đơn vị tính là đồng hoặc triệu đồng.")]
    [InlineData("ngay=31/02/2024", "Nhập ngày số liệu dạng ngày/tháng/năm, ví dụ 30/09/2024.")]
    [InlineData("ngay=2024-11-16", "Chọn ngày số liệu không sau hôm nay.")]
    [InlineData("dinh-dang=pdf", "Tệp tải về chỉ có định dạng xlsx hoặc csv.")]
    [InlineData("dinh-dang=xlsx&ngay=2024-11-16", "Chọn ngày số liệu không sau hôm nay.")]
    public async Task A_wrong_filter_is_answered_400_with_what_to_choose(string query, string message)
    {
        await using var portal = await PortalFactory.StartAsync();
        await SamplePlanAsync(portal);
        var page = await (await portal.SignInAsync(Role.Manager)).OpenAsync($"{Page}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(message, page.QuerySelector(".error-summary li")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("form.filters select"));
        page.IsMarkedThroughout();
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task A_year_without_projects_says_what_to_do()
    {
        await using var portal = await PortalFactory.StartAsync();
        var page = await (await portal.SignInAsync(Role.Manager)).OpenAsync(Page + "?nam=2020");
        Assert.Equal("Không có đề án nào khớp bộ lọc", page.QuerySelector(".empty h2")!.TextContent);
    }

    [Theory]
    [InlineData(Role.Leader, HttpStatusCode.OK)]
    [InlineData(Role.Accountant, HttpStatusCode.OK)]
    [InlineData(Role.CentreManager, HttpStatusCode.OK)]
    [InlineData(Role.Officer, HttpStatusCode.Forbidden)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    public async Task Only_who_may_read_reports_gets_any(Role role, HttpStatusCode expected)
    {
        await using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(role);
        foreach (var path in new[] { "/bao-cao", Page, Page + "?dinh-dang=xlsx", Page + "?dinh-dang=csv" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(expected, StatusOf(answer));
        }
    }

    // The cookie scheme sends people without the permission to the page «Từ chối», which answers 403.
    private static HttpStatusCode StatusOf(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("tu-choi", StringComparison.Ordinal)
            ? HttpStatusCode.Forbidden
            : answer.StatusCode;

    private static async Task<BudgetScene> SceneAsync(PortalFactory portal)
    {
        var (id, _) = await portal.AccountAsync(Role.Division);
        return await BudgetScene.OpenAsync(portal.Db, portal.Clock.GetUtcNow().UtcDateTime, new Actor(id, "Người nhập", RolePermissions.Of(Role.Division)));
    }

    private static async Task<int> SamplePlanAsync(PortalFactory portal)
    {
        var scene = await SceneAsync(portal);
        var plan = scene.Plan(2024, Tranche.Numbered(1), new DateOnly(2024, 2, 5), "38/QĐ-SCT", isDateKnown: false);
        plan.Project("ND3").In("Huyện Ea Kar").Costing(local: 2_291_000_000, counterpart: 2_539_000_000).Contracted(new(2024, 3, 1), 2_000_000_000);
        plan.Project("ND2").InWholeProvince().Costing(local: 259_000_000).Advanced(new(2024, 4, 1), 100_000_000);
        scene.Allotted(2024, FundingSource.Local, Vnd.Million(8000));
        await scene.SaveAsync();
        return plan.Id;
    }

    /// <summary>The figures of each table as they stand on the page, row by row.</summary>
    private static List<string[][]> Screen(IDocument page) =>
        [.. page.QuerySelectorAll("main table").Select(table => table.QuerySelectorAll("tbody tr, tfoot tr")
            .Select(row => row.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()).ToArray()).ToArray())];

    private static List<string[][]> Csv(byte[] content, bool isMillion)
    {
        var tables = new List<(List<string> Head, List<string[]> Rows)>();
        foreach (var record in CsvReader.Read(Encoding.UTF8.GetString(content[3..])).Where(r => r.Count > 1))
        {
            if (record[0] == "Loại dòng") tables.Add((record, []));
            else
            {
                var head = tables[^1].Head;
                tables[^1].Rows.Add([.. record.Zip(head).Where(f => IsFigure(f.Second)).Select(f => Shown(f.First, f.Second))]);
            }
        }

        return [.. tables.Select(t => t.Rows.ToArray())];

        string Shown(string field, string head) => (head, field) switch
        {
            (var h, "") when h.EndsWith("(%)", StringComparison.Ordinal) => "–",
            (_, "") => "",
            (var h, _) when h.EndsWith("(%)", StringComparison.Ordinal) => field.Replace('.', ',').Replace('-', '\u2212') + " %",
            (var h, _) when h.EndsWith("(đồng)", StringComparison.Ordinal) && isMillion => Number(Decimal(field) / 1_000_000m),
            _ => Number(Decimal(field)),
        };
    }

    private static List<string[][]> Workbook(byte[] content, List<string[][]> like)
    {
        using var workbook = new Workbooks(content);
        return [.. like.Select((table, at) =>
        {
            var rows = workbook.RowsAfter(at, FirstHead(at)).Take(table.Length).ToList();
            return rows.Select((row, r) => row.TakeLast(row.Count - Names(row.Count, table[r].Length, at))
                .Where((_, c) => at != 4 || c != 1).Select(Shown).ToArray()).ToArray();
        })];

        // The table of ratios has words between its figures.
        static int Names(int cells, int figures, int table) => table == 4 ? 2 : cells - figures;

        string FirstHead(int at) => Workbooks.TextOf(workbook.Sheet(at).Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>()
            .SelectMany(r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Take(1))
            .Last(c => Workbooks.TextOf(c) is "Mã" or "Địa bàn" or "Đợt" or "Tỷ lệ" or "Nguồn" or "Tình trạng"));

        string Shown(DocumentFormat.OpenXml.Spreadsheet.Cell cell)
        {
            if (cell.CellValue is null) return Workbooks.TextOf(cell);
            var number = Workbooks.NumberOf(cell);
            return workbook.NumberFormat(cell) == "0.0%" ? Number(number * 100) + " %" : Number(number);
        }
    }

    private static bool IsFigure(string head) =>
        head.EndsWith("(đồng)", StringComparison.Ordinal) || head.EndsWith("(%)", StringComparison.Ordinal) || head == "Số đề án";

    private static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // "#,##0.######" of Vietnam, written here once more, so that a fault of the portal's own format shows.
    private static string Number(decimal number) =>
        number.ToString("#,##0.######", CultureInfo.InvariantCulture).Replace(',', '_').Replace('.', ',').Replace('_', '.').Replace('-', '\u2212');

    private static async Task<byte[]> BytesAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
