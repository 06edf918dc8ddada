using System.Security.Cryptography;

namespace KhuyenCong.Services.Documents;

/// <summary>Keeps files by the hash of their content, outside the web root. The same content is kept once.</summary>
/// <param name="root">The folder of the store; made when missing.</param>
public sealed class FileStore(string root)
{
    private const string AsidePrefix = ".bo-di-";

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

    /// <summary>The hashes of files that were last written before a moment (UTC).</summary>
    public IEnumerable<string> KeptBefore(DateTime moment) => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root, "??").SelectMany(Directory.EnumerateFiles)
            .Where(file => IsHash(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < moment).Select(file => Path.GetFileName(file))
        : [];

    /// <summary>Takes a file out of the store without losing it, unless it was given anew since that moment (UTC).</summary>
    /// <returns>Whether the file was set aside.</returns>
    public bool SetAside(string sha256, DateTime moment)
    {
        var (place, aside) = (PlaceOf(sha256), Path.Combine(root, AsidePrefix + sha256));
        if (!File.Exists(place)) return false;
        File.Move(place, aside, overwrite: true);

        // Asked after the move: an upload of the same content may have come in between, and counts on its file.
        if (File.GetLastWriteTimeUtc(aside) >= moment)
        {
            File.Move(aside, place, overwrite: true);
            return false;
        }

        File.SetLastWriteTimeUtc(aside, TimeProvider.System.GetUtcNow().UtcDateTime);
        return true;
    }

    /// <summary>Removes what was set aside before a moment (UTC).</summary>
    public int RemoveSetAside(DateTime moment) => Remove(AsidePrefix + "*", moment);

    /// <summary>Removes drafts that nobody has written to since a moment (UTC).</summary>
    public int RemoveDrafts(DateTime moment) => Remove(".*.tmp", moment);

    /// <summary>Whether a text can name a kept file.</summary>
    public static bool IsHash(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigit);

    private int Remove(string pattern, DateTime moment)
    {
        if (!Directory.Exists(root)) return 0;
        var old = Directory.EnumerateFiles(root, pattern).Where(file => File.GetLastWriteTimeUtc(file) < moment).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    private string PlaceOf(string sha256) =>
        IsHash(sha256)
            ? Path.Combine(root, sha256[..2], sha256)
            : throw new ArgumentException("Not a SHA-256.", nameof(sha256));
}
