namespace KhuyenCong.Domain.Documents;

/// <summary>A stored file, addressed by its content.</summary>
public class Document : IAppendOnly
{
    public int Id { get; init; }

    /// <summary>The name the file had when it was given, for downloads.</summary>
    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal; also where the store keeps it.</summary>
    public required string Sha256 { get; init; }

    public required int AddedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }
}
