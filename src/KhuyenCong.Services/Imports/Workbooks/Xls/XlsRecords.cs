using System.Buffers.Binary;

namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>A record of a workbook stream ([MS-XLS] 2.1.4): what it is, where it begins, and its content.</summary>
internal readonly record struct XlsRecord(int Id, int Offset, ArraySegment<byte> Data)
{
    public const int Formula = 0x06, End = 0x0A, FilePass = 0x2F, Font = 0x31, Continue = 0x3C, Window = 0x3D, Sheet = 0x85, MultipleRk = 0xBD, RichText = 0xD6, Style = 0xE0,
        Merged = 0xE5, Strings = 0xFC, SharedText = 0xFD, Dimensions = 0x200, Number = 0x203, Text = 0x204, BoolOrError = 0x205, Row = 0x208, Rk = 0x27E, Beginning = 0x809;

    public int U8(int at) => at < Data.Count ? Data[at] : throw new InvalidDataException();

    public int U16(int at) => at + 2 <= Data.Count ? BinaryPrimitives.ReadUInt16LittleEndian(Data.AsSpan(at)) : throw new InvalidDataException();

    public long U32(int at) => at + 4 <= Data.Count ? BinaryPrimitives.ReadUInt32LittleEndian(Data.AsSpan(at)) : throw new InvalidDataException();
}

/// <summary>Walks a workbook stream record by record.</summary>
internal static class XlsRecords
{
    /// <summary>The records from one that begins a part to the one that ends it, parts within it left out.</summary>
    /// <exception cref="InvalidDataException">None begins there, or it does not end.</exception>
    public static IEnumerable<XlsRecord> PartAt(byte[] stream, long offset)
    {
        var depth = 0;
        for (var at = offset; at + 4 <= stream.Length;)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan((int)at)), BinaryPrimitives.ReadUInt16LittleEndian(stream.AsSpan((int)at + 2)));
            if (at + 4 + length > stream.Length) break;
            var record = new XlsRecord(id, (int)at, new ArraySegment<byte>(stream, (int)at + 4, length));
            if (id == XlsRecord.Beginning) depth++;
            if (depth == 0) break;
            if (depth == 1) yield return record;
            if (id == XlsRecord.End && --depth == 0) yield break;
            at += 4 + length;
        }

        throw new InvalidDataException();
    }
}
