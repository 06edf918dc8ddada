using System.Text.Json;

namespace KhuyenCong.Web.Operations;

/// <summary>
/// A small file in the store that says: there was a database here. Without it a lost database would be taken for a first
/// start, and an empty one made in its place.
/// </summary>
internal static class StoreMarker
{
    public const string FileName = ".khuyencong.json";

    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true };

    public static string PlaceIn(string storageRoot) => Path.Combine(storageRoot, FileName);

    public static bool IsIn(string storageRoot) => File.Exists(PlaceIn(storageRoot));

    /// <summary>Marks the store; a mark that is there stays.</summary>
    public static async Task SetAsync(string storageRoot, string database, CancellationToken stop)
    {
        if (IsIn(storageRoot)) return;
        Directory.CreateDirectory(storageRoot);
        var draft = Path.Combine(storageRoot, $".{Guid.NewGuid():N}.tmp");
        var mark = new Mark(Guid.NewGuid(), TimeProvider.System.GetUtcNow().UtcDateTime, database);
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(mark, Writing), stop);
        File.Move(draft, PlaceIn(storageRoot), overwrite: true);
    }

    /// <param name="Installation">Tells installations apart.</param>
    /// <param name="MadeAt">UTC.</param>
    /// <param name="Database">The provider and the name of the database, for who reads the file.</param>
    private sealed record Mark(Guid Installation, DateTime MadeAt, string Database);
}
