using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Documents;

/// <summary>Checks given files by their content, has them scanned, keeps them in the store, and makes the document row (not yet saved).</summary>
public sealed class DocumentIntake(FileStore store, IFileScanner scanner, TimeProvider clock)
{
    /// <summary>Largest PDF taken, in bytes (20 MB).</summary>
    public const long MaxPdfLength = 20 * 1024 * 1024;

    public const string Pdf = "application/pdf";

    internal const string Jpeg = "image/jpeg";

    internal const string Png = "image/png";

    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal const string OldWorkbook = "application/vnd.ms-excel";

    private const string TooLarge = "Tệp lớn hơn 20 MB; quét lại với độ phân giải thấp hơn rồi chọn lại.";

    private static readonly (byte[] Bytes, string? Type)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), Pdf),
        ([0xFF, 0xD8, 0xFF], Jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Png),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OldWorkbook),
    ];

    /// <summary>What is wrong with a file that should be a PDF of at most 20 MB, as a sentence; null when nothing is.</summary>
    public async Task<string?> WhyNotPdfAsync(FileUpload upload, CancellationToken stop)
    {
        if (upload.Length == 0) return "Tệp trống; chọn tệp PDF khác.";
        if (upload.Length > MaxPdfLength) return TooLarge;
        return await TypeAsync(upload.Content, stop) == Pdf ? await WhyNotSoundAsync(upload, Pdf, stop) : "Tệp này không phải PDF; chọn bản PDF đã ký.";
    }

    /// <summary>What is wrong with evidence or a paper, a PDF, JPG or PNG of at most 20 MB; null when nothing is.</summary>
    public async Task<string?> WhyNotEvidenceAsync(FileUpload upload, CancellationToken stop)
    {
        if (upload.Length == 0) return "Tệp trống; chọn tệp khác.";
        if (upload.Length > MaxPdfLength) return TooLarge;
        return await TypeAsync(upload.Content, stop) is { } type and not OldWorkbook ? await WhyNotSoundAsync(upload, type, stop) : "Tệp này không phải PDF, JPG hay PNG; chọn tệp khác.";
    }

    /// <summary>What a scanner has against a workbook, asked before anything is read of it; whether it is one is the reader's to tell.</summary>
    public async Task<string?> WhyNotWorkbookAsync(FileUpload upload, CancellationToken stop)
    {
        if (upload.Length > WorkbookLimits.FileBytes) return AnnexTexts.Sentence(WorkbookProblem.TooLarge);
        return await WhyNotSoundAsync(upload, await TypeAsync(upload.Content, stop) == OldWorkbook ? OldWorkbook : Workbook, stop);
    }

    /// <summary>Keeps a file that one of the questions above has nothing against.</summary>
    /// <exception cref="InvalidOperationException">None of them was asked: that is a bug, and nothing is kept.</exception>
    public async Task<Document> KeepAsync(FileUpload upload, Actor actor, CancellationToken stop)
    {
        var type = upload.CheckedType ?? throw new InvalidOperationException("The file was not looked at.");
        var name = StoredName.Of(upload.Name, type);
        upload.Content.Position = 0;
        var (sha256, length) = await store.AddAsync(upload.Content, stop);
        return new Document
        {
            FileName = name, ContentType = type, Length = length, Sha256 = sha256,
            AddedById = actor.UserId ?? throw new ArgumentException("Only a person adds documents.", nameof(actor)),
            AddedAt = clock.NowUtc(),
        };
    }

    // No scanner's word, no file: what nobody looked at is not kept.
    private async Task<string?> WhyNotSoundAsync(FileUpload upload, string type, CancellationToken stop)
    {
        upload.Content.Position = 0;
        var verdict = await scanner.ScanAsync(upload.Content, stop);
        upload.Content.Position = 0;
        upload.CheckedType = verdict == ScanVerdict.Clean ? type : null;
        return verdict switch
        {
            ScanVerdict.Clean => null,
            ScanVerdict.Infected => $"Tệp «{StoredName.Shown(upload.Name)}» có mã độc nên không được nhận. Anh/chị đừng mở tệp này, báo quản trị và chọn bản khác.",
            ScanVerdict.Unknown => $"Chưa quét được tệp «{StoredName.Shown(upload.Name)}» nên chưa nhận. Anh/chị thử lại sau ít phút; vẫn gặp thì báo quản trị.",
        };
    }

    // By the signature bytes, whatever the name says.
    private static async Task<string?> TypeAsync(Stream content, CancellationToken stop)
    {
        content.Position = 0;
        var head = new byte[8];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
        return Signatures.FirstOrDefault(s => head.AsSpan(0, read).StartsWith(s.Bytes)).Type;
    }
}
