using System.IO.Compression;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>Copies a package with one given time on all its parts, where the library would put the clock's.</summary>
internal static class FixedZip
{
    public static void Copy(Stream from, Stream to, DateTime utc)
    {
        using var source = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in source.Entries)
        {
            var copy = target.CreateEntry(part.FullName);
            copy.LastWriteTime = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified), TimeSpan.Zero);
            using var input = part.Open();
            using var output = copy.Open();
            input.CopyTo(output);
        }
    }
}
