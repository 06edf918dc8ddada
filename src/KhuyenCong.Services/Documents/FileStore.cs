using System.Security.Cryptography;

namespace KhuyenCong.Services.Documents;

/// <summary>Keeps files by the hash of their content, outside the web root. The same content is kept once.</summary>
/// <param name="root">The folder of the store; made when missing.</param>
public sealed class FileStore(string root)
{
    /// <summary>Writes the content wholly, then gives it its name: a half-written file is never found.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal and the length in bytes.</returns>
    public async Task<(string Sha256, long Length)> AddAsync(Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(root);
        var draft = Path.Combine(root, $".{Guid.NewGuid():N}.tmp");
        try
        {
            long length;
            string hash;
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, useAsync: true))
            {
                await content.CopyToAsync(file, stop);
                file.Flush(flushToDisk: true);
                length = file.Length;
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
            }

            var place = PlaceOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);

            // Whoever keeps the same content at the same instant writes the same bytes: the later name wins.
            File.Move(draft, place, overwrite: true);
            return (hash, length);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Opens a kept file; null when the store does not hold it.</summary>
    public Stream? Open(string sha256)
    {
        var place = PlaceOf(sha256);
        return File.Exists(place) ? new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    /// <summary>Whether a text can name a kept file.</summary>
    public static bool IsHash(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigit);

    private string PlaceOf(string sha256) =>
        IsHash(sha256)
            ? Path.Combine(root, sha256[..2], sha256)
            : throw new ArgumentException("Not a SHA-256.", nameof(sha256));
}
