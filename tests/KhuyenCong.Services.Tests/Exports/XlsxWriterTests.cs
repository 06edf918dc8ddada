using System.IO.Compression;
using CsCheck;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Exports;

public class XlsxWriterTests
{
    [Theory]
    [InlineData(AmountUnit.Dong)]
    [InlineData(AmountUnit.Million)]
    public void The_workbook_is_valid(AmountUnit unit)
    {
        using var workbook = new Workbooks(Reports.Book(unit, Reports.Annex(), Reports.Texts("một cột"), Reports.Texts()));
        workbook.RequireValid();
    }

    [Fact]
    public void The_head_is_that_of_an_official_paper()
    {
        using var workbook = new Workbooks(Reports.Book());
        Assert.Equal(
        [
            "UBND TỈNH ĐẮK LẮK", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "SỞ CÔNG THƯƠNG", "Độc lập - Tự do - Hạnh phúc",
            "Đắk Lắk, ngày 05 tháng 02 năm 2024",
            "Tổng hợp kinh phí khuyến công năm 2024", "Theo nội dung hoạt động", "Năm 2024, tất cả đợt, nguồn KCĐP",
            "Số liệu đến ngày 30/09/2024", "Theo các quyết định: 38/QĐ-SCT; 97/QĐ-SCT", "Đơn vị tính: đồng",
            "STT", "Tên đề án", "Số đề án", "Kinh phí", "Kinh phí", "Tỷ lệ giải ngân", "Ngày nghiệm thu", "Hỗ trợ", "Đối ứng",
        ], workbook.Texts(0).Take(20));
        Assert.Equal(Reports.Book().Notes[0], workbook.Texts(0).Last());
    }

    [Fact]
    public void A_report_without_amounts_names_no_unit()
    {
        using var workbook = new Workbooks(RightsReviewBook.Of([], "Vũ Thành Long", new DateTime(2024, 11, 15, 0, 0, 0, DateTimeKind.Utc)));
        workbook.RequireValid();
        Assert.All(workbook.SheetNames.Index(), sheet => Assert.DoesNotContain(workbook.Texts(sheet.Index), t => t.StartsWith("Đơn vị tính", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(AmountUnit.Dong, 1)]
    [InlineData(AmountUnit.Million, 1_000_000)]
    public void Every_number_is_a_number_in_the_unit_of_the_report(AmountUnit unit, int divisor)
    {
        var table = Reports.Annex();
        using var workbook = new Workbooks(Reports.Book(unit));
        foreach (var (row, cells) in table.Rows.Zip(workbook.RowsAfter(0, "STT", skip: 1)))
        {
            for (var at = 0; at < table.Columns.Count; at++) AssertSame(row.Cells[at], cells[at], divisor);
        }
    }

    [Fact]
    public void The_grand_total_is_a_formula_with_its_value()
    {
        using var workbook = new Workbooks(Reports.Book());
        var rows = workbook.RowsAfter(0, "STT", skip: 1);
        var total = rows[7][3];
        Assert.Equal($"SUM({rows[3][3].CellReference},{rows[6][3].CellReference})", total.CellFormula!.Text);
        Assert.Equal("2550000001", total.CellValue!.Text);
        Assert.Equal($"SUM({rows[1][3].CellReference}:{rows[2][3].CellReference})", rows[3][3].CellFormula!.Text);
        Assert.Null(rows[1][3].CellFormula);
    }

    [Fact]
    public void Numbers_have_formats_and_no_idle_decimal_sign()
    {
        using var dong = new Workbooks(Reports.Book());
        var row = dong.RowsAfter(0, "STT", skip: 1)[1];
        Assert.Equal(["#,##0", "#,##0", "#,##0", "0.0%", "dd/mm/yyyy"], row.Skip(2).Select(dong.NumberFormat));
        using var million = new Workbooks(Reports.Book(AmountUnit.Million));
        Assert.Equal("#,##0.0#####", million.NumberFormat(million.RowsAfter(0, "STT", skip: 1)[1][3]));
    }

    [Fact]
    public void The_page_is_A4_landscape_one_page_wide_with_the_heading_repeated_and_frozen()
    {
        using var workbook = new Workbooks(Reports.Book());
        var sheet = workbook.Sheet(0);
        var page = sheet.GetFirstChild<PageSetup>()!;
        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.True(sheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        var heading = sheet.Descendants<Row>().First(r => Workbooks.TextOf(r.Elements<Cell>().FirstOrDefault()) == "STT").RowIndex!.Value;
        var titles = Assert.Single(workbook.Workbook.DefinedNames!.Elements<DefinedName>());
        Assert.Equal($"'Theo nội dung hoạt động'!${heading}:${heading + 1}", titles.Text);
        Assert.Equal(heading + 1, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
    }

    [Fact]
    public void Group_heads_span_their_columns_and_other_heads_both_rows()
    {
        using var workbook = new Workbooks(Reports.Book());
        var heading = workbook.Sheet(0).Descendants<Row>().First(r => Workbooks.TextOf(r.Elements<Cell>().FirstOrDefault()) == "STT").RowIndex!.Value;
        var merged = workbook.Sheet(0).Descendants<MergeCell>().Select(m => m.Reference!.Value!).ToList();
        Assert.Contains($"D{heading}:E{heading}", merged);
        Assert.Contains($"A{heading}:A{heading + 1}", merged);
        Assert.Equal(merged.Count, merged.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_last_sheet_says_who_when_and_which_filters()
    {
        using var workbook = new Workbooks(Reports.Book(AmountUnit.Million));
        Assert.Equal("Thông tin xuất", workbook.SheetNames[^1]);
        var lines = workbook.Texts(1).Chunk(2).Select(pair => pair[0] + ": " + pair[1]).ToList();
        Assert.Contains("Người xuất: Nguyễn Thị Quản Lý", lines);
        Assert.Contains("Thời điểm xuất: 01/10/2024 00:30 (giờ Việt Nam)", lines);
        Assert.Contains("Bộ lọc: Năm 2024, tất cả đợt, nguồn KCĐP", lines);
        Assert.Contains("Đơn vị tính: triệu đồng", lines);
        Assert.Contains("Theo quyết định: 97/QĐ-SCT", lines);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void Text_that_looks_like_a_formula_stays_text(string text)
    {
        using var workbook = new Workbooks(Reports.Book(AmountUnit.Dong, Reports.Texts(text, "thường")));
        workbook.RequireValid();
        var rows = workbook.RowsAfter(0, "Nội dung");
        Assert.Equal(text, Workbooks.TextOf(rows[0][0]));
        Assert.Equal(CellValues.InlineString, rows[0][0].DataType!.Value);
        Assert.Null(rows[0][0].CellFormula);
        Assert.True(workbook.Format(rows[0][0]).QuotePrefix!.Value);
        Assert.Null(workbook.Format(rows[1][0]).QuotePrefix);
    }

    [Theory]
    [InlineData("a\0b\u0001c\uFFFEd", "abcd")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("mã _x0041_", "mã _x005F_x0041_")]
    [InlineData(" hai  đầu ", " hai  đầu ")]
    [InlineData("😀 <&>", "😀 <&>")]
    public void Text_that_the_format_cannot_hold_does_no_harm(string text, string expected)
    {
        using var workbook = new Workbooks(Reports.Book(AmountUnit.Dong, Reports.Texts(text, new string('đ', 40_000))));
        workbook.RequireValid();
        var rows = workbook.RowsAfter(0, "Nội dung");
        Assert.Equal(expected, Workbooks.TextOf(rows[0][0]));
        Assert.Equal(32_767, Workbooks.TextOf(rows[1][0]).Length);
    }

    [Fact]
    public void Sheet_names_are_short_legal_and_unlike_each_other()
    {
        string[] titles = ["Theo địa bàn: huyện [cũ] / xã * mới?", "theo địa bàn: huyện [cũ] / xã * khác", "Thông tin xuất", "'", "History", "O'Brien"];
        using var workbook = new Workbooks(Reports.Book(AmountUnit.Dong, [.. titles.Select(t => new ReportTable(t, Reports.Columns, []))]));
        workbook.RequireValid();
        Assert.All(workbook.SheetNames, name => Assert.True(name.Length <= 31 && name.IndexOfAny([.. "[]:*?/\\"]) < 0));
        Assert.Equal(titles.Length + 1, workbook.SheetNames.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(["Thông tin xuất (2)", "Bảng", "History (2)", "O'Brien", "Thông tin xuất"], workbook.SheetNames.Skip(2));
        Assert.StartsWith("'O''Brien'!", workbook.Workbook.DefinedNames!.Elements<DefinedName>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Workbooks.Write(Reports.Book()), Workbooks.Write(Reports.Book()));

    [Fact]
    public void No_part_carries_the_time_of_the_clock()
    {
        using var parts = new ZipArchive(new MemoryStream(Workbooks.Write(Reports.Book())));
        Assert.All(parts.Entries, part => Assert.Equal(Reports.Book().PreparedAt, part.LastWriteTime.DateTime));
    }

    [Fact]
    public void Rows_too_scattered_for_a_formula_keep_their_value()
    {
        var rows = Enumerable.Range(0, 600).Select(_ => ReportRow.Item(ReportCell.Of(new Vnd(1)))).ToList();
        rows.Add(new ReportRow(RowKind.Total, [ReportCell.Of(new Vnd(300))]) { Sums = [.. Enumerable.Range(0, 300).Select(at => at * 2)] });
        using var workbook = new Workbooks(Reports.Book(AmountUnit.Dong, new ReportTable("Rải rác", [new("a", "Số tiền", CellKind.Money, 18)], rows)));
        var total = workbook.RowsAfter(0, "Số tiền")[600][0];
        Assert.Null(total.CellFormula);
        Assert.Equal(300, Workbooks.NumberOf(total));
    }

    [Fact]
    public void Any_table_comes_back_to_the_dong() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999].Array[1, 40], Gen.Int[0, 40], Gen.Enum<AmountUnit>()).Sample((amounts, cut, unit) =>
        {
            var table = Totalled(amounts, Math.Min(cut, amounts.Length));
            using var workbook = new Workbooks(Reports.Book(unit, table));
            var rows = workbook.RowsAfter(0, "Số tiền");
            var divisor = unit == AmountUnit.Million ? 1_000_000 : 1;
            for (var at = 0; at < table.Rows.Count; at++) AssertSame(table.Rows[at].Cells[0], rows[at][0], divisor);
        }, iter: 60);

    // A total over a subtotal of the first rows and over the rest.
    private static ReportTable Totalled(long[] amounts, int cut)
    {
        var rows = amounts.Select(dong => ReportRow.Item(ReportCell.Of(new Vnd(dong)))).ToList();
        rows.Add(new ReportRow(RowKind.Subtotal, [ReportCell.Of(new Vnd(amounts[..cut].Sum()))]) { Sums = [.. Enumerable.Range(0, cut)] });
        if (cut == 0) rows[^1] = rows[^1] with { Cells = [ReportCell.Empty] };
        rows.Add(new ReportRow(RowKind.Total, [ReportCell.Of(new Vnd(amounts.Sum()))]) { Sums = [amounts.Length, .. Enumerable.Range(cut, amounts.Length - cut)] });
        return new ReportTable("Ngẫu nhiên", [new("a", "Số tiền", CellKind.Money, 18)], rows);
    }

    private static void AssertSame(ReportCell expected, Cell written, int divisor)
    {
        switch (expected)
        {
            case ReportCell.Money money: Assert.Equal(money.Amount.Dong, Workbooks.NumberOf(written) * divisor); break;
            case ReportCell.Count count: Assert.Equal(count.Number, Workbooks.NumberOf(written)); break;
            case ReportCell.Percent percent: Assert.Equal(percent.Share.Percent, Workbooks.NumberOf(written) * 100); break;
            case ReportCell.Date date: Assert.Equal(date.Day.ToDateTime(TimeOnly.MinValue), DateTime.FromOADate((double)Workbooks.NumberOf(written))); break;
            default: Assert.Equal(expected.Show(AmountUnit.Dong), Workbooks.TextOf(written)); break;
        }
    }
}
