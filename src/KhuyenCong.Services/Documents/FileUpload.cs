namespace KhuyenCong.Services.Documents;

/// <summary>A file as a user gave it.</summary>
/// <param name="Name">The name it had on the user's machine; only its last part is kept.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Content">Seekable content.</param>
public sealed record FileUpload(string Name, long Length, Stream Content)
{
    /// <summary>What the content was found to be, and a scanner had nothing against; null until <see cref="DocumentIntake"/> has looked.</summary>
    internal string? CheckedType { get; set; }
}
