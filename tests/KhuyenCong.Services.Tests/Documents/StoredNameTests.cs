using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using Xunit;

namespace KhuyenCong.Services.Tests.Documents;

/// <summary>A stored file ends as its content does, whatever it was called.</summary>
public sealed class StoredNameTests : IDisposable
{
    private const string Jpeg = "image/jpeg";

    private readonly string _root = Directory.CreateTempSubdirectory("khuyencong-ten-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("QĐ 38.pdf", "QĐ 38.pdf")]
    [InlineData("QĐ 38.PDF", "QĐ 38.pdf")]
    [InlineData("x.html", "x.html.pdf")]
    [InlineData("x.pdf.exe", "x.pdf.exe.pdf")]
    [InlineData("x.html.pdf", "x.html.pdf")]
    [InlineData("x.svg", "x.svg.pdf")]
    [InlineData("x.pdf ", "x.pdf")]
    [InlineData("x.pdf.", "x.pdf")]
    [InlineData("x.", "x.pdf")]
    [InlineData(".pdf", "tep.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("..", "tep.pdf")]
    [InlineData("", "tep.pdf")]
    [InlineData("   ", "tep.pdf")]
    [InlineData("QĐ số 38.QĐ-SCT", "QĐ số 38.QĐ-SCT.pdf")]
    [InlineData("Công văn 12.2024", "Công văn 12.2024.pdf")]
    [InlineData("hoa-don\u202efdp.exe", "hoa-donfdp.exe.pdf")]
    [InlineData("a\u2066b\u2069\u200f\u200bc.pdf", "abc.pdf")]
    [InlineData("..\\..\\windows\\system.ini", "system.ini.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf")]
    [InlineData("a\u0000.exe", "a.exe.pdf")]
    [InlineData("a\"; filename=b.exe", "a filename=b.exe.pdf")]
    [InlineData("a%0d%0ab.htm", "a0d0ab.htm.pdf")]
    [InlineData("Quye\u0302\u0301t đi\u0323nh.pdf", "Quyết định.pdf")]
    public async Task A_pdf_is_called_pdf(string given, string kept) => Assert.Equal(kept, (await KeepAsync(given, "%PDF-1.7"u8.ToArray(), DocumentIntake.Pdf)).FileName);

    [Theory]
    [InlineData("ảnh.jpeg", "ảnh.jpeg")]
    [InlineData("ảnh.JPG", "ảnh.jpg")]
    [InlineData("ảnh.png", "ảnh.png.jpg")]
    [InlineData("ảnh.html", "ảnh.html.jpg")]
    [InlineData("ảnh", "ảnh.jpg")]
    public async Task A_picture_is_called_by_its_own_kind(string given, string kept) => Assert.Equal(kept, (await KeepAsync(given, [0xFF, 0xD8, 0xFF, 0xE0], Jpeg)).FileName);

    [Theory]
    [InlineData(300)]
    [InlineData(4_000)]
    public async Task A_long_name_loses_its_end_by_whole_letters_and_keeps_its_kind(int letters)
    {
        // A letter outside the basic plane and one of several marks: half of either would be none.
        var name = (await KeepAsync(string.Concat(Enumerable.Repeat("𠮷a\u0335", letters)) + ".html", "%PDF-1.7"u8.ToArray(), DocumentIntake.Pdf)).FileName;
        Assert.InRange(name.Length, 150, 205);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(name[^5]));
    }

    [Fact]
    public async Task A_type_that_is_not_taken_has_no_name() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => KeepAsync("x.html", "<html>"u8.ToArray(), "text/html"));

    private async Task<Domain.Documents.Document> KeepAsync(string name, byte[] content, string type)
    {
        await using var stream = new MemoryStream(content);
        var person = new Actor(1, "Trần Thị Bình", new HashSet<string>(StringComparer.Ordinal));
        var (intake, upload) = (new DocumentIntake(new FileStore(_root), new NoScanner(), TimeProvider.System), new FileUpload(name, content.Length, stream));
        await intake.WhyNotEvidenceAsync(upload, TestContext.Current.CancellationToken);
        var document = await intake.KeepAsync(upload, person, TestContext.Current.CancellationToken);
        Assert.Equal(type, document.ContentType);
        return document;
    }
}
