using System.Buffers.Binary;
using System.Text;

namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>
/// The streams of an OLE compound file ([MS-CFB]) that stand at its top; what is embedded below is no part of the document.
/// Nothing in it is trusted: every chain ends, and lies within the file.
/// </summary>
internal sealed class OleFile
{
    private const int EntryLength = 128;
    private const int InHeader = 109;

    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly byte[] _file;
    private readonly int _sector;
    private readonly List<uint> _table = [];
    private readonly List<uint> _miniTable = [];
    private readonly byte[] _miniStream = [];
    private readonly Dictionary<string, Entry> _top = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">It is cut short, or its chains lead nowhere.</exception>
    public OleFile(byte[] file)
    {
        _file = file;
        if (file.Length < 512 || U16(30) is not (9 or 12)) throw new InvalidDataException();
        _sector = 1 << U16(30);
        foreach (var sector in TableSectors()) _table.AddRange(Numbers(At(sector)));
        var directory = Join(Chain(U32(48), _table), At);
        if (directory.Length < EntryLength) throw new InvalidDataException();
        var root = EntryOf(directory, 0);
        foreach (var sector in Chain(U32(60), _table)) _miniTable.AddRange(Numbers(At(sector)));
        if (_miniTable.Count > 0) _miniStream = Join(Chain(root.Start, _table), At);
        ReadTop(directory, root.Child);
    }

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public bool Has(string name) => _top.ContainsKey(name);

    /// <summary>The content of a stream at the top; null where none is called so.</summary>
    /// <exception cref="InvalidDataException">The file does not hold all of it.</exception>
    public byte[]? Read(string name)
    {
        if (_top.GetValueOrDefault(name) is not { IsStream: true } entry) return null;
        var content = entry.Length < U32(56)
            ? Join(Chain(entry.Start, _miniTable), number => MiniAt(number))
            : Join(Chain(entry.Start, _table), At);
        return content.Length >= entry.Length ? content[..(int)entry.Length] : throw new InvalidDataException();
    }

    // The first 109 sectors of the table are named in the header, the others in a chain of their own.
    private IEnumerable<uint> TableSectors()
    {
        var left = U32(44);
        for (var i = 0; i < InHeader && left > 0; i++, left--) yield return U32(76 + (i * 4));
        var next = U32(68);
        for (var steps = _file.Length / _sector; left > 0 && steps > 0; steps--)
        {
            var numbers = Numbers(At(next));
            foreach (var number in numbers.Take((int)Math.Min(left, numbers.Count - 1))) yield return number;
            left -= (uint)Math.Min(left, numbers.Count - 1);
            next = numbers[^1];
        }

        if (left > 0) throw new InvalidDataException();
    }

    private void ReadTop(byte[] directory, uint first)
    {
        var (open, seen) = (new Stack<uint>([first]), new HashSet<uint>());
        while (open.TryPop(out var id))
        {
            if (id >= directory.Length / EntryLength || !seen.Add(id)) continue;
            var entry = EntryOf(directory, (int)id);
            _top.TryAdd(entry.Name, entry);
            open.Push(entry.Left);
            open.Push(entry.Right);
        }
    }

    private static Entry EntryOf(byte[] directory, int id)
    {
        var at = directory.AsSpan(id * EntryLength, EntryLength);
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(at[64..]) - 2, 0, 62);
        return new Entry(
            Encoding.Unicode.GetString(at[..length]), at[66] == 2, BinaryPrimitives.ReadUInt32LittleEndian(at[68..]), BinaryPrimitives.ReadUInt32LittleEndian(at[72..]),
            BinaryPrimitives.ReadUInt32LittleEndian(at[76..]), BinaryPrimitives.ReadUInt32LittleEndian(at[116..]), BinaryPrimitives.ReadUInt32LittleEndian(at[120..]));
    }

    private static IEnumerable<uint> Chain(uint first, List<uint> table)
    {
        var steps = 0;
        for (var sector = first; sector < 0xFFFF_FFFA; sector = table[(int)sector])
        {
            if (sector >= table.Count || ++steps > table.Count) throw new InvalidDataException();
            yield return sector;
        }
    }

    private static byte[] Join(IEnumerable<uint> chain, Func<uint, ArraySegment<byte>> at)
    {
        using var joined = new MemoryStream();
        foreach (var sector in chain) joined.Write(at(sector));
        return joined.ToArray();
    }

    // The last sector of a file is not always written to its end.
    private ArraySegment<byte> At(uint sector)
    {
        var from = (sector + 1L) * _sector;
        return from < _file.Length ? new ArraySegment<byte>(_file, (int)from, (int)Math.Min(_sector, _file.Length - from)) : throw new InvalidDataException();
    }

    private ArraySegment<byte> MiniAt(uint sector) =>
        (sector + 1L) * 64 <= _miniStream.Length ? new ArraySegment<byte>(_miniStream, (int)sector * 64, 64) : throw new InvalidDataException();

    private static List<uint> Numbers(ArraySegment<byte> sector)
    {
        var numbers = new List<uint>(sector.Count / 4);
        for (var i = 0; i + 4 <= sector.Count; i += 4) numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector.AsSpan(i)));
        return numbers.Count >= 2 ? numbers : throw new InvalidDataException();
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(at));

    private sealed record Entry(string Name, bool IsStream, uint Left, uint Right, uint Child, uint Start, uint Length);
}
