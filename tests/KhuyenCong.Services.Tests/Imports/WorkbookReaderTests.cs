using System.Text;
using DocumentFormat.OpenXml;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class WorkbookReaderTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public void Cells_keep_their_kind_and_their_text()
    {
        var sheet = Read(new WorkbookBuilder()
            .Text("A1", "=cmd|' /C calc'!A0").Number("B1", "356.29999999999995").Day("C1", new DateOnly(2024, 5, 1))
            .Error("D1", "#REF!").Formula("E1", "SUM(B1)", "12").Formula("F1", "SUM(B1)", null)
            .Text("A3", "chữ", WorkbookBuilder.Legacy).Text("B3", "đậm", WorkbookBuilder.Bold).Hide(3).Merge("A3:C3")).Content!.Sheets[0];
        var cells = sheet.Rows[0].Cells;
        Assert.Equal(
            [CellKind.Text, CellKind.Number, CellKind.Date, CellKind.Error, CellKind.Number, CellKind.FormulaWithoutValue],
            cells.Select(c => c.Kind));
        Assert.Equal("=cmd|' /C calc'!A0", cells[0].Raw);
        Assert.Equal(356.29999999999995m, cells[1].Number);
        Assert.Equal(new DateOnly(2024, 5, 1), cells[2].Date);
        Assert.Equal("01/05/2024", cells[2].Shown);
        Assert.Equal(3, sheet.Rows[1].Number);
        Assert.True(sheet.Rows[1].Hidden);
        Assert.True(sheet.Rows[1].Cells[0].IsInLegacyFont);
        Assert.True(sheet.Rows[1].Cells[1].Bold);
        Assert.Equal(new MergedRange(new(3, 1), new(3, 3)), sheet.Merges.Single());
    }

    [Fact]
    public void A_file_that_is_no_workbook_says_what_it_is()
    {
        Assert.Equal(WorkbookProblem.Empty, Problem([]));
        Assert.Equal(WorkbookProblem.TextFile, Problem("STT;Tên đề án"u8.ToArray()));
        Assert.Equal(WorkbookProblem.NotAWorkbook, Problem("%PDF-1.7"u8.ToArray()));
        Assert.Equal(WorkbookProblem.Damaged, Problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        Assert.Equal(WorkbookProblem.NotAWorkbook, Problem(WorkbookPackage.Zip(("a.txt", "a"))));
        Assert.Equal(WorkbookProblem.Damaged, Problem("PK\u0003\u0004 rest"u8.ToArray()));
    }

    [Fact]
    public void Macros_are_refused_by_type_and_by_content()
    {
        Assert.Equal(WorkbookProblem.Macros, Problem(AnnexFixture.Small().Build(SpreadsheetDocumentType.MacroEnabledWorkbook)));
        Assert.Equal(WorkbookProblem.Macros, Problem(With("xl/vbaProject.bin", "x")));
    }

    [Fact]
    public void A_binary_workbook_is_refused() =>
        Assert.Equal(WorkbookProblem.BinaryWorkbook, Problem(WorkbookPackage.Zip(("[Content_Types].xml", "<Types><Override ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>"))));

    [Fact]
    public void A_workbook_cut_short_is_damaged_wherever_it_is_cut()
    {
        var file = AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx");
        for (var length = 4; length < file.Length; length += 97)
        {
            Assert.Equal(WorkbookProblem.Damaged, Problem(file[..length]));
        }
    }

    [Fact]
    public void Noise_in_a_workbook_never_throws()
    {
        var file = AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx");
        var random = new Random(20240205);
        for (var i = 0; i < 300; i++)
        {
            var broken = (byte[])file.Clone();
            for (var j = 0; j < 5; j++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var reading = WorkbookReader.Read(broken, Stop);
            Assert.True(reading.Content is null != reading.Problem is null);
        }
    }

    [Fact]
    public void Parts_that_are_not_well_formed_are_damaged()
    {
        Assert.Equal(WorkbookProblem.Damaged, Problem(With("xl/worksheets/sheet1.xml", "<worksheet><sheetData>")));
        Assert.Equal(WorkbookProblem.Damaged, Problem(With("xl/workbook.xml", "not xml")));
    }

    [Fact]
    public void A_document_type_is_refused() => Assert.Equal(
        WorkbookProblem.DocumentType,
        Problem(With("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")));

    [Fact]
    public void A_zip_bomb_is_refused_while_unpacking()
    {
        Assert.Equal(WorkbookProblem.UnpacksTooLarge, Problem(With("xl/media/image1.bin", new string('0', 8 * 1024 * 1024))));
        var many = Enumerable.Range(0, WorkbookLimits.Entries + 1).Select(i => ($"a{i}.bin", "a")).ToArray();
        Assert.Equal(WorkbookProblem.UnpacksTooLarge, Problem(WorkbookPackage.Zip(many)));
    }

    [Fact]
    public async Task A_file_over_ten_megabytes_is_not_read()
    {
        using var stream = new MemoryStream(new byte[WorkbookLimits.FileBytes + 1]);
        Assert.Equal(WorkbookProblem.TooLarge, (await WorkbookReader.ReadAsync(stream, Stop)).Problem);
    }

    [Fact]
    public void Too_many_rows_are_refused()
    {
        var rows = new StringBuilder("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>");
        var random = new Random(1);
        for (var i = 1; i <= WorkbookLimits.Rows + 1; i++) rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r='{i}'><c r='A{i}'><v>{random.Next()}</v></c></row>");
        Assert.Equal(WorkbookProblem.TooManyCells, Problem(With("xl/worksheets/sheet1.xml", rows.Append("</sheetData></worksheet>").ToString())));
    }

    [Fact]
    public void Every_problem_is_a_sentence() =>
        Assert.All(Enum.GetValues<WorkbookProblem>(), p => Assert.EndsWith(".", AnnexTexts.Sentence(p), StringComparison.Ordinal));

    private static WorkbookReading Read(WorkbookBuilder workbook) => WorkbookReader.Read(workbook.Build(), Stop);

    private static WorkbookProblem? Problem(byte[] file)
    {
        var reading = WorkbookReader.Read(file, Stop);
        Assert.Null(reading.Content);
        return reading.Problem;
    }

    /// <summary>The good sample with one part replaced or added.</summary>
    private static byte[] With(string part, string text) => WorkbookPackage.With(AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx"), (part, text));
}
