using System.IO.Compression;
using System.Text;
using System.Xml;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>
/// Looks at an untrusted package before the Open XML library does: every part is unpacked once against the
/// limits (headers may lie about sizes) and every XML part is parsed once without document types.
/// </summary>
internal static class WorkbookGuard
{
    /// <summary>Why the file is not read; null when it may be.</summary>
    public static WorkbookReading? Check(byte[] file)
    {
        var extents = new SheetExtents();
        if (Problem(file, extents) is not { } problem) return null;
        return WorkbookReading.Failed(problem) with { Excess = problem is WorkbookProblem.TooManyCells or WorkbookProblem.TooManyEmptyCells ? extents.Last(file) : null };
    }

    private static WorkbookProblem? Problem(byte[] file, SheetExtents extents)
    {
        if (file.Length == 0) return WorkbookProblem.Empty;
        if (!file.AsSpan().StartsWith("PK"u8)) return IsText(file) ? WorkbookProblem.TextFile : WorkbookProblem.NotAWorkbook;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > WorkbookLimits.Entries) return WorkbookProblem.UnpacksTooLarge;
            return CheckEntries(archive, extents) ?? CheckKind(archive);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return WorkbookProblem.Damaged;
        }
        catch (XmlException e)
        {
            return e.Message.Contains("DTD", StringComparison.Ordinal) ? WorkbookProblem.DocumentType : WorkbookProblem.Damaged;
        }
        catch (UnpackedTooMuchException)
        {
            return extents.IsMostlyEmpty ? WorkbookProblem.TooManyEmptyCells : WorkbookProblem.UnpacksTooLarge;
        }
    }

    private static WorkbookProblem? CheckEntries(ZipArchive archive, SheetExtents extents)
    {
        var left = WorkbookLimits.UnpackedBytes;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted) return WorkbookProblem.Encrypted;
            using var unpacked = new LimitedStream(entry.Open(), left, entry.CompressedLength);
            if (IsXml(entry.FullName))
            {
                using var xml = XmlReader.Create(unpacked, new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = WorkbookLimits.UnpackedBytes,
                });
                extents.Begin(entry.FullName);
                while (xml.Read())
                {
                    if (xml.Depth > 200) return WorkbookProblem.Damaged;
                    if (xml.NodeType == XmlNodeType.Element && extents.Look(xml) is { } problem) return problem;
                }
            }

            while (unpacked.Read(buffer, 0, buffer.Length) > 0)
            {
                // Read to the end only to count.
            }

            left -= unpacked.Count;
        }

        return null;
    }

    private static WorkbookProblem? CheckKind(ZipArchive archive)
    {
        var types = archive.Entries.FirstOrDefault(e => PartNames.Repaired(e.FullName) == "[Content_Types].xml");
        if (types is null) return IsOpenDocument(archive) ? WorkbookProblem.OpenDocument : WorkbookProblem.NotAWorkbook;
        using var stream = types.Open();
        using var reader = new StreamReader(stream);
        var content = reader.ReadToEnd();
        if (content.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase)) return WorkbookProblem.BinaryWorkbook;
        var hasMacros = content.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            || content.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        if (hasMacros) return WorkbookProblem.Macros;
        return content.Contains("spreadsheetml.sheet.main+xml", StringComparison.OrdinalIgnoreCase)
            || content.Contains("spreadsheetml.template.main+xml", StringComparison.OrdinalIgnoreCase)
            ? null
            : WorkbookProblem.NotAWorkbook;
    }

    private static bool IsOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { } type) return false;
        using var reader = new StreamReader(type.Open());
        return reader.ReadToEnd().StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal);
    }

    // A page, an XML text, or lines of values: what programs export as «Excel» and Excel itself opens.
    private static bool IsText(byte[] file)
    {
        var isWide = file is [0xFF, 0xFE, ..];
        var head = (isWide ? Encoding.Unicode : Encoding.UTF8).GetString(file, 0, Math.Min(file.Length, 2_000)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (head.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'))) return false;
        return head.StartsWith('<') || (!head.StartsWith('%') && !head.StartsWith('{') && head.AsSpan().IndexOfAny(";,\t") >= 0);
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private sealed class UnpackedTooMuchException : Exception;

    private sealed class LimitedStream(Stream inner, long left, long packed) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            if (Count > left) throw new UnpackedTooMuchException();
            if (Count > WorkbookLimits.RatioFromBytes && Count > Math.Max(1, packed) * WorkbookLimits.Ratio)
            {
                throw new UnpackedTooMuchException();
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
