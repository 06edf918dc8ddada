using System.Text.Json;

namespace KhuyenCong.Web.Operations;

/// <summary>Keeps the record of the last backup in the store, where the running portal can show it.</summary>
/// <param name="storageRoot">The store.</param>
public sealed class BackupRecords(string storageRoot)
{
    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true };

    private string Place => Path.Combine(storageRoot, ".sao-luu.json");

    /// <summary>The last backup; null when none is known.</summary>
    public async Task<BackupRecord?> ReadAsync(CancellationToken stop)
    {
        if (!File.Exists(Place)) return null;
        try
        {
            await using var stream = File.OpenRead(Place);
            return await JsonSerializer.DeserializeAsync<BackupRecord>(stream, cancellationToken: stop);
        }
        catch (Exception failure) when (failure is JsonException or IOException)
        {
            return null;
        }
    }

    public async Task WriteAsync(BackupRecord record, CancellationToken stop)
    {
        Directory.CreateDirectory(storageRoot);
        var draft = Path.Combine(storageRoot, $".{Guid.NewGuid():N}.tmp");
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(record, Writing), stop);
        File.Move(draft, Place, overwrite: true);
    }
}
