using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Documents;

/// <summary>Checks given files by their content, keeps them in the store, and makes the document row (not yet saved).</summary>
public sealed class DocumentIntake(FileStore store, TimeProvider clock)
{
    /// <summary>Largest PDF taken, in bytes (20 MB).</summary>
    public const long MaxPdfLength = 20 * 1024 * 1024;

    public const string Pdf = "application/pdf";

    internal const string Jpeg = "image/jpeg";

    internal const string Png = "image/png";

    internal const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (byte[] Bytes, string? Type)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), Pdf),
        ([0xFF, 0xD8, 0xFF], Jpeg),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Png),
    ];

    /// <summary>Takes a PDF of at most 20 MB, known by its signature bytes, whatever its name says.</summary>
    /// <param name="field">The request's field that errors are told about.</param>
    /// <param name="upload">The file.</param>
    /// <param name="actor">Who adds it; a person.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<Document>> TakePdfAsync(string field, FileUpload upload, Actor actor, CancellationToken stop)
    {
        return await WhyNotPdfAsync(upload, stop) is { } problem ? Failure.Invalid(field, problem) : await KeepAsync(upload, Pdf, actor, stop);
    }

    /// <summary>What is wrong with a file that should be a PDF of at most 20 MB, as a sentence; null when nothing is.</summary>
    public static async Task<string?> WhyNotPdfAsync(FileUpload upload, CancellationToken stop)
    {
        if (upload.Length == 0) return "Tệp trống; chọn tệp PDF khác.";
        if (upload.Length > MaxPdfLength) return "Tệp lớn hơn 20 MB; quét lại với độ phân giải thấp hơn rồi chọn lại.";
        return await IsPdfAsync(upload.Content, stop) ? null : "Tệp này không phải PDF; chọn bản PDF đã ký.";
    }

    /// <summary>What is wrong with the evidence of a money entry, a PDF, JPG or PNG of at most 20 MB; null when nothing is.</summary>
    public static async Task<string?> WhyNotEvidenceAsync(FileUpload upload, CancellationToken stop)
    {
        if (upload.Length == 0) return "Tệp trống; chọn tệp khác.";
        if (upload.Length > MaxPdfLength) return "Tệp lớn hơn 20 MB; quét lại với độ phân giải thấp hơn rồi chọn lại.";
        return await TypeAsync(upload.Content, stop) is null ? "Tệp này không phải PDF, JPG hay PNG; chọn tệp khác." : null;
    }

    /// <summary>Keeps evidence that <see cref="WhyNotEvidenceAsync"/> has nothing against.</summary>
    public async Task<Document> KeepEvidenceAsync(FileUpload upload, Actor actor, CancellationToken stop) =>
        await KeepAsync(upload, await TypeAsync(upload.Content, stop) ?? throw new ArgumentException("Neither PDF nor picture.", nameof(upload)), actor, stop);

    /// <summary>Keeps a file whose content has been checked by the caller.</summary>
    public async Task<Document> KeepAsync(FileUpload upload, string contentType, Actor actor, CancellationToken stop)
    {
        var name = StoredName.Of(upload.Name, contentType);
        upload.Content.Position = 0;
        var (sha256, length) = await store.AddAsync(upload.Content, stop);
        return new Document
        {
            FileName = name, ContentType = contentType, Length = length, Sha256 = sha256,
            AddedById = actor.UserId ?? throw new ArgumentException("Only a person adds documents.", nameof(actor)),
            AddedAt = clock.NowUtc(),
        };
    }

    private static async Task<bool> IsPdfAsync(Stream content, CancellationToken stop) => await TypeAsync(content, stop) == Pdf;

    // By the signature bytes, whatever the name says.
    private static async Task<string?> TypeAsync(Stream content, CancellationToken stop)
    {
        content.Position = 0;
        var head = new byte[8];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
        return Signatures.FirstOrDefault(s => head.AsSpan(0, read).StartsWith(s.Bytes)).Type;
    }
}
