using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Services.Auditing;

/// <summary>Keeps heads of the trail outside the database, each in a file of its own, which is never written again.</summary>
/// <param name="folder">Best on a disk that the database's administrators cannot write to.</param>
/// <param name="seal">Signs the files.</param>
/// <param name="second">Another folder that gets the same files, on another machine where possible; null for none.</param>
public sealed class HeadArchive(string folder, AuditSeal seal, string? second = null)
{
    private const string Ending = ".txt";
    private const string Pattern = "????-??-??*" + Ending;

    private readonly byte[] _key = seal.Derive("audit-heads");

    // Replaced as a whole: several may read and write at once.
    private Known _known = new([], null);

    /// <summary>A head is kept at the latest after so many entries.</summary>
    public int EveryEntries { get; init; } = 500;

    /// <summary>The newest head kept; null when there is none.</summary>
    public async Task<ExportedHead?> NewestAsync(CancellationToken stop) => _known.Last ?? await LastAsync(stop);

    /// <summary>Keeps a head, naming the file before it. Reads what other nodes wrote since, and not again what it knows.</summary>
    /// <param name="moment">The moment in Vietnam.</param>
    /// <param name="head">The trail's head.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="IOException">A folder cannot be written.</exception>
    public async Task KeepAsync(DateTime moment, AuditHeadMark head, CancellationToken stop)
    {
        var last = await LastAsync(stop);
        var name = moment.ToString("yyyy-MM-ddTHHmmssfff", CultureInfo.InvariantCulture);
        var told = string.Create(CultureInfo.InvariantCulture, $"{head}\nordinal {(last?.Ordinal ?? 0) + 1}\nprevious {last?.FileHash ?? AuditSeal.Origin}\n");
        var text = told + "seal " + SealOf(name, told) + "\n";
        await WriteAsync(folder, name, text, stop);
        _known = new([.. _known.Names, name], Read(name, text));
        if (second is not null) await WriteAsync(second, name, text, stop);
    }

    /// <summary>Every exported head, the newest first.</summary>
    public Task<IReadOnlyList<ExportedHead>> ReadAsync(CancellationToken stop) => ReadAsync(null, stop);

    /// <summary>The newest exported heads.</summary>
    public Task<IReadOnlyList<ExportedHead>> ReadAsync(int? count, CancellationToken stop) => ReadAsync([], count, stop);

    private async Task<IReadOnlyList<ExportedHead>> ReadAsync(HashSet<string> but, int? count, CancellationToken stop)
    {
        var first = Files(folder);
        var gone = second is null ? [] : Files(second).Keys.Except(first.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        List<ExportedHead> heads = [];
        foreach (var name in first.Keys.Concat(gone).Except(but, StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal).Take(count ?? int.MaxValue))
        {
            var isGone = gone.Contains(name);
            var text = await File.ReadAllTextAsync(isGone ? Path.Combine(second!, name + Ending) : first[name], stop);
            heads.Add(Read(name, text) with { IsGoneFromFirst = isGone });
        }

        return heads;
    }

    // The clock may have been set back: the list goes on after its last file, whatever that one is called.
    private async Task<ExportedHead?> LastAsync(CancellationToken stop)
    {
        var (names, last) = _known;
        var others = await ReadAsync(names, null, stop);
        last = others.Concat(last is null ? [] : [last]).OrderByDescending(e => e.Ordinal ?? 0).ThenByDescending(e => e.Name, StringComparer.Ordinal).FirstOrDefault();
        _known = new([.. names, .. others.Select(e => e.Name)], last);
        return last;
    }

    private static Dictionary<string, string> Files(string place) => Directory.Exists(place)
        ? Directory.EnumerateFiles(place, Pattern).ToDictionary(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal)
        : [];

    private static async Task WriteAsync(string place, string name, string text, CancellationToken stop)
    {
        Directory.CreateDirectory(place);
        var draft = Path.Combine(place, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllTextAsync(draft, text, stop);
            File.Move(draft, Path.Combine(place, name + Ending), overwrite: false);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private ExportedHead Read(string name, string text)
    {
        var fileHash = AuditSeal.HashOf(text);
        var lines = text.Split('\n');
        var mark = AuditHeadMark.TryRead(lines[0].Trim(), out var read) ? read : null;
        if (name.Length == "2024-11-15".Length) return new ExportedHead(name, mark) { FileHash = fileHash };
        if (lines is not [_, ['o', 'r', 'd', 'i', 'n', 'a', 'l', ' ', .. var place], ['p', 'r', 'e', 'v', 'i', 'o', 'u', 's', ' ', .. var previous], ['s', 'e', 'a', 'l', ' ', .. var sealedBy], ""]
            || !long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
        {
            return new ExportedHead(name, mark) { FileHash = fileHash, IsGenuine = false };
        }

        var told = text[..(text.Length - "seal ".Length - sealedBy.Length - 1)];
        return new ExportedHead(name, mark) { Ordinal = ordinal, Previous = previous, FileHash = fileHash, IsGenuine = SealOf(name, told) == sealedBy };
    }

    private string SealOf(string name, string told) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name + "\n" + told)));

    /// <summary>What this process has read or written already, and the last file of that list.</summary>
    private sealed record Known(HashSet<string> Names, ExportedHead? Last);
}
