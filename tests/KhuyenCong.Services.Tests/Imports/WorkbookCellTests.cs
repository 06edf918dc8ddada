using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Workbooks as other programs and attackers write them: cells without addresses, odd types, formats, limits.</summary>
public sealed class WorkbookCellTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Rows_and_cells_without_addresses_follow_those_before_them()
    {
        var sheet = SheetOf(WorkbookPackage.Of(
            "<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row r='4' hidden='1'><c r='C4' t='str'><v>c</v></c><c t='str'><v>d</v></c></row><row hidden='true'><c t='str'><v>e</v></c></row>"));
        Assert.Equal(["A1 a", "B1 b", "C4 c", "D4 d", "A5 e"], sheet.Rows.SelectMany(r => r.Cells).Select(c => $"{c.Address} {c.Raw}"));
        Assert.Equal([(1, false), (4, true), (5, true)], sheet.Rows.Select(r => (r.Number, r.Hidden)));
        Assert.Equal(("b", null), (sheet.Rows[0].At(2)!.Raw, sheet.Rows[0].At(3)));
    }

    [Fact]
    public void Each_type_of_cell_is_told_and_an_empty_one_is_none()
    {
        var sheet = SheetOf(WorkbookPackage.Of(
            "<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='e'><v>#N/A</v></c><c r='C1' t='d'><v>2024-05-01T00:00:00</v></c><c r='D1' t='d'><v>hôm qua</v></c>"
            + "<c r='E1' t='n'><v>12.5</v></c><c r='F1'><v>mười</v></c><c r='G1' t='str'><f>A1</f><v></v></c><c r='H1'><f>A1+1</f></c><c r='I1'/>"
            + "<c r='J1' t='s'><v>0</v></c><c r='K1' t='s'><v>1</v></c><c r='L1' t='s'><v>2</v></c><c r='M1' t='s'><v>x</v></c><c r='N1' t='inlineStr'><is><t></t></is></c><c r='O1' t='inlineStr'/></row>",
            shared: "<si><r><t>hai </t></r><r><t>đoạn</t></r><rPh sb='0' eb='1'><t>âm</t></rPh></si><si><t></t></si>"));
        Assert.Equal(
            ["A1 Bool 1", "B1 Error #N/A", "C1 Date 2024-05-01T00:00:00", "D1 Text hôm qua", "E1 Number 12.5", "F1 Text mười", "H1 FormulaWithoutValue =A1+1", "J1 Text hai đoạn"],
            sheet.Rows.SelectMany(r => r.Cells).Select(c => $"{c.Address} {c.Kind} {c.Raw}"));
        Assert.Equal((new DateOnly(2024, 5, 1), 12.5m), (sheet.Rows[0].At(3)!.Date, sheet.Rows[0].At(5)!.Number));
    }

    [Theory]
    [InlineData("dd/mm/yyyy", true)]
    [InlineData("m", true)]
    [InlineData("D", true)]
    [InlineData("YY", true)]
    [InlineData("General", false)]
    [InlineData("GENERAL", false)]
    [InlineData("#,##0", false)]
    [InlineData("#,##0 \"đồng năm\"", false)]
    [InlineData("#,##0\\d", false)]
    [InlineData("[Red]0", false)]
    [InlineData("0_d", false)]
    [InlineData("\"năm\" yyyy", true)]
    public void A_format_of_its_own_shows_a_date_where_its_letters_do(string format, bool isDate)
    {
        var code = System.Security.SecurityElement.Escape(format);
        Assert.Equal(isDate, IsDate($"<numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs>", "45000"));
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(22, true)]
    [InlineData(23, false)]
    [InlineData(26, false)]
    [InlineData(27, true)]
    [InlineData(36, true)]
    [InlineData(37, false)]
    [InlineData(44, false)]
    [InlineData(45, true)]
    [InlineData(47, true)]
    [InlineData(48, false)]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(58, true)]
    [InlineData(59, false)]
    public void Built_in_formats_of_dates_are_known(int format, bool isDate) => Assert.Equal(isDate, IsDate($"<cellXfs><xf numFmtId='{format}'/></cellXfs>", "45000"));

    // Before 01/03/1900 Excel counts a day that never was; the last day is 31/12/9999.
    [Theory]
    [InlineData("60", "", null)]
    [InlineData("61", "", "1900-03-01")]
    [InlineData("2958465", "", "9999-12-31")]
    [InlineData("2958466", "", null)]
    [InlineData("45000", "<workbookPr date1904='1'/>", "2027-03-16")]
    [InlineData("45000", "<workbookPr date1904='true'/>", "2027-03-16")]
    [InlineData("45000", "<workbookPr date1904='0'/>", "2023-03-15")]
    public void A_serial_number_is_the_day_that_Excel_shows(string serial, string properties, string? day)
    {
        var cell = SheetOf(WorkbookPackage.Of($"<row r='1'><c r='A1' s='0'><v>{serial}</v></c></row>", styles: "<cellXfs><xf numFmtId='14'/></cellXfs>", properties: properties)).Rows[0].Cells[0];
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), cell.Date);
        Assert.Equal(day is null ? CellKind.Number : CellKind.Date, cell.Kind);
    }

    [Theory]
    [InlineData("<b/>", true)]
    [InlineData("<b val='1'/>", true)]
    [InlineData("<b val='on'/>", true)]
    [InlineData("<b val='0'/>", false)]
    [InlineData("", false)]
    public void Bold_is_told_from_a_font_that_is_there(string bold, bool isBold)
    {
        var sheet = SheetOf(WorkbookPackage.Of(
            "<row r='1'><c r='A1' s='1' t='str'><v>a</v></c><c r='B1' s='2' t='str'><v>b</v></c><c r='C1' s='3' t='str'><v>c</v></c></row>",
            styles: $"<fonts><font/><font>{bold}<name val='Times New Roman'/></font></fonts><cellXfs><xf fontId='0'/><xf fontId='1'/><xf fontId='2'/></cellXfs>"));
        Assert.Equal([(isBold, "Times New Roman"), (false, null), (false, null)], sheet.Rows[0].Cells.Select(c => (c.Bold, c.FontName)));
    }

    [Fact]
    public void A_merge_that_cannot_be_read_is_left_out()
    {
        var merges = "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A1'/><mergeCell ref='A1:B1:C1'/><mergeCell ref='x:y'/><mergeCell/></mergeCells>";
        Assert.Equal(new MergedRange(new(1, 1), new(1, 2)), Assert.Single(SheetOf(WorkbookPackage.Of("<row r='1'><c r='A1'><v>1</v></c></row>", merges)).Merges));
    }

    [Theory]
    [InlineData(WorkbookLimits.MergedRanges, null)]
    [InlineData(WorkbookLimits.MergedRanges + 1, WorkbookProblem.TooManyCells)]
    public void Merges_are_bounded(int count, WorkbookProblem? problem)
    {
        var merges = new StringBuilder("<mergeCells>");
        for (var i = 1; i <= count; i++) merges.Append(CultureInfo.InvariantCulture, $"<mergeCell ref='A{i}:B{i + (i * 7919 % 1000)}'/>");
        Assert.Equal(problem, WorkbookReader.Read(WorkbookPackage.Of(string.Empty, merges.Append("</mergeCells>").ToString()), Stop).Problem);
    }

    [Fact]
    public void Fifty_sheets_are_read_and_what_is_no_sheet_is_passed_over()
    {
        var book = new WorkbookBuilder().Text("A1", "một");
        for (var i = 2; i <= 51; i++) book.Sheet($"Trang {i}", new WorkbookBuilder().Text("A1", "x"));
        Assert.Equal(50, WorkbookReader.Read(book.Build(), Stop).Content!.Sheets.Count);
        const string Sheets = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>"
            + "<sheet name='Không' sheetId='9'/><sheet name='Lạc' sheetId='8' r:id='r9'/><sheet name='Kiểu' sheetId='7' r:id='r1'/>"
            + "<sheet name='Ẩn' sheetId='1' state='hidden' r:id='r0'/><sheet name='Rất ẩn' sheetId='2' state='veryHidden' r:id='r0'/><sheet name='Hiện' sheetId='3' state='visible' r:id='r0'/></sheets></workbook>";
        var sheets = WorkbookReader.Read(WorkbookPackage.With(WorkbookPackage.Of(string.Empty), ("xl/workbook.xml", Sheets)), Stop).Content!.Sheets;
        Assert.Equal([("Ẩn", true), ("Rất ẩn", true), ("Hiện", false)], sheets.Select(s => (s.Name, s.Hidden)));
    }

    [Theory]
    [InlineData(201, null)]
    [InlineData(202, WorkbookProblem.Damaged)]
    public void Parts_are_nested_two_hundred_deep_at_most(int elements, WorkbookProblem? problem)
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", elements)) + string.Concat(Enumerable.Repeat("</a>", elements));
        Assert.Equal(problem, ProblemWith(("xl/extra.xml", nested)));
    }

    [Fact]
    public void What_is_unpacked_is_bounded_part_by_part_and_together()
    {
        var large = new string('0', (int)WorkbookLimits.RatioFromBytes);
        Assert.Null(ProblemWith(("xl/a.bin", large)));
        Assert.Equal(WorkbookProblem.UnpacksTooLarge, ProblemWith(("xl/a.bin", large + large)));
        Assert.Null(ProblemWith([.. Enumerable.Range(1, 24).Select(i => ($"xl/{i}.bin", large))]));
        Assert.Equal(WorkbookProblem.UnpacksTooLarge, ProblemWith([.. Enumerable.Range(1, 26).Select(i => ($"xl/{i}.bin", large))]));

        // Large, but packed no more than ten times: a picture.
        Assert.Null(ProblemWith(("xl/a.bin", Convert.ToHexString(Noise(3 * 1024 * 1024)))));

        static byte[] Noise(int length)
        {
            var bytes = new byte[length];
            new Random(9).NextBytes(bytes);
            return bytes;
        }
    }

    [Fact]
    public void As_many_parts_as_allowed_are_looked_at()
    {
        var parts = Enumerable.Range(1, WorkbookLimits.Entries).Select(i => ($"a{i}.bin", "a")).ToArray();
        Assert.Equal(WorkbookProblem.NotAWorkbook, WorkbookReader.Read(WorkbookPackage.Zip(parts), Stop).Problem);
    }

    [Fact]
    public void Templates_are_read_and_other_documents_are_not()
    {
        Assert.Null(WorkbookReader.Read(AnnexFixture.Small().Build(SpreadsheetDocumentType.Template), Stop).Problem);
        const string Word = "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
        Assert.Equal(WorkbookProblem.NotAWorkbook, WorkbookReader.Read(WorkbookPackage.Zip(("[Content_Types].xml", Word)), Stop).Problem);

        // What is broken is told before what kind it is.
        Assert.Equal(WorkbookProblem.Damaged, WorkbookReader.Read(WorkbookPackage.Zip(("[Content_Types].xml", Word), ("x.xml", "<a>")), Stop).Problem);
    }

    [Fact]
    public async Task A_file_of_exactly_ten_megabytes_is_looked_at()
    {
        using var stream = new MemoryStream(new byte[WorkbookLimits.FileBytes]);
        Assert.Equal(WorkbookProblem.NotAWorkbook, (await WorkbookReader.ReadAsync(stream, Stop)).Problem);
    }

    [Fact]
    public void Whoever_gives_up_stops_the_reading()
    {
        var gone = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => WorkbookReader.Read(WorkbookPackage.Of("<row r='1'/>"), gone));
        Assert.Throws<OperationCanceledException>(() => WorkbookReader.Read(WorkbookPackage.Of(string.Empty, shared: "<si><t>a</t></si>"), gone));
    }

    private static WorkbookProblem? ProblemWith(params (string Name, string Text)[] parts) => WorkbookReader.Read(WorkbookPackage.With(WorkbookPackage.Of(string.Empty), parts), Stop).Problem;

    private static WorkbookSheet SheetOf(byte[] file)
    {
        var reading = WorkbookReader.Read(file, Stop);
        Assert.Null(reading.Problem);
        return reading.Content!.Sheets[0];
    }

    private static bool IsDate(string styles, string number) =>
        SheetOf(WorkbookPackage.Of($"<row r='1'><c r='A1' s='0'><v>{number}</v></c></row>", styles: styles)).Rows[0].Cells[0].Kind == CellKind.Date;
}
