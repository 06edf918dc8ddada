using System.IO.Compression;
using System.Xml;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>
/// Looks at an untrusted package before the Open XML library does: every part is unpacked once against the
/// limits (headers may lie about sizes) and every XML part is parsed once without document types.
/// </summary>
internal static class WorkbookGuard
{
    private static readonly byte[] OleSignature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static WorkbookProblem? Check(byte[] file)
    {
        if (file.Length == 0) return WorkbookProblem.Empty;
        if (file.AsSpan().StartsWith(OleSignature)) return WorkbookProblem.EncryptedOrOld;
        if (!file.AsSpan().StartsWith("PK"u8)) return WorkbookProblem.NotAWorkbook;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > WorkbookLimits.Entries) return WorkbookProblem.UnpacksTooLarge;
            return CheckEntries(archive) ?? CheckKind(archive);
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
            return WorkbookProblem.UnpacksTooLarge;
        }
    }

    private static WorkbookProblem? CheckEntries(ZipArchive archive)
    {
        var left = WorkbookLimits.UnpackedBytes;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted) return WorkbookProblem.EncryptedOrOld;
            using var unpacked = new LimitedStream(entry.Open(), left, entry.CompressedLength);
            if (IsXml(entry.FullName))
            {
                using var xml = XmlReader.Create(unpacked, new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = WorkbookLimits.UnpackedBytes,
                });
                while (xml.Read()) if (xml.Depth > 200) return WorkbookProblem.Damaged;
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
        var types = archive.GetEntry("[Content_Types].xml");
        if (types is null) return WorkbookProblem.NotAWorkbook;
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
