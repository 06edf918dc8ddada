using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports;

/// <summary>The tables of the budget summary.</summary>
internal static class BudgetSummaryTables
{
    private const string Total = "TỔNG CỘNG";
    private const double MoneyWidth = 17;

    public static ReportTable ByCategory(BudgetSummary summary) => new(
        "Theo nội dung hoạt động",
        [Name("code", "Mã", 14), Name("label", "Nội dung hoạt động", 46), .. Approved],
        Rows(summary.ByCategory, summary, l => [ReportCell.Of(l.Code), ReportCell.Of(l.Label)], ApprovedCells))
    {
        ShortTitle = "Theo nội dung",
    };

    public static ReportTable ByArea(BudgetSummary summary) => summary.Filter.AreaView switch
    {
        AreaView.FormerDistrict => new(
            "Theo địa bàn (huyện, thị xã, thành phố trước 01/7/2025)",
            [Name("label", "Địa bàn", 46), .. Approved],
            Rows(summary.ByArea, summary, l => [ReportCell.Of(l.Label)], ApprovedCells))
        { ShortTitle = "Theo địa bàn" },
        AreaView.Commune => new(
            "Theo địa bàn (xã, phường từ 01/7/2025)",
            [Name("label", "Địa bàn", 46), Name("district", "Thuộc huyện cũ", 22), .. Approved],
            Rows(summary.ByArea, summary, l => [ReportCell.Of(l.Label), ReportCell.Of(l.Code)], ApprovedCells))
        { ShortTitle = "Theo địa bàn" },
    };

    public static ReportTable ExecutionByCategory(BudgetSummary summary) => new(
        "Tình hình thực hiện theo nội dung hoạt động",
        [Name("code", "Mã", 14), Name("label", "Nội dung hoạt động", 34), .. Execution],
        Rows(summary.ByCategory, summary, l => [ReportCell.Of(l.Code), ReportCell.Of(l.ShortLabel ?? l.Label)], ExecutionCells))
    {
        ShortTitle = "Thực hiện theo nội dung",
    };

    public static ReportTable ExecutionByPlan(BudgetSummary summary) => new(
        "Tình hình thực hiện theo kế hoạch",
        [Name("tranche", "Đợt", 14), Name("label", "Kế hoạch", 34), .. Execution],
        Rows(summary.ByPlan, summary, l => [ReportCell.Of(l.Code), ReportCell.Of(l.Label)], ExecutionCells))
    {
        ShortTitle = "Thực hiện theo kế hoạch",
    };

    public static ReportTable ByStatus(BudgetSummary summary) => new(
        "Theo tình trạng thực hiện",
        [
            Name("label", "Tình trạng", 34), Count, Money("total", "Tổng kinh phí"), Money("support", "Kinh phí hỗ trợ"),
            Money("disbursed", "Giải ngân"), Money("remaining", "Còn lại"), Percent("share", "Tỷ trọng hỗ trợ"),
        ],
        Rows(summary.ByStatus, summary, l => [ReportCell.Of(l.Label)], (f, all) =>
        [
            ReportCell.Of((long)f.Projects), ReportCell.Of(f.Total), ReportCell.Of(f.Support), ReportCell.Of(f.Disbursed),
            ReportCell.Of(f.Remaining), ReportCell.Of(Share.Of(f.Support, all.Support)),
        ]))
    {
        ShortTitle = "Theo tình trạng",
    };

    public static ReportTable BySource(BudgetSummary summary)
    {
        var all = summary.Total;
        var sources = summary.BySource.Select(s => Row(RowKind.Item, StatusText.Of(s.Source), s.Projects, s.Support)).ToList();
        var supports = Enumerable.Range(0, sources.Count).ToList();
        List<ReportRow> rows =
        [
            .. sources,
            Row(RowKind.Subtotal, "Cộng kinh phí hỗ trợ", all.Projects, all.Support) with { Sums = supports },
            Row(RowKind.Item, "Đối ứng của đơn vị thụ hưởng", null, all.Counterpart),
            Row(RowKind.Item, "Nguồn khác", null, all.Other),
            Row(RowKind.Total, Total, all.Projects, all.Total) with { Sums = [.. supports, sources.Count + 1, sources.Count + 2] },
        ];
        return new ReportTable(
            "Theo nguồn kinh phí",
            [
                Name("label", "Nguồn", 46), new ReportColumn("count", "Số đề án", CellKind.Count, 10) { Adds = false },
                Money("amount", "Số tiền"), Percent("share", "Tỷ trọng nguồn"),
            ],
            rows)
        { ShortTitle = "Theo nguồn" };

        ReportRow Row(RowKind kind, string label, int? projects, Vnd amount) => new(kind,
        [
            ReportCell.Of(label), projects is { } number ? ReportCell.Of((long)number) : ReportCell.Empty,
            ReportCell.Of(amount), ReportCell.Of(Share.Of(amount, all.Total)),
        ]);
    }

    /// <summary>Each percentage of the whole with both of its amounts.</summary>
    public static ReportTable Ratios(BudgetSummary summary)
    {
        var all = summary.Total;
        var (support, allotted) = ("Kinh phí hỗ trợ đang phê duyệt", $"Dự toán được giao năm {summary.Year}, {BudgetSummaryBook.SourceText(summary)}");
        return new ReportTable(
            "Các tỷ lệ và cách tính",
            [
                Name("label", "Tỷ lệ", 34), Name("part", "Tử số", 40), Sum("partAmount", "Số tiền tử số"),
                Name("whole", "Mẫu số", 40), Sum("wholeAmount", "Số tiền mẫu số"), Percent("share", "Tỷ lệ"),
            ],
            [
                Row("Giải ngân, gồm tạm ứng", "Tạm ứng + thanh toán − thu hồi", all.Disbursed, support, all.Support),
                Row("Thanh toán, không gồm tạm ứng", "Thanh toán", all.Paid, support, all.Support),
                Row("Giải ngân trên dự toán được giao", $"Giải ngân thuộc dự toán năm {summary.Year}, {BudgetSummaryBook.SourceText(summary)}", summary.DisbursedOfAllotted, allotted, summary.Allotted),
                Row("Ký hợp đồng", "Giá trị hợp đồng đã ký", all.Contracted, support, all.Support),
                Row("Nghiệm thu", "Kinh phí hỗ trợ được nghiệm thu", all.Accepted, support, all.Support),
            ])
        { ShortTitle = "Các tỷ lệ" };

        static ReportColumn Sum(string key, string header) => Money(key, header) with { Adds = false };

        static ReportRow Row(string label, string part, Vnd amount, string whole, Vnd of) => ReportRow.Item(
            ReportCell.Of(label), ReportCell.Of(part), ReportCell.Of(amount), ReportCell.Of(whole), ReportCell.Of(of),
            ReportCell.Of(Share.Of(amount, of)));
    }

    public static ReportTable Allotments(BudgetSummary summary)
    {
        List<ReportRow> rows = [.. summary.Allotments.Select(a => Row(RowKind.Item, StatusText.Of(a.Source), a.Allotted, a.Approved))];
        rows.Add(Row(RowKind.Total, Total, summary.Allotted, summary.Allotments.Sum(a => a.Approved)) with { Sums = [.. Enumerable.Range(0, rows.Count)] });
        return new ReportTable(
            $"Dự toán được giao năm {summary.Year} và đã phân bổ (mọi đợt trong năm)",
            [
                Name("label", "Nguồn", 46), Money("allotted", "Dự toán được giao"), Money("approved", "Đã phê duyệt cả năm"),
                Money("unallocated", "Chưa phân bổ"), Percent("share", "Tỷ lệ phân bổ"),
            ],
            rows)
        { ShortTitle = "Dự toán được giao" };

        static ReportRow Row(RowKind kind, string label, Vnd allotted, Vnd approved) => new(kind,
        [
            ReportCell.Of(label), ReportCell.Of(allotted), ReportCell.Of(approved), ReportCell.Of(allotted - approved),
            ReportCell.Of(Share.Of(approved, allotted)),
        ]);
    }

    private static ReportColumn Count => new("count", "Số đề án", CellKind.Count, 10);

    private static ReportColumn[] Approved =>
    [
        Count, Money("total", "Tổng kinh phí"), Money("support", "Kinh phí hỗ trợ"), Money("counterpart", "Đối ứng"),
        Money("other", "Nguồn khác"), Percent("share", "Tỷ trọng hỗ trợ"),
    ];

    private static ReportColumn[] Execution =>
    [
        Money("support", "Hỗ trợ phê duyệt"), Money("contracted", "Hợp đồng"), Money("advanced", "Tạm ứng"), Money("paid", "Thanh toán"),
        Money("recovered", "Thu hồi"), Money("disbursed", "Giải ngân"), Money("accepted", "Nghiệm thu"), Money("remaining", "Còn lại"),
        Percent("share", "Tỷ lệ giải ngân"), Percent("paidShare", "Tỷ lệ thanh toán"),
    ];

    private static ReportCell[] ApprovedCells(BudgetFigures f, BudgetFigures all) =>
    [
        ReportCell.Of((long)f.Projects), ReportCell.Of(f.Total), ReportCell.Of(f.Support), ReportCell.Of(f.Counterpart), ReportCell.Of(f.Other),
        ReportCell.Of(Share.Of(f.Support, all.Support)),
    ];

    private static ReportCell[] ExecutionCells(BudgetFigures f, BudgetFigures _) =>
    [
        ReportCell.Of(f.Support), ReportCell.Of(f.Contracted), ReportCell.Of(f.Advanced), ReportCell.Of(f.Paid), ReportCell.Of(f.Recovered),
        ReportCell.Of(f.Disbursed), ReportCell.Of(f.Accepted), ReportCell.Of(f.Remaining),
        ReportCell.Of(Share.Of(f.Disbursed, f.Support)), ReportCell.Of(Share.Of(f.Paid, f.Support)),
    ];

    private static List<ReportRow> Rows(
        IReadOnlyList<BudgetLine> lines, BudgetSummary summary,
        Func<BudgetLine, ReportCell[]> names, Func<BudgetFigures, BudgetFigures, ReportCell[]> figures)
    {
        var all = summary.Total;
        List<ReportRow> rows = [.. lines.Select(l => ReportRow.Item([.. names(l), .. Linked(l.Figures, l)]))];
        var width = names(new BudgetLine("", all)).Length;
        ReportCell[] label = [ReportCell.Of(Total), .. Enumerable.Repeat(ReportCell.Empty, width - 1)];
        rows.Add(new ReportRow(RowKind.Total, [.. label, .. Linked(all, null)]) { Sums = [.. Enumerable.Range(0, rows.Count)] });
        return rows;

        IEnumerable<ReportCell> Linked(BudgetFigures sums, BudgetLine? line)
        {
            var href = ProjectsHref.Of(summary, line);
            return figures(sums, all).Select(cell => cell is ReportCell.Percent ? cell : cell with { Href = href });
        }
    }

    private static ReportColumn Name(string key, string header, double width) => new(key, header, CellKind.Text, width);

    private static ReportColumn Money(string key, string header) => new(key, header, CellKind.Money, MoneyWidth);

    private static ReportColumn Percent(string key, string header) => new(key, header, CellKind.Percent, 11);
}
