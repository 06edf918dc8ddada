using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Notes;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>An annex handed out with its findings: it opens again, means the same, and what a person wrote in it stays.</summary>
public sealed class AnnexNotesTests : IAsyncLifetime
{
    private const string Faulty = "phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx";

    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Fixtures", "annex-cases");

    private AnnexDesk _desk = null!;

    public static TheoryData<string> Files =>
    [
        Path.Combine("..", Faulty), Path.Combine("..", "xls", Path.ChangeExtension(Faulty, ".xls")),
        .. new[] { "c11-cot-an", "r14-gach-ngang-dong", "r16-gach-ngang-so-cu-ca-ba", "u12-dinh-dang-trieu", "v1-ngay-tu-doi", "v11-so-le-hien-tron", "v17-chu-trang", "f4-tcvn3-toan-bo", "x4-nhieu-trang" }
            .SelectMany(n => new[] { n + ".xlsx", Path.Combine("..", "xls", n + ".xls") }),
        "x1-strict.xlsx", "x16-ghi-chu-o.xlsx", "x10-lien-ket-ngoai.xlsx", "x9-chi-doc-bao-ve.xlsx", "x3-x-prefix-khong-r.xlsx",
    ];

    public async ValueTask InitializeAsync() => _desk = await AnnexDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_with_notes_means_the_same_when_it_is_uploaded_again(string path)
    {
        var file = await File.ReadAllBytesAsync(Path.Combine(Cases, path), TestContext.Current.CancellationToken);
        var document = await _desk.UploadAsync(file);
        var before = (await _desk.PreviewAsync(document)).Value;

        var noted = await NotedAsync(document);
        var again = await _desk.UploadAsync(noted);

        Assert.Equal(Findings(before.Preview), Findings((await _desk.PreviewAsync(again)).Value.Preview));
        Assert.Equal(Findings(before.Preview), Listed(noted));
        Assert.Empty(Errors(noted).Except(Errors(file)));
        Assert.Equal(Findings(before.Preview), Listed(await NotedAsync(again)));
    }

    [Fact]
    public async Task Each_finding_with_a_cell_stands_at_it_under_the_portals_name()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Faulty));
        var preview = (await _desk.PreviewAsync(document)).Value.Preview;
        var cells = preview.Faults.Concat(preview.Warnings).Concat(preview.Consequences).Where(p => p.Cell is not null).Select(p => p.Cell.ToString()!).ToHashSet(StringComparer.Ordinal);

        using var opened = Open(await NotedAsync(document));
        var part = opened.WorkbookPart!.WorksheetParts.Single(p => p.WorksheetCommentsPart is not null);
        var comments = part.WorksheetCommentsPart!.Comments!;
        Assert.Equal(cells, comments.CommentList!.Elements<Comment>().Select(c => c.Reference!.Value!).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(["Cổng khuyến công"], comments.Authors!.Elements<Author>().Select(a => a.Text));
        Assert.All(comments.CommentList!.Elements<Comment>(), c => Assert.Matches("^(Lỗi|Cảnh báo|Hệ quả): [^Ô]", c.InnerText));
        Assert.Single(part.VmlDrawingParts);
        Assert.NotNull(part.Worksheet!.GetFirstChild<LegacyDrawing>());
    }

    [Fact]
    public async Task A_comment_of_a_person_stays_and_gets_ours_below_once()
    {
        var workbook = AnnexFixture.Small().Line(5, 1, 1, "Hội chợ", "Huyện Ea Kar", "05/2024", 100, "sáu mươi", 40, null).Build();
        using var commented = new MemoryStream();
        commented.Write(workbook);
        using (var document = SpreadsheetDocument.Open(commented, isEditable: true))
        {
            document.WorkbookPart!.WorksheetParts.First().AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
                new Authors(new Author("Chị Hoa")), new CommentList(
                    new Comment(new CommentText(new Text("Hỏi lại trung tâm"))) { Reference = "F5", AuthorId = 0 }, new Comment(new CommentText(new Text("Đã gọi"))) { Reference = "B5", AuthorId = 0 }));
        }

        var first = await NotedAsync(await _desk.UploadAsync(commented.ToArray()));
        var second = await NotedAsync(await _desk.UploadAsync(first));

        Assert.Equal(Comments(first), Comments(second));
        Assert.Equal("Đã gọi", Comments(first)["B5"]);
        Assert.Matches("^Hỏi lại trung tâm\nCổng khuyến công: Lỗi: số tiền «sáu mươi»[^\n]*$", Comments(first)["F5"]);
        Assert.Empty(Errors(first));
    }

    [Fact]
    public async Task What_stands_in_the_annex_never_becomes_a_formula()
    {
        var noted = await NotedAsync(await _desk.UploadAsync(AnnexFixture.Small().Line(5, 1, 1, "Hội chợ", "Huyện Ea Kar", "05/2024", 100, "=cmd|' /C calc'!A0", 40, null).Build()));
        using var opened = Open(noted);
        Assert.All(opened.WorkbookPart!.WorksheetParts, p => Assert.Empty(p.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public async Task Only_who_uploaded_it_gets_it()
    {
        var document = await _desk.UploadAsync(AnnexFixture.Sample(Faulty));
        var other = await _desk.Portal.PersonAsync("Người khác", Domain.People.Role.Division);
        var reader = await _desk.Portal.PersonAsync("Kế toán", Domain.People.Role.Accountant);

        Assert.Equal(Outcome.NotFound, (await OpenAsync(document, other)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await OpenAsync(document, reader)).Outcome);
        Assert.Equal("phu-luc - ghi chú.xlsx", (await OpenAsync(document, _desk.Clerk)).Value.FileName);
    }

    private static List<string> Findings(AnnexPreview preview) =>
    [
        .. preview.Faults.Select(f => $"Lỗi {AnnexTexts.Sentence(f)}"), .. preview.Consequences.Select(f => $"Hệ quả {AnnexTexts.Sentence(f)}"), .. preview.Warnings.Select(f => $"Cảnh báo {AnnexTexts.Sentence(f)}"),
    ];

    private static List<string> Listed(byte[] file)
    {
        using var document = Open(file);
        var sheet = document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name?.Value?.StartsWith("Kết quả kiểm tra", StringComparison.Ordinal) == true);
        var rows = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Row>().Skip(2);
        return [.. rows.Select(r => string.Join(' ', r.Elements<Cell>().Skip(1).Select(c => c.InnerText)))];
    }

    private static Dictionary<string, string> Comments(byte[] file)
    {
        using var document = Open(file);
        return document.WorkbookPart!.WorksheetParts.Single(p => p.WorksheetCommentsPart is not null).WorksheetCommentsPart!.Comments!.CommentList!.Elements<Comment>()
            .ToDictionary(c => c.Reference!.Value!, c => c.InnerText, StringComparer.Ordinal);
    }

    private static List<string> Errors(byte[] file)
    {
        if (file is [0xD0, ..]) return [];
        using var document = Open(file);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"))];
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private async Task<byte[]> NotedAsync(int document)
    {
        using var copy = new MemoryStream();
        await (await OpenAsync(document, _desk.Clerk)).Value.Content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private Task<Result<DocumentDownload>> OpenAsync(int document, Domain.People.Actor actor) =>
        _desk.Portal.UseAsync((AnnexNotesService s) => s.OpenAsync(actor, document, new NewPlanRequest(), TestContext.Current.CancellationToken));
}
