using System.IO.Compression;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>Names of parts as some exporters write them: with the back-slashes of Windows, or a slash before.</summary>
internal static class PartNames
{
    /// <summary>The file with names as the format has them, packed anew; as it is when they are so. It was measured before.</summary>
    /// <exception cref="InvalidDataException">Two parts would have one name.</exception>
    public static byte[] Repaired(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.All(e => Repaired(e.FullName) == e.FullName)) return file;
        if (archive.Entries.DistinctBy(e => Repaired(e.FullName), StringComparer.OrdinalIgnoreCase).Count() < archive.Entries.Count) throw new InvalidDataException();
        using var repaired = new MemoryStream();
        using (var target = new ZipArchive(repaired, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(Repaired(entry.FullName), CompressionLevel.Fastest).Open();
                from.CopyTo(to);
            }
        }

        return repaired.ToArray();
    }

    /// <summary>The name of a part as the format has it.</summary>
    public static string Repaired(string name) => name.Replace('\\', '/').TrimStart('/');
}
