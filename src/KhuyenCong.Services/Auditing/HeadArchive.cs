using System.Globalization;

namespace KhuyenCong.Services.Auditing;

/// <summary>Keeps the trail's head of each day in a file of its own, which is never written again.</summary>
/// <param name="folder">Best on a disk that the database's administrators cannot write to.</param>
public sealed class HeadArchive(string folder)
{
    private const string Ending = ".txt";

    public string Folder => folder;

    public bool Has(DateOnly day) => File.Exists(PlaceOf(day));

    /// <summary>Keeps the head of a day; when there is one already, that one stays.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task KeepAsync(DateOnly day, AuditHeadMark head, CancellationToken stop)
    {
        if (Has(day)) return;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllTextAsync(draft, head + "\n", stop);
            File.Move(draft, PlaceOf(day), overwrite: false);
        }
        catch (IOException) when (Has(day))
        {
            // Another node was faster; its head is as good.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Every exported head, the newest first.</summary>
    public async Task<IReadOnlyList<ExportedHead>> ReadAsync(CancellationToken stop)
    {
        if (!Directory.Exists(folder)) return [];
        List<ExportedHead> heads = [];
        foreach (var file in Directory.EnumerateFiles(folder, "????-??-??" + Ending).OrderDescending(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, stop);
            heads.Add(new ExportedHead(Path.GetFileNameWithoutExtension(file), AuditHeadMark.TryRead(text.Trim(), out var mark) ? mark : null));
        }

        return heads;
    }

    private string PlaceOf(DateOnly day) => Path.Combine(folder, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Ending);
}
