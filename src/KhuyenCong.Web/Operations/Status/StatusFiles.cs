using System.Text.Json;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>
/// Small files beside the store that tell what ran last, whichever process ran it: the portal, a command, a timer of the
/// operating system. They are told, never believed: nothing is decided by them.
/// </summary>
/// <param name="folder">Usually .trang-thai in Storage:Root.</param>
public sealed class StatusFiles(string folder)
{
    /// <summary>Where the folder lies in Storage:Root.</summary>
    public const string FolderName = ".trang-thai";

    private const long Largest = 64 * 1024;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Replaces the file as a whole.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task WriteAsync<T>(string name, T record, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(record, Form), stop);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.Move(draft, PlaceOf(name), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The record; null when there is none, or none that can be read.</summary>
    public async Task<T?> ReadAsync<T>(string name, CancellationToken stop)
        where T : class
    {
        try
        {
            var file = new FileInfo(PlaceOf(name));
            if (!file.Exists || file.Length > Largest) return null;
            await using var stream = file.OpenRead();
            return await JsonSerializer.DeserializeAsync<T>(stream, Form, stop);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private string PlaceOf(string name) => Path.Combine(folder, name + ".json");
}
