using System.Security.Cryptography;
using System.Text.Json;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>The list of a backup's files with their hashes, written last: a backup without it is not whole.</summary>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Files">Path inside the backup, with "/" → SHA-256 in lower-case hexadecimal.</param>
internal sealed record BackupManifest(DateTime CreatedAt, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = "manifest.json";
    public const string Database = "khuyencong.db";
    public const string Storage = "kho";
    public const string Heads = "dau-nhat-ky";

    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true };

    public static async Task WriteAsync(string folder, DateTime createdAt, CancellationToken stop)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = await HashAsync(file, stop);
        }

        await using var stream = File.Create(Path.Combine(folder, FileName));
        await JsonSerializer.SerializeAsync(stream, new BackupManifest(createdAt, files), Writing, stop);
    }

    /// <exception cref="StartException">The backup is not whole: no list, or a file is missing or differs.</exception>
    public static async Task<BackupManifest> ReadCheckedAsync(string folder, CancellationToken stop)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new StartException($"thư mục {folder} không có {FileName}: không phải bản sao lưu trọn vẹn.");
        BackupManifest manifest;
        try
        {
            await using var stream = File.OpenRead(path);
            manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, cancellationToken: stop) ?? throw new JsonException();
        }
        catch (JsonException failure)
        {
            throw new StartException($"không đọc được {path}.", failure);
        }

        var broken = new List<string>();
        foreach (var (name, hash) in manifest.Files)
        {
            var file = Path.GetFullPath(Path.Combine(folder, name));
            var inside = file.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            if (!inside || !File.Exists(file) || await HashAsync(file, stop) != hash) broken.Add(name);
        }

        if (!manifest.Files.ContainsKey(Database)) broken.Add(Database);
        return broken.Count == 0 ? manifest : throw new StartException("bản sao lưu hỏng, thiếu hoặc sai tệp: " + string.Join(", ", broken.Take(20)) + ".");
    }

    private static async Task<string> HashAsync(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }
}
