using System.Buffers.Binary;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Workbooks of Excel 97–2003, sound and made to harm.</summary>
internal static class XlsFixture
{
    public const string Sample = "phu-luc-ke-hoach-2024-dot-1.xls";

    public static byte[] Of(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "xls", name));

    /// <summary>The sample with the first record of a kind and length changed: its content is given, with its head before.</summary>
    public static byte[] With(int id, int length, Action<Span<byte>> change)
    {
        var file = Of(Sample);
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(head, (ushort)id);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], (ushort)length);
        var at = file.AsSpan().IndexOf(length < 0 ? head[..2] : head);
        change(file.AsSpan(at, 4 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2))));
        return file;
    }
}
