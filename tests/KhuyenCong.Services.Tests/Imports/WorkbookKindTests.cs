using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Files that are called workbooks: what they are is told, so that the office knows what to do; odd packages are read.</summary>
public class WorkbookKindTests
{
    private const string Good = "phu-luc-ke-hoach-2024-dot-1.xlsx";

    [Fact]
    public void An_open_document_is_told_as_such() => Assert.Equal(WorkbookProblem.OpenDocument, Read(WorkbookPackage.Zip(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<office:document-content xmlns:office='urn:x'/>"))).Problem);

    [Theory]
    [InlineData("<html><body><table><tr><td>STT</td></tr></table></body></html>")]
    [InlineData("\r\n <?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")]
    [InlineData("STT;Tên đề án;Kinh phí\n1;Hội chợ;100")]
    [InlineData("STT\tTên đề án\tKinh phí")]
    public void A_text_under_a_workbooks_name_is_told_as_such(string text)
    {
        Assert.Equal(WorkbookProblem.TextFile, Read(Encoding.UTF8.GetBytes(text)).Problem);
        Assert.Equal(WorkbookProblem.TextFile, Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Problem);
        Assert.Equal(WorkbookProblem.TextFile, Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]).Problem);
    }

    [Theory]
    [InlineData("%PDF-1.7; a, b")]
    [InlineData("{\\rtf1 a; b}")]
    [InlineData("một đoạn văn không có cột")]
    [InlineData("a;b\u0000\u0001")]
    public void What_is_no_table_either_is_no_workbook(string text) => Assert.Equal(WorkbookProblem.NotAWorkbook, Read(Encoding.UTF8.GetBytes(text)).Problem);

    [Fact]
    public void Parts_named_with_back_slashes_are_read_as_their_twins()
    {
        var file = AnnexFixture.Sample(Good);
        Assert.Equal(Texts(Read(file)), Texts(Read(Renamed(file, n => n.Replace('/', '\\')))));
        Assert.Equal(Texts(Read(file)), Texts(Read(Renamed(file, n => "/" + n))));
    }

    [Fact]
    public void Two_parts_that_would_have_one_name_are_damaged() => Assert.Equal(
        WorkbookProblem.Damaged, Read(WorkbookPackage.With(AnnexFixture.Sample(Good), ("xl\\workbook.xml", "<workbook/>"))).Problem);

    [Fact]
    public void Macros_hide_behind_no_back_slash() => Assert.Equal(WorkbookProblem.Macros, Read(WorkbookPackage.With(AnnexFixture.Sample(Good), ("xl\\vbaProject.bin", "x"))).Problem);

    [Fact]
    public void A_million_rows_with_a_format_and_no_value_are_read()
    {
        var watch = Stopwatch.StartNew();
        var reading = Read(WorkbookPackage.Of("<row r='1'><c r='A1'><v>5</v></c></row>" + Rows(2, 1_048_576, r => $"<row r='{r}' s='1' customFormat='1'/>")));
        Assert.Equal("5", Assert.Single(Assert.Single(reading.Content!.Sheets).Rows).Cells[0].Raw);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Empty_cells_do_not_count_as_values()
    {
        var reading = Read(WorkbookPackage.Of("<row r='1'><c r='A1'><v>5</v></c></row>" + Rows(2, 60_000, r => $"<row r='{r}'>{string.Concat(Enumerable.Range('A', 18).Select(c => $"<c r='{(char)c}{r}' s='1'/>"))}</row>")));
        Assert.Null(reading.Problem);
        Assert.Single(reading.Content!.Sheets[0].Rows);
    }

    [Fact]
    public void Far_too_many_empty_cells_are_refused_by_sheet_and_rows()
    {
        var reading = Read(With("<dimension ref='A1:D1048576'/><cols><col min='8' max='16384' hidden='1'/></cols>", "<row r='40'><c r='A40'><v>5</v></c></row>" + Rows(41, 700_000, r => $"<row r='{r}'><c r='A{r}' s='1'/><c r='B{r}' s='1'/></row>")));
        Assert.Equal(WorkbookProblem.TooManyEmptyCells, reading.Problem);
        Assert.Equal(
            "Trang tính «Một» có 1.048.536 dòng định dạng trống từ dòng 41; chọn các dòng đó, xóa rồi lưu lại. Trang tính có cột ẩn (H–XFD): hãy bỏ ẩn để kiểm tra.",
            AnnexTexts.Sentence(reading));
    }

    [Fact]
    public void Too_many_values_are_refused_by_sheet()
    {
        var reading = Read(WorkbookPackage.Of(Rows(1, WorkbookLimits.Rows + 1, r => $"<row r='{r}'><c r='A{r}'><v>{r}</v></c></row>")));
        Assert.Equal(WorkbookProblem.TooManyCells, reading.Problem);
        Assert.Contains("Trang tính «Một»", AnnexTexts.Sentence(reading), StringComparison.Ordinal);
    }

    private static byte[] With(string before, string rows) => WorkbookPackage.With(WorkbookPackage.Of(string.Empty), (
        "xl/worksheets/sheet1.xml", $"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>{before}<sheetData>{rows}</sheetData></worksheet>"));

    private static string Rows(int first, int last, Func<int, string> row)
    {
        var rows = new StringBuilder();
        for (var i = first; i <= last; i++) rows.Append(row(i));
        return rows.ToString();
    }

    private static byte[] Renamed(byte[] file, Func<string, string> name)
    {
        using var source = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var renamed = new MemoryStream();
        using (var target = new ZipArchive(renamed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(name(entry.FullName)).Open();
                from.CopyTo(to);
            }
        }

        return renamed.ToArray();
    }

    private static IEnumerable<string> Texts(WorkbookReading reading)
    {
        Assert.Null(reading.Problem);
        return reading.Content!.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Address} {c.Shown}"));
    }

    private static WorkbookReading Read(byte[] file) => WorkbookReader.Read(file, TestContext.Current.CancellationToken);
}
